"""The heads on statements that were handed out: who rewrites a whole chain cannot change those.

The audit proves that each entry follows from the one before. Somebody with access to the database could write all of
them anew; then the hash on an earlier statement is in the ledger no more.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path

import sqlalchemy as sa

from renderers.budget.statement import Head
from renderers.budget.store import Store
from renderers.budget.tables import entry
from templates.errors import InputError, MailwrightError, StorageError
from templates.files import read_text
from templates.spreadsheet import unguarded

MARK = "mailwright-head"
"""The first cell of the line with the head, in every language."""
MOST_BYTES = 100 * 1024**2


def read_head(path: Path) -> Head:
    """Return the head of a statement's CSV file, also after a spreadsheet saved it again.

    Raises InputError for a file that is none, StorageError.
    """
    for line in reversed(read_text(path, most=MOST_BYTES).splitlines()):
        start = line.lstrip('"')
        if start.startswith(MARK) and (head := _parsed(line, start)):
            return head
    raise InputError(
        "The line with the head of the chain is missing in this file.",
        advice="Name the CSV file of a statement.",
        place=path,
    )


def check_heads(store: Store, heads: Iterable[Head]) -> list[MailwrightError]:
    """Return a fault for each head that is not in its account's chain any more. Raises StorageError.

    It compares with the chain as it is kept; that this one is sound is the audit's to say.
    """
    with store.reading() as connection:
        return [fault for head in heads if (fault := _fault(connection, head))]


def _parsed(line: str, start: str) -> Head | None:
    separator = start[len(MARK) :].lstrip('"')[:1]
    if not separator:
        return None
    _, account, month, number, told, *_ = [*next(csv.reader([line], delimiter=separator)), "", "", "", ""]
    if not re.fullmatch(r"\d{1,9}", number, re.ASCII):
        return None
    return Head(unguarded(account), month, int(number), told)


def _fault(connection: sa.Connection, head: Head) -> MailwrightError | None:
    if not head.number:
        return None
    query = sa.select(entry.c.hash).where(entry.c.account == head.account, entry.c.number == head.number)
    kept = connection.execute(query).scalar()
    if kept is None:
        return StorageError(
            "Entry {number} of {account}, with which the statement of {month} ends, is not in the ledger any more.",
            advice="Somebody changed the database, or restored an old backup. Compare it with your backups.",
            account=head.account,
            month=head.month,
            number=head.number,
        )
    if kept != head.hash:
        return StorageError(
            "The ledger of {account} was rewritten: its statement of {month} shows another hash for entry {number}.",
            advice="Somebody changed the database. Compare it with your backups.",
            account=head.account,
            month=head.month,
            number=head.number,
        )
    return None
