"""Evidence: every value of a kit is chosen from candidates that say where they were seen and how much they weigh."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import prod


@dataclass(frozen=True)
class Candidate:
    """One possible value of a field: where it was seen, and a score from 0 to 1 (a confidence, not a probability)."""

    value: str
    source: str
    score: float
    locator: str = ""


def merged(votes: Iterable[Candidate], key: Callable[[str], str] = str.casefold) -> tuple[Candidate, ...]:
    """Group votes for the same value and rank the groups, best first.

    ``key`` says which values are the same. Independent sources add up as 1 - prod(1 - weight); one source counts once,
    with its best vote. The strongest vote gives the group its spelling and its locator.
    """
    groups: dict[str, list[Candidate]] = {}
    for vote in votes:
        groups.setdefault(key(vote.value), []).append(vote)
    return best_first(_agreement(group) for group in groups.values())


def best_first(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Sort by score; equal scores keep the order in which they were seen."""
    return tuple(sorted(candidates, key=lambda candidate: -candidate.score))


def chosen(candidates: Sequence[Candidate]) -> str:
    """The best candidate's value, or the empty string."""
    return candidates[0].value if candidates else ""


def clipped(score: float) -> float:
    """Keep a score inside 0.05 … 0.99: nothing is certain, and nothing that was seen is impossible."""
    return round(min(0.99, max(0.05, score)), 3)


def _agreement(group: list[Candidate]) -> Candidate:
    weights: dict[str, float] = {}
    for vote in group:
        weights[vote.source] = max(vote.score, weights.get(vote.source, 0.0))
    best = max(group, key=lambda vote: vote.score)
    sources = ", ".join(sorted(weights, key=lambda source: -weights[source]))
    return replace(best, source=sources, score=clipped(1 - prod(1 - weight for weight in weights.values())))
