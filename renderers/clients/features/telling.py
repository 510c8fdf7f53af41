"""How the loss of a feature reads, with caniemail's own test as evidence."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from renderers.clients.change import Change, Evidence
from renderers.clients.features.overlaps import contradictions
from renderers.clients.features.verdicts import Losses
from renderers.clients.mail import Client
from renderers.clients.support import Cell, Table

_nobody = Client("")


def evidence(slug: str, cell: Cell, *, contested: bool) -> Evidence:
    """Return the evidence of a cell: its test, with the numbers of the notes that explain it."""
    notes = f" note{'s' if len(cell.notes) > 1 else ''} {', '.join(cell.notes)}" if cell.notes else ""
    return Evidence(f"caniemail {slug}{notes}", cell.date, "contested" if contested else "certain")


def column_evidence(column: Mapping[str, Cell]) -> dict[str, Evidence]:
    """Return the evidence of what a column says no to; contested where the table contradicts itself."""
    contested = {slug for overlap in contradictions(column) for slug in (overlap.whole, overlap.part)}
    return {
        slug: evidence(slug, cell, contested=slug in contested) for slug, cell in column.items() if cell.code == "n"
    }


@dataclass(frozen=True)
class Telling:
    """Makes the changes of one client; they have no place yet.

    ``known`` is the evidence by feature. Those that the table says no to have the rule ``caniemail.<slug>``, others
    the rule ``other``.
    """

    table: Table
    known: Mapping[str, Evidence]
    denied: Collection[str]
    other: str = "support.also"

    def _rule(self, slug: str) -> str:
        return f"caniemail.{slug}" if slug in self.denied else self.other

    def _title(self, slug: str) -> str:
        feature = self.table.features.get(slug)
        return feature.title if feature else slug

    def losses(self) -> Losses:
        """Return the changes in CSS."""
        return Losses(self.declaration, self.importance, self.picture, self.selector, self.at_rule, self.query)

    def declaration(self, slug: str, code: str) -> Change:
        """Tell that a declaration goes."""
        return _nobody.change(
            self._rule(slug),
            "{code} is removed: {feature} is not supported.",
            evidence=self.known[slug],
            code=code,
            feature=self._title(slug),
        )

    def importance(self, slug: str, code: str) -> Change:
        """Tell that a declaration loses its importance."""
        return _nobody.change(
            self._rule(slug),
            "{code} loses its importance: {feature} is not supported.",
            evidence=self.known[slug],
            code=code,
            feature=self._title(slug),
        )

    def picture(self, slug: str, code: str) -> Change:
        """Tell that a background keeps only its colour."""
        return _nobody.change(
            self._rule(slug),
            "{code} keeps only its colour: {feature} is not supported.",
            evidence=self.known[slug],
            code=code,
            feature=self._title(slug),
        )

    def selector(self, slug: str, code: str) -> Change:
        """Tell that a selector goes, with its rule when it is the last one."""
        return _nobody.change(
            self._rule(slug),
            "The selector {code} is removed: {feature} is not supported.",
            evidence=self.known[slug],
            code=code,
            feature=self._title(slug),
        )

    def at_rule(self, slug: str, code: str) -> Change:
        """Tell that an @-rule goes."""
        return _nobody.change(
            self._rule(slug),
            "The rule {code} is removed: {feature} is not supported.",
            evidence=self.known[slug],
            code=code,
            feature=self._title(slug),
        )

    def query(self, slug: str, code: str) -> Change:
        """Tell that a media query goes, with its rules when it is the last one."""
        return _nobody.change(
            self._rule(slug),
            "The media query {code} is removed: {feature} is not supported.",
            evidence=self.known[slug],
            code=code,
            feature=self._title(slug),
        )

    def element(self, slug: str, code: str) -> Change:
        """Tell that an element goes and its content stays."""
        return _nobody.change(
            self._rule(slug),
            "The element {code} is removed, its content stays: {feature} is not supported.",
            evidence=self.known[slug],
            code=code,
            feature=self._title(slug),
        )

    def whole(self, slug: str, code: str) -> Change:
        """Tell that an element goes with its content."""
        return _nobody.change(
            self._rule(slug),
            "The element {code} is removed: {feature} is not supported.",
            evidence=self.known[slug],
            code=code,
            feature=self._title(slug),
        )

    def attribute(self, slug: str, code: str) -> Change:
        """Tell that an attribute goes."""
        return _nobody.change(
            self._rule(slug),
            "The attribute {code} is removed: {feature} is not supported.",
            evidence=self.known[slug],
            code=code,
            feature=self._title(slug),
        )

    def image(self, slug: str, code: str) -> Change:
        """Tell that an image is not shown."""
        return _nobody.change(
            self._rule(slug),
            "The image {code} is not shown: {feature} is not supported.",
            evidence=self.known[slug],
            code=code,
            feature=self._title(slug),
        )
