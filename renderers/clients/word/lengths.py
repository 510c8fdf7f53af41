"""CSS lengths in CSS pixels, as far as Word knows their units."""

from __future__ import annotations

import re
from functools import lru_cache

PX = {"px": 1.0, "pt": 4 / 3, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54, "pc": 16.0}
MAX_LENGTH = 40
"""A longer text is no length."""

_LENGTH = re.compile(r"\s*([+-]?(?:\d+\.?\d*|\.\d+))([a-z%]*)\s*\Z", re.IGNORECASE)
_STEPS = {"xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32}


@lru_cache(maxsize=4096)
def number(text: str) -> tuple[float, str] | None:
    """Return value and unit (small letters, empty for none); None when it is no length."""
    match = _LENGTH.match(text) if len(text) < MAX_LENGTH else None
    return (float(match[1]), match[2].lower()) if match else None


def pixels(text: str, font_size: float = 16.0) -> float | None:
    """Return a length in pixels; ``em`` and ``ex`` by the font size. None for percentages and what is no length."""
    found = number(text)
    if found is None:
        return None
    value, unit = found
    if unit in PX:
        return value * PX[unit]
    if unit in ("em", "ex"):
        return value * font_size * (1 if unit == "em" else 0.5)
    return 0.0 if value == 0 and not unit else None


def font_pixels(text: str, around: float) -> float | None:
    """Return a font size in pixels inside text of another size; None when it is none."""
    found = number(text)
    if found is not None and found[1] == "%":
        return found[0] * around / 100
    if text.lower() in ("larger", "smaller"):
        return around * (1.2 if text.lower() == "larger" else 1 / 1.2)
    return pixels(text, around) if found else _STEPS.get(text.lower())


def written(value: float) -> str:
    """Write a number of pixels, two decimals at most."""
    return f"{round(value, 2):g}px"
