"""A statement as a CSV file: what it is about, sums, entries, and the head of the chain in a line of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from renderers.budget.history_csv import entry_rows
from renderers.budget.spending import Spent
from renderers.budget.statement import Statement
from renderers.budget.statement.heads import MARK
from renderers.budget.values import Balance
from renderers.budget.words import client_name, kind_name, spoken_moment, translated
from templates.spreadsheet import csv_text

Row = Sequence[str | int]


def to_csv(statement: Statement, language: str) -> str:
    """Return the text of the file. Write it as it is: it begins with a byte order mark."""
    blocks = (_about, _balances, _kinds, _spending, _entries, _head)
    rows: list[Row] = []
    for block in blocks:
        rows += [*([()] if rows else []), *block(statement, language)]
    return csv_text(rows, language)


def _about(statement: Statement, language: str) -> Iterator[Row]:
    def row(label: str, value: str) -> Row:
        return translated(label, language), value

    yield row("Token statement", "Mailwright")
    yield row("Account", statement.account)
    yield row("Name", statement.name)
    yield row("Month", statement.month)
    yield row("Time zone", statement.zone)
    yield row("Made", spoken_moment(statement.local(statement.made), language))
    if statement.provisional:
        yield row("Provisional", translated("The month is not over: more entries will come.", language))


def _balances(statement: Statement, language: str) -> Iterator[Row]:
    def row(label: str, balance: Balance) -> Row:
        return translated(label, language), "", *balance

    yield _headings(("Balance", "", "Available", "Set aside", "Spent"), language)
    yield row("Opening balance", statement.opening)
    yield row("Closing balance", statement.closing)


def _kinds(statement: Statement, language: str) -> Iterator[Row]:
    yield _headings(("By kind", "Entries", "Available", "Set aside", "Spent"), language)
    for each in statement.by_kind:
        yield kind_name(each.kind, language), *each[1:]


def _spending(statement: Statement, language: str) -> Iterator[Row]:
    clients = [(client_name(each.name, language), each.n) for each in statement.by_client]
    yield from _sums("By template", statement.by_template, language)
    yield ()
    yield from _sums("By client", [Spent(*each) for each in clients], language)
    yield ()
    yield from _sums("By account", statement.by_account, language)
    if statement.from_pools:
        yield translated("Paid by accounts above", language), statement.from_pools


def _sums(title: str, sums: Sequence[Spent], language: str) -> Iterator[Row]:
    yield _headings((title, "Spent"), language)
    for each in sums:
        yield each.name or translated("Not said", language), each.n


def _entries(statement: Statement, language: str) -> Iterator[Row]:
    yield from entry_rows(statement.entries, language, ZoneInfo(statement.zone))


def _head(statement: Statement, language: str) -> Iterator[Row]:
    yield (translated("Keep this file: the hash below proves the entries up to here.", language),)
    yield _headings(("", "Account", "Month", "Entry", "Hash"), language)
    yield MARK, *statement.head


def _headings(names: Sequence[str], language: str) -> Row:
    return [translated(name, language) for name in names]
