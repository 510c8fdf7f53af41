"""What a sanitizer between mail and page takes or tames: elements, positions, heights and queries for a dark page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from lxml import etree

from renderers.clients.change import Change
from renderers.clients.css.sheet import AtRule, Declaration, Node, StyleRule
from renderers.clients.html.tree import Element, rename
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage

_GONE, _OPENED = "mw-gone", "mw-opened"
_DARK = re.compile(r"\(\s*prefers-color-scheme\s*:\s*dark\s*\)", re.IGNORECASE)


class Purify(Settings):
    """``removed`` elements go, those of ``kept_content`` leave what they hold.

    ``values``: property to {value: the value that stands in its place}. ``unset_units``: property to the units with
    which its value is unset. ``dark_query`` is written in place of a query for a dark page. ``comments`` go.
    """

    removed: tuple[str, ...] = ()
    kept_content: tuple[str, ...] = ()
    values: Mapping[str, Mapping[str, str]] = {}
    unset_units: Mapping[str, tuple[str, ...]] = {}
    dark_query: str = ""
    comments: bool = False


def apply(mail: Mail, settings: Purify) -> Iterable[Change]:
    """Sanitize the mail."""
    if settings.comments:
        etree.strip_elements(mail.root, etree.Comment, with_tail=False)
    yield from _elements(mail, settings)
    tamer = _Tamer(settings)
    for element, declarations in mail.styled():
        tamed = tamer.declarations(declarations)
        if tamed != declarations:
            mail.set_style(element, tamed)
            yield from _tamed(mail, element, declarations, tamed)
    for block in mail.blocks:
        tamer.queries = tamer.tamed = 0
        block.rules = tamer.rules(block.rules)
        if tamer.queries:
            yield mail.change(
                "purify.dark_query", "Queries for a dark page become {query}.", block.element, query=settings.dark_query
            )
        if tamer.tamed:
            yield mail.change(
                "purify.values",
                "{count} declarations of the style block become harmless.",
                block.element,
                count=tamer.tamed,
            )


def _elements(mail: Mail, settings: Purify) -> Iterator[Change]:
    for element in list(mail.body.iter(*settings.removed)) if settings.removed else ():
        stays = element.tag in settings.kept_content
        if stays:
            yield mail.change("purify.kept_content", "The element is removed, its content stays.", element)
        else:
            yield mail.change("purify.removed", "The element is removed with its content.", element)
        rename(element, _OPENED if stays else _GONE)
    etree.strip_tags(mail.root, _OPENED)
    etree.strip_elements(mail.root, _GONE, with_tail=False)


def _tamed(
    mail: Mail, element: Element, before: Sequence[Declaration], after: Sequence[Declaration]
) -> Iterator[Change]:
    for old, new in zip(before, after, strict=True):
        if old != new:
            yield mail.change("purify.values", "{before} becomes {after}.", element, before=old.raw, after=new.raw)


class _Tamer:
    """Settings as functions of declarations and rules, which are repeated all over a mail."""

    def __init__(self, settings: Purify) -> None:
        self.queries = 0
        self.tamed = 0
        self._values = settings.values
        self._units = settings.unset_units
        self._dark = settings.dark_query
        self.declarations = lru_cache(maxsize=2048)(self._declarations)

    def rules(self, nodes: Sequence[Node]) -> tuple[Node, ...]:
        """Return the rules with their declarations tamed."""
        return tuple(self._node(node) for node in nodes)

    def _declarations(self, declarations: tuple[Declaration, ...]) -> tuple[Declaration, ...]:
        return tuple(map(self._declaration, declarations))

    def _declaration(self, given: Declaration) -> Declaration:
        value = given.value.lower()
        tamed = self._values.get(given.name, {}).get(value)
        if tamed is None and value.endswith(self._units.get(given.name, ())):
            tamed = "unset"
        return given if tamed is None else given.with_value(tamed)

    def _node(self, node: Node) -> Node:
        match node:
            case Declaration():
                tamed = self._declaration(node)
                self.tamed += tamed != node
                return tamed
            case StyleRule():
                return StyleRule(node.prelude, self.rules(node.body))
            case AtRule(body=None):
                return node
        prelude, found = _DARK.subn(self._dark, node.prelude) if self._dark else (node.prelude, 0)
        self.queries += found
        return AtRule(node.name, prelude, self.rules(node.body or ()))


STAGE = Stage("purify", Purify, apply)
