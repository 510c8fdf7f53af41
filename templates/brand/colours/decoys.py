"""Colours that say who made the page's tools, not whose page it is."""

from __future__ import annotations

from templates.brand.reading.words import words

GENERATORS = words("generator-colours")
FRAMEWORKS = words("framework-colours")
SOCIAL = words("social-colours")
DECLARED = {"theme-color", "tile", "mask-icon", "manifest"}


def is_decoy(colour: str, source: str) -> bool:
    """Whether a colour seen in this kind of source is somebody else's default; only the logo can prove otherwise."""
    if source in DECLARED:
        return colour in GENERATORS or colour in FRAMEWORKS
    return colour in FRAMEWORKS or colour in SOCIAL
