"""Who rewrites a whole chain is found by the statements that were handed out before."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest
import sqlalchemy as sa

from renderers.budget.hash_chain import START, entry_hash
from renderers.budget.statement import Head, statement
from renderers.budget.statement.csv_file import to_csv
from renderers.budget.statement.heads import check_heads, read_head
from renderers.budget.tables import account, entry
from templates.errors import InputError, StorageError


def rewrite(book, account_id: str, **values: object) -> None:
    """Change the account's first entry and write every hash after it anew, as somebody with the database could."""
    with book.store.database.writing() as connection:
        head = START
        query = sa.select(entry).where(entry.c.account == account_id).order_by(entry.c.number)
        for row in connection.execute(query).all():
            told = {**row._mapping, **(values if row.number == 1 else {})}
            told["hash"] = head = entry_hash(head, told)
            where = (entry.c.account == account_id, entry.c.number == row.number)
            connection.execute(sa.update(entry).where(*where).values(told))
        connection.execute(sa.update(account).where(account.c.id == account_id).values(head=head))


@pytest.fixture
def heads(book) -> list[Head]:
    """Of the agency's and acme's statements of November; December goes on."""
    book.ledger.allocate("agency", "acme", 10)
    book.clock.to(2026, 12, 1)
    book.ledger.allocate("agency", "acme", 10)
    return [statement(book.store, each, "2026-11").head for each in ("agency", "acme")]


def test_a_sound_ledger_has_every_head(book, heads):
    """However much happened since."""
    assert check_heads(book.store, [*heads, Head("acme", "2026-10", 0, "")]) == []


def test_a_rewritten_chain_shows(book, heads):
    """Somebody writes another note and all hashes anew: the audit finds nothing, the statement does."""
    rewrite(book, "agency", note="order 7")
    assert book.ledger.audit() == []
    (fault,) = check_heads(book.store, heads)
    assert isinstance(fault, StorageError)
    assert fault.what == (
        f"The ledger of agency was rewritten: its statement of 2026-11 shows another hash for entry {heads[0].number}."
    )


def test_entries_that_are_gone_show(book, heads):
    """An account that is not there any more, or has fewer entries than it had."""
    gone = [Head("nobody", "2026-11", 1, "ab"), heads[1]._replace(number=99)]
    assert [fault.values["account"] for fault in check_heads(book.store, gone)] == ["nobody", "acme"]
    assert "is not in the ledger any more" in str(check_heads(book.store, gone)[0])


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("account_id", ["acme", "=1+1", "-a;-b", "'=x", 'a",=b', "Été"])
def test_the_head_is_read_from_the_file_again(made, tmp_path, language, account_id):
    """Whatever the account is called, in each language."""
    found = made("acme")
    head = found.head._replace(account=account_id)
    path = tmp_path / "statement.csv"
    path.write_bytes(to_csv(replace(found, account=account_id, head=head), language).encode())
    assert read_head(path) == head


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_spreadsheet_may_have_saved_the_file_again(made, tmp_path, separator):
    """With another separator, every cell in quotes, and without the byte order mark."""
    found = made("acme")
    table = list(csv.reader(to_csv(found, "en").removeprefix("\ufeff").splitlines()))
    path = tmp_path / "saved.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(table)
    assert read_head(path) == found.head


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a,b\r\n",
        "mailwright-head",
        "mailwright-head,acme",
        "mailwright-head,acme,2026-11,x,ab",
        "mailwright-head,acme,2026-11,²,ab",
        f"mailwright-head,acme,2026-11,{'9' * 30},ab",
        '"mailwright-head","acme',
    ],
)
def test_a_file_that_is_no_statement_is_refused(tmp_path, text):
    """With what to name instead."""
    path = tmp_path / "other.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=r"head of the chain is missing.*Name the CSV file of a statement"):
        read_head(path)
