"""An edit of the document is a list of text edits: what undo, canvas, outline and code have in common."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class TextEdit:
    """Put ``text`` in the place of the characters from ``start`` up to, without, ``end``."""

    start: int
    end: int
    text: str


def in_order(edits: Iterable[TextEdit]) -> list[TextEdit]:
    """Return ``edits`` by place; at one place insertions come first, in the order given.

    Raises ValueError when two of them overlap.
    """
    ordered = sorted(edits, key=_place)
    for before, after in pairwise(ordered):
        if after.start < before.end:
            raise ValueError(f"the edits at {before.start} and {after.start} overlap")
    return ordered


def _place(edit: TextEdit) -> tuple[int, int]:
    return edit.start, edit.end


def apply(text: str, edits: Iterable[TextEdit]) -> str:
    """Return ``text`` with all ``edits`` made; their places are those of ``text``."""
    parts: list[str] = []
    done = 0
    for edit in in_order(edits):
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, text[done:]])


def invert(text: str, edits: Iterable[TextEdit]) -> list[TextEdit]:
    """Return the edits that make ``text`` again out of ``apply(text, edits)``."""
    inverse = []
    moved = 0
    for edit in in_order(edits):
        start = edit.start + moved
        inverse.append(TextEdit(start, start + len(edit.text), text[edit.start : edit.end]))
        moved += len(edit.text) - (edit.end - edit.start)
    return inverse


def replacement(text: str, start: int, end: int, new: str) -> list[TextEdit]:
    """Return the smallest edit that puts ``new`` from ``start`` to ``end``; none when it is there already."""
    old = text[start:end]
    if old == new:
        return []
    before = _common(old, new)
    after = min(_common(old[::-1], new[::-1]), min(len(old), len(new)) - before)
    return [TextEdit(start + before, end - after, new[before : len(new) - after])]


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def in_one(first: TextEdit, then: TextEdit) -> TextEdit | None:
    """Return the edit that does ``first`` and, on its result, ``then``; None when the two do not touch."""
    written = first.start + len(first.text)
    if then.start > written or then.end < first.start:
        return None
    before = first.text[: max(0, then.start - first.start)]
    after = first.text[then.end - first.start :] if then.end < written else ""
    beyond = max(0, then.end - written)
    return TextEdit(min(first.start, then.start), first.end + beyond, f"{before}{then.text}{after}")
