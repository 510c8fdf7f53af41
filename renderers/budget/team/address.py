"""Where a team's database is, and the password for it: asked for when the server wants one, kept in the keyring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError

from templates.errors import InputError, Place, StorageError
from templates.store.database import Database
from templates.store.passwords import keep_password, with_password, without_password

TRIES = 3
PATIENCE = "10"  # seconds for a server that does not answer


@dataclass(frozen=True)
class Address:
    """A PostgreSQL database. ``url`` has no password and may be written down."""

    url: str
    password: str = field(default="", repr=False)  # that was given; "" for the keyring's, or PostgreSQL's own ways

    @property
    def full(self) -> str | sa.URL:
        """What a connection takes."""
        return sa.make_url(self.url).set(password=self.password) if self.password else with_password(self.url)


def address_of(url: str) -> Address:
    """Read what a person typed. Raises InputError for what is no PostgreSQL URL."""
    try:
        parsed = sa.make_url(url)
        known = parsed.get_backend_name() == "postgresql"
    except (ArgumentError, ValueError):
        known = False
    if not known:
        raise InputError(
            "A team's database is a PostgreSQL server, and this is not the URL of one.",
            advice="Write it like postgresql://user@server/mailwright.",
        )
    told = parsed.query.get("password", "")
    return Address(without_password(parsed), parsed.password or (told if isinstance(told, str) else told[-1]))


def knock(url: str | sa.URL) -> None:
    """Connect once. Raises StorageError when nobody answers within seconds, or refuses."""
    parsed = sa.make_url(url)
    if parsed.get_backend_name() == "postgresql" and "connect_timeout" not in parsed.query:
        parsed = parsed.update_query_dict({"connect_timeout": PATIENCE})
    try:
        with Database(parsed) as database, database.reading():
            pass
    except StorageError as error:
        error.place = Place(without_password(url))  # without what only this function put in
        raise


def log_in(address: Address, ask: Callable[[], str]) -> Address:
    """Connect; ``ask`` gives the password when the server wants one and none is known, or it was wrong.

    The password that worked is kept in the system's keyring, unless the server is content without. Raises StorageError.
    """
    for left in reversed(range(TRIES + 1)):
        try:
            knock(address.full)
            break
        except StorageError as error:
            if not left or not _wants_password(error):
                raise
        address = replace(address, password=ask())
    if address.password and not _is_content(replace(address, password="")):
        keep_password(address.url, address.password)
    return address


def _is_content(address: Address) -> bool:
    """Is what is known already enough?"""
    try:
        knock(address.full)
    except StorageError:
        return False
    return True


def _wants_password(error: StorageError) -> bool:
    """Was it the password that was missing or wrong? Servers say it in their own language; the driver knows it."""
    tried = getattr(getattr(error.__cause__, "orig", None), "pgconn", None)
    return bool(tried and (tried.needs_password or tried.used_password))
