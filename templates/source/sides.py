"""Four sides in one attribute: ``padding`` and its kind, where ``padding-top`` and the like win over their side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from templates.source.attributes import remove_attribute, set_attribute
from templates.source.text_edit import TextEdit
from templates.source.tree import Element, SourceTree


class Sides(NamedTuple):
    """Four values as they are written, such as ``12px``. For corners: from the top left one, clockwise."""

    top: str
    right: str
    bottom: str
    left: str


NOTHING = Sides("0", "0", "0", "0")


def read_sides(shorthand: str) -> Sides | None:
    """Return the four values that one to four words stand for; None when they are no such shorthand."""
    words = shorthand.split()
    if not 1 <= len(words) <= 4 or "{" in shorthand or "/" in shorthand:
        return None
    top, right, bottom, left = (words + [""] * 3)[:4]
    right = right or top
    return Sides(top, right, bottom or top, left or right)


def write_sides(sides: Sides) -> str:
    """Return the shortest shorthand for the four values."""
    words = list(sides)
    if words[3] == words[1]:
        words.pop()
        if words[2] == words[0]:
            words.pop()
            if words[1] == words[0]:
                words.pop()
    return " ".join(words)


def sides_of(values: Mapping[str, str], name: str) -> Sides | None:
    """Return what the attributes ``values`` make of the four sides of ``name``; None when its shorthand is none."""
    base = read_sides(values.get(name) or "0")
    if base is None:
        return None
    single = [values.get(f"{name}-{side}", "") for side in Sides._fields]
    return Sides(*(one or whole for one, whole in zip(single, base, strict=True)))


def set_sides(
    tree: SourceTree, element: Element, name: str, wanted: Sides, inherited: Mapping[str, str]
) -> list[TextEdit]:
    """Give the four sides of ``name`` their values. ``inherited`` is what the element's attributes are worth unwritten.

    A side that an attribute of its own decides is changed there, the others in the shorthand. Four equal sides need no
    such attributes: those that the element writes go away.
    """
    written = {one.name for one in element.attributes}
    even = len(set(wanted)) == 1
    base = list(read_sides(element.value(name) or inherited.get(name) or "0") or NOTHING)
    edits: list[TextEdit] = []
    for at, side in enumerate(Sides._fields):
        own = f"{name}-{side}"
        if even and own in written and own not in inherited:
            edits += remove_attribute(tree, element, own)
        elif (own in written and not even) or inherited.get(own) or (even and own in written):
            edits += set_attribute(tree, element, own, wanted[at])
            continue
        base[at] = wanted[at]
    return [*_shorthand(tree, element, name, base, inherited), *edits]


def _shorthand(
    tree: SourceTree, element: Element, name: str, base: Sequence[str], inherited: Mapping[str, str]
) -> list[TextEdit]:
    """Write the shorthand, unless it says already, here or from elsewhere, what it has to."""
    before = read_sides(element.value(name) or inherited.get(name) or "0")
    if before == Sides(*base):
        return []
    return set_attribute(tree, element, name, write_sides(Sides(*base)))
