"""A statement for a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from renderers.budget.statement.csv_file import to_csv


def rows(text: str, separator: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=separator))


def blocks(table: list[list[str]]) -> list[list[list[str]]]:
    """The rows between empty ones."""
    found: list[list[list[str]]] = [[]]
    for row in table:
        if row:
            found[-1].append(row)
        else:
            found.append([])
    return found


def test_it_holds_what_the_statement_holds(made):
    """What it is about, balances, sums, entries and the head, each in a block of its own."""
    acme = made("acme")
    about, balances, kinds, templates, clients, accounts, entries, head = blocks(rows(to_csv(acme, "en"), ","))
    assert dict(about)["Account"] == "acme"
    assert dict(about)["Month"] == "2026-11"
    assert [tuple(map(int, row[2:])) for row in balances[1:]] == [acme.opening, acme.closing]
    assert [sum(int(row[column]) for row in kinds[1:]) for column in (2, 3, 4)] == [
        after - before for before, after in zip(acme.opening, acme.closing, strict=True)
    ]
    for block in (templates, clients):
        assert sum(int(row[1]) for row in block[1:]) == acme.spent
    assert ["Not said", "2"] in templates
    assert accounts[-1] == ["Paid by accounts above", str(acme.from_pools)]
    assert [int(row[1]) for row in entries[1:]] == [each.number for each in acme.entries]
    assert head[-1] == ["mailwright-head", "acme", "2026-11", str(acme.head.number), acme.head.hash]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("account", ["acme", "agency"])
def test_nothing_in_it_is_a_formula(made, account, language, separator):
    """Also where a spreadsheet of the other language tears it apart; numbers may be negative."""
    cells = [cell for row in rows(to_csv(made(account), language), separator) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "@", "+", "\t", "\r"))] == []
    assert [cell for cell in cells if cell.startswith("-") and not cell[1:].isdigit()] == []


def test_it_speaks_french(made):
    """Titles, kinds and notes; the line with the head is the same in each language."""
    english, french = (made("agency"), made("agency"))
    table = rows(to_csv(french, "fr"), ";")
    assert table[0] == ["Relevé de jetons", "Mailwright"]
    assert ["Achat", "2", "1060", "0", "0"] in table
    assert table[-1] == rows(to_csv(english, "en"), ",")[-1]


def test_a_provisional_statement_says_so(made):
    """In its first lines."""
    over = made("acme")
    assert "Provisional" not in to_csv(over, "en")
    assert ["Provisional", "The month is not over: more entries will come."] in rows(
        to_csv(replace(over, provisional=True), "en"), ","
    )
