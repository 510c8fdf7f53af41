"""Why a picture looks so: a client's changes, those of one kind together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from renderers.clients.change import Change, Evidence
from renderers.clients.words import said


@dataclass(frozen=True)
class Reason:
    """One thing that the client does, and everywhere it did it: ``changes`` all say the same sentence."""

    rule: str
    evidence: Evidence
    changes: tuple[Change, ...]

    @property
    def spots(self) -> tuple[tuple[int | None, str], ...]:
        """Each place once: the offset of its tag in the mail's HTML, and what the tag is called."""
        found = {(at, each.element): None for each in self.changes for at in each.places or (None,)}
        return tuple(found)

    def sentence(self, language: str) -> str:
        """Return what the client does."""
        return said(self.changes[0], language)


def reasons(changes: Iterable[Change]) -> list[Reason]:
    """Return the changes by what they say, in the order in which the client makes them."""
    found: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        found.setdefault((change.rule, str(change)), []).append(change)
    return [Reason(rule, group[0].evidence, tuple(group)) for (rule, _), group in found.items()]
