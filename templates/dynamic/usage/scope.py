"""What is known at a place of a template: names that it sets, what is certainly there, and under which conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from jinja2 import nodes

from templates.compile.functions import FUNCTIONS
from templates.dynamic.usage.use import NOTHING, VARIABLE, Condition, Path, Ref, Value, either

NAMESPACES = frozenset(["contact", "segment", "brand", "links", "sender", "vars"])
_NO_DATA = frozenset([*FUNCTIONS, "today", "loop", "true", "false", "none", "caller", "varargs", "kwargs", "self"])
# A person's template stays far below; a hostile one would fill the memory with what is known at each of its places.
_MOST_FACTS = 500
_MOST_CONDITIONS = 30


@dataclass
class Scope:
    """Names set here, on top of those ``outside``; ``facts`` are paths that are there, ``conditions`` what led here."""

    names: dict[str, Value | nodes.Macro] = field(default_factory=dict)
    facts: frozenset[Path] = frozenset()
    conditions: tuple[Condition, ...] = ()
    outside: Scope | None = None

    def value(self, name: str, offset: int) -> Value:
        """What ``name`` stands for at ``offset``."""
        found = self._set(name)
        if isinstance(found, Value):
            return found.at(offset)
        if name in NAMESPACES and found is None:
            return Value((Ref((name,), offset),))
        return NOTHING if found or name in _NO_DATA else Value((Ref((VARIABLE, name), offset),))

    def macro(self, name: str) -> nodes.Macro | None:
        """The macro of that name."""
        found = self._set(name)
        return found if isinstance(found, nodes.Macro) else None

    def inner(self, names: Mapping[str, Value] | None = None) -> Scope:
        """A scope inside this one: what it sets is forgotten behind it."""
        return Scope(dict(names or {}), self.facts, self.conditions, self)

    def where(self, facts: Iterable[Path], condition: Condition | None = None) -> Scope:
        """A scope inside this one where more is known."""
        known = self.facts if len(self.facts) > _MOST_FACTS else self.facts | frozenset(facts)
        conditions = (*self.conditions, condition)[-_MOST_CONDITIONS:] if condition else self.conditions
        return Scope({}, known, conditions, self)

    def join(self, branches: Iterable[Scope]) -> None:
        """Go on behind branches, each of which may have set names."""
        for branch in branches:
            for layer in branch._up_to(self):
                for name, found in layer.names.items():
                    self.names[name] = _one_of(self.names.get(name), found)

    def sure(self, path: Path) -> int:
        """How many names of ``path`` are certainly there."""
        known = [length for length in range(1, len(path) + 1) if path[:length] in self.facts]
        return max(known, default=0)

    def _set(self, name: str) -> Value | nodes.Macro | None:
        return next((layer.names[name] for layer in self._up_to(None) if name in layer.names), None)

    def _up_to(self, end: Scope | None) -> Iterator[Scope]:
        layer: Scope | None = self
        while layer is not None and layer is not end:
            yield layer
            layer = layer.outside


def _one_of(before: Value | nodes.Macro | None, then: Value | nodes.Macro) -> Value | nodes.Macro:
    return either([before, then]) if isinstance(before, Value) and isinstance(then, Value) else then
