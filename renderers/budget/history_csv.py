"""Entries of the ledger as a CSV file for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, tzinfo

from renderers.budget.values import Entry
from renderers.budget.words import client_name, kind_name, said_note, translated
from templates.spreadsheet import csv_text

COLUMNS = (
    "Account", "No.", "Time", "What", "Available", "Set aside", "Spent", "Valid until", "By", "Login", "Paid for",
    "Other account", "Template", "Client", "Run", "Note",
)  # fmt: skip


def history_csv(entries: Iterable[Entry], language: str) -> str:
    """Return the text of the file; times are in UTC. Write it as it is: it begins with a byte order mark."""
    return csv_text(entry_rows(entries, language, UTC), language)


def entry_rows(entries: Iterable[Entry], language: str, zone: tzinfo) -> Iterator[Sequence[str | int]]:
    """Yield the headings and a row for each entry, with times in ``zone``."""
    headings = [translated(name, language) for name in COLUMNS]
    headings[2] += f" ({zone})"
    yield headings
    for each in entries:
        yield (
            each.account,
            each.number,
            f"{each.at.astimezone(zone):%Y-%m-%d %H:%M:%S}",
            kind_name(each.kind, language),
            each.available,
            each.reserved,
            each.spent,
            each.expires,
            each.actor,
            each.login,
            each.payer,
            each.other,
            each.template,
            client_name(each.client, language),
            each.run,
            said_note(each, language),
        )
