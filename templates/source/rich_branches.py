"""Elements and conditions in rich text: whoever begins in a branch has to end in it, or half a mail loses its tags."""

from __future__ import annotations

from collections.abc import Sequence

from templates.source.jinja import PAIRED, scan
from templates.source.rich_text import Unit


def crossings(units: Sequence[Unit]) -> int:
    """Return how many elements begin in one branch of a condition and end in another."""
    branches, branch, found = [0], 0, 0
    opened_in: list[int] = []
    for unit in units:
        if unit.text == "{%" and (word := _keyword(unit)):
            branch += 1
            if word.startswith("end") and len(branches) > 1:
                branches.pop()
            elif word in {"else", "elif"}:
                branches[-1] = branch
            elif word in PAIRED:
                branches.append(branch)
        elif unit.kind == "open":
            opened_in.append(branches[-1])
        elif unit.kind == "close":
            found += opened_in.pop() != branches[-1]
    return found


def _keyword(unit: Unit) -> str:
    tags = scan(unit.source or "")
    return tags[0].keyword if tags else ""
