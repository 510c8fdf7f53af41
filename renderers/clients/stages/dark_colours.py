"""Colours that the client changes in dark mode, each by a rule for text, backgrounds, borders and gradients."""

from __future__ import annotations

from collections.abc import Iterable

from renderers.clients.change import Change
from renderers.clients.dark.recolour import (
    Swap,
    coloured,
    recolour_attribute,
    recolour_rules,
    recolour_style,
)
from renderers.clients.dark.shades import Shades, ShadeSettings
from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail
from renderers.clients.stage import Stage

_DONE = "data-client-dark"
_NOTHING = Shades()


class DarkColours(ShadeSettings):
    """How each part changes. Rules whose selector holds one of ``spared`` are the author's for dark mode and stay."""

    spared: tuple[str, ...] = ()


def apply(mail: Mail, settings: DarkColours) -> Iterable[Change]:
    """Change the colours of styles, attributes and style blocks; pictures stay. The root is marked as done."""
    shades = settings.shades
    if mail.mode != "dark" or shades._replace(darkest=_NOTHING.darkest) == _NOTHING or _DONE in mail.root.attrib:
        return ()
    mail.root.set(_DONE, "")
    tally = _Tally()
    for element in mail.with_style():
        made = recolour_style(element.get("style", ""), shades)
        if made.swaps:
            element.set("style", made.text)
            tally.add(element, made.swaps)
    for element, name, part in coloured(mail.root):
        swap = recolour_attribute(element.get(name, ""), part, shades)
        if swap:
            element.set(name, swap.new)
            tally.add(element, [swap])
    for block in mail.blocks:
        swaps: list[Swap] = []
        block.rules = recolour_rules(block.rules, shades, settings.spared, swaps)
        tally.add(block.element, swaps)
    return tally.changes(mail)


class _Tally:
    """A mail has few colours in many places: one change for each, at its first place."""

    def __init__(self) -> None:
        self._found: dict[Swap, tuple[Element, int]] = {}

    def add(self, element: Element, swaps: Iterable[Swap]) -> None:
        for swap in swaps:
            first, count = self._found.get(swap, (element, 0))
            self._found[swap] = first, count + 1

    def changes(self, mail: Mail) -> Iterable[Change]:
        for swap, (element, count) in self._found.items():
            yield _told(mail, swap, element, count)


def _told(mail: Mail, swap: Swap, element: Element, count: int) -> Change:
    part, old, new = swap
    if part == "text":
        return mail.change(
            "dark-colours.text", "Text in {old} becomes {new} ({count}×).", element, old=old, new=new, count=count
        )
    if part == "border":
        return mail.change(
            "dark-colours.border", "Borders in {old} become {new} ({count}×).", element, old=old, new=new, count=count
        )
    return mail.change(
        f"dark-colours.{part}", "Backgrounds in {old} become {new} ({count}×).", element, old=old, new=new, count=count
    )


STAGE = Stage("dark-colours", DarkColours, apply)
