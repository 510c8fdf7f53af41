"""A selector that a client removes or writes in another way."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from renderers.clients.css.selector import Compound, Simple, map_simples, parse_selector, write_selector
from renderers.clients.rules.rule import Rule

_OPERATORS = ("~=", "|=", "^=", "$=", "*=", "=")


class SelectorRule(Rule):
    """What a client cannot read of selectors; only what is given is looked at.

    ``attribute_operators``: these forms of attribute selectors alone (``""`` is ``[a]``), of ``attribute_names`` alone;
    ``no_attribute_behind_class`` for ``.a[b]``. ``on_types_alone``: pseudo-classes and pseudo-elements that need a type
    selector and nothing else. A selector that breaks one of these goes. ``without_arguments`` are pseudo-classes that
    lose their brackets. ``nested``: a rule inside another is removed, or what stands in it goes to the rule around it.
    """

    attribute_operators: tuple[str, ...] = ()
    attribute_names: tuple[str, ...] = ()
    no_attribute_behind_class: bool = False
    on_types_alone: tuple[str, ...] = ()
    without_arguments: tuple[str, ...] = ()
    nested: Literal["", "flattened", "removed"] = ""

    def allows(self, selector: str) -> bool:
        """Tell whether the client keeps the selector."""
        return not self._concerns(selector) or all(map(self._allows, _compounds(selector)))

    def _concerns(self, selector: str) -> bool:
        """Tell quickly whether the selector may break the rule: a sheet has thousands, most of classes alone."""
        if self.on_types_alone:
            written = selector.lower()
            return any(name in written for name in self.on_types_alone)
        return "[" in selector

    def _allows(self, compound: Compound) -> bool:
        return all(map(self._allows_attribute, compound.of("attribute"))) and not (
            (self.no_attribute_behind_class and compound.of("attribute") and compound.of("class"))
            or (self.on_types_alone and self._on_more_than_a_type(compound))
        )

    def _allows_attribute(self, attribute: Simple) -> bool:
        return not self.attribute_operators or (
            _operator(attribute.text) in self.attribute_operators
            and (not self.attribute_names or attribute.name in self.attribute_names)
        )

    def _on_more_than_a_type(self, compound: Compound) -> bool:
        about = any(pseudo.name in self.on_types_alone for pseudo in compound.of("pseudo"))
        return about and not (
            _of_a_type(compound) and all(each.kind in ("type", "pseudo") for each in compound.simples)
        )

    def written(self, selector: str) -> str:
        """Return the selector as the client writes it."""
        written = selector.lower() if self.without_arguments else ""
        if not any(f":{name}(" in written for name in self.without_arguments) or not _valid(selector):
            return selector
        return write_selector(
            [Compound(each.combinator, tuple(map(self._simple, each.simples))) for each in parse_selector(selector)]
        )

    def _simple(self, simple: Simple) -> Simple:
        if simple.kind != "pseudo":
            return simple
        written = self._bare(simple)
        return Simple("pseudo", map_simples(written, self._bare) if "(" in written else written)

    def _bare(self, simple: Simple) -> str:
        about = simple.kind == "pseudo" and simple.name in self.without_arguments
        return simple.text.partition("(")[0] if about else simple.text


def _valid(selector: str) -> bool:
    return not any(compound.of("other") for compound in parse_selector(selector))


def _of_a_type(compound: Compound) -> bool:
    return any(each.text not in ("*", "&") for each in compound.of("type"))


@lru_cache(maxsize=8192)
def _compounds(selector: str) -> Sequence[Compound]:
    """Return the compounds of the selector, and those inside ``:not()`` and its like."""
    found = list(parse_selector(selector))
    for compound in list(found):
        for pseudo in compound.of("pseudo"):
            inner = pseudo.text.partition("(")[2].removesuffix(")")
            found += parse_selector(inner) if inner and pseudo.name in ("not", "is", "where", "has") else ()
    return found


def _operator(attribute: str) -> str:
    """Return the sign of an attribute selector, empty for ``[a]``."""
    place = min((found for sign in _OPERATORS if (found := attribute.find(sign)) > 0), default=-1)
    return next((sign for sign in _OPERATORS if attribute.startswith(sign, place)), "") if place > 0 else ""
