"""Passwords of databases: from the keyring where there is one, and never in what is written down."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from templates.errors import StorageError
from templates.store.passwords import SERVICE, keep_password, with_password, without_password


def password_of(url: str) -> str | None:
    return sa.make_url(with_password(url)).password


def test_a_password_is_found_again(kept_passwords):
    """By login, server, port and database; another database of the same server has its own."""
    keep_password("postgresql://ann@db/mailwright", "secret")
    assert kept_passwords == {(SERVICE, "ann@db:5432/mailwright"): "secret"}
    assert password_of("postgresql://ann@db:5432/mailwright") == "secret"
    assert with_password("postgresql://ann@db/other") == "postgresql://ann@db/other"


def test_each_login_has_its_own(kept_passwords, monkeypatch):
    """A URL that a team shares names no login: then it is PostgreSQL's choice, PGUSER or who is logged in here."""
    monkeypatch.setenv("PGUSER", "bob")
    keep_password("postgresql://db/mailwright", "bobs")
    assert kept_passwords == {(SERVICE, "bob@db:5432/mailwright"): "bobs"}
    assert password_of("postgresql://db/mailwright") == "bobs"
    monkeypatch.setenv("PGUSER", "ann")
    assert password_of("postgresql://db/mailwright") is None


@pytest.mark.parametrize(
    "url", ["sqlite:///workspace.db", "postgresql:///local", "not a url", "postgresql://ann:x@db/m"]
)
def test_what_needs_no_keyring_stays(url, kept_passwords):
    """Files, sockets, nonsense, and a URL with a password of its own."""
    assert with_password(url) == url


def test_a_system_without_a_keyring():
    """Reading finds nothing, and keeping says where else a password can go."""
    assert with_password("postgresql://ann@db/m") == "postgresql://ann@db/m"
    with pytest.raises(StorageError, match="no keyring") as caught:
        keep_password("postgresql://ann@db/m", "secret")
    assert ".pgpass" in caught.value.advice


@pytest.mark.parametrize(
    "url", ["postgresql://ann:se%40cret@db/m", "postgresql://ann@db/m?password=secret", "postgresql://ann@db/m"]
)
def test_what_is_written_down_has_no_password(url):
    """Wherever it stood."""
    assert without_password(url) == "postgresql://ann@db/m"
