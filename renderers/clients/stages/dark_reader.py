"""Thunderbird's dark reader takes colours out of the mail that would clash with its own dark page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from renderers.clients.change import Change
from renderers.clients.css.sheet import AtRule, Declaration, Node, StyleRule
from renderers.clients.dark.reader import sanitized
from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage


class DarkReader(Settings):
    """What is looked at.

    ``attributes``: these are removed. ``body_attributes``: from the body only. ``styles``: colours in ``style``
    attributes are removed where they are dark text or a bright background. ``rules``: so are those of style blocks, up
    to the first @-rule that holds rules, where the client's reading ends.
    """

    attributes: tuple[str, ...] = ()
    body_attributes: tuple[str, ...] = ()
    styles: bool = False
    rules: bool = False


def apply(mail: Mail, settings: DarkReader) -> Iterable[Change]:
    """Remove the colours."""
    if mail.mode != "dark":
        return
    bare = [*_stripped(mail, settings)]
    if bare:
        yield mail.change(
            "dark-reader.attributes", "Colour attributes are removed in dark mode ({count}×).", bare[0], count=len(bare)
        )
    if settings.styles:
        yield from _clean_styles(mail)
    if settings.rules:
        yield from _clean_rules(mail)


def _stripped(mail: Mail, settings: DarkReader) -> Iterable[Element]:
    found = [(mail.body, settings.body_attributes)]
    if settings.attributes:
        path = " or ".join(f"@{name}" for name in settings.attributes)
        found += [(each, settings.attributes) for each in cast("list[Element]", mail.root.xpath(f"//*[{path}]"))]
    for element, names in found:
        held = [name for name in names if name in element.attrib and element.tag != "button"]
        for name in held:
            del element.attrib[name]
        if held:
            yield element


def _clean_styles(mail: Mail) -> Iterable[Change]:
    changed: list[Element] = []
    for element, declarations in mail.styled():
        kept = _of_body(declarations) if element.tag == "body" else declarations
        kept = kept if element.tag == "button" else sanitized(kept)
        if kept != declarations:
            mail.set_style(element, kept)
            changed.append(element)
    if changed:
        yield mail.change(
            "dark-reader.styles",
            "Colours in style attributes are removed in dark mode ({count}×).",
            changed[0],
            count=len(changed),
        )


def _of_body(declarations: tuple[Declaration, ...]) -> tuple[Declaration, ...]:
    """The body's own colours always go."""
    return tuple(each for each in declarations if each.name not in ("color", "background-color"))


def _clean_rules(mail: Mail) -> Iterable[Change]:
    for block in mail.blocks:
        before = block.rules
        read: list[Node] = []
        for node in before:
            if isinstance(node, AtRule) and node.name not in ("font-face", "page", "charset"):
                break
            read.append(_cleaned(node))
        block.rules = (*read, *before[len(read) :])
        if block.rules != before:
            yield mail.change(
                "dark-reader.rules", "Colours in the style block are removed in dark mode.", block.element
            )
        if len(read) < len(before):
            return


def _cleaned(node: Node) -> Node:
    if not isinstance(node, StyleRule):
        return node
    own = tuple(each for each in node.body if isinstance(each, Declaration))
    kept = sanitized(own)
    if kept == own:
        return node
    return StyleRule(node.prelude, (*kept, *(each for each in node.body if not isinstance(each, Declaration))))


STAGE = Stage("dark-reader", DarkReader, apply)
