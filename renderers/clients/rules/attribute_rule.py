"""An HTML attribute that a client removes, sets or writes in another way."""

from __future__ import annotations

from typing import Literal

from renderers.clients.html.tree import Element
from renderers.clients.rules.rule import Rule


class AttributeRule(Rule):
    """``attribute`` of ``elements`` (all when empty, never of ``other_than``).

    ``values`` are whole values in small letters, ``beginning`` and ``not_beginning`` how the value begins, ``ending``
    how an address ends without its query. ``then``:
    it is removed, renamed to ``to`` or set to it.
    """

    attribute: str
    elements: tuple[str, ...] = ()
    other_than: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    beginning: tuple[str, ...] = ()
    not_beginning: tuple[str, ...] = ()
    ending: tuple[str, ...] = ()
    then: Literal["removed", "renamed", "set"] = "removed"
    to: str = ""

    def fits(self, element: Element) -> bool:
        """Tell whether it speaks of this element and its value."""
        if (self.elements and element.tag not in self.elements) or element.tag in self.other_than:
            return False
        value = element.get(self.attribute)
        if self.then == "set":
            return bool(value != self.to)
        return value is not None and self._fits_value(value.strip().lower())

    def _fits_value(self, value: str) -> bool:
        return (
            (not self.values or value in self.values)
            and (not self.beginning or value.startswith(self.beginning))
            and (not self.not_beginning or not value.startswith(self.not_beginning))
            and (not self.ending or value.partition("#")[0].partition("?")[0].endswith(self.ending))
        )

    def apply(self, element: Element) -> None:
        """Change an element that fits."""
        value = element.get(self.attribute, "")
        if self.then == "set":
            element.set(self.attribute, self.to)
            return
        del element.attrib[self.attribute]
        if self.then == "renamed":
            element.set(self.to, value)
