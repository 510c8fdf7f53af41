"""Segments whose rules name other segments: in which order they can be answered, and circles."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from templates.dynamic.rule.names import names_in
from templates.errors import InputError, Place


def rule_name(segment_id: str) -> str:
    """Return what messages call the rule of a segment."""
    return f"segments.toml [{segment_id}]"


def dependency_order(rules: Mapping[str, str]) -> list[str]:
    """Return the ids of ``rules`` (text by id) so that each comes after those that its rule names.

    Raises InputError for a rule that cannot be read, and for a circle.
    """
    named = {id_: names_in(text, rule_name(id_)).segment_ids() for id_, text in rules.items()}
    done: dict[str, None] = {}
    for id_ in rules:
        if circle := _visit(id_, named, done):
            raise circle_error(circle)
    return list(done)


def circle_from(start: str, named: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the ids of a circle that leads from ``start`` back to it, none when there is none."""
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for other in named.get(here, ()):
            if other == start:
                return _way(start, here, came_from)
            if other not in came_from:
                came_from[other] = here
                waiting.append(other)
    return []


def _way(start: str, end: str, came_from: Mapping[str, str]) -> list[str]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]


def circle_error(circle: Sequence[str], place: Place | None = None) -> InputError:
    """Return the error for segments that wait for each other."""
    if len(circle) == 1:
        return InputError(
            "The segment `{id}` refers to itself.",
            advice="Take it out of its own rule.",
            place=place or Place(rule_name(circle[0])),
            id=circle[0],
        )
    return InputError(
        "These segments refer to each other in a circle: {circle}.",
        advice="Take one of them out of a rule.",
        place=place or Place(rule_name(circle[0])),
        circle=" → ".join([*circle, circle[0]]),
    )


def _visit(start: str, named: Mapping[str, Sequence[str]], done: dict[str, None]) -> list[str]:
    """Add ``start`` to ``done`` behind those it needs; return a circle if there is one. Chains may be long."""
    way: dict[str, Iterator[str]] = {} if start in done else {start: iter(named[start])}
    while way:
        current = next(reversed(way))
        following = next((one for one in way[current] if one in named and one not in done), None)
        if following is None:
            del way[current]
            done[current] = None
        elif following in way:
            ids = list(way)
            return ids[ids.index(following) :]
        else:
            way[following] = iter(named[following])
    return []
