"""Who sees which section: for each segment, and for contacts in none, whether a component always or never shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from templates.dynamic.coverage.diagram import FALSE, OutOfStepsError
from templates.dynamic.coverage.formula import ALWAYS, NEVER, Ask, Constant, Formula, formula_text, questions, replaced
from templates.dynamic.coverage.member import World, world_of
from templates.dynamic.coverage.question import Question
from templates.dynamic.coverage.worlds import Worlds

Shows = Literal["always", "sometimes", "never"]
NOBODYS = ""  # stands for contacts that are in no segment


@dataclass(frozen=True)
class Cell:
    """Whether a component shows. ``rest`` is what then still decides, with ``sometimes`` only.

    Without ``decided`` the conditions were too entangled to be followed to the end.
    """

    shows: Shows
    rest: str = ""
    decided: bool = True


@dataclass(frozen=True)
class Column:
    """A contact in ``segment`` and in no other but those that it implies (``members`` are all of them).

    ``cells`` are in the components' order; ``content`` says whether the mail has content. Not ``possible``: the
    segment's rule can hold for nobody.
    """

    segment: str
    members: frozenset[str]
    cells: tuple[Cell, ...] = field(repr=False)
    content: Cell = field(repr=False)
    possible: bool = True


def columns(worlds: Worlds, formulas: Sequence[Formula], content: Formula) -> Iterator[Column]:
    """Yield the column of each segment in their order, last that of contacts in none."""
    for segment in [*(one.id for one in worlds.facts.segments), NOBODYS]:
        world = world_of(worlds, [segment] if segment else [])
        cells = tuple(_cell(worlds, world, formula) for formula in formulas)
        yield Column(segment, world.members, cells, _cell(worlds, world, content), world.node != FALSE)


def _cell(worlds: Worlds, world: World, formula: Formula) -> Cell:
    """Return whether ``formula`` holds everywhere in a world, nowhere, or in parts of it."""
    try:
        rest = _settled(worlds, world, formula)
        if isinstance(rest, Constant):
            return Cell("always" if rest.value else "never")
        node = worlds.node(rest)
        if not worlds.diagrams.meet(world.node, node):
            return Cell("never")
        if not worlds.diagrams.meet(world.node, worlds.diagrams.opposite(node)):
            return Cell("always")
        return Cell("sometimes", _rest(worlds, world.node, rest))
    except OutOfStepsError:
        return Cell("sometimes", formula_text(formula), decided=False)


def _settled(worlds: Worlds, world: World, formula: Formula) -> Formula:
    """Return the formula with the segments' answers in it: most conditions are nothing but segments."""
    asked = tuple(questions(formula))
    worlds.diagrams.spend(1 + len(asked) // 2)
    if not any(question.kind == "segment" for question in asked):
        return formula

    def answer(question: Question) -> Formula:
        known = world.inside.get(question.source) if question.kind == "segment" else None
        return Ask(question) if known is None else Constant(known)

    return replaced(formula, answer)


def _rest(worlds: Worlds, world: int, formula: Formula) -> str:
    def answer(question: Question) -> Formula:
        node = worlds.node(Ask(question))
        if not worlds.diagrams.meet(world, node):
            return NEVER
        return Ask(question) if worlds.diagrams.meet(world, worlds.diagrams.opposite(node)) else ALWAYS

    return formula_text(replaced(formula, answer))
