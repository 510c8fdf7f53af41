"""Where a team's database is: URLs without passwords, and passwords that are asked for and kept."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from renderers.budget.team.address import TRIES, Address, address_of, log_in
from templates.errors import InputError, StorageError
from templates.store.database_errors import ConnectionLostError
from templates.store.passwords import with_password


def never() -> str:
    raise AssertionError("nobody needed to be asked")


@pytest.mark.parametrize(
    ("url", "bare", "password"),
    [
        ("postgresql://ann@db/mailwright", "postgresql://ann@db/mailwright", ""),
        ("postgresql://ann:se%2Fcret@db:5433/m", "postgresql://ann@db:5433/m", "se/cret"),
        ("postgresql://db/m?user=ann&password=secret", "postgresql://db/m?user=ann", "secret"),
    ],
)
def test_a_url_is_written_down_without_its_password(url, bare, password):
    """Wherever in the URL it stands; nor does a traceback show it."""
    found = address_of(url)
    assert found == Address(bare, password)
    assert "cret" not in repr(found)


@pytest.mark.parametrize(
    "url", ["", "db.example.com", "sqlite:///workspace.db", "mysql://ann@db/m", "postgresql://a:b:c"]
)
def test_a_teams_database_is_postgresql(url):
    """Everything else is refused with an example."""
    with pytest.raises(InputError) as caught:
        address_of(url)
    assert "postgresql://user@server/mailwright" in caught.value.advice


def test_a_password_is_asked_for_and_kept(postgresql_url, postgresql_server, kept_passwords):
    """Until it is right; afterwards nobody is asked, and a changed one is asked for again."""
    url = address_of(postgresql_server.login("bob", postgresql_url, password="right")).url
    typed = iter(["wrong", "right"])
    assert log_in(Address(url), lambda: next(typed)).password == "right"
    kept = with_password(url)
    assert isinstance(kept, sa.URL)
    assert kept.password == "right"
    assert log_in(Address(url), never) == Address(url)
    kept_passwords[next(iter(kept_passwords))] = "changed"
    assert log_in(Address(url), lambda: "right").password == "right"


def test_nobody_is_asked_for_ever(postgresql_url, postgresql_server, kept_passwords):
    """After some wrong passwords the server's answer is shown, and nothing is kept."""
    url = address_of(postgresql_server.login("bob", postgresql_url, password="right")).url
    asked: list[str] = []
    with pytest.raises(StorageError, match="password authentication failed"):
        log_in(Address(url), lambda: asked.append("wrong") or "wrong")  # type: ignore[func-returns-value]  # counts too
    assert len(asked) == TRIES
    assert kept_passwords == {}


def test_without_a_keyring_the_password_has_to_go_elsewhere(postgresql_url, postgresql_server, monkeypatch):
    """PostgreSQL's own file and variable are named; with one of them nothing needs to be kept."""
    given = address_of(postgresql_server.login("bob", postgresql_url, password="right"))
    with pytest.raises(StorageError, match="no keyring") as caught:
        log_in(given, never)
    assert ".pgpass" in caught.value.advice
    monkeypatch.setenv("PGPASSWORD", "right")
    assert log_in(given, never) == given


def test_a_server_that_needs_no_password_is_not_asked_for_one(postgresql_url, kept_passwords):
    """One that was given is not kept then."""
    assert log_in(address_of(postgresql_url.replace("ann@", "ann:odd@")), never).url == postgresql_url
    assert kept_passwords == {}


def test_nobody_answers():
    """The place is the URL as it was typed, without the password."""
    with pytest.raises(ConnectionLostError) as caught:
        log_in(address_of("postgresql://ann:secret@127.0.0.1:1/m"), never)
    assert str(caught.value.place) == "postgresql://ann@127.0.0.1:1/m"
    assert "secret" not in str(caught.value)
