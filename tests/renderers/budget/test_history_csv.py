"""The history for a spreadsheet."""

from __future__ import annotations

import csv
import io

from renderers.budget.history_csv import COLUMNS, history_csv


def test_each_entry_is_a_row(sqlite_book):
    """Every column of an entry that people ask for, with the time in UTC and plain numbers."""
    sqlite_book.ledger.allocate("agency", "acme", 40, note="=2+2", actor="ann")
    made = sqlite_book.ledger.reserve("acme", 3, key="k", template="welcome.en", run="run 1", actor="jo")
    sqlite_book.ledger.settle(made, 1, client="gmail-web")
    text = history_csv(sqlite_book.ledger.history("acme"), "en")
    headings, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    assert headings == [*COLUMNS[:2], "Time (UTC)", *COLUMNS[3:]]
    told = [dict(zip(headings, row, strict=True)) for row in rows]
    assert [row["What"] for row in told] == ["Allocated", "Reserved", "Spent"]
    assert (told[0]["Other account"], told[0]["Note"], told[0]["Available"]) == ("agency", "'=2+2", "40")
    assert {name: cell for name, cell in told[2].items() if cell} == {
        "Account": "acme",
        "No.": "3",
        "Time (UTC)": "2026-11-10 12:00:00",
        "What": "Spent",
        "Available": "0",
        "Set aside": "-1",
        "Spent": "1",
        "By": "jo",
        "Paid for": "acme",
        "Template": "welcome.en",
        "Client": "Gmail, web",
        "Run": "run 1",
    }


def test_it_speaks_french(sqlite_book):
    """Headings, kinds and notes; the separator is what a French spreadsheet splits at."""
    lines = history_csv(sqlite_book.ledger.history("agency"), "fr").splitlines()
    assert lines[0].startswith("\ufeffCompte;Nº;Date et heure (UTC);Opération;Disponibles;Réservés;Dépensés;")
    assert ";Achat;1000;0;0;" in lines[1]
