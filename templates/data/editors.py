"""Which editor fits a value, and what somebody typed as a JSON value: the type that was there is kept."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, Final, Literal

from templates.dynamic.shape import Kind
from templates.dynamic.usage.seen import kind_of_value

Editor = Literal["text", "number", "boolean", "date", "url", "image", "colour", "group", "grid", "values", "locked"]
"""What edits a field: a group has ``fields``, a grid ``rows``, a list of plain values ``items``; locked: as JSON."""

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?\Z")
_LONGEST_NUMBER = 400  # digits; what is longer is a text
_ISO = re.compile(r"\d{4}-\d\d-\d\d\Z")
_OF_KIND: Final[dict[Kind, Editor]] = {
    "number": "number",
    "boolean": "boolean",
    "date": "date",
    "url": "url",
    "image": "image",
    "colour": "colour",
}


class _Missing:
    """Stands for no value: null is one."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Final = _Missing()


def kind_of_given(value: Any) -> Kind:
    """Return the kind of a value that the template says nothing about."""
    return "unknown" if value is MISSING else kind_of_value(value)


def fits_kind(kind: Kind, value: Any) -> bool:
    """Whether a template that needs ``kind`` works with ``value``, which is there."""
    match kind:
        case "list":
            return isinstance(value, list | Mapping)
        case "object":
            return isinstance(value, Mapping)
        case "number":
            return (isinstance(value, int | float) and not isinstance(value, bool)) or value is None
        case "unknown":
            return True
        case _:
            return not isinstance(value, list | Mapping)


def editor_of(kind: Kind) -> Editor:
    """Return what edits a plain value of ``kind`` where there is none yet."""
    return _OF_KIND.get(kind, "text")


def plain_editor(kind: Kind, value: Any) -> Editor:
    """Return what edits the plain ``value`` where ``kind`` is expected: nothing that could not show it as it is."""
    if kind in {"object", "list"}:
        return "locked"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number" if _is_finite(value) else "locked"
    if not isinstance(value, str) or kind in {"number", "boolean"} or (kind == "date" and not _ISO.match(value)):
        return "text"
    return editor_of(kind)


def typed(text: str, kind: Kind, before: Any = MISSING) -> Any:
    """Return ``text``, which somebody typed where ``before`` was, as the value to store.

    A number stays one and a text stays text; only where nothing was, ``kind`` decides. What is no number, or one that
    JSON cannot hold, is a text.
    """
    was_number = isinstance(before, int | float) and not isinstance(before, bool)
    if was_number or (kind == "number" and not isinstance(before, str)):
        return _number(text)
    return text


def _number(text: str) -> Any:
    said = text.strip()
    if not _NUMBER.match(said) or len(said) > _LONGEST_NUMBER:
        return text
    number = int(said) if re.fullmatch(r"-?\d+", said) else float(said)
    return number if _is_finite(number) else text


def _is_finite(number: float) -> bool:
    return isinstance(number, int) or math.isfinite(number)  # an int may be too large for a float
