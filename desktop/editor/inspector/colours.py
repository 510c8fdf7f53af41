"""Colours as they are written in mails, and the brand's references to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import tinycss2.color4
from PySide6.QtGui import QColor

from templates.source.schema import component
from templates.source.tree import Element, SourceTree

REFERENCE = re.compile(r"\{\{\s*brand\.((?:\w+\.)*\w+)\s*\}\}")
_COLOUR_REFERENCE = re.compile(r"\{\{\s*brand\.(colour|dark)\.(\w+)\s*\}\}")
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_MOST_USED = 16


def reference(role: str) -> str:
    """The template tag that stands for a colour of the brand."""
    return f"{{{{ brand.colour.{role} }}}}"


def role_of(value: str) -> str:
    """The role that a value refers to, ``dark.`` before those of dark mails; "" when it is no reference."""
    match = _COLOUR_REFERENCE.fullmatch(value.strip())
    if match is None:
        return ""
    return match[2] if match[1] == "colour" else f"dark.{match[2]}"


def resolved(value: str, brand: Mapping[str, Any]) -> str:
    """Put the brand's values in the place of its references; other tags stay."""

    def look_up(match: re.Match[str]) -> str:
        found: Any = brand
        for name in match[1].split("."):
            found = found.get(name) if isinstance(found, Mapping) else None
        return str(found) if isinstance(found, str | int) else match[0]

    return REFERENCE.sub(look_up, value)


def css_colour(value: str) -> QColor | None:
    """The colour that a CSS value names; None when it names none."""
    parsed = tinycss2.color4.parse_color(value.strip())
    if parsed is None or isinstance(parsed, str):  # currentcolor
        return None
    red, green, blue = (max(0.0, min(1.0, float(one or 0))) for one in parsed.to("srgb").coordinates)
    return QColor.fromRgbF(red, green, blue, max(0.0, min(1.0, float(parsed.alpha))))


def as_hex(text: str) -> str:
    """A typed colour as it is written: a forgotten # is added."""
    text = text.strip()
    return f"#{text}" if _HEX.fullmatch(f"#{text}") else text  # no name of a colour is written in these letters alone


def used_colours(tree: SourceTree) -> list[str]:
    """The colours that the components of a mail write, the most frequent first."""
    found: Counter[str] = Counter()
    for node in tree.walk():
        known = component(node.name) if isinstance(node, Element) else None
        if known is None or not isinstance(node, Element):
            continue
        for attribute in node.attributes:
            of_type = known.attributes.get(attribute.name)
            if of_type is not None and of_type.kind == "color" and not attribute.dynamic and css_colour(attribute.raw):
                found[attribute.raw.lower()] += 1
    return [colour for colour, _ in found.most_common(_MOST_USED)]
