"""The distinct mails that a template's conditions produce: for the segments, for a file of contacts, in principle.

``study`` reads a template once; the questions to it are ``coverage``, ``principle`` and ``reached``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from templates.assemble import values_of
from templates.compile.context import context_of
from templates.dynamic.condition import Component, Conditions, read_conditions
from templates.dynamic.contact_table import ContactTable
from templates.dynamic.coverage.bits import ContactBits
from templates.dynamic.coverage.diagram import FALSE, OutOfStepsError
from templates.dynamic.coverage.facts import Facts
from templates.dynamic.coverage.findings import CoverageFinding, Seen, findings
from templates.dynamic.coverage.formula import Constant, Formula, questions
from templates.dynamic.coverage.principle import InPrinciple, in_principle, never_shown
from templates.dynamic.coverage.reach import Reach, reach
from templates.dynamic.coverage.table import Column, columns
from templates.dynamic.coverage.worlds import STEPS, Worlds
from templates.dynamic.properties import load_properties
from templates.dynamic.rule.bulk import members_in
from templates.dynamic.rule.check import check_segments
from templates.dynamic.rule.columns import ContactColumns
from templates.dynamic.segment import load_segments
from templates.errors import InputError, MailwrightError
from templates.workspace import Workspace


@dataclass(frozen=True)
class Study:
    """A template's components with their conditions, and what is known of the readers.

    ``components`` leaves out what stands inside a section and depends on the brand alone. ``rows`` are the indices of
    those that a table shows: sections, and what inside them depends on the reader.
    """

    components: tuple[Component, ...]
    content: Formula
    facts: Facts = field(repr=False)

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The indices of the components that a table shows."""
        return tuple(
            index
            for index, one in enumerate(self.components)
            if not one.depth or any(question.about_contact for question in questions(one.formula))
        )

    @cached_property
    def conditional(self) -> bool:
        """Whether any component depends on the reader."""
        return any(question.about_contact for one in self.components for question in questions(one.formula))

    @cached_property
    def faults(self) -> Mapping[str, Sequence[MailwrightError]]:
        """What is wrong with the rules of segments, by their ids."""
        return check_segments(self.facts.segments, self.facts.types)

    @cached_property
    def written(self) -> tuple[Formula, ...]:
        """The conditions of the components, with what depends on the brand alone answered."""
        loose = replace(self.facts, fixed=False)
        return tuple(loose.known(one.formula) for one in self.components)

    @cached_property
    def known(self) -> tuple[Formula, ...]:
        """The conditions of the components, with the answers of the data set."""
        return tuple(map(self.facts.known, self.written))


@dataclass(frozen=True)
class Coverage:
    """Who sees which component: ``columns`` are the segments and, last, contacts in none; their cells the ``rows``."""

    columns: tuple[Column, ...]
    seen: Seen = field(repr=False)

    def findings(self, reach: Reach | None = None) -> tuple[CoverageFinding, ...]:
        """Return what is worth knowing about it, and about what the contacts of a table get."""
        return findings(self.seen, reach)


def study(
    workspace: Workspace, template: str, *, text: str | None = None, data: str | Mapping[str, Any] = "default"
) -> Study:
    """Read a template (or ``text`` in its place) and what its conditions depend on.

    ``data`` is the name of a data set or the data itself; its variables answer what the message's variables decide,
    its contact answers nothing. Raises TemplateError, LimitError, InputError and StorageError.
    """
    folder = workspace.template(template)
    conditions = read_conditions(folder.text() if text is None else text, folder.id, workspace.include)
    values = values_of(workspace, template, data=data)
    names = {key: value for key, value in context_of(**values).items() if key not in {"contact", "segment"}}
    facts = Facts(load_segments(workspace), load_properties(workspace), values["today"], names)
    return study_of(conditions, facts)


def study_of(conditions: Conditions, facts: Facts) -> Study:
    """Return the study of conditions that were read already."""
    loose = replace(facts, fixed=False)
    kept: list[Component] = []
    for one in conditions.components:
        fixed = one.depth > 0 and isinstance(loose.known(one.formula), Constant)
        if not fixed and not (kept and _goes_with(one, kept[-1])):
            kept.append(one)
    return Study(tuple(kept), conditions.content, facts)


def _goes_with(one: Component, before: Component) -> bool:
    """Whether a section is of the same included part as the one before it, and shown with it."""
    same = (one.included, one.at, one.formula) == (before.included, before.at, before.formula)
    return same and bool(one.included) and one.depth == before.depth == 0


def coverage(read: Study, *, steps: int = STEPS, each: Callable[[Column], object] | None = None) -> Coverage:
    """Return who sees which component of ``read.rows``; ``each`` gets every column as soon as it is there."""
    formulas = [read.known[index] for index in read.rows]
    content = read.facts.known(read.content)
    worlds = Worlds([*read.known, content], read.facts, steps)
    found = []
    for column in columns(worlds, formulas, content):
        found.append(column)
        if each is not None:
            each(column)

    def possible(formula: Formula) -> bool:
        try:
            return worlds.node(formula) != FALSE
        except OutOfStepsError:
            return True

    dead = never_shown(_free_worlds(read, steps), read.written)
    names = frozenset(segment.id for segment in read.facts.segments)
    formulas = [one.formula for one in read.components]
    seen = Seen(read.rows, formulas, read.known, found, dead, possible, names, read.faults)
    return Coverage(tuple(found), seen)


def principle(read: Study, *, listed: int = 200, steps: int = STEPS) -> InPrinciple:
    """Count the mails that could be, whatever the contacts and the data set."""
    return in_principle(_free_worlds(read, steps), read.written, listed=listed)


def _free_worlds(read: Study, steps: int) -> Worlds:
    return Worlds(read.written, replace(read.facts, fixed=False), steps)


def counted(read: Study, table: ContactTable, *, check: Callable[[], object] = lambda: None) -> Reach | None:
    """Return the same as ``reached``; None where a rule is broken, which ``read.faults`` then names."""
    try:
        return reached(read, table, check=check)
    except InputError:
        if not read.faults:
            raise
        return None


def reached(read: Study, table: ContactTable, *, check: Callable[[], object] = lambda: None) -> Reach:
    """Count the contacts of ``table`` that each mail reaches; 100,000 take a second or two.

    ``check`` is called now and then and may raise to stop. Raises InputError for a segment's rule that is broken.
    """
    facts = read.facts
    prepared = ContactColumns(table, facts.types)
    inside = members_in(facts.segments, prepared, facts.today)
    bits = ContactBits(prepared, facts, inside, check)
    return reach(bits, read.known, facts.known(read.content), inside, table.name)
