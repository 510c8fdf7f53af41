"""What kind a value is, by the values that data sets hold and by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from templates.dynamic.properties import PropertyType
from templates.dynamic.shape import Kind

_URL = re.compile(r"(?:https?://|mailto:|tel:)\S+\Z", re.IGNORECASE)
_PICTURE = re.compile(r"\S+\.(?:png|jpe?g|gif|webp|svg)(?:\?\S*)?\Z", re.IGNORECASE)
_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})\Z", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?\Z")
_LONGEST = 2_000  # characters of a text that is looked at
_ROWS = 200

PROPERTY_KINDS: Mapping[PropertyType, Kind] = {
    "string": "text",
    "integer": "number",
    "float": "number",
    "boolean": "boolean",
    "date": "date",
    "list": "list",
}
_NAMES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("image", re.compile(r"(?:.*_)?(?:image|img|picture|photo|logo|avatar|gif|banner|thumbnail)(?:_url|_src)?\Z")),
    ("url", re.compile(r"(?:.*_)?(?:url|link|href|website)\Z")),
    ("colour", re.compile(r"(?:.*_)?colou?r\Z")),
    ("date", re.compile(r"(?:.*_)?(?:date|birthday|birthdate)\Z")),
    ("number", re.compile(r"(?:.*_)?(?:index|position|quantity)\Z")),
    ("boolean", re.compile(r"(?:is|has|can|show|with)_.+\Z")),
)


def kind_of_value(value: Any) -> Kind:
    """Return the kind of one JSON value; null is unknown."""
    match value:
        case None:
            return "unknown"
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case date():
            return "date"
        case Mapping():
            return "object"
        case list() | tuple():
            return "list"
        case _:
            return _kind_of_text(str(value)[:_LONGEST])


def _kind_of_text(text: str) -> Kind:
    text = text.strip()
    if _PICTURE.match(text):
        return "image"
    if _URL.match(text):
        return "url"
    if _COLOUR.match(text):
        return "colour"
    return "date" if _DATE.match(text) else "text"


def kind_of_values(values: Iterable[Any]) -> Kind:
    """Return the one kind of all ``values``; text for texts of several kinds, unknown when they do not agree."""
    kinds = {kind_of_value(value) for value in values if value not in ("", None)} - {"unknown"}
    if len(kinds) <= 1:
        return next(iter(kinds), "unknown")
    if kinds == {"image", "url"}:
        return "url"
    return "unknown" if kinds & {"list", "object"} else "text"


def kind_of_name(name: str) -> Kind:
    """Return what kind ``name`` promises; unknown for most."""
    plain = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().replace("-", "_")
    return next((kind for kind, pattern in _NAMES if pattern.match(plain)), "unknown")


def members(values: Sequence[Any], name: str) -> list[Any]:
    """Return what the objects among ``values`` hold under ``name``."""
    return [value[name] for value in values if isinstance(value, Mapping) and name in value]


def items(values: Sequence[Any]) -> list[Any]:
    """Return the items of the lists among ``values``, of each the first 200; of objects their values."""
    found: list[Any] = []
    for value in values:
        if isinstance(value, Mapping):
            found += list(value.values())[:_ROWS]
        elif isinstance(value, list | tuple):
            found += value[:_ROWS]
    return found
