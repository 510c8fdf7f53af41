"""At most so many new pictures: the clients whose pictures cover most, for a wish that would take more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from renderers.plan import Plan
from renderers.proofs.proof import Shot

_ALIKE = 1e-6
"""What a client counts for without a known share: nothing beside one that has some, and more than nothing."""


@dataclass(frozen=True)
class Selection:
    """The clients that are in, those that are left out, and how much of the audience (a part of one) is covered.

    ``covered`` is None where nothing is known of the audience.
    """

    clients: tuple[str, ...]
    left_out: tuple[str, ...]
    covered: float | None = None


def select(plan: Plan, clients: Sequence[str], most: int, shares: Mapping[str, float]) -> Selection:
    """Choose among ``clients`` those of which all pictures are there with ``most`` new ones, and that cover most.

    Without ``shares`` every client counts alike. Pictures that are there already are free, and so are their clients;
    a client whose mails do not build costs nothing either. Then whoever adds the most for each new picture comes next,
    with all who get the same pictures; in the clients' order where they add alike.
    """
    weights = {each: shares.get(each, 0.0) + _ALIKE for each in clients}
    needed = _needed(plan.groups, plan.new)
    taken: set[str] = set()
    while best := _best(needed, weights, taken, most - len(taken)):
        taken |= best
    chosen = tuple(each for each in clients if needed[each] <= taken)
    left_out = tuple(each for each in clients if not needed[each] <= taken)
    return Selection(chosen, left_out, min(1.0, sum(shares.get(each, 0.0) for each in chosen)) if shares else None)


def reduced(plan: Plan, clients: Collection[str]) -> Plan:
    """Return the plan of these clients alone; what it costs is to be asked anew."""
    kept = {key: tuple(shot for shot in shots if shot.profile in clients) for key, shots in plan.groups.items()}
    groups = {key: shots for key, shots in kept.items() if shots}
    new = {key: template for key, template in plan.new.items() if key in groups}
    shots = sum(map(len, groups.values())) + plan.failed
    return replace(plan, shots=shots, pictures=len(groups), new=new, costs=(), groups=groups)


def _needed(groups: Mapping[str, Sequence[Shot]], new: Collection[str]) -> Mapping[str, set[str]]:
    """By client, the new pictures that it needs."""
    needed: defaultdict[str, set[str]] = defaultdict(set)
    for key in new:
        for shot in groups.get(key, ()):
            needed[shot.profile].add(key)
    return needed


def _best(needed: Mapping[str, set[str]], weights: Mapping[str, float], taken: Collection[str], left: int) -> set[str]:
    """The new pictures that one more client needs, where each of them adds most; empty where none fits."""
    best: set[str] = set()
    most = 0.0
    for client in weights:
        more = needed.get(client, set()) - set(taken)
        if not 0 < len(more) <= left:
            continue
        with_it = more.union(taken)
        adds = sum(
            weight
            for each, weight in weights.items()
            if needed.get(each) and needed[each] <= with_it and not needed[each] <= set(taken)
        )
        if adds / len(more) > most:
            best, most = more, adds / len(more)
    return best
