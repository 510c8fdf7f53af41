"""Rich text as solids: characters, chips and the edges of blocks, each with the elements inside a line around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from templates.source.rich_page import Selected
from templates.source.rich_text import BLOCKS, Unit


@dataclass(frozen=True, slots=True)
class Solid:
    """Something that is no tag inside a line, and the opening tags of those around it, outermost first."""

    unit: Unit
    marks: tuple[Unit, ...]


def solids_of(selected: Selected) -> tuple[list[Solid], int, int]:
    """The solids, and which of them are selected."""
    found: list[Solid] = []
    marks: list[Unit] = []
    start = end = 0
    for place, unit in enumerate(selected.units):
        if place == selected.start:
            start = len(found)
        if place == selected.end:
            end = len(found)
        if unit.kind == "open" and not unit.edge:
            marks.append(unit)
        elif unit.kind == "close" and not unit.edge:
            marks.pop()
        else:
            found.append(Solid(unit, tuple(marks)))
    at_end = len(selected.units)
    return found, len(found) if selected.start == at_end else start, len(found) if selected.end == at_end else end


def bases_of(solids: Sequence[Solid]) -> Iterator[int]:
    """Yield how many of the marks of each solid are around its whole block, and have to stay there."""
    bases = [0]
    for solid in solids:
        if solid.unit.kind == "close" and solid.unit.text in BLOCKS and len(bases) > 1:
            bases.pop()
        yield bases[-1]
        if solid.unit.kind == "open" and solid.unit.text in BLOCKS:
            bases.append(len(solid.marks))


def tagged(solids: Sequence[Solid], selected: Selected, start: int, end: int) -> Selected:
    """Set the tags of the marks around the solids again."""
    closing = {unit.id: unit for unit in selected.units if unit.kind == "close"}
    made: list[Unit] = []
    places = [0, 0]
    seen: set[int] = set()
    marks: tuple[Unit, ...] = ()
    for place, solid in enumerate(solids):
        made += _between(marks, solid.marks, closing, seen)
        if place == start:
            places[0] = len(made)
        made.append(solid.unit)
        if place == end - 1:
            places[1] = len(made)
        marks = solid.marks
    made += _between(marks, (), closing, seen)
    if start == end:
        places[1] = places[0] = len(made) if start == len(solids) else places[0]
    return Selected(tuple(_own_last(made)), places[0], max(places))


def _between(old: tuple[Unit, ...], new: tuple[Unit, ...], closing: dict[int, Unit], seen: set[int]) -> Iterator[Unit]:
    """Yield the tags from one solid to the next; an element that is opened again does so without its white space."""
    same = 0
    while same < min(len(old), len(new)) and old[same].id == new[same].id:
        same += 1
    for mark in reversed(old[same:]):
        yield closing.get(mark.id) or Unit("close", mark.id, mark.text, f"</{mark.text}>")
    for mark in new[same:]:
        yield replace(mark, before="") if mark.id in seen else mark
        seen.add(mark.id)


def _own_last(units: Sequence[Unit]) -> Iterator[Unit]:
    """Yield ``units``; of the closing tags of an element only the last keeps the white space before it."""
    last = {unit.id: place for place, unit in enumerate(units) if unit.kind == "close"}
    for place, unit in enumerate(units):
        repeated = unit.kind == "close" and last[unit.id] != place and not unit.edge
        yield replace(unit, before="") if repeated else unit
