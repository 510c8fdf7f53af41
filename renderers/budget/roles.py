"""Who may do what. On one machine everybody is owner; in a team the login of the database decides.

A role in an account holds in all accounts below it.
"""

from __future__ import annotations

from typing import Literal, get_args

import sqlalchemy as sa

from renderers.budget.errors import NotAllowed
from renderers.budget.tables import account, member

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
