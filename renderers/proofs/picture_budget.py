"""At most so many new pictures: the clients whose pictures cover most, for a wish that would take more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from renderers.plan import Plan
from renderers.proofs.proof import Shot

_ALIKE = 1e-6
"""What a client counts for without a known share: nothing beside one that has some, and more than nothing."""
_SAME = 1e-9  # sums of the same shares in another order
_TRIED = 8


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
    with all who get the same pictures; in the clients' order where they add alike. Somebody who counts much and needs
    many pictures may find no room then, so that each of the heaviest who were left out is tried as the first one too.
    To find the very best choice would take for ever (it is a knapsack); this one is it nearly always, at least half.
    """
    needed = _needed(plan.groups, plan.new)
    weights: dict[frozenset[str], float] = {}  # by the pictures that are needed: of all clients who need the same
    for each in clients:
        if needed[each]:
            weights[frozenset(needed[each])] = (
                weights.get(frozenset(needed[each]), 0.0) + shares.get(each, 0.0) + _ALIKE
            )
    taken = _filled(weights, frozenset(), most)
    left = sorted(
        (each for each in weights if not each <= taken and len(each) <= most), key=lambda each: -weights[each]
    )
    others = (_filled(weights, each, most) for each in left[:_TRIED])
    taken = max((taken, *others), key=lambda each: _covered(weights, each))
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


def _filled(weights: Mapping[frozenset[str], float], taken: frozenset[str], most: int) -> frozenset[str]:
    """Take more and more new pictures, always those that add most for each, until nothing fits any more."""
    while best := _best(weights, taken, most - len(taken)):
        taken |= best
    return taken


def _best(weights: Mapping[frozenset[str], float], taken: frozenset[str], left: int) -> frozenset[str]:
    """The new pictures that one more client needs, where each of them adds most; empty where none fits."""
    best: frozenset[str] = frozenset()
    most, now = 0.0, _covered(weights, taken)
    for needed in weights:
        more = needed - taken
        if not 0 < len(more) <= left:
            continue
        adds = (_covered(weights, taken | more) - now) / len(more)
        if adds > most + _SAME:
            best, most = more, adds
    return best


def _covered(weights: Mapping[frozenset[str], float], taken: frozenset[str]) -> float:
    return sum(weight for needed, weight in weights.items() if needed <= taken)
