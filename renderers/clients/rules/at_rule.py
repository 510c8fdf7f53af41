"""An @-rule that a client removes or writes in another way."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from renderers.clients.css.scan import split, without_comments
from renderers.clients.css.sheet import AtRule, Node, StyleRule
from renderers.clients.rules.rule import Rule

# Brackets with no others inside, but for those of functions: calc().
_FEATURE = re.compile(r"\((?:[^()]++|(?<=[-\w])\([^()]*+\))*+\)")
_RANGE_NAME = re.compile(r"(?<![-\w.%])[a-z][-a-z]*+(?!\()")
_AND = re.compile(r"\band\b", re.IGNORECASE)


class AtRuleRule(Rule):
    """``about`` is the @-rule's name; the rest says what of it the client cannot read.

    ``features`` of a media query without ``min-``, ``max-`` and prefix (``height``); with ``value`` only that one.
    ``other_features``: all but these, as written (``min-width``). ``nested``: the @-rule inside another of its name.
    ``percentages``: keyframes that are not ``from`` and ``to``. ``unsupported``: declarations in the brackets of
    ``@supports`` that the client does not support. ``then``: it is removed (of a media query list, that
    query), or the feature, the query or the whole ``@name prelude`` is written as ``to``. ``mode``: only so looked at,
    by clients that decide when they show the mail.
    """

    about: str
    features: tuple[str, ...] = ()
    value: str = ""
    other_features: tuple[str, ...] = ()
    nested: bool = False
    percentages: bool = False
    unsupported: bool = False
    then: Literal["removed", "feature", "query", "rule"] = "removed"
    to: str = ""
    mode: Literal["", "dark"] = ""

    def fits(self, node: AtRule, *, within: bool) -> bool:
        """Tell whether it speaks of the @-rule; ``within``: which stands inside another of its name."""
        if node.name != self.about or node.body is None or (self.nested and not within):
            return False
        if self.percentages:
            return any(map(_percentage, node.body))
        return not (self.features or self.other_features) or self._meant(node.prelude)

    def becomes(self, node: AtRule) -> AtRule | None:
        """Return what becomes of an @-rule that fits; None: it goes."""
        if self.percentages:
            return replace(node, body=tuple(each for each in node.body or () if not _percentage(each)))
        match self.then:
            case "feature":
                return replace(node, prelude=self._features(node.prelude))
            case "query":
                return replace(node, prelude=", ".join(map(self._query, split(node.prelude, ","))))
            case "rule":
                name, _, prelude = self.to.partition(" ")
                return AtRule(name.removeprefix("@"), prelude, node.body)
        return self._without(node) if self.features or self.other_features else None

    def _without(self, node: AtRule) -> AtRule | None:
        kept = [query.strip() for query in split(node.prelude, ",") if not self._meant(query)]
        return replace(node, prelude=", ".join(kept)) if kept else None

    def _meant(self, query: str) -> bool:
        return "(" in query and any(self._means(*feature) for feature in features(query))

    def _means(self, name: str, value: str) -> bool:
        if self.other_features:
            return bool(name) and name not in self.other_features
        return _plain(name) in self.features and (not self.value or value == self.value)

    def _features(self, prelude: str) -> str:
        return with_features(prelude, self._means, self.to)

    def _query(self, query: str) -> str:
        """Return one query with ``to`` in place of the feature and of the media type, which would make it invalid."""
        if not self._meant(query):
            return query.strip()
        conditions = [each.strip() for each in _AND.split(query) if "(" in each and not self._meant(each)]
        return " and ".join([self.to, *conditions])


def with_features(prelude: str, meant: Callable[[str, str], bool], to: str) -> str:
    """Return a prelude with ``to`` in place of each bracket whose name and value are ``meant``."""
    return _FEATURE.sub(lambda match: to if meant(*_feature(match[0])) else match[0], prelude)


@lru_cache(maxsize=1024)
def features(prelude: str) -> tuple[tuple[str, str], ...]:
    """Return the features of a media query list with their values, in small letters."""
    return tuple(map(_feature, _FEATURE.findall(without_comments(prelude))))


def _feature(text: str) -> tuple[str, str]:
    inner = text[1:-1].lower()
    name, colon, value = inner.partition(":")
    if colon:
        return name.strip(), value.strip()
    found = _RANGE_NAME.search(inner)
    return (found[0], "") if found else ("", "")


def _plain(name: str) -> str:
    return name.removeprefix("-webkit-").removeprefix("min-").removeprefix("max-").removeprefix("device-")


def _percentage(node: Node) -> bool:
    return isinstance(node, StyleRule) and "%" in node.prelude
