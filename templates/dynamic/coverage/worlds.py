"""Formulas as diagrams of what can be: values of one name exclude each other, segments mean their rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from templates.dynamic.coverage.diagram import DEEPEST, FALSE, TRUE, Diagrams, OutOfStepsError
from templates.dynamic.coverage.facts import Facts
from templates.dynamic.coverage.formula import Ask, Constant, Formula, Junction, Negation, questions
from templates.dynamic.coverage.question import Answer, Question, segment_question
from templates.dynamic.coverage.values import ValueClass, value_classes
from templates.dynamic.rule.path import contact_property

STEPS = 200_000  # of reasoning for each question that is put: about a third of a second


class Worlds:
    """Turns formulas of one mail into diagrams; a name's values and a segment's rule are worked out when first met."""

    def __init__(self, formulas: Iterable[Formula], facts: Facts, steps: int) -> None:
        """``formulas`` are all that will be asked for: their tests decide which values are told apart."""
        self.facts = facts
        self.diagrams = Diagrams(steps)
        every = [*formulas, *facts.rules.values()]
        self._all = dict.fromkeys(each for formula in every for each in questions(formula) if each.kind != "segment")
        self._together = self._by_path()
        self._shared = Counter(path for each in self._all for path in facts.free_paths(each))
        self._next = 0
        self._nodes: dict[Question, int] = {}
        self._formulas: dict[Formula, int] = {}
        self._resolving: set[str] = set()
        self.loose = False
        """Whether questions that have to do with each other are taken for independent ones."""

    def node(self, formula: Formula) -> int:
        """Return the diagram of ``formula``. Raises OutOfStepsError."""
        if isinstance(formula, Constant):
            return TRUE if formula.value else FALSE
        if isinstance(formula, Ask):
            return self._question(formula.question)
        known = self._formulas.get(formula)
        if known is None:
            known = self._formulas[formula] = self._made(formula)
        return known

    def segment(self, name: str) -> int:
        """Return where a reader is in the segment: what its rule says."""
        return self._question(segment_question(name))

    def asked_paths(self) -> tuple[str, ...]:
        """Return the contact's properties that only tests of segments' rules read, each test no other name."""
        asked = {path: group for path, group in self._together.items() if contact_property(path) is not None}
        return tuple(path for path, group in asked.items() if all(one.kind == "rule" for one in group))

    def examples(self, path: str) -> tuple[Any, ...]:
        """Return a value of each class that the tests of ``path`` tell apart, MISSING among them."""
        group = self._together[path]
        found = tuple(one.example for one in self._classes(path, group))
        lists = self.facts.type_of(path) == "list"
        return (*found, *([one] for one in _mentioned(group, self.facts))) if lists else found

    def needed(self, path: str, node: int) -> list[Any]:
        """Return what the list at ``path`` holds wherever ``node`` is. Raises OutOfStepsError."""
        tests = [(one, one.test) for one in self._together[path] if one.test and one.test.operator == "contains"]
        return [
            value
            for question, test in tests
            if not self.diagrams.meet(node, self.diagrams.opposite(self._question(question)))
            for value in test.values
        ]

    def valued(self, path: str, value: Any) -> int:
        """Return where the tests of ``path`` have the answers that they give for ``value``. Raises OutOfStepsError."""
        node = TRUE
        for question in self._together[path]:
            asked = self._question(question)
            given = asked if self.facts.evaluate(question, path, value) else self.diagrams.opposite(asked)
            node = self.diagrams.both(node, given)
        return node

    # Inside

    def _made(self, formula: Negation | Junction) -> int:
        if isinstance(formula, Negation):
            return self.diagrams.opposite(self.node(formula.part))
        every = formula.kind == "all"
        node = TRUE if every else FALSE
        for part in formula.parts:
            node = self.diagrams.both(node, self.node(part)) if every else self.diagrams.either(node, self.node(part))
        return node

    def _question(self, question: Question) -> int:
        node = self._nodes.get(question)
        if node is None:
            node = self._nodes[question] = self._asked(question)
        return node

    def _asked(self, question: Question) -> int:
        if question.kind == "segment":
            return self._segment(question.source)
        paths = self.facts.free_paths(question)
        group = self._together.get(paths[0], []) if len(paths) == 1 else []
        if not group:
            self.loose |= any(self._shared[path] > 1 for path in paths)
            return self._variable()
        self._divide(paths[0], group)
        return self._nodes[question]

    def _segment(self, name: str) -> int:
        rule = self.facts.rules.get(name)
        if rule is None:
            return FALSE
        if name in self._resolving or rule == _segment(name):  # a rule that asks for itself says nothing
            return self._variable()
        self._resolving.add(name)
        try:
            return self.node(rule)
        finally:
            self._resolving.discard(name)

    def _variable(self) -> int:
        self._next += 1
        if self._next > DEEPEST:
            raise OutOfStepsError
        return self.diagrams.variable(self._next)

    def _divide(self, path: str, group: Sequence[Question]) -> None:
        """Give each question about one name its diagram: over the number of the value's class, in binary."""
        classes = self._classes(path, group)
        bits = [self._variable() for _ in range((len(classes) - 1).bit_length())]
        for question in group:
            node = self._chosen(bits, [question in one.true for one in classes], 0, 1 << len(bits))
            unsure = [question in one.open for one in classes]
            if any(unsure):
                self.loose |= len(group) > 1 and not _independent(group, self.facts.type_of(path))
                maybe = self.diagrams.both(self._variable(), self._chosen(bits, unsure, 0, 1 << len(bits)))
                node = self.diagrams.either(node, maybe)
            self._nodes[question] = node

    def _classes(self, path: str, group: Sequence[Question]) -> tuple[ValueClass, ...]:
        def evaluate(question: Question, value: Any) -> Answer:
            return self.facts.evaluate(question, path, value)

        return value_classes(group, self.facts.type_of(path), _mentioned(group, self.facts), evaluate)

    def _chosen(self, bits: Sequence[int], wanted: Sequence[bool], start: int, end: int) -> int:
        """Return where the number, from ``start`` to ``end``, is of a wanted class; the last has all that is left."""
        if start >= len(wanted) - 1 or end - start == 1:
            return TRUE if wanted[min(start, len(wanted) - 1)] else FALSE
        middle = (start + end) // 2
        low = self._chosen(bits[1:], wanted, start, middle)
        high = self._chosen(bits[1:], wanted, middle, end)
        if low == high:
            return low
        first = bits[0]
        yes = self.diagrams.both(first, high)
        return self.diagrams.either(yes, self.diagrams.both(self.diagrams.opposite(first), low))

    def _by_path(self) -> dict[str, list[Question]]:
        """Return the questions that read one unknown name alone, by that name."""
        found: dict[str, list[Question]] = defaultdict(list)
        for question in self._all:
            paths = self.facts.free_paths(question)
            if len(paths) == 1:
                found[paths[0]].append(question)
        return found


def _segment(name: str) -> Formula:
    return Ask(segment_question(name))


def _independent(group: Sequence[Question], kind: str) -> bool:
    """Whether all tests but exact ones ask what a list holds: a list may hold anything together."""
    asked = [one.test for one in group if not one.exact]
    return kind == "list" and all(test is not None and test.operator == "contains" for test in asked)


def _mentioned(group: Sequence[Question], facts: Facts) -> list[Any]:
    """Return the constants that questions compare with, and the days at which a number of days ends."""
    found: list[Any] = []
    for question in group:
        if question.plain is not None:
            found += question.plain.constants
        if question.test is not None:
            found += question.test.values
            if question.test.operator in {"in_last_days", "in_next_days"}:
                found += _days(question.test.values, facts)
    return found


def _days(values: Sequence[Any], facts: Facts) -> list[Any]:
    counts = [one for one in values if isinstance(one, int) and abs(one) < 100_000]
    return [facts.today + timedelta(days=by) for count in counts for by in (-count, 0, count)]
