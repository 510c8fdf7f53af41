"""Who may do what. On one machine everybody is owner; in a team the login of the database decides.

A role in an account holds in all accounts below it.
"""

from __future__ import annotations

from typing import Literal, get_args

import sqlalchemy as sa

from renderers.budget.errors import NotAllowed
from renderers.budget.tables import account, member
from templates.errors import InputError

Role = Literal["viewer", "member", "manager", "owner"]
ROLES: tuple[Role, ...] = get_args(Role)
"""From the least: sees; spends too; allocates inside and sets sub-accounts too; buys and gives roles too."""


def rank_of(role: Role) -> int:
    """1 for a viewer … 4 for an owner."""
    return ROLES.index(role) + 1


def rank_here(dialect: str) -> sa.ColumnElement[int]:
    """What the login that asks may do in the ``account`` of the surrounding query, as a column; 0 is nothing."""
    if dialect != "postgresql":
        return sa.literal(rank_of("owner"))
    giver = account.alias("giver")
    above = sa.func.left(account.c.path, sa.func.length(giver.c.path)) == giver.c.path
    rank = sa.select(sa.func.max(member.c.rank)).join(giver, giver.c.id == member.c.account)
    return sa.func.coalesce(rank.where(member.c.login == login_here(), above).correlate(account).scalar_subquery(), 0)


def login_here() -> sa.ColumnElement[str]:
    """PostgreSQL's login, as a column."""
    return sa.cast(sa.func.current_user(), sa.String)


def demand(rank: int, role: Role, account_id: str, login: str) -> None:
    """Raise NotAllowed unless ``rank`` is enough for ``role``."""
    if rank < rank_of(role):
        raise NotAllowed(
            "The login {login} is not allowed to do this in the account {account}: it takes the role {role}.",
            advice="Ask an owner of the account to give you that role (mailwright accounts role).",
            login=login,
            account=account_id,
            role=role,
        )


def read_roles(connection: sa.Connection, account_id: str) -> dict[str, Role]:
    """Return the logins that have a role in this very account."""
    rows = connection.execute(sa.select(member).filter_by(account=account_id).order_by(member.c.login))
    return {row.login: ROLES[row.rank - 1] for row in rows}


def write_role(connection: sa.Connection, account_id: str, login: str, role: Role | None) -> None:
    """Give a login this role in the account, or none. Raises InputError for a role that is none."""
    if role is not None and role not in ROLES:
        raise InputError("There is no role {role}.", advice="Known: {known}.", role=role, known=", ".join(ROLES))
    connection.execute(sa.delete(member).filter_by(account=account_id, login=login))
    if role:
        connection.execute(sa.insert(member).values(account=account_id, login=login, rank=rank_of(role)))
