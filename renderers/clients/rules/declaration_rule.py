"""A declaration that a client removes or writes in another way."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from renderers.clients.css.scan import without_comments
from renderers.clients.css.sheet import Declaration, declaration
from renderers.clients.rules.rule import Rule
from renderers.clients.rules.values import (
    CSS_WIDE,
    Holding,
    holds,
    uses_function,
    uses_unit,
    with_zero,
    without_bang,
    without_commas,
    without_function,
    without_slash,
)

Where = Literal["everywhere", "attribute", "block"]
Spelling = Literal["", "capitals", "small", "spaced", "unspaced"]
Outcome = Literal[
    "removed",
    "renamed",
    "replaced",
    "unimportant",
    "attribute-removed",
    "commas-removed",
    "slash-removed",
    "function-removed",
    "first-word-kept",
    "last-word-kept",
    "words-joined",
    "bang-removed",
    "zero",
]


class DeclarationRule(Rule):
    """``properties`` by name (``margin*``: all that begin so; ``*``: all) and everything else that is given must fit.

    ``values`` are whole values, ``other_than`` all but these, ``functions`` and ``units`` any use of them;
    ``important`` is how the flag is spelled. ``then`` is what becomes of the declaration, with ``to`` as its new name
    or value.
    """

    properties: tuple[str, ...]
    values: tuple[str, ...] = ()
    other_than: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    holding: Holding | None = None
    important: Spelling = ""
    where: Where = "everywhere"
    then: Outcome = "removed"
    to: str = ""

    def about(self, name: str) -> bool:
        """Tell whether it speaks of the property ``name``."""
        return any(name.startswith(each[:-1]) if each.endswith("*") else name == each for each in self.properties)

    def fits(self, found: Declaration, where: Where) -> bool:
        """Tell whether it speaks of a declaration of such a property that stands ``where``."""
        return (
            self.where in ("everywhere", where)
            and (not self.important or _spelled(found, self.important))
            and self._fits_value(found.value)
        )

    def _fits_value(self, value: str) -> bool:
        return (
            (not self.values or _words(value) in self.values)
            and (not self.other_than or not {_words(value)} & {*self.other_than, *CSS_WIDE})
            and (not self.functions or uses_function(value, self.functions))
            and (not self.units or uses_unit(value, self.units))
            and (self.holding is None or holds(value, self.holding))
        )

    def becomes(self, found: Declaration) -> Declaration | None:
        """Return what becomes of a declaration that fits; None: it goes."""
        match self.then:
            case "removed" | "attribute-removed":
                return None
            case "renamed":
                return declaration(self.to, found.value, important=found.important)
            case "unimportant":
                return declaration(found.name, found.value)
        value = self._value(found.value)
        return found.with_value(value) if value else None

    def _value(self, value: str) -> str:
        match self.then:
            case "commas-removed":
                return without_commas(value)
            case "slash-removed":
                return without_slash(value)
            case "function-removed":
                return without_function(value, self.functions)
            case "first-word-kept":
                return value.split()[0]
            case "last-word-kept":
                return value.split()[-1]
            case "words-joined":
                return "-".join(value.split())
            case "bang-removed":
                return without_bang(value)
            case "zero":
                return with_zero(value, self.units)
        return self.to


def _words(value: str) -> str:
    return " ".join(value.lower().split())


@lru_cache(maxsize=4096)
def _flag(raw: str) -> str:
    return without_comments(raw).rpartition("!")[2].strip()


def _spelled(found: Declaration, spelling: Spelling) -> bool:
    if not found.important:
        return False
    if spelling in ("capitals", "small"):
        return _flag(found.raw).islower() is (spelling == "small")
    before = without_comments(found.raw).rpartition("!")[0]
    return before[-1:].isspace() is (spelling == "spaced")
