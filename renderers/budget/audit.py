"""The audit: every balance recomputed from the entries, every hash from the one before, every rule proved again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import sqlalchemy as sa

from renderers.budget.entries import Filter, entries_of
from renderers.budget.hash_chain import START, entry_hash
from renderers.budget.tables import account, bucket, reservation
from renderers.budget.tables import entry as entry_table
from renderers.budget.values import Entry
from templates.errors import MailwrightError, StorageError

_MOVES = {"allocate", "return"}


@dataclass
class _Sums:
    """What all accounts come to."""

    got: int = 0  # granted and adjusted, less what expired
    held: int = 0  # available and reserved
    spent: int = 0
    moves: Counter[tuple[str, str, str]] = field(default_factory=Counter)  # by key and pair of accounts: 0 in the end
    reservations: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))  # still set aside


def faults_of(connection: sa.Connection) -> Iterator[MailwrightError]:
    """Yield what is wrong in the ledger, of one state of it."""
    sums = _Sums()
    for row in connection.execute(sa.select(account).order_by(account.c.path)).all():
        yield from _faults_of_account(connection, row, sums)
    for stray in connection.execute(_STRAYS).scalars():
        yield StorageError("The account {account} is missing, and entries speak of it.", account=stray)
    for (key, *pair), left in sums.moves.items():
        if left:
            yield StorageError(
                "{n} tokens of the transfer {key} are on one side only.", account=pair[0], n=abs(left), key=key
            )
    yield from _faults_of_reservations(connection, sums)
    if sums.got != sums.held + sums.spent:
        yield StorageError(
            "The sums differ: {got} tokens came in, {held} are there and {spent} were spent.",
            got=sums.got,
            held=sums.held,
            spent=sums.spent,
        )


def _faults_of_account(
    connection: sa.Connection, row: sa.Row[tuple[object, ...]], sums: _Sums
) -> Iterator[MailwrightError]:
    head, number, settings = START, 0, "{}"
    held: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries_of(connection, row.id, Filter()):
        number += 1
        if entry.number != number:
            yield StorageError("Entry {number} of {account} is missing.", account=row.id, number=number)
            number = entry.number
        head = entry_hash(head, vars(entry))
        if head != entry.hash:
            yield StorageError(
                "Entry {number} of {account} was changed, or the one before it.", account=row.id, number=number
            )
            head = entry.hash
        settings = entry.note if entry.kind == "setting" else settings
        _count(entry, held[entry.expires], sums)
        if min(held[entry.expires].values()) < 0:
            yield StorageError("Entry {number} of {account} takes more than there was.", account=row.id, number=number)
    if number != row.entries:
        yield StorageError(
            "{account} had {known} entries, and the last one there is number {found}.",
            account=row.id,
            known=row.entries,
            found=number,
        )
    elif head != row.head:
        yield StorageError("The last entry of {account} is not the one that was written last.", account=row.id)
    if settings != row.settings:
        yield StorageError("The settings of {account} are not those of its last entry about them.", account=row.id)
    yield from _faults_of_buckets(connection, row.id, held)


def _count(entry: Entry, held: Counter[str], sums: _Sums) -> None:
    for name in ("available", "reserved", "spent"):
        held[name] += getattr(entry, name)
    sums.held += entry.available + entry.reserved
    sums.spent += entry.spent
    if entry.kind in {"grant", "adjust", "expire"}:
        sums.got += entry.available
    if entry.kind in _MOVES:
        low, high = sorted((entry.account, entry.other))
        sums.moves[entry.key, low, high] += entry.available
    if entry.reservation:
        sums.reservations[entry.reservation] += entry.reserved


def _faults_of_buckets(
    connection: sa.Connection, account_id: str, held: defaultdict[str, Counter[str]]
) -> Iterator[MailwrightError]:
    rows = connection.execute(sa.select(bucket).where(bucket.c.account == account_id)).all()
    kept = {row.expires: (row.available, row.reserved, row.spent) for row in rows}
    for expires in kept.keys() | held.keys():
        summed = tuple(held[expires][name] for name in ("available", "reserved", "spent"))
        if kept.get(expires, (0, 0, 0)) != summed:
            yield StorageError(
                "The balance of {account} is kept as {kept} and its entries come to {summed} "
                "(available, reserved, spent).",
                account=account_id,
                kept=_told(kept.get(expires, (0, 0, 0))),
                summed=_told(summed),
            )


def _faults_of_reservations(connection: sa.Connection, sums: _Sums) -> Iterator[MailwrightError]:
    known: set[str] = set()
    for row in connection.execute(sa.select(reservation)):
        known.add(row.id)
        left = sums.reservations[row.id]
        if left < 0 or (left and row.state != "open"):
            yield StorageError(
                "The run {run} of {account} has ended and {n} tokens are still set aside for it.",
                account=row.account,
                run=row.run or row.key,
                n=left,
            )
    for gone in sums.reservations.keys() - known:
        yield StorageError("The reservation {id} is missing, and entries speak of it.", id=gone)


_STRAYS = sa.select(entry_table.c.account).distinct().where(entry_table.c.account.not_in(sa.select(account.c.id)))


def _told(amounts: tuple[int, ...]) -> str:
    return ", ".join(map(str, amounts))
