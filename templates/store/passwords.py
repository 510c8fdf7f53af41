"""Passwords of databases: in the system's keyring, never in a file of the workspace."""

from __future__ import annotations

import getpass
import os

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError

from templates.errors import StorageError

SERVICE = "mailwright"
SECRETS = ("password", "sslpassword")
"""What PostgreSQL also takes behind the question mark of a URL, and nobody may read."""


def with_password(url: str) -> str | sa.URL:
    """Return ``url`` with the password that the keyring has for it; as it is when it has none, or is no URL.

    PostgreSQL's own ways (``PGPASSWORD``, the password file) work beside it.
    """
    try:
        parsed = sa.make_url(url)
    except (ArgumentError, ValueError):  # whoever opens it says so
        return url
    if parsed.password or "password" in parsed.query or not parsed.host:
        return url
    kept = _from_keyring(_name(parsed))
    return parsed.set(password=kept, username=_login(parsed)) if kept else url


def without_password(url: str | sa.URL) -> str:
    """Return ``url`` as it may be written down and shown."""
    parsed = sa.make_url(url).difference_update_query(SECRETS)
    return parsed._replace(password=None).render_as_string()


def keep_password(url: str, password: str) -> None:
    """Keep the password of ``url`` in the keyring. Raises StorageError when this system has none."""
    import keyring  # it looks for what the system has, which takes a moment
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, _name(sa.make_url(url)), password)
    except KeyringError as error:
        raise StorageError(
            "This system has no keyring that could keep the password.",
            advice="Put it into PostgreSQL's password file (.pgpass), or set PGPASSWORD; then try again.",
        ) from error


def _from_keyring(name: str) -> str | None:
    import keyring  # as above
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, name)
    except KeyringError:  # a machine without one: PostgreSQL's own ways are left
        return None


def _name(url: sa.URL) -> str:
    """Such as ``ann@db.example.com:5432/mailwright``."""
    return f"{_login(url)}@{url.host}:{url.port or 5432}/{url.database or ''}"


def _login(url: sa.URL) -> str:
    """Who logs in: PostgreSQL's rule where the URL does not say, so that each of a team may have a login."""
    return url.username or os.environ.get("PGUSER") or getpass.getuser()
