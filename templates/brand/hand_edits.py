"""Values of ``brand.toml`` that somebody wrote there by hand: they count as chosen, although no window said so.

Like a part, a value is known by the hash of what was last written for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from templates.brand.brand_file import BrandFile
from templates.brand.colours.brand_colours import ROLES

TEXTS = ("name", "legal", "address")


def edited_by_hand(file: BrandFile) -> dict[str, str]:
    """Return the fields that differ from what was last written for them, with their value.

    An empty value is none: a field that was emptied is filled by the next extraction, like one that was never found.
    """
    return {field: value for field, value in _fields(file) if value and _differs(file, field, value)}


def record_of(values: Mapping[str, Any]) -> dict[str, str]:
    """Return what ``[written]`` remembers of the values that an extraction writes."""
    tracked = {*ROLES, *TEXTS}
    return {
        field: digest(value)
        for field, value in values.items()
        if isinstance(value, str) and (field in tracked or field.startswith("socials."))
    }


def digest(value: str) -> str:
    """Return a short hash of a value, whatever the case of a colour's letters."""
    return hashlib.sha256(value.casefold().encode()).hexdigest()[:12]


def _differs(file: BrandFile, field: str, value: str) -> bool:
    known = file.written.get(field)
    return known is not None and known != digest(value)


def _fields(file: BrandFile) -> Iterator[tuple[str, str]]:
    yield from ((name, getattr(file, name)) for name in TEXTS)
    yield from file.colour
    yield from ((f"socials.{network}", url) for network, url in file.social.items())
