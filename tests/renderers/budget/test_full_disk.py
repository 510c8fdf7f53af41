"""A full disk: one sentence, nothing changed, and the same ledger works again once there is space."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
import sqlalchemy as sa

from templates.errors import StorageError


def test_a_database_that_cannot_grow_changes_nothing(sqlite_book):
    """Tokens, entries and settings are those of before, and the sentence says what to do."""
    store, ledger = sqlite_book.store, sqlite_book.ledger
    with store.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

    def limit(connection, _record):
        connection.execute(f"PRAGMA max_page_count = {pages}")

    store.close()
    sa.event.listen(store.database.engine, "connect", limit)
    before = sqlite_book.balances("agency", "acme"), ledger.history("agency")
    for ask in (
        lambda: ledger.grant("agency", 5, note="x" * 100_000),
        lambda: ledger.reserve("agency", 5, key="k" * 100_000),
        lambda: ledger.allocate("agency", "acme", 5, note="x" * 100_000),
        lambda: sqlite_book.accounts.tie("acme", templates=[str(n) * 50 for n in range(1000)]),
    ):
        with pytest.raises(StorageError, match=r"The disk is full; nothing was changed. Free some space and try again"):
            ask()
        assert (sqlite_book.balances("agency", "acme"), ledger.history("agency")) == before
    sa.event.remove(store.database.engine, "connect", limit)
    store.close()
    assert ledger.grant("agency", 5, note="x" * 100_000).available == 1005
    assert ledger.audit() == []


CHILD = """
import json, resource, sys
from renderers.budget.ledger import Ledger
from templates.errors import StorageError
url, path = sys.argv[1:]
told, free = [], resource.getrlimit(resource.RLIMIT_FSIZE)
with Ledger(url) as ledger:
    done = ledger.grant("agency", 1, note="opens the log").available
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, free[1]))
    try:
        while True:
            done = ledger.grant("agency", 1, note="x" * 1000).available
    except StorageError as error:
        told.append(str(error))
    told += [done, ledger.balance("agency").available]
    resource.setrlimit(resource.RLIMIT_FSIZE, free)
    told += [ledger.grant("agency", 1, note="x" * 1000).available, ledger.audit()]
print(json.dumps(told))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes are limited on POSIX only")
def test_a_log_that_cannot_be_written_changes_nothing(sqlite_book):
    """The system refuses in the middle of a transaction that was begun; what was told to be done before stays."""
    sqlite_book.store.close()
    url = str(sqlite_book.store.database.url)
    done = subprocess.run([sys.executable, "-c", CHILD, url, url], capture_output=True, text=True)
    assert done.stderr == ""
    said, known, there, more, faults = json.loads(done.stdout)
    assert "could not be read or written (disk I/O error); nothing was changed. Free some space" in said
    assert (there, more, faults) == (known, known + 1, [])
