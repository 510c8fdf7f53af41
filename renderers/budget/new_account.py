"""Making an account: a good id and name, nobody else's id, and somebody who owns it."""

from __future__ import annotations

import sqlalchemy as sa

from renderers.budget.errors import NotAllowed
from renderers.budget.held import Held
from renderers.budget.roles import login_here, rank_of
from renderers.budget.tables import account, member
from renderers.budget.turn import Turn, now_in
from templates.errors import InputError

LONGEST_ID, LONGEST_NAME, DEEPEST = 64, 120, 8
_LOCK = 0x6D77_6C66  # "mwlf": PostgreSQL's number of the lock of whoever makes an account without a parent


def make(turn: Turn, account_id: str, name: str, above: Held | None) -> Held:
    """Make an account and hold it; in a team the login owns one without a parent.

    Raises InputError when there is one of that id or it would be too deep, NotAllowed.
    """
    if turn.connection.execute(sa.select(account.c.id).where(account.c.id == account_id)).first():
        raise InputError("There is an account {account} already.", advice="Choose another id.", account=account_id)
    if above is None:
        demand_some_owner(turn.connection)
    elif above.depth + 1 >= DEEPEST:
        raise InputError("Accounts may be {most} deep at most.", most=DEEPEST)
    _insert(turn, account_id, name, above)
    return turn.hold(account_id)


def is_made(connection: sa.Connection, account_id: str, parent: str | None) -> bool:
    """Say whether the account came about just before the connection broke."""
    return connection.execute(sa.select(account.c.id).filter_by(id=account_id, parent=parent)).first() is not None


def is_empty(connection: sa.Connection) -> bool:
    """Say whether there is no account at all."""
    return connection.execute(sa.select(account.c.id).limit(1)).first() is None


def one_at_a_time(connection: sa.Connection) -> None:
    """Wait for others who make an account without a parent: only one can be the first. SQLite's writers wait anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))


def demand_some_owner(connection: sa.Connection) -> None:
    """Who makes the first account of a team's ledger owns it; afterwards it takes an owner to make another one."""
    one_at_a_time(connection)
    if connection.dialect.name != "postgresql" or is_empty(connection):
        return
    own = sa.select(member.c.account).where(member.c.login == login_here(), member.c.rank == rank_of("owner"))
    if connection.execute(own).first() is None:
        raise NotAllowed(
            "Only an owner of an account may make another one.", advice="Ask the owner of the ledger for an account."
        )


def good_id(account_id: str) -> str:
    """Return the id. Raises InputError for one that cannot stand in a path, or in a line."""
    is_clean = account_id == account_id.strip() and account_id.isprintable() and "/" not in account_id
    if not account_id or not is_clean or len(account_id) > LONGEST_ID:
        raise InputError(
            "{account} is no id for an account.",
            advice="Use up to {most} characters without a slash, such as acme-paris.",
            account=account_id,
            most=LONGEST_ID,
        )
    return account_id


def good_name(name: str) -> str:
    """Return the name in one line. Raises InputError for a long one."""
    name = " ".join(name.split())
    if len(name) > LONGEST_NAME:
        raise InputError("This name is too long: at most {most} characters.", most=LONGEST_NAME)
    return name


def _insert(turn: Turn, account_id: str, name: str, above: Held | None) -> None:
    turn.connection.execute(
        sa.insert(account).values(
            id=account_id,
            parent=above.id if above else None,
            path=f"{above.path if above else '/'}{account_id}/",
            name=name,
            created=now_in(turn.connection, turn.clock),
            closed=False,
            settings="{}",
            month="",
            alerted=0,
            alert_month="",
            entries=0,
            head="",
        )
    )
    if turn.connection.dialect.name == "postgresql" and above is None:
        login = turn.connection.execute(sa.select(login_here())).scalar_one()
        turn.connection.execute(sa.insert(member).values(account=account_id, login=login, rank=rank_of("owner")))
