"""What becomes of each kind of colour in dark mode: text, backgrounds, borders and gradients each have their rule."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from renderers.clients.colours import Colour, from_lab, inverted, lightness, to_lab
from renderers.clients.stage import Settings

How = Literal["", "inverted", "darkened", "lightened"]
Part = Literal["text", "background", "border", "gradient"]

_MIDDLE = 50.0


class Shades(NamedTuple):
    """``inverted`` turns light to dark and back; ``darkened`` leaves the dark half as it is, ``lightened`` the light.

    Empty: nothing changes. White becomes ``darkest``, and what lies between moves along.
    """

    text: How = ""
    background: How = ""
    border: How = ""
    gradient: How = ""
    darkest: str = "#000000"

    def of(self, part: Part, colour: Colour) -> Colour:
        """Return the colour in dark mode."""
        how: How = getattr(self, part)
        return _shaded(colour, how, self.darkest) if how else colour


class ShadeSettings(Settings):
    """The settings of ``Shades``, for stages."""

    text: How = ""
    background: How = ""
    border: How = ""
    gradient: How = ""
    darkest: str = "#000000"

    @property
    def shades(self) -> Shades:
        """As a key for caches."""
        return Shades(self.text, self.background, self.border, self.gradient, self.darkest)


@lru_cache(maxsize=8192)
def _shaded(colour: Colour, how: How, darkest: str) -> Colour:
    if how == "inverted":
        return inverted(colour, darkest)
    lab = to_lab(colour)
    if how == "lightened":
        return inverted(colour, "#000000") if lab.lightness < _MIDDLE else colour
    if lab.lightness <= _MIDDLE:
        return colour
    floor = min(lightness(darkest), _MIDDLE)
    return from_lab(lab._replace(lightness=(100 - lab.lightness) * (_MIDDLE - floor) / _MIDDLE + floor), colour.alpha)
