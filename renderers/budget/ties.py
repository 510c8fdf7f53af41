"""Which account pays for a template: accounts are tied to brands and to templates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal

import sqlalchemy as sa

from renderers.budget.tables import tie

Tied = Literal["brand", "template"]


@dataclass(frozen=True)
class Tie:
    """An account pays for a brand, or for templates of a name or a pattern such as ``welcome.*``."""

    account: str
    kind: Tied
    name: str


@dataclass(frozen=True)
class Payers:
    """Who pays below one account."""

    root: str
    ties: tuple[Tie, ...] = ()  # of the deepest accounts first

    def of(self, template: str, brand: Callable[[], str]) -> str:
        """Return the account that the template is tied to, else the one of its brand, else ``root``."""
        for each in self.ties:
            if each.kind == "template" and fnmatchcase(template, each.name):
                return each.account
        brands = [each for each in self.ties if each.kind == "brand"]
        name = brand() if brands else ""
        return next((each.account for each in brands if each.name == name), self.root)


def read_ties(connection: sa.Connection, accounts: Sequence[str]) -> tuple[Tie, ...]:
    """Return the ties of some accounts, in the order of the accounts and then by name."""
    rows = connection.execute(sa.select(tie).where(tie.c.account.in_(accounts))).all()
    ordered = sorted(rows, key=lambda row: (accounts.index(row.account), row.name))
    return tuple(Tie(row.account, row.kind, row.name) for row in ordered)


def write_ties(connection: sa.Connection, account: str, brands: Sequence[str], templates: Sequence[str]) -> None:
    """Tie an account to these and to nothing else."""
    connection.execute(sa.delete(tie).filter_by(account=account))
    rows = [{"account": account, "kind": "brand", "name": each} for each in dict.fromkeys(brands)]
    rows += [{"account": account, "kind": "template", "name": each} for each in dict.fromkeys(templates)]
    if rows:
        connection.execute(sa.insert(tie), rows)
