"""Declarations as one client writes them, by its rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from renderers.clients.css.sheet import AtRule, Declaration, Node, StyleRule, parse_declarations
from renderers.clients.rules.declaration_rule import DeclarationRule, Where
from renderers.clients.rules.rule import Told
from renderers.clients.rules.sheets import Nodes, Rewriter

_NO_STYLES = frozenset(("font-face", "page", "property", "counter-style", "font-feature-values"))

Rules = tuple[Told[DeclarationRule], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """What a rule made of a declaration; ``after`` is None when nothing is left of it."""

    told: Told[DeclarationRule]
    before: Declaration
    after: Declaration | None


class Rewritten:
    """The rules of a client, applied."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.style = lru_cache(maxsize=8192)(self._style)
        self.sheet = Rewriter(self._sheet)
        self._about_known = lru_cache(maxsize=2048)(self._find_about)
        names = {name for told in rules for name in told.rule.properties}
        self._known = frozenset(names)
        self._beginnings = tuple(name[:-1] for name in names if name.endswith("*") and name != "*")
        self._about_any = tuple(told for told in rules if "*" in told.rule.properties)

    def _style(self, text: str) -> tuple[tuple[Declaration, ...], tuple[Made, ...]]:
        """Return the declarations of a ``style`` attribute, and what was made of which."""
        kept, made = self._declarations(parse_declarations(text), "attribute")
        fatal = tuple(each for each in made if each.told.rule.then == "attribute-removed")
        return ((), fatal) if fatal else (kept, made)

    def _sheet(self, nodes: Nodes) -> tuple[Nodes, tuple[Made, ...]]:
        """Return the rules of a style block, and what was made of which declaration."""
        made: list[Made] = []
        return self._nodes(nodes, made), tuple(made)

    def _nodes(self, nodes: Nodes, made: list[Made]) -> Nodes:
        kept: list[Node] = []
        for node in nodes:
            match node:
                case Declaration():
                    left, more = self._declaration(node, "block")
                    made += more
                    kept += [left] if left else []
                case StyleRule(body=body) | AtRule(body=tuple() as body) if getattr(node, "name", "") not in _NO_STYLES:
                    inner = self._nodes(body, made)
                    kept.append(node if inner == body else replace(node, body=inner))
                case _:
                    kept.append(node)
        return tuple(kept)

    def _declarations(
        self, given: Sequence[Declaration], where: Where
    ) -> tuple[tuple[Declaration, ...], tuple[Made, ...]]:
        kept: list[Declaration] = []
        made: list[Made] = []
        for each in given:
            left, more = self._declaration(each, where)
            made += more
            kept += [left] if left else []
        return tuple(kept), tuple(made)

    def _declaration(self, given: Declaration, where: Where) -> tuple[Declaration | None, Sequence[Made]]:
        rules = self._about(given.name)
        return self._by_rules(given, where, rules) if rules else (given, ())

    def _by_rules(self, given: Declaration, where: Where, rules: Rules) -> tuple[Declaration | None, Sequence[Made]]:
        made: list[Made] = []
        left: Declaration | None = given
        for told in rules:
            if left and told.rule.fits(left, where):
                after = told.rule.becomes(left)
                if after != left:
                    made.append(Made(told, left, after))
                left = after
        return left, made

    def _about(self, name: str) -> Rules:
        """Return the rules about a property; a sheet may hold thousands of properties that nobody knows."""
        known = name in self._known or name.startswith(self._beginnings)
        return self._about_known(name) if known else self._about_any

    def _find_about(self, name: str) -> Rules:
        return tuple(each for each in self.rules if each.rule.about(name))
