"""Asking rules of all contacts at once, column by column: the same answers as ``ask`` gives for each.

An answer is a byte for each contact, 0 or 1. As one large integer such bytes are joined by ``and``, ``or`` and ``not``
in no time; what takes time is asking each distinct value of a column once.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial, reduce
from operator import and_, or_
from typing import Protocol

from templates.compile.limits import metered
from templates.dynamic.contact_table import ContactTable
from templates.dynamic.properties import PropertyType
from templates.dynamic.rule.ask import answer
from templates.dynamic.rule.columns import ContactColumns
from templates.dynamic.rule.matches import matches
from templates.dynamic.rule.names import names_in
from templates.dynamic.rule.normal import normal
from templates.dynamic.rule.order import dependency_order, rule_name
from templates.dynamic.rule.parse import parse_rule
from templates.dynamic.rule.path import contact_property, segment_id
from templates.dynamic.rule.syntax import SECONDS
from templates.dynamic.rule.tree import Group, Not, Other, Rule, Test
from templates.dynamic.rule.write import rule_text
from templates.errors import LimitError

ALL_SECONDS = 60.0  # for one expression that only Jinja can compute


class HasRule(Protocol):
    """What ``members`` needs of a segment."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def rule(self) -> str:
        """The text of its rule."""


def members(
    segments: Iterable[HasRule], table: ContactTable, *, types: Mapping[str, PropertyType], today: date
) -> dict[str, bytes]:
    """Return who is in which segment: by id a byte for each contact, 1 inside, 0 outside.

    Raises InputError for a rule that cannot be read or refers to itself, LimitError for one that takes too long.
    """
    return members_in(segments, ContactColumns(table, types), today)


def members_in(segments: Iterable[HasRule], columns: ContactColumns, today: date) -> dict[str, bytes]:
    """Return the same for a table that is ready for questions. Raises like ``members``."""
    rules = {segment.id: segment.rule for segment in segments}
    found: dict[str, bytes] = {}
    for id_ in dependency_order(rules):
        found[id_] = column_bits(parse_rule(rules[id_], rule_name(id_)), columns, today=today, members=found)
    return {id_: found[id_] for id_ in rules}


def column_bits(
    question: Rule | str, columns: ContactColumns, *, today: date, members: Mapping[str, bytes] | None = None
) -> bytes:
    """Return a byte for each contact: 1 where ``question``, a rule or its text, holds.

    ``members`` are the answers for the segments that it names; one that is not among them has nobody in it. Raises
    InputError, LimitError.
    """
    rule = parse_rule(question) if isinstance(question, str) else normal(question)
    return _bytes(_Bulk(columns, today, members or {}).bits(rule), columns.count)


class _Bulk:
    """Answers as integers, a byte a contact."""

    def __init__(self, columns: ContactColumns, today: date, members: Mapping[str, bytes]) -> None:
        self._columns = columns
        self._today = today
        self._members = members
        self._all = _integer(b"\1" * columns.count)

    def bits(self, rule: Rule) -> int:
        if isinstance(rule, Group):
            parts = (self.bits(part) for part in rule.parts)
            return reduce(or_, parts) if rule.kind == "any" and rule.parts else reduce(and_, parts, self._all)
        if isinstance(rule, Not):
            return self._all ^ self.bits(rule.part)
        return _integer(self._computed(rule.text) if isinstance(rule, Other) else self._test(rule))

    def _test(self, test: Test) -> bytes:
        asked = segment_id(test.path)
        if asked is not None and test.operator in {"true", "false"}:
            inside = self._members.get(asked, bytes(self._columns.count))
            return inside if test.operator == "true" else _bytes(self._all ^ _integer(inside), self._columns.count)
        name = contact_property(test.path)
        if name is None:
            return self._computed(rule_text(test))
        return self._columns.column(name).where(partial(matches, test, today=self._today))

    def _computed(self, text: str) -> bytes:
        """What only Jinja can compute: once for each combination of what it reads."""
        read = names_in(text)
        names = self._columns.names if read.whole_contact else read.property_names()
        columns = [self._columns.column(name) for name in names]
        segments = [id_ for id_ in read.segment_ids() if id_ in self._members]
        vectors = [*(column.codes for column in columns), *(self._members[id_] for id_ in segments)]
        rows = list(zip(*vectors, strict=True)) if vectors else [()] * self._columns.count
        answers: dict[tuple[int, ...], bool] = {}
        deadline = time.monotonic() + ALL_SECONDS
        for row in dict.fromkeys(rows):
            cells = zip(names, columns, row, strict=False)  # behind the columns come the segments
            contact = {name: column.values[code] for name, column, code in cells}
            inside = {id_ for id_, flag in zip(segments, row[len(columns) :], strict=True) if flag}
            answers[row] = self._ask(text, contact, inside)
            _check_time(deadline)
        return bytes(map(answers.__getitem__, rows))

    def _ask(self, text: str, contact: Mapping[str, object], inside: set[str]) -> bool:
        there = {name: value for name, value in contact.items() if value is not None}
        with metered(SECONDS):
            return answer(text, there, self._today, inside)


def _check_time(deadline: float) -> None:
    if time.monotonic() > deadline:
        raise LimitError(
            "This rule took longer than {seconds} s for all contacts and was stopped.",
            advice="Write it with simple comparisons of one property each.",
            seconds=ALL_SECONDS,
        )


def _integer(flags: bytes) -> int:
    return int.from_bytes(flags, "little")


def _bytes(bits: int, count: int) -> bytes:
    return bits.to_bytes(count, "little")
