"""Media queries and other @-rules that a client removes or rewrites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from renderers.clients.change import Change
from renderers.clients.css.sheet import AtRule, Node, StyleRule, declaration
from renderers.clients.features.detect import declaration_features
from renderers.clients.features.verdicts import shown
from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail
from renderers.clients.notes import NotedSettings, noted
from renderers.clients.profile import Mode
from renderers.clients.rules.at_rule import AtRuleRule, with_features
from renderers.clients.rules.rule import Told
from renderers.clients.rules.sheets import Nodes, Rewriter, rewrite_blocks
from renderers.clients.stage import Stage
from renderers.clients.support import Table, table


class AtRules(NotedSettings):
    """Nothing but what notes tell."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What a rule made of an @-rule; ``after`` is None when it goes."""

    told: Told[AtRuleRule]
    before: AtRule
    after: AtRule | None


def apply(mail: Mail, settings: AtRules) -> Iterable[Change]:
    """Rewrite the blocks."""
    reader = _reader(settings, mail.client.caniemail, mail.mode, table())
    if reader.rules:
        for element, made in rewrite_blocks(mail, reader.sheet):
            yield _said(mail, element, made)


def _said(mail: Mail, element: Element, made: _Made) -> Change:
    rule, evidence, code = made.told.name, made.told.evidence, _heading(made.before)
    if made.after is None:
        return mail.change(rule, "The rule {code} is removed: it is not read.", element, evidence=evidence, code=code)
    after = _heading(made.after)
    if after == code:
        return mail.change(
            rule, "The rule {code} loses a part that is not read.", element, evidence=evidence, code=code
        )
    return mail.change(rule, "The rule {code} becomes {after}.", element, evidence=evidence, code=code, after=after)


def _heading(node: AtRule) -> str:
    return shown(f"@{node.name} {node.prelude}")


@lru_cache(maxsize=256)
def _reader(settings: AtRules, client: str, mode: Mode, rows: Table) -> _Reader:
    rules = noted(settings, client, rows, AtRuleRule)
    dead = frozenset(slug for slug, cell in rows.column(client).items() if cell.code == "n")
    return _Reader(tuple(each for each in rules if each.rule.mode in ("", mode)), dead)


@dataclass(frozen=True, eq=False)
class _Reader:
    """One client's rules, applied to sheets. ``dead`` are the features that it does not support."""

    rules: tuple[Told[AtRuleRule], ...]
    dead: frozenset[str]

    @cached_property
    def sheet(self) -> Rewriter[_Made]:
        return Rewriter(self._sheet)

    def _sheet(self, nodes: Nodes) -> tuple[Nodes, tuple[_Made, ...]]:
        made: list[_Made] = []
        return tuple(self._nodes(nodes, made, ())), tuple(made)

    def _nodes(self, nodes: Nodes, made: list[_Made], around: tuple[str, ...]) -> Iterator[Node]:
        for node in nodes:
            left = self._at_rule(node, made, around) if isinstance(node, AtRule) else node
            if isinstance(left, (AtRule, StyleRule)) and left.body:
                inside = (*around, left.name) if isinstance(left, AtRule) else around
                body = tuple(self._nodes(left.body, made, inside))
                left = left if body == left.body else replace(left, body=body)
            if left:
                yield left

    def _at_rule(self, node: AtRule, made: list[_Made], around: tuple[str, ...]) -> AtRule | None:
        left: AtRule | None = node
        for each in self.rules:
            if left and each.rule.fits(left, within=left.name in around):
                after = self._supported(left, each.rule.to) if each.rule.unsupported else each.rule.becomes(left)
                if after != left:
                    made.append(_Made(each, left, after))
                left = after
        return left

    def _supported(self, node: AtRule, to: str) -> AtRule:
        return replace(node, prelude=with_features(node.prelude, self._unsupported, to))

    def _unsupported(self, name: str, value: str) -> bool:
        return not self.dead.isdisjoint(declaration_features(declaration(name, value)))


STAGE = Stage("at-rules", AtRules, apply)
