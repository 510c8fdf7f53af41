"""What a client leaves of a declaration, a style sheet and a selector when it does not know some features."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from renderers.clients.change import Change
from renderers.clients.css.scan import split
from renderers.clients.css.sheet import (
    AtRule,
    Declaration,
    Node,
    StyleRule,
    declaration,
    parse_declarations,
    parse_sheet,
)
from renderers.clients.features.detect import (
    at_rule_feature,
    declaration_features,
    query_features,
    selector_features,
)
from renderers.clients.features.rules import GROUPING, NESTING
from renderers.clients.features.values import BACKGROUND_IMAGE, GRADIENTS, IMPORTANT, VARIABLES

Telling = Callable[[str, str], Change]
"""Makes the change for a lost feature: from the feature and the CSS that went."""

_SHOWN = 80
_NO_COLOUR = re.compile(
    r"(?:[-+.\d].*|/|none|auto|cover|contain|left|right|top|bottom|center|(?:no-)?repeat(?:-[xy])?|space|round|scroll"
    r"|fixed|local|(?:border|padding|content)-box|(?:url|.*gradient|image-set)\(.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_ADDRESS = re.compile(r"url\([^)]*+\)", re.IGNORECASE)
DESCRIPTORS = ("font-face", "page", "counter-style", "property", "font-feature-values")
"""@-rules whose body holds descriptors: they look like properties and are none."""


@dataclass(frozen=True)
class Losses:
    """How the client's changes read: one function for each kind of CSS that goes."""

    declaration: Telling
    importance: Telling
    picture: Telling
    selector: Telling
    at_rule: Telling
    query: Telling


class Verdicts:
    """The verdicts of one client; each is found once, as mails repeat themselves.

    ``dead`` are the features it does not know (and ``@names`` of rules without a feature), ``supported`` those it
    does; ``var_stays``: it drops variables but not ``var()``.
    """

    def __init__(
        self, dead: Iterable[str], losses: Losses, *, supported: Iterable[str] = (), var_stays: bool = False
    ) -> None:
        self.dead = frozenset(dead)
        self._supported = frozenset(supported)
        self._losses = losses
        self._var_stays = var_stays
        self._declaration = lru_cache(maxsize=8192)(self._find_declaration)
        self.style = lru_cache(maxsize=8192)(self._find_style)
        self.sheet = lru_cache(maxsize=64)(self._find_sheet)

    def _find_style(self, text: str) -> tuple[tuple[Declaration, ...], tuple[Change, ...]]:
        """Return what is left of a ``style`` attribute, and the changes."""
        lost: list[Change] = []
        kept = [each for each in self._declarations(parse_declarations(text), lost) if isinstance(each, Declaration)]
        return tuple(kept), tuple(lost)

    def _find_sheet(self, text: str) -> tuple[tuple[Node, ...], tuple[Change, ...]]:
        """Return what is left of a style sheet, and the changes."""
        lost: list[Change] = []
        kept = self._rules(parse_sheet(text), lost)
        return tuple(kept), tuple(lost)

    def _declarations(self, nodes: Sequence[Node], lost: list[Change]) -> list[Node]:
        kept: list[Node] = []
        for node in nodes:
            left, change = self._declaration(node) if isinstance(node, Declaration) else (node, None)
            kept += [left] if left else []
            lost += [change] if change else []
        return kept

    def _find_declaration(self, given: Declaration) -> tuple[Declaration | None, Change | None]:
        dead = self._dead_of(given)
        match dead:
            case []:
                return given, None
            case ["css-important"]:
                return declaration(given.name, given.value), self._losses.importance(IMPORTANT, shown(given.raw))
            case ["css-background-image"] if given.name == "background" and (colour := _colour(given.value)):
                return given.with_value(colour), self._losses.picture(BACKGROUND_IMAGE, shown(given.raw))
        return None, self._losses.declaration(dead[0], shown(given.raw))

    def _dead_of(self, given: Declaration) -> list[str]:
        features = declaration_features(given)
        dead = [feature for feature in features if feature in self.dead]
        if self._var_stays and not given.name.startswith("--"):
            dead = [feature for feature in dead if feature != VARIABLES]
        # The table's test of background images is one of url(): a gradient that is supported is not lost with them.
        if (
            dead == [BACKGROUND_IMAGE]
            and "url(" not in given.value.lower()
            and self._supported & GRADIENTS & {*features}
        ):
            return []
        return dead

    def _rules(self, nodes: Sequence[Node], lost: list[Change], *, nested: bool = False) -> list[Node]:
        kept: list[Node] = []
        for node in nodes:
            left: Node | None = node
            match node:
                case Declaration():
                    kept += self._declarations([node], lost)
                    continue
                case StyleRule() | AtRule() if nested and NESTING in self.dead:
                    lost.append(self._losses.selector(NESTING, shown(node.prelude)))
                    continue
                case AtRule():
                    left = self._at_rule(node, lost, nested=nested)
                case StyleRule():
                    left = self._style_rule(node, lost)
            kept += [left] if left else []
        return kept

    def _style_rule(self, rule: StyleRule, lost: list[Change]) -> StyleRule | None:
        selectors = rule.selectors
        if len(selectors) > 1 and GROUPING in self.dead:
            lost.append(self._losses.selector(GROUPING, shown(rule.prelude)))
            return None
        kept = self._living(selectors, selector_features, self._losses.selector, lost)
        if not kept:
            return None
        body = tuple(self._rules(rule.body, lost, nested=True))
        if rule.body and not body:
            return None
        left = rule if len(kept) == len(selectors) else rule.with_selectors(kept)
        return left if body == rule.body else replace(left, body=body)

    def _living(
        self,
        pieces: Sequence[str],
        features: Callable[[str], frozenset[str]],
        telling: Telling,
        lost: list[Change],
    ) -> list[str]:
        """Return the pieces of a list that use no dead feature."""
        kept = []
        for piece in pieces:
            dead = features(piece) & self.dead
            if dead:
                lost.append(telling(min(dead), shown(piece)))
            else:
                kept.append(piece)
        return kept

    def _at_rule(self, rule: AtRule, lost: list[Change], *, nested: bool) -> AtRule | None:
        feature = at_rule_feature(rule.name) or f"@{rule.name}"
        if feature in self.dead:
            lost.append(self._losses.at_rule(feature, shown(f"@{rule.name} {rule.prelude}")))
            return None
        if rule.name == "media":
            queries = [query.strip() for query in split(rule.prelude, ",")]
            kept = self._living(queries, query_features, self._losses.query, lost)
            if not kept:
                return None
            rule = rule if len(kept) == len(queries) else replace(rule, prelude=", ".join(kept))
        if rule.body is None or rule.name in DESCRIPTORS:
            return rule
        body = tuple(self._at_body(rule, lost, nested=nested))
        return rule if body == rule.body else replace(rule, body=body)

    def _at_body(self, rule: AtRule, lost: list[Change], *, nested: bool) -> Sequence[Node]:
        body = rule.body or ()
        if at_rule_feature(rule.name) != "css-at-keyframes":
            return self._rules(body, lost, nested=nested)
        # The steps of an animation (from, 50 %) look like selectors and are none.
        return [
            replace(node, body=tuple(self._declarations(node.body, lost))) if isinstance(node, StyleRule) else node
            for node in body
        ]


def shown(css: str) -> str:
    """Return CSS as a sentence quotes it: on one line, cut where it is long."""
    line = " ".join(css[: 4 * _SHOWN].split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def _colour(value: str) -> str:
    """Return the colour of a ``background`` value; empty when it has none."""
    layers = split(_ADDRESS.sub("url()", value), ",")
    colours = [word for word in _words(layers[-1]) if not _NO_COLOUR.match(word)]
    return colours[0] if len(colours) == 1 else ""


def _words(text: str) -> list[str]:
    """Split at blanks outside of brackets."""
    words, depth = [""], 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if character.isspace() and depth <= 0:
            words.append("")
        else:
            words[-1] += character
    return [word for word in words if word]
