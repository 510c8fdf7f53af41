"""CSS and HTML colours: found in values, read, and written.

Clients rewrite every colour of a mail in dark mode, so reading is cached by text: a mail has a few dozen of them.
"""

from __future__ import annotations

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
