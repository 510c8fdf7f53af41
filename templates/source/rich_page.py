"""Rich text on its way to the page in which it is edited, and back.

The page gets and gives a list of tokens: a string is text, ``["<", id, name]`` and ``[">", id, name]`` are the tags of
an element, ``["@", id, name]`` an atom, ``["|", "anchor"]`` and ``["|", "focus"]`` the ends of the selection. What
comes back is compared with what was sent: whatever is still there takes its old source, byte for byte.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from templates.source.rich_text import RichText, Unit

Token = str | Sequence[Any]

_LONGEST_COMPARISON = 4_000_000  # units by units; in larger changes frequent characters are not looked for
# What a browser makes by itself, and what it is in a mail. Other elements without an id leave only their content.
_MADE = {
    "b": "strong", "strong": "strong", "i": "em", "em": "em", "u": "u", "s": "s", "strike": "s", "del": "s",
    "p": "p", "div": "p", "ul": "ul", "ol": "ol", "li": "li",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Selected:
    """Units with a selection: from ``start`` up to, without, ``end``; a caret where both are the same."""

    units: tuple[Unit, ...]
    start: int
    end: int

    @property
    def next_id(self) -> int:
        """An id that no unit has."""
        return max((unit.id for unit in self.units), default=0) + 1

    def without(self, places: Collection[int]) -> Selected:
        """Return the rest when the units at ``places`` are taken out."""
        kept = tuple(unit for place, unit in enumerate(self.units) if place not in places)
        start = self.start - sum(place < self.start for place in places)
        return Selected(kept, start, self.end - sum(place < self.end for place in places))


def to_page(units: Sequence[Unit], selection: tuple[int, int] | None = None) -> list[Token]:
    """Return the tokens of ``units``; the selection's ends are places between units, the anchor first."""
    tokens: list[Token] = []
    text = ""
    for place, unit in enumerate([*units, None]):
        ends = [name for name, at in zip(("anchor", "focus"), selection or (), strict=False) if at == place]
        if text and (ends or unit is None or unit.kind != "char"):
            tokens.append(text)
            text = ""
        tokens += [["|", name] for name in ends]
        if unit is not None and unit.kind == "char":
            text += unit.text
        elif unit is not None:
            tokens.append([{"open": "<", "close": ">", "atom": "@"}[unit.kind], unit.id, unit.text])
    return tokens


def from_page(base: RichText, tokens: Sequence[Token]) -> Selected:
    """Return what the page holds now as units, those that ``base`` had with their source."""
    arrived = _Arrival(base)
    for token in tokens:
        arrived.take(token)
    units, places = _without_empty(base, arrived.units, [arrived.anchor, arrived.focus])
    return Selected(tuple(matched(base, units)), min(places), max(places))


class _Arrival:
    """Tokens becoming units; elements that the browser made get names that a mail may have, or go."""

    def __init__(self, base: RichText) -> None:
        self._known = {unit.id: unit for unit in base.units if unit.kind in {"open", "atom"}}
        self._next_id = base.next_id
        self._open: list[Unit | None] = []
        self.units: list[Unit] = []
        self.anchor = self.focus = 0

    def take(self, token: Token) -> None:
        if isinstance(token, str):
            for character in token:
                self._character(character)
        elif token[0] == "|":
            setattr(self, str(token[1]), len(self.units))
        elif token[0] == "<":
            self._open.append(self._element(int(token[1]), str(token[2])))
            self.units += [unit for unit in self._open[-1:] if unit]
        elif token[0] == ">":
            unit = self._open.pop() if self._open else None
            self.units += [replace(unit, kind="close", source=f"</{unit.text}>")] if unit else []
        else:
            self._atom(int(token[1]), str(token[2]))

    def _character(self, character: str) -> None:
        pre = any(unit and unit.text == "pre" for unit in self._open)
        if character == "\n" and not pre:
            self._atom(0, "br")
        elif character >= " " or character in "\n\t":
            self.units.append(Unit("char", 0, character if pre or character != "\t" else " ", None))

    def _element(self, id_: int, name: str) -> Unit | None:
        if id_ in self._known:
            return Unit("open", id_, self._known[id_].text, self._known[id_].source)
        made = _MADE.get(name)
        return Unit("open", self._new_id(), made, f"<{made}>") if made else None

    def _atom(self, id_: int, name: str) -> None:
        if id_ in self._known:
            self.units.append(Unit("atom", id_, self._known[id_].text, self._known[id_].source))
        elif name == "br":
            self.units.append(Unit("atom", self._new_id(), "br", "<br />"))

    def _new_id(self) -> int:
        self._next_id += 1
        return self._next_id - 1


def _without_empty(base: RichText, units: list[Unit], places: list[int]) -> tuple[list[Unit], list[int]]:
    """Drop inline elements that were emptied; ``places`` move along."""
    kept_empty = {one.id for one, two in zip(base.units, base.units[1:], strict=False) if _emptied(one, two)}
    kept: list[Unit] = []
    moved = dict.fromkeys(places, 0)
    for place, unit in enumerate([*units, None]):
        if place in moved:
            moved[place] = len(kept)
        if unit is None:
            break
        if kept and _emptied(kept[-1], unit) and unit.id not in kept_empty:
            kept.pop()
            moved = {at: min(to, len(kept)) for at, to in moved.items()}
        elif unit.text != FILLER or unit.kind != "char" or FILLER in base.words:
            kept.append(unit)
    return kept, [moved[place] for place in places]


FILLER = "\ufeff"  # holds a caret in an element that has no words yet


def _emptied(one: Unit, two: Unit) -> bool:
    return one.kind == "open" and two.kind == "close" and one.id == two.id and not one.edge


def matched(base: RichText, units: Sequence[Unit]) -> list[Unit]:
    """Return ``units`` with the source of those that are in ``base`` too, and the white space that stood there."""
    indents = {unit.id: unit.before for unit in base.units if unit.edge and unit.kind == "open"}
    found: list[Unit] = []
    gap, pushed = "", False  # hidden white space that what stands there now inherits; whether its unit was pushed away
    for kind, low, high, start, end in _opcodes([_key(unit) for unit in base.units], [_key(unit) for unit in units]):
        following = base.units[low : low + 1]
        if kind == "equal":
            before = gap if pushed else following[0].before or gap
            found += [replace(following[0], before=before), *base.units[low + 1 : high]]
            gap, pushed = "", False
            continue
        pushed = low == high and bool(following) and not following[0].edge
        gap = following[0].before if pushed or low < high else ""
        for unit in units[start:end]:
            indented = unit.edge and unit.kind == "open"
            found.append(replace(unit, before=indents.get(unit.id, "") if indented else gap))
            gap = gap if indented else ""
    return found


def _key(unit: Unit) -> object:
    return unit.text if unit.kind == "char" else (unit.kind, unit.id)


def _opcodes(before: list[object], after: list[object]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield what became of ``before``: the ends that stayed are found first, only what is between is searched."""
    head = _common(before, after)
    rest = min(len(before), len(after)) - head
    tail = min(rest, _common(before[::-1], after[::-1]))
    if head:
        yield "equal", 0, head, 0, head
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    coarse = len(old) * len(new) > _LONGEST_COMPARISON
    for kind, low, high, start, end in SequenceMatcher(None, old, new, autojunk=coarse).get_opcodes():
        yield kind, low + head, high + head, start + head, end + head
    if tail:
        yield "equal", len(before) - tail, len(before), len(after) - tail, len(after)


def _common(one: list[object], two: list[object]) -> int:
    length = 0
    for left, right in zip(one, two, strict=False):
        if left != right:
            break
        length += 1
    return length
