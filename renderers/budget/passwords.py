"""Passwords of databases: in the system's keyring, never in a file of the workspace."""

from __future__ import annotations

import sqlalchemy as sa

SERVICE = "mailwright"


def with_password(url: str) -> str | sa.URL:
    """Return ``url`` with the password that the keyring has for it; as it is when it has none.

    PostgreSQL's own ways (``PGPASSWORD``, the password file) work beside it.
    """
    parsed = sa.make_url(url)
    if parsed.password or not parsed.username or not parsed.host:
        return url
    kept = _from_keyring(_name(parsed))
    return parsed.set(password=kept) if kept else url


def keep_password(url: str, password: str) -> None:
    """Keep the password of ``url`` in the keyring. Raises StorageError when this system has none."""
    import keyring
    from keyring.errors import KeyringError

    from templates.errors import StorageError

    try:
        keyring.set_password(SERVICE, _name(sa.make_url(url)), password)
    except KeyringError as error:
        raise StorageError(
            "This system has no keyring that could keep the password.",
            advice="Put it into PostgreSQL's password file (.pgpass), or set PGPASSWORD.",
        ) from error


def _from_keyring(name: str) -> str | None:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, name)
    except KeyringError:  # a machine without one: PostgreSQL's own ways are left
        return None


def _name(url: sa.URL) -> str:
    """Such as ``ann@db.example.com:5432/mailwright``."""
    return f"{url.username}@{url.host}:{url.port or 5432}/{url.database or ''}"
