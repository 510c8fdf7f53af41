"""How a colour becomes a dark mode's: its lightness changes, its hue stays.

The arithmetic is that of Microsoft's editor (roosterjs-color-utils 1.1.0, MIT, Microsoft Corporation: constants, no
code): sRGB to CIELAB and back with its four-digit matrices, each channel rounded to one decimal, then half up.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal

from renderers.clients.colours import Colour, read
from renderers.clients.stage import Settings

How = Literal["", "inverted", "darkened", "lightened"]


class Shade(Settings):
    """``inverted`` turns light to dark and dark to light; ``darkened`` leaves the dark half, ``lightened`` the light.

    White becomes ``darkest``, and what lies between moves along.
    """

    how: How = ""
    darkest: str = "#000000"

    def of(self, colour: Colour) -> Colour:
        """Return the colour in dark mode."""
        return _shaded(colour, self.how, self.darkest)


_WHITE = (0.95047, 1.0, 1.08883)
_TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
_TO_RGB = ((3.2406, -1.5372, -0.4986), (-0.9689, 1.8758, 0.0415), (0.0557, -0.2040, 1.0570))


@lru_cache(maxsize=8192)
def _shaded(colour: Colour, how: How, darkest: str) -> Colour:
    lightness, a, b = _to_lab(colour)
    if not how or (how == "darkened" and lightness <= 50) or (how == "lightened" and lightness >= 50):
        return colour
    floor = _lightness(darkest)
    # A darkened colour may come down to the floor from the middle, an inverted one from the top.
    top = 50.0 if how == "darkened" else 100.0
    scale = (top - floor) / (50.0 if how == "darkened" else 100.0)
    return _to_rgb((100 - lightness) * scale + floor, a, b, colour.alpha)


@lru_cache(maxsize=64)
def _lightness(text: str) -> float:
    colour = read(text)
    return _to_lab(colour)[0] if colour else 0.0


def _to_lab(colour: Colour) -> tuple[float, float, float]:
    red, green, blue = (_linear(value / 255) for value in colour[:3])
    x, y, z = (
        _root((row[0] * red + row[1] * green + row[2] * blue) / white)
        for row, white in zip(_TO_XYZ, _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _to_rgb(lightness: float, a: float, b: float, alpha: float) -> Colour:
    y = (lightness + 16) / 116
    x, y, z = (white * _power(value) for white, value in zip(_WHITE, (y + a / 500, y, y - b / 200), strict=True))
    red, green, blue = (_channel(row[0] * x + row[1] * y + row[2] * z) for row in _TO_RGB)
    return Colour(red, green, blue, alpha)


def _linear(value: float) -> float:
    return ((value + 0.055) / 1.055) ** 2.4 if value > 0.04045 else value / 12.92


def _root(value: float) -> float:
    return math.cbrt(value) if value > 0.008856 else 7.787 * value + 16 / 116


def _power(value: float) -> float:
    return value**3 if value**3 > 0.008856 else (value - 16 / 116) / 7.787


def _channel(value: float) -> int:
    value = 1.055 * value ** (1 / 2.4) - 0.055 if value > 0.0031308 else 12.92 * value
    tenths = round(255 * min(max(value, 0.0), 1.0), 1)
    return math.floor(tenths + 0.5)
