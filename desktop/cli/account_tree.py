"""Accounts as a tree with bars, as wide as the terminal allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.cli.words import said
from desktop.errors import system_language
from renderers.budget.accounts import Account
from renderers.budget.values import Balance
from renderers.budget.words import number

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

CELLS = 20
WIDE = 100  # characters
MARKS = (("█", "green"), ("▓", "yellow"), ("░", "dim"))
"""Available, set aside, spent: told apart without colours too."""


def tree_table(
    accounts: Sequence[Account], balances: Mapping[str, Balance], remarks: Mapping[str, str], *, width: int
) -> Table:
    """Make a table of accounts, each before those below it; ``remarks`` stand at the end of the lines.

    A terminal that is not ``WIDE`` has no room for names, and shorter bars.
    """
    from rich.table import Table

    is_wide = width >= WIDE
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(said("Account"), no_wrap=True)
    table.add_column("", no_wrap=True)
    for heading in (said("Available"), said("Set aside"), said("Spent")):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("", style="dim", min_width=18)
    for each, branch in zip(accounts, _branches(accounts), strict=True):
        amounts = (number(n, system_language()) for n in balances[each.id])
        drawn = bar(balances[each.id], CELLS if is_wide else CELLS // 2)
        table.add_row(_name(each, branch, is_wide=is_wide), drawn, *amounts, remarks[each.id])
    return table


def _name(account: Account, branch: str, *, is_wide: bool) -> Text:
    from rich.text import Text

    text = Text(branch, style="dim").append(account.id, style="not dim strike" if account.closed else "not dim bold")
    return text.append(f"  {account.name}", style="not dim") if is_wide and account.name != account.id else text


def bar(balance: Balance, cells: int = CELLS) -> Text:
    """Draw what is available, set aside and spent as parts of a whole; what there is takes one cell at least."""
    from rich.text import Text

    whole = sum(balance)
    if not whole:
        return Text("·" * cells, style="dim")
    text = Text()
    for width, (mark, style) in zip(_widths(balance, cells), MARKS, strict=True):
        text.append(mark * width, style=style)
    return text


def legend() -> Text:
    """Say what the marks of a bar mean."""
    from rich.text import Text

    text = Text()
    for (mark, style), name in zip(MARKS, (said("available"), said("set aside"), said("spent")), strict=True):
        text.append(mark, style=style).append(f" {name}   ", style="dim")
    return text


def _widths(balance: Balance, cells: int) -> list[int]:
    """Whole cells for each part; the largest takes what rounding leaves."""
    widths = [max(1, round(n * cells / sum(balance))) if n else 0 for n in balance]
    widths[widths.index(max(widths))] += cells - sum(widths)
    return widths


def _branches(accounts: Sequence[Account]) -> Iterator[str]:
    """The lines in front of each account's name."""
    shown = {each.id: each for each in accounts}
    last = {each.parent: each.id for each in accounts}
    for each in accounts:
        chain = list(_upwards(each, shown))
        if len(chain) == 1:  # the login sees nothing above it
            yield ""
            continue
        lines = ["   " if last[one.parent] == one.id else "│  " for one in reversed(chain[1:-1])]
        yield "".join(lines) + ("└─ " if last[each.parent] == each.id else "├─ ")


def _upwards(account: Account, shown: Mapping[str, Account]) -> Iterator[Account]:
    found: Account | None = account
    while found is not None:
        yield found
        found = shown.get(found.parent or "")
