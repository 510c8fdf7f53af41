"""From the text of a rule to its tree.

``and``, ``or``, ``not`` and brackets are taken apart by Jinja's tokens, so that what no test can say stays in the tree
with its text as it was written; what stands between them is read by Jinja's own parser (leaf.py). Reads every form
that write.py writes and many that people do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from templates.compile.limits import metered
from templates.dynamic.rule.leaf import Piece, piece_of
from templates.dynamic.rule.normal import ORDERING, grouped, opposite
from templates.dynamic.rule.syntax import SECONDS, Token, plain_lines, tokens_of, too_deep, tree_of
from templates.dynamic.rule.tree import EVERYBODY, Group, Operator, Other, Rule, Test

_DAYS = frozenset(["in_last_days", "in_next_days"])


def parse_rule(text: str, name: str = "rule") -> Rule:
    """Return the tree of ``text``; nothing but white space holds for everybody.

    Raises InputError or LimitError for what is no expression, with line and column in the file ``name``.
    """
    text = plain_lines(text)
    if not text.strip():
        return EVERYBODY
    tokens = tokens_of(text, name)
    try:
        with metered(SECONDS):
            return _Reader(text, tokens).piece(0, len(tokens), 0).rule
    except RecursionError:
        raise too_deep(name) from None


class _Reader:
    """Reads ranges of tokens."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._text = text
        self._tokens = tokens

    def piece(self, start: int, end: int, depth: int) -> Piece:
        """Read the tokens from ``start`` to ``end``, which stand in ``depth`` brackets."""
        if self._words("if", start, end, depth):
            return self._leaf(start, end)
        kinds: tuple[tuple[str, Literal["any", "all"]], ...] = (("or", "any"), ("and", "all"))
        for word, kind in kinds:
            if cuts := self._words(word, start, end, depth):
                edges = zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True)
                return _joined(kind, [self.piece(*edge, depth) for edge in edges])
        if self._tokens[start].text == "not":
            return Piece(opposite(self.piece(start + 1, end, depth).rule))
        if self._bracketed(start, end, depth):
            inner = self.piece(start + 1, end - 1, depth + 1)
            return replace(inner, test=None) if isinstance(inner.rule, Group) else inner
        return self._leaf(start, end)

    def _words(self, word: str, start: int, end: int, depth: int) -> list[int]:
        """Where ``word`` stands as a word of the language: a member or a filter may have its name."""
        return [
            at
            for at in range(start, end)
            if self._tokens[at][1:] == ("name", word, depth)
            and (at == start or self._tokens[at - 1].text not in {".", "|", "is"})
        ]

    def _bracketed(self, start: int, end: int, depth: int) -> bool:
        """Whether one pair of brackets holds the whole range, and no list of values."""
        first, inner = self._tokens[start], self._tokens[start + 1 : end - 1]
        closing = next((at for at in range(start + 1, end) if self._tokens[at].depth <= depth), end)
        return first.text == "(" and closing == end - 1 and bool(inner) and not _separated(inner, depth + 1)

    def _leaf(self, start: int, end: int) -> Piece:
        text = self._text[self._tokens[start].start : self._tokens[end - 1].end]
        return piece_of(tree_of(text)) or Piece(Other(text))


def _separated(tokens: Sequence[Token], depth: int) -> bool:
    return any(token.text == "," and token.depth == depth for token in tokens)


def _joined(kind: Literal["any", "all"], pieces: list[Piece]) -> Piece:
    if kind == "all":
        rules = _without_guards(pieces)
        return Piece(grouped(Group("all", tuple(rules))))
    chosen = _choice(pieces)
    return Piece(chosen or Group("any", tuple(piece.rule for piece in pieces)))


def _choice(pieces: list[Piece]) -> Test | None:
    """``x|default("") == "a" or x|default("") == "b"``: one test of a list of values."""
    tests = [piece.test for piece in pieces if piece.test is not None and not piece.if_missing]
    return _merged(tests, "is", "in") if len(tests) == len(pieces) else None


def _merged(tests: Sequence[Test], each: Operator, operator: Operator) -> Test | None:
    """The one test of all values of ``tests``, if each asks the same of the same name but for the value."""
    cases = {test.ignore_case for test in tests if any(isinstance(value, str) for value in test.values)}
    if len(cases) > 1 or any((test.path, test.operator) != (tests[0].path, each) for test in tests):
        return None
    return Test(tests[0].path, operator, tuple(value for test in tests for value in test.values), True in cases)


def _without_guards(pieces: list[Piece]) -> list[Rule]:
    """The rules of ``pieces``; a guard and the comparisons it is for become one test."""
    rules: list[Rule] = []
    at = 0
    while at < len(pieces):
        rule, count = _guarded(pieces, at) or (pieces[at].rule, 1)
        rules.append(rule)
        at += count
    return rules


def _guarded(pieces: list[Piece], at: int) -> tuple[Test, int] | None:
    """``x|default("") != ""`` at ``at`` and what it guards: the test, and how many pieces it is made of."""
    guard = pieces[at].test
    if guard is None or guard.operator != "exists" or pieces[at].if_missing:
        return None  # no guard, or one whose own default lets a missing value pass
    tests = [piece.test for piece in pieces[at + 1 :]]
    if not tests or tests[0] is None or tests[0].path != guard.path:
        return None
    first = tests[0]
    if first.operator in ORDERING:
        return _bounds(first, tests[1] if len(tests) > 1 else None)
    if first.operator in _DAYS:
        return first, 2
    if not pieces[at + 1].if_missing or first.operator == "exists_not":
        return None
    if first.operator == "is_not":
        return _excluded(tests)
    return first, 2


def _bounds(low: Test, high: Test | None) -> tuple[Test, int]:
    if high is None or (low.operator, high.operator, low.path) != ("at_least", "at_most", high.path):
        return low, 2
    return Test(low.path, "between", (*low.values, *high.values)), 3


def _excluded(tests: Sequence[Test | None]) -> tuple[Test, int]:
    """As many ``x|default("") != "a"`` as belong together."""
    run: list[Test] = []
    for test in tests:
        if test is None or _merged([*run, test], "is_not", "not_in") is None:
            break
        run.append(test)
    merged = _merged(run, "is_not", "not_in") if len(run) > 1 else None
    return merged or run[0], 1 + len(run)
