"""How much of an audience the pictures of a run cover, and which of them cover most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from renderers.proofs.proof import Shot


@dataclass(frozen=True)
class Covered:
    """One picture: the clients that get it, the part of the audience that it adds, and what is covered with it."""

    key: str
    clients: tuple[str, ...]
    share: float
    total: float


def cover(groups: Mapping[str, Sequence[Shot]], shares: Mapping[str, float]) -> list[Covered]:
    """Return the pictures by how much each adds, the most first; among equal ones their order counts.

    ``groups`` has the shots that lead to each picture, ``shares`` parts of one by profile id. A client with several
    pictures (templates, data sets, segments, modes) has an equal part of its share in each, so that nothing counts
    twice and the greedy order is the best one.
    """
    pictures = Counter(shot.profile for shots in groups.values() for shot in shots)
    parts = {key: sum(shares.get(one.profile, 0.0) / pictures[one.profile] for one in groups[key]) for key in groups}
    found: list[Covered] = []
    total = 0.0
    for key in sorted(parts, key=lambda each: -parts[each]):
        total = min(1.0, total + parts[key])
        found.append(Covered(key, _clients(groups[key]), parts[key], total))
    return found


def reaching(covered: Sequence[Covered], percent: float) -> list[Covered]:
    """Return the first pictures that together reach so much, all that add anything where they do not."""
    enough = next((place for place, each in enumerate(covered, 1) if each.total >= percent / 100 - 1e-9), None)
    return list(covered[:enough]) if enough else [each for each in covered if each.share]


def _clients(shots: Sequence[Shot]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(shot.profile for shot in shots))
