"""Declarations, rules and attributes with their colours as dark mode shows them. Cached by text: mails repeat them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace as with_fields
from functools import lru_cache
from typing import NamedTuple

from renderers.clients.colours import Colour, read_attribute, replace
from renderers.clients.css.sheet import AtRule, Declaration, Node, StyleRule, parse_declarations, write_declarations
from renderers.clients.dark.shades import Part, Shades
from renderers.clients.html.tree import Element, finder

_PARTS: dict[str, Part] = {
    "color": "text",
    "-webkit-text-fill-color": "text",
    "text-decoration": "text",
    "text-decoration-color": "text",
    "background": "background",
    "background-color": "background",
    "background-image": "background",
}
_BORDERS = ("border", "outline", "column-rule")
_ATTRIBUTES: dict[str, Part] = {
    "bgcolor": "background",
    "color": "text",
    "text": "text",
    "link": "text",
    "vlink": "text",
    "alink": "text",
    "bordercolor": "border",
}
"""Every element with a ``style`` attribute."""

_COLOURED = finder(f"//*[{' or '.join(f'@{name}' for name in _ATTRIBUTES)}]")


class Swap(NamedTuple):
    """One colour that became another, both as CSS."""

    part: Part
    old: str
    new: str


class Recoloured(NamedTuple):
    """A text with other colours, and which they are."""

    text: str
    swaps: tuple[Swap, ...]


@lru_cache(maxsize=16384)
def recolour_style(style: str, shades: Shades) -> Recoloured:
    """Return a ``style`` attribute in dark mode."""
    made = [_declaration(each, shades) for each in parse_declarations(style)]
    swaps = tuple(swap for _, found in made for swap in found)
    return Recoloured(write_declarations([each for each, _ in made]) if swaps else style, swaps)


def recolour_rules(
    nodes: Sequence[Node], shades: Shades, spared: tuple[str, ...], swaps: list[Swap]
) -> tuple[Node, ...]:
    """Return rules in dark mode and note the swaps.

    Rules for dark mode are the author's own answer and stay: those of ``prefers-color-scheme``, and those whose
    selector holds one of ``spared``.
    """
    return tuple(_node(node, shades, spared, swaps) for node in nodes)


def coloured(root: Element) -> list[tuple[Element, str, Part]]:
    """Return each attribute that holds a colour: its element, its name and what it colours."""
    return [
        (element, name, "border" if (name, element.tag) == ("color", "hr") else part)
        for element in _COLOURED(root)
        for name, part in _ATTRIBUTES.items()
        if name in element.attrib
    ]


@lru_cache(maxsize=4096)
def recolour_attribute(value: str, part: Part, shades: Shades) -> Swap | None:
    """Return what a colour attribute becomes; None when it stays."""
    old = read_attribute(value)
    new = old and shades.of(part, old)
    return None if old is None or new is None or new == old else Swap(part, old.css, new.css)


def _node(node: Node, shades: Shades, spared: tuple[str, ...], swaps: list[Swap]) -> Node:
    if isinstance(node, Declaration):
        made, found = _declaration(node, shades)
        swaps += found
        return made
    if node.body is None or _is_spared(node, spared):
        return node
    body = recolour_rules(node.body, shades, spared, swaps)
    return node if body == node.body else with_fields(node, body=body)


def _is_spared(node: StyleRule | AtRule, spared: tuple[str, ...]) -> bool:
    if isinstance(node, AtRule):
        return "prefers-color-scheme" in node.prelude
    return any(each in node.prelude for each in spared)


@lru_cache(maxsize=16384)
def _declaration(declaration: Declaration, shades: Shades) -> tuple[Declaration, tuple[Swap, ...]]:
    part = _part(declaration)
    if part is None:
        return declaration, ()
    swaps: list[Swap] = []

    def shaded(old: Colour) -> Colour:
        new = shades.of(part, old)
        if new != old:
            swaps.append(Swap(part, old.css, new.css))
        return new

    value = replace(declaration.value, shaded)
    return (declaration.with_value(value), tuple(swaps)) if swaps else (declaration, ())


def _part(declaration: Declaration) -> Part | None:
    name = declaration.name
    if name.startswith(_BORDERS):
        return "border"
    part = _PARTS.get(name)
    return "gradient" if part == "background" and "gradient(" in declaration.value else part
