"""Formatting a selection: bold, links, colours. What is outside of it keeps its source, byte for byte.

Elements inside a line are taken as marks of the characters in them; the tags are then set anew around the same
characters, the old ones in their old places as far as they are still needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from templates.source.attributes import set_attribute
from templates.source.parse import parse
from templates.source.rich_branches import crossings
from templates.source.rich_page import Selected
from templates.source.rich_solids import Solid, bases_of, solids_of, tagged
from templates.source.rich_text import Unit
from templates.source.text_edit import apply
from templates.source.tree import Element

# Which elements a browser shows in the same way.
ALIKE = {
    "strong": frozenset(["strong", "b"]),
    "em": frozenset(["em", "i"]),
    "u": frozenset(["u", "ins"]),
    "s": frozenset(["s", "strike", "del"]),
    "a": frozenset(["a"]),
}
_PLAIN = frozenset().union(*(names for name, names in ALIKE.items() if name != "a"), ["span", "font", "big", "small"])

Test = Callable[[Unit], bool]


def toggle(selected: Selected, name: str) -> Selected:
    """Put the selection in elements ``name``, or take it out when all of it is."""
    names = ALIKE[name]
    chosen = [solid for solid in _chosen(selected) if _is_word(solid.unit)]
    if chosen and all(any(mark.text in names for mark in solid.marks) for solid in chosen):
        return _without(selected, lambda mark: mark.text in names)
    return _within(selected, name, f"<{name}>", lambda mark: mark.text in names)


def set_colour(selected: Selected, colour: str) -> Selected:
    """Give the selection a colour; "" gives it that of its surroundings."""
    if not colour:
        return _without(selected, _only_colours)
    return _within(selected, "span", f'<span style="color:{colour}">', _only_colours, at="inside")


def clear(selected: Selected) -> Selected:
    """Take every formatting from the selection but its links."""
    return _without(selected, lambda mark: mark.text in _PLAIN)


def set_link(selected: Selected, target: str) -> Selected:
    """Make the selection a link, or point the link around the caret elsewhere; "" takes the link away."""
    selected = grown_to_link(selected)
    if not target:
        return _without(selected, lambda mark: mark.text == "a")
    links = {mark for solid in _chosen(selected) for mark in solid.marks if mark.text == "a"}
    if len(links) == 1:
        (link,) = links
        return replace(selected, units=tuple(_pointed(unit, link, target) for unit in selected.units))
    opening = _pointed(Unit("open", 0, "a", "<a>"), Unit("open", 0, "a", "<a>"), target).source or ""
    return _within(selected, "a", opening, lambda mark: mark.text == "a", at="outside")


def link_target(selected: Selected) -> str | None:
    """Return where the link around the selection leads, template tags as they are; None without one."""
    marks = [mark for solid in _chosen(grown_to_link(selected)) for mark in solid.marks if mark.text == "a"]
    element = _element(marks[0]) if marks else None
    return element.value("href") if element else None


def grown_to_link(selected: Selected) -> Selected:
    """Return the selection, or all of the link when there is but a caret in it."""
    if selected.start != selected.end:
        return selected
    open_ = [unit for unit in opened(selected.units, selected.start) if unit.text == "a"]
    if not open_:
        return selected
    places = [place for place, unit in enumerate(selected.units) if unit.id == open_[-1].id and unit.kind != "char"]
    return replace(selected, start=places[0] + 1, end=places[-1])


def grown_to_word(selected: Selected) -> Selected:
    """Return the selection, or the word when there is but a caret in the middle of one."""
    if selected.start != selected.end:
        return selected
    start = end = selected.start
    while start and _in_word(selected.units[start - 1]):
        start -= 1
    while end < len(selected.units) and _in_word(selected.units[end]):
        end += 1
    return replace(selected, start=start, end=end) if start < selected.start < end else selected


def opened(units: Sequence[Unit], place: int) -> list[Unit]:
    """Return the opening tags of the elements around a place between units, outermost first."""
    found: list[Unit] = []
    for unit in units[:place]:
        if unit.kind == "open":
            found.append(unit)
        elif unit.kind == "close" and found:
            found.pop()
    return found


def has_colour(unit: Unit) -> str:
    """Return the colour that an element gives to its words; "" for none."""
    element = _element(unit)
    style = element.value("style") if element and unit.text == "span" else ""
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        if name.strip().lower() == "color":
            return value.strip()
    return ""


def _within(selected: Selected, name: str, opening: str, same: Test, *, at: str = "in-links") -> Selected:
    """Put the selection in one element, in place of those that are the ``same``.

    It goes inside of what is around all of the selection and more, and outside of the rest, but for links: inside
    those too unless ``at`` is ``outside``. Where that would divide an element in the middle of a condition it goes
    ``inside`` everything.
    """
    made = Unit("open", selected.next_id, name, opening)
    common = _common(selected, same)

    def marked(solid: Solid, base: int) -> tuple[Unit, ...]:
        if not _is_word(solid.unit):
            return solid.marks
        marks = [mark for mark in solid.marks if not same(mark)]
        links = [place for place, mark in enumerate(marks) if mark.text == "a" and at == "in-links"]
        place = len(marks) if at == "inside" else max([base, common, *(link + 1 for link in links)])
        return (*marks[:place], made, *marks[place:])

    changed = _changed(selected, marked)
    if at != "inside" and crossings(changed.units) > crossings(selected.units):
        return _within(selected, name, opening, same, at="inside")
    return changed


def _common(selected: Selected, same: Test) -> int:
    """How many marks, from the outermost on, are around all words of the selection and around others too."""
    solids, start, end = solids_of(selected)
    others = {mark.id for place, solid in enumerate(solids) if not start <= place < end for mark in solid.marks}
    rows = [[mark for mark in one.marks if not same(mark)] for one in solids[start:end] if _is_word(one.unit)]
    shared = 0
    for depth, marks in enumerate(zip(*rows, strict=False), 1):
        if len({mark.id for mark in marks}) > 1:
            break
        shared = depth if marks[0].id in others else shared
    return shared


def _without(selected: Selected, unwanted: Test) -> Selected:
    return _changed(selected, lambda solid, base: tuple(mark for mark in solid.marks if not unwanted(mark)))


def _changed(selected: Selected, marked: Callable[[Solid, int], tuple[Unit, ...]]) -> Selected:
    solids, start, end = solids_of(selected)
    changed = [
        replace(solid, marks=marked(solid, base)) if start <= place < end else solid
        for place, (solid, base) in enumerate(zip(solids, bases_of(solids), strict=True))
    ]
    # A mark that is divided now may not begin outside of a condition and end in it: it leaves the statements out.
    touched = {mark.id for old, new in zip(solids, changed, strict=True) for mark in {*old.marks} ^ {*new.marks}}
    freed = [_free(old, new, touched) for old, new in zip(solids, changed, strict=True)]
    return tagged(freed, selected, start, end)


def _free(old: Solid, new: Solid, touched: Set[int]) -> Solid:
    """A statement is outside of the first mark that was touched, and so of those inside of it."""
    if old.unit.text != "{%":
        return new
    first = next((place for place, mark in enumerate(old.marks) if mark.id in touched), len(old.marks))
    return replace(old, marks=old.marks[:first])


def _chosen(selected: Selected) -> list[Solid]:
    solids, start, end = solids_of(selected)
    return solids[start:end]


def _pointed(unit: Unit, link: Unit, target: str) -> Unit:
    if unit.kind != "open" or unit.id != link.id:
        return unit
    source = link.source or ""
    tree = parse(source)
    element = next(node for node in tree.nodes if isinstance(node, Element))
    return replace(unit, source=apply(source, set_attribute(tree, element, "href", target)))


def _element(unit: Unit) -> Element | None:
    return next((node for node in parse(unit.source or "").nodes if isinstance(node, Element)), None)


def _only_colours(mark: Unit) -> bool:
    """Whether an element does nothing but colour its words."""
    element = _element(mark) if mark.text in {"span", "font"} else None
    if element is None or len(element.head) != 1:
        return False
    if mark.text == "font":
        return element.attribute("color") is not None
    names = [one.partition(":")[0].strip().lower() for one in element.value("style").split(";") if one.strip()]
    return names == ["color"]


def _is_word(unit: Unit) -> bool:
    return unit.kind in {"char", "atom"} and not unit.edge and unit.text != "{%"


def _in_word(unit: Unit) -> bool:
    return unit.kind == "char" and (unit.text.isalnum() or unit.text in "'’-_")
