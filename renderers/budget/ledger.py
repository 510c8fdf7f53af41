"""The ledger of tokens: who got how many, and what became of each. Exact whatever crashes, on one machine or many.

Every change is an entry that is never changed again; balances are sums of entries. One token is one new picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from types import TracebackType
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import sqlalchemy as sa

from renderers.budget import reservations
from renderers.budget.audit import faults_of
from renderers.budget.entries import Filter, entries_of
from renderers.budget.reading import affordable_by, balance_of, see
from renderers.budget.store import Store
from renderers.budget.transfers import move, take
from renderers.budget.turn import Clock, Turn
from renderers.budget.values import LONGEST_LEASE_S, MOST, About, Balance, Entry, Kind, Reservation
from templates.errors import InputError

if TYPE_CHECKING:
    from templates.errors import MailwrightError


class Ledger:
    """One ledger. Every operation is one transaction, and with the same ``key`` it is done once.

    What all raise: InputError (no such account, an amount that is none), NotAllowed (the login has not the role),
    StorageError (the database refuses; nothing was changed).
    """

    def __init__(self, url: str | sa.URL | Store, *, clock: Clock | None = None) -> None:
        """Open the ledger at ``url`` (SQLAlchemy's) and bring its tables up to date; ``clock`` is for tests."""
        self.store = url if isinstance(url, Store) else Store(url, clock=clock)

    def grant(
        self, account: str, n: int, *, note: str, expires: date | None = None, key: str = "", actor: str = ""
    ) -> Balance:
        """Add ``n`` bought tokens, which end after the day ``expires``. ``note`` says why and is never empty."""
        about = About(actor=actor, note=_note(note))

        def work(turn: Turn, key: str) -> None:
            held = turn.open(account, "owner")
            day = expires.isoformat() if expires else ""
            if expires and expires < held.today:
                raise InputError("{day} is over already.", advice="Give a later day.", day=day)
            held.add("grant", day, available=_whole(n), about=about, key=key)

        return self._once(account, "grant", n, key, work)

    def adjust(self, account: str, n: int, *, note: str, key: str = "", actor: str = "") -> Balance:
        """Correct the account by ``n`` tokens, which may be negative; ``note`` is the reason. Raises TokensMissing."""
        about = About(actor=actor, note=_note(note))

        def work(turn: Turn, key: str) -> None:
            held = turn.hold(account, "owner")
            if n > 0:
                held.add("adjust", "", available=_whole(n), about=about, key=key)
                return
            take(held, _whole(-n), about, key)

        return self._once(account, "adjust", n, key, work)

    def allocate(self, parent: str, child: str, n: int, *, note: str = "", key: str = "", actor: str = "") -> Balance:
        """Move ``n`` tokens to the account right below. Returns the child's balance. Raises TokensMissing."""
        about = About(actor=actor, note=note)

        def work(turn: Turn, key: str) -> None:
            below, above = self._pair(turn, child, parent)
            turn.open(child)
            move("allocate", above, below, _whole(n), about, key)

        return self._once(child, "allocate", n, key, work)

    def give_back(self, child: str, parent: str, n: int, *, note: str = "", key: str = "", actor: str = "") -> Balance:
        """Move ``n`` free tokens back to the account above. Returns the child's balance. Raises TokensMissing."""
        about = About(actor=actor, note=note)

        def work(turn: Turn, key: str) -> None:
            below, above = self._pair(turn, child, parent)
            move("return", below, above, _whole(n), about, key)

        return self._once(child, "return", -n, key, work)

    def reserve(
        self,
        account: str,
        n: int,
        *,
        key: str,
        lease_s: float = 120.0,
        actor: str = "",
        template: str = "",
        run: str = "",
    ) -> Reservation:
        """Set ``n`` tokens aside for a run, all or none; they are free again ``lease_s`` seconds after the last sign.

        The same ``key`` again is the same reservation: what it charged stays charged, what it lost is set aside again.
        Own tokens are drawn first, then the pools above that are open. Raises TokensMissing.
        """
        about = About(actor=actor, template=template, run=run)
        if not key or not 0 < lease_s <= LONGEST_LEASE_S:
            raise InputError(
                "A reservation needs a key, and a lease of more than 0 and at most {most} seconds.",
                most=LONGEST_LEASE_S,
            )
        return self.store.do(lambda turn: reservations.reserve(turn, account, _whole(n, 0), key, lease_s, about))

    def settle(
        self,
        reservation: Reservation,
        delivered: int,
        *,
        key: str = "",
        client: str = "",
        template: str = "",
        actor: str = "",
    ) -> Reservation:
        """Charge ``delivered`` more pictures and renew the lease; call it as they arrive.

        With a ``key``, the picture's own, an account pays once, whatever run takes it again (``paid``). After the
        lease ran out tokens are set aside again, or LeaseEnded is raised and the picture must be dropped.
        """
        about, told, n = About(client=client, template=template, actor=actor), key or uuid4().hex, _whole(delivered, 0)
        return self.store.do(lambda turn: reservations.settle(turn, reservation, n, told, about, is_new=not key))

    def paid(self, account: str, keys: Sequence[str]) -> set[str]:
        """Return those keys of pictures that the account paid for already: a crash came before they could be kept."""
        with self.store.reading() as connection:
            see(connection, account)
            return reservations.paid(connection, account, keys)

    def renew(self, reservation: Reservation) -> Reservation:
        """Lengthen the lease of a run that is still under way. Raises LeaseEnded when it ran out."""
        return self.store.do(lambda turn: reservations.renew(turn, reservation))

    def release(self, reservation: Reservation) -> Reservation:
        """Free what was not delivered: the run ended, failed or was cancelled. May be called again."""
        return self.store.do(lambda turn: reservations.release(turn, reservation))

    def release_run(self, run: str) -> None:
        """Free all that a run still has set aside, without waiting for its lease: its program is gone."""
        with self.store.reading() as connection:
            left = reservations.open_of(connection, run)
        for each in left:
            self.release(each)

    def balance(self, account: str) -> Balance:
        """What the account has of its own, after all that ran out by now."""
        return balance_of(self.store, account)

    def affordable(self, account: str) -> int:
        """How many tokens a run of the account may take: its own, those of pools that are open, up to its limit."""
        return affordable_by(self.store, account)

    def history(self, account: str, where: Filter | None = None) -> list[Entry]:
        """The account's entries, oldest first."""
        with self.store.reading() as connection:
            see(connection, account)
            return list(entries_of(connection, account, where or Filter()))

    def audit(self) -> list[str]:
        """Recompute everything from the entries; return a sentence for each fault, none when all is in order."""
        return [str(fault) for fault in self.faults()]

    def faults(self) -> list[MailwrightError]:
        """Like ``audit``, as errors that a window can show in the user's language."""
        with self.store.reading() as connection:
            return list(faults_of(connection))

    def close(self) -> None:
        """Close the connections; the ledger may be used again."""
        self.store.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _pair(self, turn: Turn, child: str, parent: str) -> Any:
        below = turn.hold(child)
        if below.parent != parent:
            raise InputError(
                "{child} is not right below {parent}.",
                advice="Tokens move between an account and the one right above it.",
                child=child,
                parent=parent,
            )
        return below, turn.hold(parent, "manager")

    def _once(self, account: str, kind: Kind, n: int, key: str, work: Any) -> Balance:
        """Do ``work(turn, key)``, which adds ``n``, unless it was done; the same key for something else is refused."""
        told = f"{kind}:{account}/{key or uuid4().hex}"  # a transfer stands in two accounts: its key is the child's

        def do(turn: Turn) -> Balance:
            held = turn.hold(account, "viewer")
            before = turn.keyed(account, told)
            if before is None:
                work(turn, told)
            elif before != n:
                raise InputError(
                    "The key {key} stands for another operation, of {n} tokens.",
                    advice="Give each operation a key of its own.",
                    key=key,
                    n=abs(before),
                )
            return held.balance

        return self.store.do(do)


def _whole(n: int, least: int = 1) -> int:
    if isinstance(n, bool) or not isinstance(n, int) or not least <= n <= MOST:
        raise InputError(
            "{n} is no number of tokens.",
            advice="Give a whole number from {least} to {most}.",
            n=n,
            least=least,
            most=MOST,
        )
    return n


def _note(note: str) -> str:
    if not note.strip():
        raise InputError("A note is missing.", advice="Say why, such as the number of the order.")
    return note.strip()
