"""How many different mails the conditions allow at all, whatever the contacts and the data are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal

from templates.dynamic.coverage.diagram import FALSE, TRUE, Diagrams, OutOfStepsError
from templates.dynamic.coverage.formula import Formula
from templates.dynamic.coverage.worlds import Worlds

Bound = Literal["exactly", "at most", "more than", "unknown"]
LISTED = 200
LISTED_STEPS = 250  # that one mail of the list may cost
WIDEST, KEPT = 1_000, 20  # worlds at a time while counting; past the former only the likeliest are followed


@dataclass(frozen=True)
class InPrinciple:
    """``count`` mails that differ in their components; ``bound`` says how sure that is.

    At most: some questions were taken for independent that are not (tests inside loops, words within one text).
    More than: the conditions are too entangled to be counted to the end. ``shown`` lists the first of them, each as
    the indices of the components that it shows; ``dead`` are the components that no mail shows.
    """

    count: int
    bound: Bound
    shown: tuple[frozenset[int], ...] = field(repr=False, default=())
    dead: frozenset[int] = frozenset()


def in_principle(worlds: Worlds, formulas: Sequence[Formula], *, listed: int = LISTED) -> InPrinciple:
    """Count the sets of formulas that can hold together, the others false. ``worlds`` knows no data set."""
    nodes, complete = _nodes(worlds, formulas)
    different = list(dict.fromkeys(node for node in nodes.values() if node > TRUE))
    count, counted = _product(worlds.diagrams, different)
    dead = frozenset(index for index, node in nodes.items() if node == FALSE)
    if counted and complete:
        bound: Bound = "at most" if worlds.loose else "exactly"
    else:
        bound = "unknown" if worlds.loose else "more than"
    worlds.diagrams.steps = max(worlds.diagrams.steps, listed * LISTED_STEPS)
    shown = tuple(_listed(worlds.diagrams, list(nodes.values()), listed)) if complete else ()
    return InPrinciple(count, bound, shown, dead)


def never_shown(worlds: Worlds, formulas: Sequence[Formula]) -> frozenset[int]:
    """Return the indices of the formulas that can never hold, as far as they can be followed."""
    return frozenset(index for index, node in _nodes(worlds, formulas)[0].items() if node == FALSE)


def _nodes(worlds: Worlds, formulas: Sequence[Formula]) -> tuple[dict[int, int], bool]:
    """Return the diagrams by the formulas' indices, without those that are too large, and whether all are there."""
    nodes: dict[int, int] = {}
    for index, formula in enumerate(formulas):
        with suppress(OutOfStepsError):
            nodes[index] = worlds.node(formula)
    return nodes, len(nodes) == len(formulas)


def _product(diagrams: Diagrams, nodes: list[int]) -> tuple[int, bool]:
    """Count group by group: what shares no variable is independent. The second value: counted to the end."""
    total, complete = 1, True
    try:
        groups = _groups(diagrams, nodes)
    except OutOfStepsError:
        return 1, False
    for group in groups:
        count, counted = _count(diagrams, group)
        total, complete = total * count, complete and counted
    return total, complete


def _groups(diagrams: Diagrams, nodes: list[int]) -> list[list[int]]:
    groups: list[tuple[frozenset[int], list[int]]] = []
    for node in nodes:
        variables = diagrams.variables([node])
        joined = [group for group in groups if group[0] & variables]
        groups = [group for group in groups if not group[0] & variables]
        inside = [*(each for group in joined for each in group[1]), node]
        groups.append((variables.union(*(group[0] for group in joined)), inside))
    return [group for _, group in groups]


def _count(diagrams: Diagrams, nodes: list[int]) -> tuple[int, bool]:
    """Go through the diagrams one after the other; ``ways`` is how many sets of answers lead to the same worlds.

    What later diagrams do not ask is forgotten, so that many sets share their worlds. Each set of answers so far has
    at least one that goes on: when worlds are dropped or the steps run out, their number is a bound from below.
    """
    ways: Counter[int] = Counter({TRUE: 1})
    complete, most = True, 1
    try:
        asked = [diagrams.variables(nodes[index:]) for index in range(len(nodes))]
        for index, node in enumerate(nodes):
            later = asked[index + 1] if index + 1 < len(nodes) else frozenset()
            forgotten = asked[index] - later
            following: Counter[int] = Counter()
            for world, count in ways.items():
                for answer in (node, diagrams.opposite(node)):
                    rest = diagrams.both(world, answer)
                    if rest != FALSE:
                        following[diagrams.without(rest, forgotten)] += count
            most = max(most, following.total())
            complete = complete and len(following) <= WIDEST
            ways = following if len(following) <= WIDEST else Counter(dict(following.most_common(KEPT)))
    except OutOfStepsError:
        return most, False
    return most, complete


def _listed(diagrams: Diagrams, nodes: Sequence[int], most: int) -> Iterator[frozenset[int]]:
    """Yield sets of formulas that can hold together, as many as are asked for and the steps allow."""
    stack: list[tuple[int, int, frozenset[int]]] = [(0, TRUE, frozenset())]
    found = 0
    while stack and found < most:
        index, world, shown = stack.pop()
        if index == len(nodes):
            found += 1
            yield shown
            continue
        node = nodes[index]
        try:
            for answer, more in ((diagrams.opposite(node), shown), (node, shown | {index})):
                rest = diagrams.both(world, answer)
                if rest != FALSE:
                    stack.append((index + 1, rest, more))
        except OutOfStepsError:
            return
