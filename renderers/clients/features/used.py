"""Which features of caniemail's table a whole mail uses. Found once for a mail, whichever clients look at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from renderers.clients.css.sheet import AtRule, Declaration, Node, StyleRule, parse_declarations, parse_sheet
from renderers.clients.features.detect import (
    KEYED,
    at_rule_features,
    attribute_feature,
    declaration_features,
    element_feature,
    image_features,
    link_feature,
    selector_features,
)
from renderers.clients.features.markup import IMAGE_ATTRIBUTES, LINKING
from renderers.clients.features.rules import GROUPING, NESTING
from renderers.clients.features.verdicts import DESCRIPTORS
from renderers.clients.html.tree import Element, parse

AMP = ("⚡4email", "amp4email")


@lru_cache(maxsize=16)
def features_of(html: str) -> frozenset[str]:
    """Return the slugs of the features that a mail uses; what stands in conditional comments is not looked at."""
    root, doctype = parse(html)
    found = {"html-doctype"} if doctype else set()
    found |= {"html-comments"} if "<!--" in html else set()
    found |= {"html-body"} if "<body" in html.lower() else set()
    found |= {"amp"} if any(name in root.attrib for name in AMP) else set()
    for element in root.iter("*"):
        found.update(_element_features(element))
    return frozenset(found - {""})


def _element_features(element: Element) -> Iterator[str]:
    tag = element.tag
    feature = element_feature(tag, element.get(KEYED[tag], "") if tag in KEYED else "")
    yield feature
    for name, value in element.items():
        if name == "style":
            yield from _style_features(value)
        elif name in LINKING.get(tag, ()):
            yield link_feature(value)
        elif name in IMAGE_ATTRIBUTES.get(tag, ()):
            yield from image_features(value)
        yield attribute_feature(name)
    if tag == "style":
        yield from _sheet_features(element.text or "")


@lru_cache(maxsize=8192)
def _style_features(text: str) -> frozenset[str]:
    found = {feature for each in parse_declarations(text) for feature in declaration_features(each)}
    return frozenset(found | ({"css-comments"} if "/*" in text else set()))


def _sheet_features(text: str) -> Iterator[str]:
    if "/*" in text:
        yield "css-comments"
    yield from _node_features(parse_sheet(text), inside=None)


def _node_features(nodes: Iterable[Node], inside: Node | None) -> Iterator[str]:
    for node in nodes:
        match node:
            case Declaration():
                yield from declaration_features(node)
            case StyleRule():
                yield from _rule_features(node, inside)
            case AtRule():
                yield from at_rule_features(node)
                if isinstance(inside, StyleRule):
                    yield NESTING
                if node.name not in DESCRIPTORS:
                    yield from _node_features(node.body or (), node)


def _rule_features(rule: StyleRule, inside: Node | None) -> Iterator[str]:
    if not (isinstance(inside, AtRule) and inside.name.endswith("keyframes")):
        selectors = rule.selectors
        for selector in selectors:
            yield from selector_features(selector)
        if len(selectors) > 1:
            yield GROUPING
    if isinstance(inside, StyleRule):
        yield NESTING
    yield from _node_features(rule.body, rule)
