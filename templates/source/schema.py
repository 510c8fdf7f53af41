"""What MJML allows: components, their attributes with types and defaults, and what may stand in what.

The facts are data (``schema.json``, read from MJML itself; see the notice beside it). Inspector, completion and
validation follow from them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from templates.source.attribute_type import AttributeType, parse_type

ANYTHING = "*"  # stands for every component in ``Component.children``
# Every component of the body takes these; MJML's own table does not list them.
EVERYWHERE = ("css-class", "mj-class")


@dataclass(frozen=True)
class Component:
    """A component of MJML.

    ``kind`` is body, head or document; ``ending`` means that its content is HTML which MJML takes as it is. A default
    is None where the attribute has none.
    """

    name: str
    kind: str
    ending: bool
    attributes: Mapping[str, AttributeType]
    defaults: Mapping[str, str | None]
    children: tuple[str, ...]
    open_attributes: bool = False  # takes any attribute: the defaults of another component, say

    def allows(self, child: str) -> bool:
        """Return whether the component ``child`` may stand directly in this one."""
        return ANYTHING in self.children or child in self.children or child == "mj-include"


def _plain(
    name: str, kind: str, attributes: str = "", children: str = "", *, open_attributes: bool = False
) -> Component:
    types = {attribute: parse_type("string") for attribute in attributes.split()}
    return Component(name, kind, False, types, {}, tuple(children.split()), open_attributes)


# What MJML's table leaves out, because these are no components to it.
_STRUCTURE = (
    _plain("mjml", "document", "lang dir owa version xmlns", "mj-head mj-body mj-raw"),
    _plain("mj-all", "head", open_attributes=True),
    _plain("mj-class", "head", "name", ANYTHING, open_attributes=True),
    _plain("mj-selector", "head", "path", "mj-html-attribute"),
    Component("mj-html-attribute", "head", True, {"name": parse_type("string")}, {}, ()),
    _plain("mj-include", "document", "path type css-inline"),
)


@cache
def components() -> Mapping[str, Component]:
    """Return every component by name."""
    rows = json.loads(Path(__file__).with_name("schema.json").read_text("utf-8"))["components"]
    found = {name: _component(name, row) for name, row in rows.items()}
    found.update((one.name, one) for one in _STRUCTURE)
    return MappingProxyType(found)


def _component(name: str, row: Mapping[str, Any]) -> Component:
    allowed, defaults = row["allowedAttributes"], row["defaultAttributes"]
    kind = str(row["kind"])
    more = EVERYWHERE if kind == "body" else ()
    types = {attribute: parse_type(form) for attribute, form in allowed.items()}
    return Component(
        name,
        kind,
        bool(row["endingTag"]),
        MappingProxyType({**types, **{attribute: parse_type("string") for attribute in more}}),
        MappingProxyType(defaults),
        tuple(ANYTHING if child.startswith("/") else child for child in row["children"]),
    )


def component(name: str) -> Component | None:
    """Return the component of that name; None when MJML has none."""
    return components().get(name)


# Elements whose content MJML takes as it is: only their own closing tag ends them.
ENDING = frozenset(one.name for one in components().values() if one.ending)
