"""Lines of rich text: lists made and unmade, and what is put in between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count, pairwise

from templates.source.rich_branches import crossings
from templates.source.rich_page import Selected
from templates.source.rich_solids import Solid, bases_of, solids_of, tagged
from templates.source.rich_text import RichText, Unit

_LISTS = frozenset(["ul", "ol"])


@dataclass(frozen=True, slots=True)
class _Line:
    """The solids from ``start`` up to, without, ``end``; the edges are right before and right behind."""

    start: int
    end: int


def list_around(units: Sequence[Unit], place: int) -> str:
    """Return the innermost list around a place between units: ``ul``, ``ol`` or ""."""
    found: list[str] = []
    for unit in units[:place]:
        if unit.kind == "open" and unit.text in _LISTS:
            found.append(unit.text)
        elif unit.kind == "close" and unit.text in _LISTS and found:
            found.pop()
    return found[-1] if found else ""


def toggle_list(selected: Selected, name: str) -> Selected:
    """Make the lines of the selection a list (``ul`` or ``ol``), or lines again when they are such a list."""
    solids, start, end = solids_of(selected)
    lines = [line for line in _lines(solids) if line.start <= max(end - (start < end), start) and line.end >= start]
    points = [line for line in lines if _is_point(solids, line)]
    if lines and len(points) == len(lines):
        names = {list_around([solid.unit for solid in solids], line.start) for line in lines}
        changed = _unlisted(solids, lines, _ids(selected)) if names == {name} else _renamed(solids, lines, name)
    else:
        changed = _listed(*_parted(solids, [line for line in lines if line not in points]), name, _ids(selected))
    return _again(changed, solids, selected, start, end)


def insert(selected: Selected, rich: RichText, *, paragraphs: bool = True) -> Selected:
    """Put ``rich`` in the place of the selection; the caret goes behind it.

    Its paragraphs stay paragraphs where one may stand, elsewhere (or without ``paragraphs``) they become lines.
    """
    coming = _renumbered(rich.units, _ids(selected))
    solids, start, _ = solids_of(selected)
    around = _blocks_around(solids, start)
    put = solids_of(Selected(coming, 0, 0))[0]
    if paragraphs and (not around or around[-1].text == "p") and _has_blocks(coming):
        done = _put(selected, _beside_paragraph(put, around[-1]), back=1) if around else _put(selected, put)
        if crossings(done.units) <= crossings(selected.units):
            return done
    marks = _marks_at(solids, start)
    lines = _as_lines(put, count(Selected(coming, 0, 0).next_id))
    return _put(selected, [replace(solid, marks=(*marks, *solid.marks)) for solid in lines])


def _put(selected: Selected, put: Sequence[Solid], *, back: int = 0) -> Selected:
    """Put solids in the place of the selection; the caret goes behind them, ``back`` from their end."""
    solids, start, end = solids_of(selected)
    kept = [solid for solid in solids[start:end] if solid.unit.kind in {"open", "close"}]
    at = start + len(put) - back
    units = (*selected.units, *(mark for solid in put for mark in solid.marks))
    return tagged([*solids[:start], *put, *kept, *solids[end:]], replace(selected, units=units), at, at)


def _ids(selected: Selected) -> count[int]:
    return count(selected.next_id)


def _renumbered(units: Sequence[Unit], ids: count[int]) -> tuple[Unit, ...]:
    new: dict[int, int] = {}
    return tuple(unit if not unit.id else replace(unit, id=new.setdefault(unit.id, next(ids))) for unit in units)


def _has_blocks(units: Sequence[Unit]) -> bool:
    return any(unit.edge and unit.kind != "atom" for unit in units)


def _blocks_around(solids: Sequence[Solid], place: int) -> list[Unit]:
    found: list[Unit] = []
    for solid in solids[:place]:
        if solid.unit.kind == "open":
            found.append(solid.unit)
        elif solid.unit.kind == "close" and found:
            found.pop()
    return found


def _marks_at(solids: Sequence[Solid], place: int) -> tuple[Unit, ...]:
    """The marks that a word at this place has: those that both its neighbours have."""
    before = solids[place - 1].marks if place else ()
    after = solids[place].marks if place < len(solids) else ()
    shared = [one for one, two in zip(before, after, strict=False) if one.id == two.id]
    return tuple(shared)


def _beside_paragraph(put: list[Solid], around: Unit) -> list[Solid]:
    """Blocks between the two halves of a paragraph."""
    first, second = _halves(around)
    return [first, *put, second]


def _as_lines(put: Sequence[Solid], ids: count[int]) -> list[Solid]:
    """The words of blocks, one line each."""
    found: list[Solid] = []
    for solid in put:
        if not solid.unit.edge:
            found.append(solid)
        elif found and found[-1].unit.text != "br":
            found.append(_break(next(ids)))
    while found and found[-1].unit.text == "br":
        found.pop()
    return found


def _break(id_: int) -> Solid:
    return Solid(Unit("atom", id_, "br", "<br />"), ())


def _lines(solids: Sequence[Solid]) -> list[_Line]:
    edges = [-1, *(place for place, solid in enumerate(solids) if solid.unit.edge), len(solids)]
    lines = [_Line(left + 1, right) for left, right in pairwise(edges)]
    return [line for line in lines if line.start < line.end or _is_empty_block(solids, line)]


def _is_empty_block(solids: Sequence[Solid], line: _Line) -> bool:
    if not solids:
        return True
    if line.start == 0 or line.end == len(solids):
        return False
    left, right = solids[line.start - 1].unit, solids[line.end].unit
    return left.kind == "open" and right.kind == "close" and left.text in {"p", "li", "div"}


def _between(solids: Sequence[Solid], line: _Line, name: str) -> bool:
    """Whether a line is all that an element holds."""
    if line.start == 0 or line.end == len(solids):
        return False
    left, right = solids[line.start - 1].unit, solids[line.end].unit
    return left.kind == "open" and right.kind == "close" and left.text == right.text == name


def _is_point(solids: Sequence[Solid], line: _Line) -> bool:
    return _between(solids, line, "li")


def _parted(solids: Sequence[Solid], lines: Sequence[_Line]) -> tuple[list[Solid], list[_Line]]:
    """The solids with paragraphs divided, so that each of the lines in one is a paragraph alone; and these lines.

    A list may not stand in a paragraph.
    """
    changed: dict[int, list[Solid]] = {}
    for line in lines:
        for side in (line.start - 1, line.end):
            around = _blocks_around(solids, side) if _is_break(solids, side) else []
            if around and around[-1].text == "p":
                rim = {solids[side - 1].unit.kind == "open", solids[side + 1].unit.kind == "close"}
                changed[side] = [] if True in rim else _halves(around[-1])

    def moved(place: int) -> int:
        return place + sum(len(new) - 1 for at, new in changed.items() if at < place)

    found = [one for place, solid in enumerate(solids) for one in changed.get(place, [solid])]
    return found, [_Line(moved(line.start), moved(line.end)) for line in lines]


def _is_break(solids: Sequence[Solid], place: int) -> bool:
    return 0 <= place < len(solids) and solids[place].unit.text == "br"


def _halves(around: Unit) -> list[Solid]:
    return [Solid(Unit("close", around.id, around.text, f"</{around.text}>"), ()), Solid(around, ())]


def _listed(solids: Sequence[Solid], lines: Sequence[_Line], name: str, ids: count[int]) -> list[Solid]:
    """The solids with each of ``lines`` a point; lines that follow each other are in one list."""
    bases = list(bases_of(solids))
    changed: dict[int, list[Solid]] = {}  # what stands in the place of a solid
    gone: set[int] = set()
    list_id = 0
    for number, line in enumerate(lines):
        marks = solids[line.start].marks[: bases[line.start]] if line.start < len(solids) else ()
        gone |= _unneeded_edges(solids, line)
        follows = number > 0 and _follow(solids, lines[number - 1], line)
        list_id = list_id if follows else next(ids)
        point = next(ids)
        opening = [] if follows else [_tag("open", list_id, name, marks)]
        changed.setdefault(line.start, [])
        changed[line.start] += [*opening, _tag("open", point, "li", marks)]
        ends = number + 1 == len(lines) or not _follow(solids, line, lines[number + 1])
        closing = [_tag("close", point, "li", marks), *([_tag("close", list_id, name, marks)] if ends else [])]
        changed[line.end] = changed.get(line.end, []) + closing
    return _replaced(solids, changed, gone)


def _unneeded_edges(solids: Sequence[Solid], line: _Line) -> set[int]:
    """The paragraph around a line, or the breaks at its ends: a point needs neither."""
    sides = {line.start - 1, line.end} & set(range(len(solids)))
    if _between(solids, line, "p"):
        return sides
    return {side for side in sides if solids[side].unit.text == "br"}


def _follow(solids: Sequence[Solid], one: _Line, two: _Line) -> bool:
    between = [solid.unit for solid in solids[one.end : two.start]]
    names = [(unit.kind, unit.text) for unit in between]
    return names in ([("atom", "br")], [("close", "p"), ("open", "p")])


def _tag(kind: str, id_: int, name: str, marks: tuple[Unit, ...]) -> Solid:
    if kind == "open":
        return Solid(Unit("open", id_, name, f"<{name}>"), marks)
    return Solid(Unit("close", id_, name, f"</{name}>"), marks)


def _unlisted(solids: Sequence[Solid], lines: Sequence[_Line], ids: count[int]) -> list[Solid]:
    """The solids with these points as lines: their list ends before them and goes on behind."""
    changed: dict[int, list[Solid]] = {}
    gone: set[int] = set()
    starts = {line.start - 1 for line in lines}
    for line in lines:
        left, right = line.start - 1, line.end
        opening = _list_of(solids, left)
        if left - 1 in gone:
            changed[left] = [_break(next(ids))]
        elif solids[left - 1].unit is opening.unit:
            gone.add(left - 1)
            changed[left - 1] = [_break(next(ids))] if _is_inline(solids, left - 2) else []
        else:
            changed[left] = [_tag("close", opening.unit.id, opening.unit.text, opening.marks)]
        gone |= {left, right}
        if solids[right + 1].unit.kind == "close":
            gone.add(right + 1)
            changed[right + 1] = [_break(next(ids))] if _is_inline(solids, right + 2) else []
        elif right + 1 not in starts:
            changed[right + 1] = [opening]
    return _replaced(solids, changed, gone)


def _is_inline(solids: Sequence[Solid], place: int) -> bool:
    return 0 <= place < len(solids) and not solids[place].unit.edge


def _list_of(solids: Sequence[Solid], place: int) -> Solid:
    """The opening tag of the list that the point at ``place`` is in."""
    depth = 0
    for solid in reversed(solids[:place]):
        if solid.unit.text in _LISTS and solid.unit.kind == "close":
            depth += 1
        elif solid.unit.text in _LISTS and depth:
            depth -= 1
        elif solid.unit.text in _LISTS:
            return solid
    return solids[place]


def _renamed(solids: Sequence[Solid], lines: Sequence[_Line], name: str) -> list[Solid]:
    ids = {_list_of(solids, line.start - 1).unit.id for line in lines}
    return [replace(solid, unit=_with_name(solid.unit, name)) if solid.unit.id in ids else solid for solid in solids]


def _with_name(unit: Unit, name: str) -> Unit:
    source = unit.source or ""
    at = source.lower().find(unit.text)
    return replace(unit, text=name, source=source[:at] + name + source[at + len(unit.text) :])


def _replaced(solids: Sequence[Solid], changed: dict[int, list[Solid]], gone: set[int]) -> list[Solid]:
    found: list[Solid] = []
    for place, solid in enumerate([*solids, None]):
        found += changed.get(place, [])
        if solid is not None and place not in gone:
            found.append(solid)
    return found


def _again(changed: Sequence[Solid], solids: Sequence[Solid], selected: Selected, start: int, end: int) -> Selected:
    """The tags around the changed solids, and the selection around the same words."""
    words = [place for place, solid in enumerate(changed) if not solid.unit.edge]
    before = sum(not solid.unit.edge for solid in solids[:start])
    inside = sum(not solid.unit.edge for solid in solids[start:end])
    if inside:
        return tagged(changed, selected, words[before], words[before + inside - 1] + 1)
    at = words[before] if before < len(words) else words[-1] + 1 if words else _first_point(changed)
    if before and before <= len(words) and not _starts_line(solids, start):
        at = words[before - 1] + 1
    return tagged(changed, selected, at, at)


def _starts_line(solids: Sequence[Solid], place: int) -> bool:
    return place == 0 or solids[place - 1].unit.edge


def _first_point(changed: Sequence[Solid]) -> int:
    return next((place + 1 for place, solid in enumerate(changed) if solid.unit.text == "li"), 0)
