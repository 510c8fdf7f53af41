"""A contact of some segments and of no others: which ones those imply, and what its properties may then be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from templates.dynamic.coverage.diagram import FALSE, TRUE, OutOfStepsError
from templates.dynamic.coverage.question import MISSING
from templates.dynamic.coverage.worlds import Worlds
from templates.dynamic.rule.path import contact_property
from templates.dynamic.typed import typed


@dataclass(frozen=True)
class World:
    """Where contacts are: ``node`` says so, ``inside`` of each segment where that is settled."""

    node: int
    inside: Mapping[str, bool]

    @property
    def members(self) -> frozenset[str]:
        """The segments that such a contact is in."""
        return frozenset(name for name, inside in self.inside.items() if inside)


def world_of(worlds: Worlds, chosen: Sequence[str]) -> World:
    """Return where a contact is in the segments ``chosen`` and, as far as that can be, in no other."""
    inside = dict.fromkeys(chosen, True)
    node = TRUE
    try:
        for segment in chosen:
            node = worlds.diagrams.both(node, worlds.segment(segment))
        for other in worlds.facts.segments if node != FALSE else ():
            if other.id not in chosen:
                alone = worlds.diagrams.both(node, worlds.diagrams.opposite(worlds.segment(other.id)))
                inside[other.id] = alone == FALSE
                node = node if alone == FALSE else alone
    except OutOfStepsError:
        pass  # what was found so far allows more than can be: “always” and “never” stay true in it
    return World(node, inside)


def fitted(worlds: Worlds, world: World, contact: Mapping[str, Any]) -> dict[str, Any]:
    """Return the properties that ``contact`` needs otherwise to be in ``world``, MISSING for one it must not have.

    Whatever the segments leave open stays as it is. What no value can bring about is left out.
    """
    changed: dict[str, Any] = {}
    try:
        node, wrong = _kept(worlds, world.node, contact)
        for path in wrong:
            for value in _usable(worlds, path, node):
                narrowed = worlds.diagrams.both(node, worlds.valued(path, value))
                if narrowed != FALSE:
                    node = narrowed
                    changed[contact_property(path) or ""] = value
                    break
    except OutOfStepsError:
        pass  # the segments count all the same
    return changed


def _kept(worlds: Worlds, node: int, contact: Mapping[str, Any]) -> tuple[int, list[str]]:
    """Return the world in which the contact keeps what it can keep, and the paths of the rest."""
    wrong: list[str] = []
    for path in worlds.asked_paths() if node != FALSE else ():
        name = contact_property(path) or ""
        own = typed(contact.get(name), worlds.facts.types.get(name))
        narrowed = worlds.diagrams.both(node, worlds.valued(path, MISSING if own is None else own))
        node = node if narrowed == FALSE else narrowed
        wrong += [path] if narrowed == FALSE else []
    return node, wrong


def _usable(worlds: Worlds, path: str, node: int) -> Iterator[Any]:
    """Yield values to choose from; none at all is the last choice, as many mails count on one."""
    if worlds.facts.type_of(path) == "list":
        yield worlds.needed(path, node)
    yield from (one for one in worlds.examples(path) if one is not MISSING and typed(one) is not None)
    yield MISSING
