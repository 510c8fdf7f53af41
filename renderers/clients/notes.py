"""caniemail's notes as rules: where the newest test of a client carries a note, what the note tells is done.

``data/notes.toml`` says by the note's own words what each means, so a newer table may number its notes anew.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

from renderers.clients.change import Evidence
from renderers.clients.features.telling import evidence
from renderers.clients.rules.at_rule import AtRuleRule
from renderers.clients.rules.attribute_rule import AttributeRule
from renderers.clients.rules.declaration_rule import DeclarationRule
from renderers.clients.rules.element_rule import ElementRule
from renderers.clients.rules.rule import Rule, Told
from renderers.clients.rules.selector_rule import SelectorRule
from renderers.clients.stage import Settings
from renderers.clients.support import Cell, Feature, Table
from templates.toml_files import read_toml

FILE = Path(__file__).parent / "data" / "notes.toml"

R = TypeVar("R", bound=Rule)


class Note(Rule):
    """What a note (``says``) of a ``feature`` means. ``accounts``: only with such an account in that client."""

    feature: str
    says: str
    accounts: tuple[str, ...] = ()
    contested: bool = False
    declarations: tuple[DeclarationRule, ...] = ()
    selectors: tuple[SelectorRule, ...] = ()
    at_rules: tuple[AtRuleRule, ...] = ()
    attributes: tuple[AttributeRule, ...] = ()
    elements: tuple[ElementRule, ...] = ()

    def rules(self) -> tuple[Rule, ...]:
        """Every rule of it."""
        return (*self.declarations, *self.selectors, *self.at_rules, *self.attributes, *self.elements)


class _File(Rule):
    note: tuple[Note, ...]


class NotedSettings(Settings):
    """``notes``: what caniemail's notes tell is done, for a mail box of such an ``account``."""

    notes: bool = False
    account: str = ""


def noted(settings: NotedSettings, client: str, rows: Table, kind: type[R]) -> tuple[Told[R], ...]:
    """Return the rules of one kind that a stage with these settings follows."""
    return told(client, settings.account, rows, kind) if settings.notes else ()


def told(client: str, account: str, rows: Table, kind: type[R]) -> tuple[Told[R], ...]:
    """Return the rules of one kind for a client (``family/platform``), looked at with such an account."""
    return tuple(
        Told(rule, f"caniemail.{note.feature}", tested)
        for note, tested in _noted(client, rows)
        if not note.accounts or account in note.accounts
        for rule in note.rules()
        if isinstance(rule, kind)
    )


@cache
def notes() -> tuple[Note, ...]:
    """Every note that means something here."""
    return read_toml(FILE, _File).note


@lru_cache(maxsize=128)
def _noted(client: str, rows: Table) -> list[tuple[Note, Evidence]]:
    column = rows.column(client)
    found: list[tuple[Note, Evidence]] = []
    for note in notes():
        feature, cell = rows.features.get(note.feature), column.get(note.feature)
        if feature and cell and _carries(feature, cell, note.says):
            found.append((note, evidence(note.feature, cell, contested=note.contested)))
    return found


def _carries(feature: Feature, cell: Cell, says: str) -> bool:
    """Tell whether the newest test carries the note. A test that found support outweighs an older "Partial"."""
    if cell.code == "y" and says.startswith("Partial"):
        return False
    return any(feature.notes.get(number, "").strip() == says for number in cell.notes)
