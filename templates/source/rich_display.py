"""How the pieces of rich text look while they are edited: the attributes that shape them, as far as they are known."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from templates.source.parse import parse
from templates.source.rich_text import CHIPS, Unit
from templates.source.tree import Attribute, Element

# Nothing that acts or loads: links lead nowhere while one writes, and ``src`` is looked at on its own.
_TABLES = ("border", "cellpadding", "cellspacing", "colspan", "rowspan", "valign")
_SHAPING = frozenset(
    [*_TABLES, "align", "bgcolor", "color", "dir", "face", "height", "lang", "size", "start", "type", "width"]
)
_REFERENCE = re.compile(r"\{\{[-+]?\s*([A-Za-z_]\w*(?:\.\w+)*)\s*[-+]?\}\}")
_TAG = re.compile(r"\{[{%#]")
_MARK = re.compile(r"\bmw-[nf]-\d+\b")


def appearance(unit: Unit, values: Mapping[str, Any], picture: Callable[[str], str]) -> dict[str, str]:
    """Return the attributes with which an element or a picture is shown; ``values`` are those known for template tags.

    Of a style only the declarations stay whose values are known. ``picture`` gives the address of a picture.
    """
    if unit.text in CHIPS or unit.kind not in {"open", "atom"}:
        return {}
    element = next((node for node in parse(unit.source or "").nodes if isinstance(node, Element)), None)
    found = {}
    for attribute in element.attributes if element else ():
        value = _shown(attribute, values, picture)
        if value:
            found[attribute.name.lower()] = value
    return found


def attribute_of(unit: Unit, name: str) -> str:
    """Return an attribute of an element as it is written, entities decoded; "" without it."""
    element = next((node for node in parse(unit.source or "").nodes if isinstance(node, Element)), None)
    return element.value(name) if element else ""


def _shown(attribute: Attribute, values: Mapping[str, Any], picture: Callable[[str], str]) -> str:
    name = attribute.name.lower()
    value = _REFERENCE.sub(lambda found: _value(found, values), attribute.value)
    if name == "style":
        return ";".join(part for part in value.split(";") if not _TAG.search(part))
    if _TAG.search(value):
        return ""
    if name == "src":
        return picture(value)
    if name == "class":
        return _MARK.sub("", value)
    return value if name in _SHAPING else ""


def _value(found: re.Match[str], values: Mapping[str, Any]) -> str:
    value: Any = values
    for name in found[1].split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return found[0] if value is None or isinstance(value, Mapping) else str(value)
