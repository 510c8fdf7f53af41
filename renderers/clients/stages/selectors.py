"""Selectors that a client cannot read, and rules that it takes out of one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from renderers.clients.change import Change
from renderers.clients.css.sheet import AtRule, Node, StyleRule
from renderers.clients.features.verdicts import shown
from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail
from renderers.clients.notes import NotedSettings, noted
from renderers.clients.rules.rule import Told
from renderers.clients.rules.selector_rule import SelectorRule
from renderers.clients.rules.sheets import Nodes, Rewriter, rewrite_blocks
from renderers.clients.stage import Stage
from renderers.clients.support import Table, table

_NO_SELECTORS = frozenset(("keyframes", "-webkit-keyframes", "-moz-keyframes", "font-face", "page"))


class Selectors(NotedSettings):
    """Nothing but what notes tell."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What a rule made of a selector; ``after`` is empty when it goes; ``nested``: what was in it stays."""

    told: Told[SelectorRule]
    before: str
    after: str = ""
    nested: bool = False


def apply(mail: Mail, settings: Selectors) -> Iterable[Change]:
    """Rewrite the blocks."""
    reader = _reader(settings, mail.client.caniemail, table())
    if reader.rules:
        for element, made in rewrite_blocks(mail, reader.sheet):
            yield _said(mail, element, made)


def _said(mail: Mail, element: Element, made: _Made) -> Change:
    rule, evidence, code = made.told.name, made.told.evidence, shown(made.before)
    if made.nested:
        return mail.change(
            rule,
            "The nested selector {code} is removed: its declarations go to the rule around it.",
            element,
            evidence=evidence,
            code=code,
        )
    if made.after:
        return mail.change(
            rule, "The selector {code} becomes {after}.", element, evidence=evidence, code=code, after=shown(made.after)
        )
    return mail.change(rule, "The selector {code} is removed: it is not read.", element, evidence=evidence, code=code)


@lru_cache(maxsize=128)
def _reader(settings: Selectors, client: str, rows: Table) -> _Reader:
    return _Reader(noted(settings, client, rows, SelectorRule))


@dataclass(frozen=True, eq=False)
class _Reader:
    """One client's rules, applied to sheets."""

    rules: tuple[Told[SelectorRule], ...]

    @cached_property
    def sheet(self) -> Rewriter[_Made]:
        return Rewriter(self._sheet)

    @cached_property
    def _nesting(self) -> Told[SelectorRule] | None:
        return next((each for each in self.rules if each.rule.nested), None)

    def _sheet(self, nodes: Nodes) -> tuple[Nodes, tuple[_Made, ...]]:
        made: list[_Made] = []
        return tuple(self._nodes(nodes, made)), tuple(made)

    def _nodes(self, nodes: Nodes, made: list[_Made]) -> Iterator[Node]:
        for node in nodes:
            match node:
                case StyleRule():
                    yield from self._rule(node, made)
                case AtRule(body=tuple() as body) if node.name not in _NO_SELECTORS:
                    inner = tuple(self._nodes(body, made))
                    yield node if inner == body else replace(node, body=inner)
                case _:
                    yield node

    def _rule(self, rule: StyleRule, made: list[_Made]) -> Iterator[StyleRule]:
        selectors = tuple(filter(None, (self._selector(each, made) for each in rule.selectors)))
        if not selectors:
            return
        body = tuple(self._flat(rule.body, self._nesting, made) if self._nesting else self._nodes(rule.body, made))
        left = rule if selectors == rule.selectors else rule.with_selectors(selectors)
        yield left if body == rule.body else replace(left, body=body)

    def _selector(self, selector: str, made: list[_Made]) -> str:
        for each in self.rules:
            after = each.rule.written(selector) if each.rule.allows(selector) else ""
            if after != selector:
                made.append(_Made(each, selector, after))
                return after
        return selector

    def _flat(self, nodes: Nodes, nesting: Told[SelectorRule], made: list[_Made]) -> Iterator[Node]:
        """Yield the body of a rule without rules in it; the declarations of those stay when they are flattened."""
        flattened = nesting.rule.nested == "flattened"
        for node in nodes:
            if isinstance(node, StyleRule):
                made.append(_Made(nesting, node.prelude, nested=flattened))
                if flattened:
                    yield from self._flat(node.body, nesting, made)
            else:
                yield node


STAGE = Stage("selectors", Selectors, apply)
