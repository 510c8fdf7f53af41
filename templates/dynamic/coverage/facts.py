"""What is known before anybody reads the mail: the data set, the day, the segments' rules, the properties' types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from templates.compile.context import Segments
from templates.compile.personalise import render_plain
from templates.dynamic.coverage.formula import NEVER, Ask, Constant, Formula, replaced
from templates.dynamic.coverage.question import MISSING, Answer, Question
from templates.dynamic.coverage.rules import rule_formulas
from templates.dynamic.properties import PropertyType
from templates.dynamic.rule.ask import holds
from templates.dynamic.rule.matches import matches
from templates.dynamic.rule.path import contact_property, names_of, segment_id
from templates.dynamic.segment import Segment
from templates.dynamic.typed import sent
from templates.errors import MailwrightError

_READERS_OWN = frozenset(["contact", "segment"])
_GIVEN = frozenset(["brand", "sender", "links", "today"])  # which no data set changes


@dataclass(frozen=True)
class Facts:
    """``context`` are the mail's names but ``contact`` and ``segment``; ``types`` are those of contacts' properties.

    With ``fixed`` the message's variables are those of the data set, otherwise they may be anything.
    """

    segments: Sequence[Segment]
    types: Mapping[str, PropertyType]
    today: date
    context: Mapping[str, Any] = field(repr=False, default_factory=dict)
    fixed: bool = True

    @cached_property
    def rules(self) -> Mapping[str, Formula]:
        """What each segment's rule says, by the segment's id."""
        return rule_formulas(self.segments)

    def known(self, formula: Formula) -> Formula:
        """Return the formula with an answer for whatever does not depend on the reader.

        A segment that does not exist holds nobody.
        """
        answers: dict[Question, Formula] = {}

        def answer(question: Question) -> Formula:
            if question not in answers:
                answers[question] = self._answer(question)
            return answers[question]

        return replaced(formula, answer)

    def _answer(self, question: Question) -> Formula:
        if question.kind == "segment":
            return Ask(question) if question.source in self.rules else NEVER
        if question.about_contact or not (self.fixed or self._is_given(question)):
            return Ask(question)
        return Constant(value=self.rendered(question, {}))

    def _is_given(self, question: Question) -> bool:
        """Whether a question asks for brand, sender and the day only."""
        return all(names_of(path)[0] in _GIVEN for path in question.paths)

    def free_paths(self, question: Question) -> tuple[str, ...]:
        """Return what a question reads of the things that are not known."""
        if not self.fixed:
            return tuple(path for path in question.paths if names_of(path)[0] not in _GIVEN)
        return tuple(path for path in question.paths if names_of(path)[0] in _READERS_OWN)

    def type_of(self, path: str) -> str:
        """Return the property type of a contact's value, "" when nobody knows."""
        names = names_of(path)
        return self.types.get(names[1], "") if len(names) == 2 and names[0] == "contact" else ""

    def evaluate(self, question: Question, path: str, value: Any) -> Answer:
        """Answer a question with the typed ``value`` (MISSING for none) as the one thing it reads."""
        if question.test is not None:
            return matches(question.test, None if value is MISSING else value, self.today)
        if question.plain is not None:
            return question.plain(sent(value))
        return self._held(question, path, value) if question.kind == "rule" else self.rendered(question, {path: value})

    def _held(self, question: Question, path: str, value: Any) -> bool:
        """Answer a part of a rule that no test can say; what is more than one property of the contact is no."""
        name = contact_property(path)
        contact = {} if name is None or value is MISSING else {name: value}
        try:
            return holds(question.source, contact, types=self.types, today=self.today)
        except MailwrightError:
            return False

    def rendered(self, question: Question, values: Mapping[str, Any]) -> bool:
        """Answer a question by the mail's own language, with ``values`` by their paths; what fails is no."""
        members = {segment_id(path) or "" for path, value in values.items() if value is True}
        names: dict[str, Any] = {**self.context, "contact": {}, "segment": Segments(members), "today": self.today}
        for path, value in values.items():
            if value is not MISSING and segment_id(path) is None:
                _put(names, names_of(path), sent(value))
        try:
            return bool(render_plain(question.source, names).strip())
        except MailwrightError:
            return False


def _put(names: dict[str, Any], path: Sequence[str], value: Any) -> None:
    """Put ``value`` where a path leads, in copies of the objects on the way."""
    for name in path[:-1]:
        inner = names.get(name)
        names[name] = dict(inner) if isinstance(inner, Mapping) else {}
        names = names[name]
    names[path[-1]] = value
