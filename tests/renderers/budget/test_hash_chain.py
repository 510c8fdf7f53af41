"""The chain's hash: the same for ever, and another one for whatever differs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from renderers.budget.hash_chain import COVERED, START, entry_hash
from renderers.budget.tables import entry

ENTRY = {
    "account": "agency", "number": 1, "kind": "grant", "available": 1000, "reserved": 0, "spent": 0, "expires": "",
    "at": datetime(2026, 11, 10, 12, tzinfo=UTC), "actor": "ann", "login": "", "payer": "", "other": "",
    "reservation": "", "template": "", "run": "", "client": "", "note": "order 1 – 🍋", "key": "grant:1", "part": 0,
}  # fmt: skip


def test_all_of_an_entry_is_covered():
    """Every column but the hash itself."""
    assert set(COVERED) == {column.name for column in entry.c} - {"hash"}


def test_the_hash_of_an_entry_never_changes():
    """It stands on statements that were handed out: a later version must come to the same."""
    assert entry_hash(START, ENTRY) == "bae4f6461b83b730ef89d8dcf7af050e90b6c54eb7e7318176455bc96e287533"


def test_whatever_differs_shows():
    """Each field, the entry before, and where one field ends and the next begins."""
    others = [ENTRY | {name: 7 if isinstance(ENTRY[name], int) else "x"} for name in COVERED if name != "at"]
    others += [ENTRY | {"at": ENTRY["at"] + timedelta(microseconds=1)}, ENTRY | {"actor": "", "login": "ann"}]
    others += [ENTRY | {"actor": 'ann","'}, ENTRY | {"number": "1"}]
    hashes = {entry_hash(START, other) for other in others} | {entry_hash("f00", ENTRY), entry_hash(START, ENTRY)}
    assert len(hashes) == len(others) + 2


def test_a_moment_is_the_same_in_every_zone():
    """PostgreSQL and SQLite may hand it out in different ones."""
    there = ENTRY["at"].astimezone(timezone(timedelta(hours=5, minutes=30)))
    assert entry_hash(START, ENTRY | {"at": there}) == entry_hash(START, ENTRY)
