"""Accounts: who pays. An account may have sub-accounts, each with its brands or templates, and people with roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

import sqlalchemy as sa

from renderers.budget import monthly
from renderers.budget.held import Held
from renderers.budget.new_account import good_id, good_name, is_empty, is_made, make, one_at_a_time
from renderers.budget.reading import see
from renderers.budget.roles import ROLES, Role, rank_here, read_roles, write_role
from renderers.budget.settings import PLAIN, AccountSettings
from renderers.budget.store import Store
from renderers.budget.tables import account, alert
from renderers.budget.ties import Payers, Tied, read_ties, write_ties
from renderers.budget.transfers import move
from renderers.budget.turn import Clock, Turn, no_account, settings_of
from renderers.budget.values import About
from templates.errors import InputError

FIRST_NOTE = "First tokens"


@dataclass(frozen=True)
class Account:
    """An account as it is set up; its tokens are the ledger's."""

    id: str
    name: str  # the id when none was given
    parent: str | None
    path: str  # "/agency/acme/"
    created: datetime
    closed: bool
    settings: AccountSettings
    role: Role | None  # of whoever asks

    @property
    def depth(self) -> int:
        """0 for an account without a parent."""
        return self.path.count("/") - 2


@dataclass(frozen=True)
class Alert:
    """A level of the month's tokens that an account reached."""

    account: str
    month: str  # "2026-11"
    level: int  # per cent
    at: datetime
    used: int
    of: int


class Accounts:
    """The accounts of one ledger. All raise InputError (no such account), NotAllowed, StorageError."""

    def __init__(self, url: str | sa.URL | Store, *, clock: Clock | None = None) -> None:
        """Open the ledger at ``url`` (SQLAlchemy's) and bring its tables up to date; ``clock`` is for tests."""
        self.store = url if isinstance(url, Store) else Store(url, clock=clock)

    def create(self, id: str, *, parent: str | None = None, name: str = "", **settings: Any) -> Account:  # noqa: A002 - the stable name
        """Make an account, below ``parent`` if one is given; ``settings`` are fields of AccountSettings.

        It takes a manager of ``parent``, whose roles hold in it too; in a team whoever makes one without a parent owns
        it. Raises InputError when there is one of that id.
        """
        made, title = good_id(id), good_name(name) or id
        kept = PLAIN.changed(**settings)

        def work(turn: Turn) -> None:
            above = turn.open(parent, "manager") if parent else None
            if turn.is_again and is_made(turn.connection, made, parent):
                return
            inherited = kept if "zone" in settings or above is None else kept.changed(zone=above.settings.zone)
            _set(make(turn, made, title, above), inherited)

        self.store.do(work)
        if kept.monthly is not None:
            self.store.tidy(made)
        return self.get(made)

    def begin(self, id: str, *, name: str, zone: str, tokens: int) -> bool:  # noqa: A002 - as above
        """Make the first account of an empty ledger, with ``tokens``; False when there is one already."""
        made, title, kept = good_id(id), good_name(name) or id, PLAIN.changed(zone=zone)

        def work(turn: Turn) -> bool:
            one_at_a_time(turn.connection)  # two windows may begin at once
            if not is_empty(turn.connection):
                return turn.is_again and is_made(turn.connection, made, None)
            held = make(turn, made, title, None)
            _set(held, kept)
            held.add("grant", "", available=tokens, about=About(note=FIRST_NOTE), key="begin:first")
            return True

        with self.store.reading() as connection:
            is_first = is_empty(connection)
        return is_first and self.store.do(work)

    def get(self, id: str) -> Account:  # noqa: A002 - as above
        """Return one account."""
        with self.store.reading() as connection:
            see(connection, id)
        return self._find(id)

    def tree(self, root: str | None = None) -> list[Account]:
        """Return ``root`` and all below, or all that the login may see: each before those below it."""
        if root is None:
            return [each for each in self._read(sa.true()) if each.role]
        path = self._find(root).path
        return [each for each in self._read(sa.func.substr(account.c.path, 1, len(path)) == path) if each.role]

    def rename(self, id: str, name: str) -> Account:  # noqa: A002 - as above
        """Give an account another name; its id stays."""
        title = good_name(name) or id

        def work(turn: Turn) -> None:
            turn.hold(id, "manager").name = title

        self.store.do(work)
        return self.get(id)

    def change(self, id: str, *, actor: str = "", **settings: Any) -> Account:  # noqa: A002 - as above
        """Set limits and the like (fields of AccountSettings).

        It takes a manager of the account above, and where there is none, the owner.
        """

        def work(turn: Turn) -> None:
            held = self._set_by(turn, id)
            changed = held.settings.changed(**settings)
            if held.settings.monthly is None:
                monthly.begin_anew(held)
            _set(held, changed, actor)

        self.store.do(work)
        self.store.tidy(id)
        return self.get(id)

    def close(self, id: str) -> Account:  # noqa: A002 - as above
        """Close an account: its tokens go back to the one above, and nobody reserves from it any more.

        What runs under way have set aside stays for them; what they leave can be taken back (``give_back``).
        """

        def work(turn: Turn) -> None:
            held = self._set_by(turn, id)
            balance = held.balance
            if held.parent and balance.available:
                about = About(note="closed")
                move("return", held, turn.hold(held.parent), balance.available, about, f"close:{id}:{held.number}")
            held.closed = True

        self.store.do(work)
        return self.get(id)

    def reopen(self, id: str) -> Account:  # noqa: A002 - as above
        """Open a closed account again."""

        def work(turn: Turn) -> None:
            held = self._set_by(turn, id)
            held.closed = False
            monthly.begin_anew(held)
            held.wake_at(held.now)

        self.store.do(work)
        return self.get(id)

    def give_role(self, id: str, login: str, role: Role | None) -> None:  # noqa: A002 - as above
        """Give a login of the database a role in the account and all below; None takes it away.

        The last owner of an account without a parent stays. Raises InputError for a role that is none.
        """

        def work(turn: Turn) -> None:
            held = turn.hold(id, "owner")
            write_role(turn.connection, id, login, role)
            if held.parent is None and self.store.is_shared and "owner" not in read_roles(turn.connection, id).values():
                raise InputError("An account needs an owner.", advice="Make somebody else owner first.")

        self.store.do(work)

    def roles(self, id: str) -> dict[str, Role]:  # noqa: A002 - as above
        """Return the logins that have a role in this very account."""
        with self.store.reading() as connection:
            see(connection, id)
            return read_roles(connection, id)

    def tie(self, id: str, *, brands: Sequence[str] = (), templates: Sequence[str] = ()) -> None:  # noqa: A002 - as above
        """Say which brands and templates (names, or patterns such as ``welcome.*``) this account pays for."""

        def work(turn: Turn) -> None:
            self._set_by(turn, id)
            write_ties(turn.connection, id, brands, templates)

        self.store.do(work)

    def ties(self, id: str) -> dict[Tied, tuple[str, ...]]:  # noqa: A002 - as above
        """Return the brands and templates that the account pays for."""
        with self.store.reading() as connection:
            see(connection, id)
            found = read_ties(connection, [id])
        kinds: tuple[Tied, ...] = get_args(Tied)
        return {kind: tuple(each.name for each in found if each.kind == kind) for kind in kinds}

    def payers(self, root: str) -> Payers:
        """Return who pays for what at or below ``root``; closed accounts pay for nothing."""
        below = [each.id for each in reversed(self.tree(root)) if not each.closed]
        with self.store.reading() as connection:
            return Payers(root, read_ties(connection, below))

    def alerts(self, id: str) -> list[Alert]:  # noqa: A002 - as above
        """Return the levels that the account reached, the newest first."""
        with self.store.reading() as connection:
            see(connection, id)
            newest = sa.select(alert).filter_by(account=id).order_by(alert.c.at.desc(), alert.c.level.desc())
            rows = connection.execute(newest)
            return [Alert(**row._mapping) for row in rows]

    def _find(self, account_id: str) -> Account:
        """One account, whoever asks."""
        found = self._read(account.c.id == account_id)
        if not found:
            raise no_account(account_id)
        return found[0]

    def _set_by(self, turn: Turn, account_id: str) -> Held:
        """Hold an account whose settings are to be changed: by a manager from above, or its owner."""
        held = turn.hold(account_id)
        if held.parent:
            turn.hold(held.parent, "manager")
        else:
            turn.hold(account_id, "owner")
        return held

    def _read(self, where: sa.ColumnElement[bool]) -> list[Account]:
        with self.store.reading() as connection:
            rank = rank_here(connection.dialect.name).label("rank")
            rows = connection.execute(sa.select(account, rank).where(where)).all()
        return sorted(map(_account, rows), key=lambda each: each.path.split("/"))  # databases sort by their locale


def _account(row: sa.Row[Any]) -> Account:
    role = ROLES[row.rank - 1] if row.rank else None
    kept = settings_of(row.settings)
    return Account(row.id, row.name, row.parent, row.path, row.created, row.closed, kept, role)


def _set(held: Held, kept: AccountSettings, actor: str = "") -> None:
    """Change the settings, with an entry that proves it."""
    if kept.monthly is not None and held.parent is None:
        raise InputError(
            "{account} has no account above that could give it tokens each month.",
            advice="Buy tokens for it (tokens grant), or set a hard limit.",
            account=held.id,
        )
    if kept != held.settings:
        held.settings = kept
        about = About(actor=actor, note=kept.to_json())
        held.add("setting", "", about=about, key=f"setting:{held.number + 1}")
    held.wake_at(held.now)
