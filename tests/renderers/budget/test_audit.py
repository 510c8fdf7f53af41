"""The audit finds whatever was changed behind the ledger's back, and nothing in a ledger that is in order."""

from __future__ import annotations

import threading

import pytest

from templates.errors import StorageError


@pytest.fixture
def busy(book):
    """An agency with a little of everything."""
    book.accounts.change("agency", pool_open=True)
    book.ledger.allocate("agency", "acme", 5, key="first")
    run = book.ledger.reserve("acme", 8, key="run")
    book.ledger.settle(run, 6, key="p")
    book.ledger.release(run)
    book.ledger.adjust("agency", -1, note="typing error")
    return book


def found(book) -> str:
    """What the audit says, and that it says the same as errors that a window can translate."""
    told = book.ledger.audit()
    faults = book.ledger.faults()
    assert [str(each) for each in faults] == told
    assert all(isinstance(each, StorageError) for each in faults)
    return " | ".join(told)


def test_a_ledger_in_order_has_no_faults(busy):
    """With allocations, draws on the pool, a release and an open run."""
    busy.ledger.reserve("acme", 2, key="open")
    assert found(busy) == ""


@pytest.mark.parametrize(
    "change",
    [
        "available = available + 1",
        "spent = spent - 1",
        "note = 'order 2'",
        "actor = 'nobody'",
        "login = 'nobody'",
        "at = '2026-11-10 12:00:01.000000'",
        "template = 'other'",
        "client = 'other'",
        "other = 'acme'",
        "expires = '2027-01-01'",
        "key = 'grant:other'",
        "kind = 'adjust'",
        "hash = 'f00'",
    ],
)
def test_an_entry_that_was_changed_is_found(busy, change):
    """Whatever was changed in it, down to the time."""
    busy.sql(f"UPDATE ledger_entry SET {change} WHERE account = 'agency' AND number = 1")
    assert "Entry 1 of agency was changed, or the one before it." in found(busy)


def test_an_entry_that_is_missing_is_found(busy):
    """In the middle by its number, at the end by what the account knows."""
    busy.sql("DELETE FROM ledger_entry WHERE account = 'agency' AND number = 2")
    assert "Entry 2 of agency is missing." in found(busy)


def test_a_last_entry_that_is_missing_is_found(busy):
    """Its account knows how many there were, and the buckets what they came to."""
    last = busy.ledger.history("agency")[-1].number
    busy.sql("DELETE FROM ledger_entry WHERE account = 'agency' AND number = :last", last=last)
    told = found(busy)
    assert f"agency had {last} entries, and the last one there is number {last - 1}." in told
    assert "The balance of agency is kept as" in told


def test_all_entries_gone_are_found(busy):
    """None is left to have a wrong hash."""
    busy.sql("DELETE FROM ledger_entry WHERE account = 'acme'")
    told = found(busy)
    assert "acme had 3 entries, and the last one there is number 0." in told
    assert "5 tokens of the transfer " in told


def test_two_entries_that_changed_places_are_found(busy):
    """Each hash covers its number and the entry before."""
    for old, new in ((1, 99), (2, 1), (99, 2)):
        busy.sql("UPDATE ledger_entry SET number = :new WHERE account = 'agency' AND number = :old", old=old, new=new)
    assert "Entry 1 of agency was changed" in found(busy)


@pytest.mark.parametrize("column", ["available", "reserved", "spent"])
def test_a_balance_that_was_changed_is_found(busy, column):
    """Both amounts are told."""
    busy.sql(f"UPDATE ledger_bucket SET {column} = {column} + 7 WHERE account = 'acme'")
    assert "The balance of acme is kept as" in found(busy)


def test_a_balance_that_is_gone_is_found(busy):
    """Nothing is kept where entries come to something."""
    busy.sql("DELETE FROM ledger_bucket WHERE account = 'acme'")
    assert "The balance of acme is kept as 0, 0, 0 and its entries come to 0, 0, 5" in found(busy)


def test_a_head_that_was_changed_is_found(busy):
    """The account names another last entry."""
    busy.sql("UPDATE account SET head = 'f00' WHERE id = 'acme'")
    assert found(busy) == "The last entry of acme is not the one that was written last."


def test_settings_that_were_changed_are_found(busy):
    """A limit that somebody took away in the database."""
    busy.accounts.change("acme", hard_limit=10)
    busy.sql("UPDATE account SET settings = '{}' WHERE id = 'acme'")
    assert found(busy) == "The settings of acme are not those of its last entry about them."


def test_a_reservation_that_is_gone_is_found(busy):
    """Entries speak of it."""
    busy.sql("DELETE FROM ledger_reservation WHERE key = 'run'")
    assert "is missing, and entries speak of it." in found(busy)


def test_a_run_that_was_ended_by_hand_is_found(busy):
    """Its tokens would be set aside for ever."""
    busy.ledger.reserve("acme", 3, key="open", run="r7")
    busy.sql("UPDATE ledger_reservation SET state = 'released' WHERE key = 'open'")
    assert found(busy) == "The run r7 of acme has ended and 3 tokens are still set aside for it."


def test_an_account_that_is_gone_is_found(sqlite_book):
    """PostgreSQL does not let it go while it has entries; SQLite's own tools do."""
    import sqlite3

    sqlite_book.accounts.create("own")
    sqlite_book.ledger.grant("own", 5, note="x")
    with sqlite3.connect(sqlite_book.store.database.name) as connection:
        connection.execute("DELETE FROM account WHERE id = 'own'")
    connection.close()
    assert found(sqlite_book) == "The account own is missing, and entries speak of it."


def test_an_audit_beside_writers_finds_nothing(book):
    """It sees one state of the ledger, however long it takes."""
    stop = threading.Event()

    def write() -> None:
        n = 0
        while not stop.is_set():
            n += 1
            book.ledger.allocate("agency", "acme", 1)
            book.ledger.give_back("acme", "agency", 1)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert [book.ledger.audit() for _ in range(12)] == [[]] * 12
    finally:
        stop.set()
        writer.join()
