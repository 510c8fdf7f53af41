"""``mailwright tokens history`` and ``spending``: what happened, and where the tokens went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args
from zoneinfo import ZoneInfo

from desktop.cli.account_tree import WIDE
from desktop.cli.console import answer, say, terminal
from desktop.cli.ledgers import Books, Where, opened
from desktop.cli.words import said, tokens
from desktop.errors import system_language
from renderers.budget.entries import Filter
from renderers.budget.history_csv import history_csv
from renderers.budget.pages import page_of, sums_of
from renderers.budget.spending import By, Spent, spending
from renderers.budget.values import KINDS, Entry, Kind
from renderers.budget.words import client_name, kind_name, said_note, signed
from templates.errors import InputError
from templates.files import write_text

if TYPE_CHECKING:
    from rich.table import Table

CELLS = 24
HEADINGS: dict[By, str] = {"template": "Template", "client": "Client", "person": "Person", "account": "Account"}


@dataclass(frozen=True)
class Wanted:
    """Which entries, as typed; days are those of this computer's clock."""

    kinds: Sequence[str]
    since: datetime | None
    until: datetime | None
    template: str
    text: str

    def filter(self) -> Filter:
        """As the ledger takes it. Raises InputError for a kind that is none."""
        for each in self.kinds:
            if each not in KINDS:
                raise InputError(
                    "There is no kind of entry {kind}.", advice="Known: {known}.", kind=each, known=", ".join(KINDS)
                )
        return Filter(
            kinds=frozenset(cast(Sequence[Kind], self.kinds)),
            since=self.since.astimezone() if self.since else None,
            until=(self.until + timedelta(days=1)).astimezone() if self.until else None,
            template=self.template,
            text=self.text,
        )


def show_history(where: Where, asked: str, wanted: Wanted, csv: Path | None, limit: int, *, as_json: bool) -> None:
    """Print the newest entries, or write all of them to a CSV file."""
    with opened(where) as books:
        account, entries = books.account(asked), wanted.filter()
        in_all = sums_of(books.store, account, entries).entries
        if csv or not limit:
            found = books.ledger.history(account, entries)
        else:
            found = page_of(books.store, account, entries, n=limit)[::-1]
    if csv:
        write_text(csv, history_csv(found, system_language()))
        if not as_json:
            say(said("Entries written to {file}: {n}.", n=in_all, file=csv), style="green")
    shown = found[-limit:] if limit else found
    if as_json:
        answer([_as_data(each) for each in shown])
    elif not csv:
        _print(shown, in_all - len(shown))


def show_spending(where: Where, asked: str, by: str, month: datetime | None, *, as_json: bool) -> None:
    """Print who or what used how many, with bars."""
    if by not in get_args(By):
        raise InputError("It can be told by {known}.", known=", ".join(get_args(By)))
    way = cast(By, by)
    with opened(where) as books:
        account = books.account(asked)
        since, until = _borders(books, account, month) if month else (None, None)
        found = spending(books.store, account, way, since=since, until=until)
    if as_json:
        answer([{"name": each.name, "n": each.n} for each in found])
    elif not found:
        say(said("Nothing was spent."))
    else:
        screen = terminal()
        screen.print(_spending_table(found, way), highlight=False)
        screen.print(said("Altogether: {tokens}.", tokens=tokens(sum(each.n for each in found))), style="dim")


def _print(shown: Sequence[Entry], earlier: int) -> None:
    if not shown:
        say(said("There are no such entries."))
        return
    screen = terminal()
    screen.print(_history_table(shown, is_wide=screen.width >= WIDE), highlight=False)
    if earlier:
        screen.print(said("Earlier entries: {n}; --limit 0 shows all.", n=earlier), style="dim")


def _history_table(shown: Sequence[Entry], *, is_wide: bool) -> Table:
    """Make the table. A narrow terminal has no room for what is set aside and by whom; files always have it."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(said("No."), justify="right", style="dim", no_wrap=True)
    table.add_column(said("Time"), no_wrap=True)
    table.add_column(said("What"), no_wrap=True)
    amounts = (said("Available"), said("Set aside"), said("Spent")) if is_wide else (said("Available"), said("Spent"))
    for heading in amounts:
        table.add_column(heading, justify="right", no_wrap=True)
    if is_wide:
        table.add_column(said("By"))
    table.add_column(said("About"), style="dim", min_width=16)
    for each in shown:
        table.add_row(*_cells(each, is_wide=is_wide))
    return table


def _cells(each: Entry, *, is_wide: bool) -> Iterator[str]:
    language = system_language()
    yield str(each.number)
    yield f"{each.at.astimezone():%Y-%m-%d %H:%M}"
    yield kind_name(each.kind, language)
    for n in (each.available, each.reserved, each.spent) if is_wide else (each.available, each.spent):
        yield signed(n, language)
    if is_wide:
        yield each.actor
    yield _about(each, language)


def _about(each: Entry, language: str) -> str:
    payer = each.payer if each.payer != each.account else ""
    valid = said("valid until {day}", day=each.expires) if each.kind == "grant" and each.expires else ""
    client = client_name(each.client, language) if each.client else ""
    parts = (each.other or payer, each.template, client, said_note(each, language), valid)
    return " · ".join(filter(None, parts))


def _spending_table(found: Sequence[Spent], by: By) -> Table:
    from rich.table import Table

    language, most = system_language(), found[0].n
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(said(HEADINGS[by]), overflow="fold")
    table.add_column(said("Tokens"), justify="right", no_wrap=True)
    table.add_column("", style="green", no_wrap=True)
    for each in found:
        name = client_name(each.name, language) if by == "client" and each.name else each.name
        table.add_row(name or said("not said"), said("{n}", n=each.n), "█" * max(1, round(each.n * CELLS / most)))
    return table


def _borders(books: Books, account: str, month: datetime) -> tuple[datetime, datetime]:
    """When a month begins and ends in the account's zone."""
    begin = month.replace(day=1, tzinfo=ZoneInfo(books.accounts.get(account).settings.zone))
    return begin, (begin + timedelta(days=32)).replace(day=1)


def _as_data(each: Entry) -> dict[str, Any]:
    return {**asdict(each), "at": each.at.isoformat()}
