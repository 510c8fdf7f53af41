"""The colour in a ``background`` shorthand."""

from __future__ import annotations

import re

from PIL import ImageColor

_PART = re.compile(r"[^\s()]*+\([^()]*+(?:\([^()]*+\)[^()]*+)*+\)|[^\s()]++")
_COLOUR = re.compile(r"#[0-9a-f]{3,8}\Z|(?:rgb|hsl)a?\(", re.IGNORECASE)
_NAMES = frozenset((*ImageColor.colormap, "transparent", "rebeccapurple", "currentcolor"))


def colour_in(value: str) -> str:
    """Return the colour among the parts of a shorthand, empty without one."""
    for match in _PART.finditer(value):
        part = match[0]
        if _COLOUR.match(part) or part.lower() in _NAMES:
            return part
    return ""
