"""From the uses of a value to its shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from templates.dynamic.properties import PropertyType
from templates.dynamic.shape import Kind, Shape
from templates.dynamic.usage.seen import PROPERTY_KINDS, items, kind_of_name, kind_of_values, members
from templates.dynamic.usage.surroundings import Surroundings
from templates.dynamic.usage.use import ITEM, Path, Use

_STRUCTURE: tuple[Kind, ...] = ("list", "object")
_MOST_DEMANDS = 60  # that are compared with each other
_DEEPEST = 12  # names in each other; a form shows no more, and hostile paths are longer


@dataclass
class Node:
    """A name, with the uses of its value and of what lies in it. ``below`` are all uses that go through it."""

    path: Path
    uses: list[Use] = field(default_factory=list)
    below: list[Use] = field(default_factory=list)
    children: dict[str, Node] = field(default_factory=dict)


def tree_of(uses: Iterable[Use]) -> Node:
    """Return the uses by path; the children of the root are the namespaces."""
    root = Node(())
    for use in uses:
        node = root
        for name in use.path[:_DEEPEST]:
            node = node.children.setdefault(name, Node((*node.path, name)))
            node.below.append(use)
        if len(use.path) <= _DEEPEST:
            node.uses.append(use)
    return root


@dataclass(frozen=True)
class Inference:
    """Infers shapes: ``around`` tells what stands around a printed value, ``properties`` the types of contacts."""

    around: Surroundings
    properties: Mapping[str, PropertyType]

    def shape(self, node: Node, values: Sequence[Any]) -> Shape:
        """Return the shape of ``node``; ``values`` are what the data sets hold there."""
        kind = self._kind(node, values)
        parts = {
            name: self.shape(child, members(values, name)) for name, child in node.children.items() if name != ITEM
        }
        required, when = needed(node)
        return Shape(
            kind=kind,
            fields=parts if kind == "object" else {},
            item=self._item(node, values) if kind == "list" else None,
            required=required,
            default=default_of(node.uses),
            when=when,
        )

    def _item(self, node: Node, values: Sequence[Any]) -> Shape:
        inside = items(values)
        child = node.children.get(ITEM)
        if child is None or not child.below:
            return Shape(kind=kind_of_values(inside))
        return self.shape(child, inside)

    def _kind(self, node: Node, values: Sequence[Any]) -> Kind:
        asked = self.asked(node)
        seen = kind_of_values(values)
        if asked in _STRUCTURE or seen in _STRUCTURE:
            return self._structure(asked, seen)
        if node.path[0] == "segment":
            return "boolean"
        if node.path[0] == "contact" and len(node.path) > 1 and node.path[1] in self.properties:
            return PROPERTY_KINDS[self.properties[node.path[1]]]
        return self._plain(node, asked, seen)

    @staticmethod
    def _structure(asked: Kind, seen: Kind) -> Kind:
        return asked if asked in _STRUCTURE else seen

    def _plain(self, node: Node, asked: Kind, seen: Kind) -> Kind:
        printed = [self.around.kind(use.offset) for use in node.uses if use.role == "print"]
        marked: Kind = next((kind for kind in printed if kind not in {"unknown", "text"}), "unknown")
        if asked == "number" and (seen in {"number", "unknown"} or self._calculated(node)):
            return "number"
        if asked == "date" or (asked == "boolean" and seen == "unknown"):
            return asked
        if seen in {"number", "boolean"}:
            return seen
        if marked != "unknown":
            return marked
        return self._by_words(node, asked, seen)

    def _by_words(self, node: Node, asked: Kind, seen: Kind) -> Kind:
        """The kind of a value about which neither the markup nor a calculation says anything."""
        if seen != "unknown":
            return seen
        printed = _is_printed(node)
        named = kind_of_name(node.path[-1])
        if named != "unknown" and (named != "boolean" or not printed):
            return named
        if asked != "unknown" or not node.uses:
            return asked
        return "text" if printed else _if_only_tested(node)

    @staticmethod
    def _calculated(node: Node) -> bool:
        return any(use.strict and use.kind == "number" for use in node.uses)

    @staticmethod
    def asked(node: Node) -> Kind:
        """What the template's use of ``node`` asks for: a list or an object first, then what is strict."""
        kinds = [use.kind for use in sorted(node.uses, key=lambda use: not use.strict) if use.kind != "unknown"]
        if ITEM in node.children or "list" in kinds:
            return "list"
        if node.children or "object" in kinds:
            return "object"
        return next(iter(kinds), "unknown")


def _if_only_tested(node: Node) -> Kind:
    return "boolean" if any(use.role == "test" for use in node.uses) else "unknown"


def _is_printed(node: Node) -> bool:
    return any(use.role == "print" for use in node.uses)


def needed(node: Node) -> tuple[bool, tuple[str, ...]]:
    """Return whether a mail cannot be made without ``node``, and the conditions under which that is so, if not always.

    Conditions that only ask whether the value itself, or what it lies in, is there do not count.
    """
    if not node.path or node.path[-1] == ITEM:
        return False, ()
    length = len(node.path)
    demands = without_opposites(use.conditions_beside(node.path) for use in node.below if use.demands(length))
    if () in demands:
        return True, ()
    return False, tuple(dict.fromkeys(" and ".join(conditions) for conditions in demands))


def without_opposites(demands: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the demands; of two that differ only in ``x`` and ``not (x)`` what they have in common."""
    found = list(dict.fromkeys(demands))
    if len(found) > _MOST_DEMANDS:
        return found
    done: set[tuple[str, ...]] = set()
    while waiting := [one for one in found if one not in done]:
        one = waiting[0]
        done.add(one)
        for place, condition in enumerate(one):
            before, behind = one[:place], one[place + 1 :]
            if (*before, f"not ({condition})", *behind) in found and (*before, *behind) not in found:
                found.append((*before, *behind))
    return [one for one in found if not any(set(other) < set(one) for other in found)]


def default_of(uses: Iterable[Use]) -> str:
    """Return what the template writes where the value is missing, as Jinja source; what is printed counts first."""
    said = [use for use in uses if use.default]
    printed = (use.default for use in said if use.role == "print")
    return next(printed, said[0].default if said else "")
