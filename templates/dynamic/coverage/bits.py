"""Formulas asked of many contacts at once: a byte a contact, 0 or 1, in integers as long as the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from templates.dynamic.coverage.facts import Facts
from templates.dynamic.coverage.formula import Ask, Constant, Formula, Negation
from templates.dynamic.coverage.question import MISSING, Question
from templates.dynamic.rule.columns import Column, ContactColumns
from templates.dynamic.rule.path import contact_property, names_of, path_of, segment_id


class ContactBits:
    """The contacts for whom formulas hold.

    A question is asked once for each value that is found in its column, or for each combination of the values that it
    reads, never once for each contact.
    """

    def __init__(
        self, columns: ContactColumns, facts: Facts, members: Mapping[str, bytes], check: Callable[[], object]
    ) -> None:
        """``members`` says of each segment who is in it (rule/bulk.py); ``check`` may raise to stop."""
        self.count = columns.count
        self._columns, self._facts, self._members, self._check = columns, facts, members, check
        self.everybody = int.from_bytes(b"\1" * self.count, "little")
        self._answers: dict[Question, int] = {}

    def of(self, formula: Formula) -> int:
        """Return the contacts for whom ``formula`` holds."""
        if isinstance(formula, Constant):
            return self.everybody if formula.value else 0
        if isinstance(formula, Ask):
            return self._asked(formula.question)
        if isinstance(formula, Negation):
            return self.everybody ^ self.of(formula.part)
        found = self.everybody if formula.kind == "all" else 0
        for part in formula.parts:
            found = found & self.of(part) if formula.kind == "all" else found | self.of(part)
        return found

    def flags(self, bits: int) -> bytes:
        """Return a byte for each contact."""
        return bits.to_bytes(self.count, "little")

    # Inside

    def _asked(self, question: Question) -> int:
        if question not in self._answers:
            self._check()
            self._answers[question] = int.from_bytes(self._flags_of(question), "little")
        return self._answers[question]

    def _flags_of(self, question: Question) -> bytes:
        if question.kind == "segment":
            return self._members.get(question.source, bytes(self.count))
        paths = self._paths(question)
        if len(paths) == 1 and contact_property(paths[0]) is not None:
            return self._column(paths[0]).where(lambda value: bool(self._answer(question, paths[0], value)))
        return self._of_many(question, paths)

    def _paths(self, question: Question) -> tuple[str, ...]:
        """Return what is different from contact to contact; for whoever takes all of a contact all there is."""
        every = {"contact": self._columns.names, "segment": tuple(self._members)}
        found: list[str] = []
        for path in self._facts.free_paths(question):
            found += [path_of(path, name) for name in every[path]] if path in every else [path]
        return tuple(dict.fromkeys(found))

    def _answer(self, question: Question, path: str, value: Any) -> bool | None:
        self._check()
        return self._facts.evaluate(question, path, MISSING if value is None else value)

    def _of_many(self, question: Question, paths: tuple[str, ...]) -> bytes:
        columns = [self._column(path) for path in paths]
        rows = list(zip(*(column.codes for column in columns), strict=True)) if columns else [()] * self.count
        verdicts: dict[tuple[int, ...], bool] = {}
        for row in dict.fromkeys(rows):
            self._check()
            values = [column.values[code] for column, code in zip(columns, row, strict=True)]
            given = {path: value for path, value in zip(paths, values, strict=True) if value is not None}
            verdicts[row] = self._facts.rendered(question, given)
        return bytes(map(verdicts.__getitem__, rows))

    def _column(self, path: str) -> Column:
        """Return the column at ``path``; what lies deeper than a property or a segment is nowhere in a table."""
        segment = segment_id(path)
        if segment is not None:
            return Column(self._members.get(segment, bytes(self.count)), (False, True))
        name = contact_property(path)
        return self._columns.column(names_of(path)[1] if name is not None else "")
