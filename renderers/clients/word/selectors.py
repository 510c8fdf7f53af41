"""The selectors that Word reads: a type, a class, an id, ``:link``, and descendants of such; nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from renderers.clients.css.selector import Compound, parse_selector

Specificity = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Key:
    """What selectors may ask of an element: its tag, its first class, its id, and whether it is a link."""

    tag: str
    first_class: str
    id: str
    link: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One compound; an empty field asks nothing."""

    tag: str
    first_class: str
    id: str
    link: bool

    def matches(self, key: Key) -> bool:
        """Tell whether an element is meant. Class names differ by case, tags do not."""
        return (
            (not self.tag or self.tag == key.tag)
            and (not self.first_class or self.first_class == key.first_class)
            and (not self.id or self.id == key.id)
            and (not self.link or key.link)
        )

    @property
    def specificity(self) -> Specificity:
        """Ids, classes and pseudo-classes, types."""
        return (bool(self.id), bool(self.first_class) + self.link, bool(self.tag))


@dataclass(frozen=True, slots=True)
class Selector:
    """The part for the element itself, and those for elements around it, the nearest first."""

    last: Part
    around: tuple[Part, ...]
    specificity: Specificity


@lru_cache(maxsize=8192)
def selector(text: str) -> Selector | None:
    """Return the selector as Word reads it; None for one that it does not read."""
    parts = [_part(compound) for compound in parse_selector(text)]
    if None in parts:
        return None
    known = [part for part in parts if part is not None]
    ids, classes, types = zip(*(part.specificity for part in known), strict=True)
    return Selector(known[-1], tuple(reversed(known[:-1])), (sum(ids), sum(classes), sum(types)))


def _part(compound: Compound) -> Part | None:
    if compound.combinator not in ("", " ") or not compound.simples:
        return None
    kinds = {simple.kind for simple in compound.simples}
    if not kinds <= {"type", "class", "id", "pseudo"} or any(each.name != "link" for each in compound.of("pseudo")):
        return None
    tag = "".join(simple.name.lower() for simple in compound.of("type"))
    # Of a chain like .a.b or #a.b Word takes the first link.
    named = next((simple for simple in compound.simples if simple.kind in ("class", "id")), None)
    if tag in ("*", "&") or (named and named.name == "&"):
        return None
    kind = named.kind if named else ""
    name = named.name if named else ""
    return Part(tag, name if kind == "class" else "", name if kind == "id" else "", "pseudo" in kinds)
