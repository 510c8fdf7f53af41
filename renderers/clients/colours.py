"""CSS and HTML colours: found in values, read, written, and made darker or lighter.

Clients rewrite every colour of a mail in dark mode, so reading is cached by text: a mail has a few dozen of them.
Lightness is that of CIELAB, with the arithmetic of Microsoft's editor (facts of roosterjs-color-utils 1.1.0, MIT,
Microsoft Corporation): four-digit matrices, each channel rounded to one decimal and then half up.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from coloraide import Color
from PIL import ImageColor


class Colour(NamedTuple):
    """Red, green and blue from 0 to 255, alpha from 0 to 1."""

    red: int
    green: int
    blue: int
    alpha: float = 1.0

    @property
    def css(self) -> str:
        """As CSS writes it: ``#rrggbb``, or ``rgba(…)`` when it lets something through."""
        if self.alpha >= 1:
            return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"
        return f"rgba({self.red}, {self.green}, {self.blue}, {self.alpha:g})"

    @property
    def cssom(self) -> str:
        """As a browser hands it to scripts: ``rgb(1, 2, 3)``."""
        if self.alpha >= 1:
            return f"rgb({self.red}, {self.green}, {self.blue})"
        return self.css


class Lab(NamedTuple):
    """CIELAB: ``lightness`` from 0 to 100, and the two axes of hue."""

    lightness: float
    a: float
    b: float


MAX_LENGTH = 2000
"""A longer value is left alone: nobody writes one, and a hostile one takes its time."""

# The names that Windows mails carry for "the system's text" and "the system's page".
_SYSTEM = {"windowtext": "black", "canvastext": "black", "window": "white", "canvas": "white"}
_NAMES = {name: Colour(*ImageColor.getrgb(name)[:3]) for name in ImageColor.colormap}
_NAMES |= {name: _NAMES[same] for name, same in _SYSTEM.items()}
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?"
_ARGUMENT = re.compile(rf"({_NUMBER})(%|deg|grad|rad|turn)?|none", re.IGNORECASE)
_FUNCTIONS = "rgba?|hsla?|hwb|lab|lch|oklab|oklch|color"
# Addresses and strings hold no colours, and a word in a longer one is none: url(red.png), var(--red), "red".
_PIECE = re.compile(
    rf"""
    (?:url|var)\((?:[^()"']|"[^"]*"|'[^']*')*+\)? | "[^"]*"? | '[^']*'?
  | (?P<colour> \#[0-9a-f]{{3,8}}\b | (?:{_FUNCTIONS})\([^()]*+\) | (?<![-\w\#.]) [a-z]++ (?![-\w(]) )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WHITE_X, _WHITE_Z = 0.95047, 1.08883
# What each channel is in linear light.
_LINEAR = tuple(((v / 255 + 0.055) / 1.055) ** 2.4 if v > 10 else v / 255 / 12.92 for v in range(256))
MICROSOFT_DARKEST = "#333333"
"""What white becomes in Microsoft's dark mode."""

_TURN = {"deg": 1.0, "grad": 0.9, "rad": 57.29577951308232, "turn": 360.0}


@lru_cache(maxsize=8192)
def read(text: str) -> Colour | None:
    """Return the CSS colour, or None: ``transparent``, ``currentColor``, ``inherit`` and what is none."""
    text = text.strip().lower()
    if text.startswith("#"):
        return _hex(text[1:])
    if text in _NAMES:
        return _NAMES[text]
    name, bracket, inner = text.partition("(")
    if not bracket or len(text) > MAX_LENGTH:
        return None
    if name in ("rgb", "rgba", "hsl", "hsla"):
        return _function(name, inner)
    return _odd(text) if re.fullmatch(_FUNCTIONS, name) else None


@lru_cache(maxsize=4096)
def read_attribute(text: str) -> Colour | None:
    """Return the colour of ``bgcolor`` or ``color``, where browsers take nearly anything for one (HTML 2.3.6)."""
    text = text.strip().lower()
    if not text or text == "transparent":
        return None
    if text in _NAMES:
        return _NAMES[text]
    if re.fullmatch(r"#[0-9a-f]{3}(?:[0-9a-f]{3})?", text):
        return _hex(text[1:])
    digits = re.sub(r"[^0-9a-f]", "0", text.removeprefix("#")[:128])
    digits += "0" * (-len(digits) % 3 or (0 if digits else 3))
    size = len(digits) // 3
    red, green, blue = (digits[start : start + size][-8:] for start in (0, size, 2 * size))
    while len(red) > 2 and red[0] == green[0] == blue[0] == "0":
        red, green, blue = red[1:], green[1:], blue[1:]
    return Colour(int(red[:2], 16), int(green[:2], 16), int(blue[:2], 16))


def replace(value: str, change: Callable[[Colour], Colour]) -> str:
    """Return the CSS value with each of its colours changed; one that stays the same stays as it was written."""
    if len(value) > MAX_LENGTH:
        return value

    def changed(match: re.Match[str]) -> str:
        old = read(match["colour"]) if match["colour"] else None
        new = old and change(old)
        return match[0] if new is None or new == old else new.css

    return _PIECE.sub(changed, value)


def first(value: str) -> Colour | None:
    """Return the first colour in a CSS value."""
    if len(value) > MAX_LENGTH:
        return None
    found = (read(match["colour"]) for match in _PIECE.finditer(value) if match["colour"])
    return next((colour for colour in found if colour), None)


def dark_colour(text: str) -> str:
    """Return the colour that Microsoft's editor gives a CSS colour in dark mode; what is none comes back as it is."""
    colour = read(text)
    return inverted(colour, MICROSOFT_DARKEST).css if colour else text


def inverted(colour: Colour, darkest: str) -> Colour:
    """Return the colour with its lightness turned round: black becomes white, white becomes ``darkest``."""
    lab, floor = to_lab(colour), lightness(darkest)
    return from_lab(lab._replace(lightness=(100 - lab.lightness) * (100 - floor) / 100 + floor), colour.alpha)


@lru_cache(maxsize=64)
def lightness(text: str) -> float:
    """Return the lightness of a CSS colour, from 0 (black, or no colour) to 100."""
    colour = read(text)
    return to_lab(colour).lightness if colour else 0.0


def to_lab(colour: Colour) -> Lab:
    """Return the colour in CIELAB (D65)."""
    red, green, blue = _LINEAR[colour[0]], _LINEAR[colour[1]], _LINEAR[colour[2]]
    x = _root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / _WHITE_X)
    y = _root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = _root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / _WHITE_Z)
    return Lab(116 * y - 16, 500 * (x - y), 200 * (y - z))


def from_lab(lab: Lab, alpha: float = 1.0) -> Colour:
    """Return the colour of a place in CIELAB; what no screen can show is clipped."""
    y = (lab.lightness + 16) / 116
    x, z = _WHITE_X * _power(y + lab.a / 500), _WHITE_Z * _power(y - lab.b / 200)
    y = _power(y)
    return Colour(
        _gamma(3.2406 * x - 1.5372 * y - 0.4986 * z),
        _gamma(-0.9689 * x + 1.8758 * y + 0.0415 * z),
        _gamma(0.0557 * x - 0.2040 * y + 1.0570 * z),
        alpha,
    )


def _root(value: float) -> float:
    return math.cbrt(value) if value > 0.008856 else 7.787 * value + 16 / 116


def _power(value: float) -> float:
    cube = value * value * value
    return cube if cube > 0.008856 else (value - 16 / 116) / 7.787


def _gamma(value: float) -> int:
    if value <= 0:
        return 0
    value = 1.055 * value ** (1 / 2.4) - 0.055 if value > 0.0031308 else 12.92 * value
    return math.floor(round(255 * min(value, 1.0), 1) + 0.5)


def _hex(digits: str) -> Colour | None:
    if len(digits) in (3, 4):
        digits = "".join(2 * digit for digit in digits)
    if len(digits) not in (6, 8) or not re.fullmatch("[0-9a-f]+", digits):
        return None
    red, green, blue, alpha = bytes.fromhex(digits.ljust(8, "f"))
    return Colour(red, green, blue, round(alpha / 255, 3))


def _function(name: str, inner: str) -> Colour | None:
    """Read ``rgb()`` and ``hsl()``, with commas as of old or without."""
    if re.search(r"[^-+.,/%()\sa-z0-9]|from|calc", inner):
        return _odd(f"{name}({inner}")
    found = [(float(match[1] or 0), match[2] or "") for match in _ARGUMENT.finditer(inner)]
    if len(found) not in (3, 4):
        return None
    alpha = _alpha(*found[3]) if len(found) == 4 else 1.0
    if name.startswith("hsl"):
        degrees, unit = found[0]
        return _hsl(degrees * _TURN.get(unit, 1.0), found[1][0] / 100, found[2][0] / 100, alpha)
    red, green, blue = (_channel(number * 2.55 if unit == "%" else number) for number, unit in found[:3])
    return Colour(red, green, blue, alpha)


def _alpha(number: float, unit: str) -> float:
    return round(min(max(number / 100 if unit == "%" else number, 0.0), 1.0), 3)


def _hsl(hue: float, saturation: float, lightness: float, alpha: float) -> Colour:
    saturation, lightness = min(max(saturation, 0.0), 1.0), min(max(lightness, 0.0), 1.0)
    reach = saturation * min(lightness, 1 - lightness)

    def channel(offset: int) -> int:
        step = (offset + hue / 30) % 12
        return _channel(255 * (lightness - reach * max(-1.0, min(step - 3, 9 - step, 1.0))))

    return Colour(channel(0), channel(8), channel(4), alpha)


def _channel(value: float) -> int:
    return int(min(max(value, 0.0), 255.0) + 0.5)


def _odd(text: str) -> Colour | None:
    """Read what few mails write: ``oklch()``, ``color()`` and their like."""
    try:
        read_colour = Color(text).convert("srgb").clip()
        red, green, blue = (_channel(255 * value) for value in read_colour.coords(nans=False))
        return Colour(red, green, blue, _alpha(read_colour.alpha(nans=False), ""))
    except (ValueError, OverflowError, ArithmeticError):
        return None
