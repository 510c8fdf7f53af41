"""Colours as ``#rrggbb`` and the WCAG 2 contrast between them."""

from __future__ import annotations

import re
from functools import lru_cache

from templates.errors import InputError

RGB = tuple[int, int, int]

WHITE, BLACK = "#ffffff", "#000000"
#: The ground of a mail in dark mode, as the large clients draw it: where a logo has to stay legible.
DARK_GROUND = "#1b1b1f"


def parse_hex(text: str) -> str:
    """Return ``#rrggbb`` in lower case for ``#rgb`` or ``#rrggbb``, the ``#`` optional. Raises InputError."""
    match = re.fullmatch(r"#?([0-9a-f]{3}|[0-9a-f]{6})", text.strip().lower())
    if not match:
        raise InputError(
            "{text} is not a colour.", advice="Write it as # and six hexadecimal digits, such as #1d5b4c.", text=text
        )
    digits = match[1] if len(match[1]) == 6 else "".join(2 * digit for digit in match[1])
    return f"#{digits}"


def rgb(colour: str) -> RGB:
    """Red, green and blue, 0 to 255, of a ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def hex_of(colour: RGB) -> str:
    """The ``#rrggbb`` of red, green and blue."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """WCAG relative luminance, 0 (black) to 1 (white)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in rgb(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def chromatic(colour: str) -> bool:
    """Whether a colour has a hue that anybody would name; greys, blacks and whites have none."""
    return max(rgb(colour)) - min(rgb(colour)) >= 15


def label_on(colour: str) -> str:
    """White or black, whichever can be read on ``colour``: one of the two always has 4.5:1."""
    return WHITE if contrast(WHITE, colour) >= 4.5 else BLACK
