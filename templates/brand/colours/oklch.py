"""Colours in OKLCH, where equal steps look equal: lightness 0 to 1, chroma from 0 on, hue in degrees."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from coloraide import Color

from templates.brand.colours.contrast import BLACK, WHITE

GREY = 0.03  # chroma below which a hue is not seen
#: A dark colour with so little chroma reads as black: the ink of words, the ground of a header.
INKY_LIGHTNESS, INKY_CHROMA = 0.31, 0.06


@lru_cache(maxsize=4096)
def lch(colour: str) -> tuple[float, float, float]:
    """Lightness, chroma and hue of a ``#rrggbb``."""
    lightness, chroma, hue = Color(colour).convert("oklch").coords(nans=False)
    return lightness, chroma, hue


@lru_cache(maxsize=4096)
def shade(lightness: float, chroma: float, hue: float) -> str:
    """The displayable colour nearest to an OKLCH one: lightness and hue stay, chroma gives way."""
    colour = Color("oklch", [min(1.0, max(0.0, lightness)), chroma, hue])
    return str(colour.fit("srgb", method="oklch-chroma").convert("srgb").to_string(hex=True))


@lru_cache(maxsize=16384)
def hue_distance(one: str, other: str) -> float:
    """How different two colours look, in CIEDE2000: under 5 the same colour, over 25 two colours for anybody."""
    return float(Color(one).delta_e(Color(other), method="2000"))


def hued(colour: str) -> bool:
    """Whether a colour has a hue that anybody would name; greys, and inks with a hint of one, have none."""
    lightness, chroma, _ = lch(colour)
    return chroma >= GREY and not (lightness < INKY_LIGHTNESS and chroma < INKY_CHROMA)


def moved(colour: str, good: Callable[[str], bool], end: float) -> str:
    """The colour, its lightness moved towards ``end`` (0 or 1, which has to be good) just until it is good."""
    if good(colour):
        return colour
    start, chroma, hue = lch(colour)
    target = end
    for _ in range(9):
        middle = (start + target) / 2
        start, target = (start, middle) if good(shade(middle, chroma, hue)) else (middle, target)
    found = shade(target, chroma, hue)
    return found if good(found) else (WHITE if end > 0.5 else BLACK)
