"""Accounts that move to a team's ledger: every entry and hash as it was, once, and nothing when something is wrong."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from renderers.budget.accounts import Accounts
from renderers.budget.errors import NotAllowed
from renderers.budget.ledger import Ledger
from renderers.budget.store import Store
from renderers.budget.team.chains import Moved, is_as_begun, move_accounts, same_chain
from renderers.budget.team.rights import let_others_in
from templates.errors import InputError, StorageError


def spend(store: Store, n: int, key: str) -> None:
    ledger = Ledger(store)
    ledger.settle(ledger.reserve("own-acme", n, key=key), n)


def everything(store: Store) -> list[object]:
    ledger, accounts = Ledger(store), Accounts(store)
    found = [(each.id, each.name, each.path, each.created, each.settings) for each in accounts.tree()]
    return [(each, ledger.history(each[0]), ledger.balance(each[0]), accounts.ties(each[0])) for each in found]


def test_accounts_move_with_every_entry(own, team):
    """Hashes stay valid, limits and ties come along, a root's owner is who moved it; a second time nothing moves."""
    assert move_accounts(own, team) == Moved(accounts=2, entries=7)
    assert everything(team) == everything(own)
    assert Ledger(team).audit() == []
    assert Accounts(team).roles("own-acme") == {"carol": "member"}
    assert Accounts(team).roles("own") == ({"ann": "owner"} if team.is_shared else {})
    assert move_accounts(own, team) == Moved(0, 0)
    spend(team, 1, "there")
    assert Ledger(team).audit() == []


def test_what_came_later_is_added(own, team):
    """Work that went on in the old file, because its window stayed open, moves the next time."""
    move_accounts(own, team)
    spend(own, 2, "later")
    assert move_accounts(own, team) == Moved(accounts=1, entries=2)
    assert everything(team) == everything(own)
    assert Ledger(team).audit() == []


def test_what_happened_in_the_team_stays(own, team):
    """An account that moved and was used since is not touched again."""
    move_accounts(own, team)
    spend(team, 2, "there")
    before = everything(team)
    assert same_chain(own, team, "own-acme")
    assert move_accounts(own, team) == Moved(0, 0)
    assert everything(team) == before


def test_two_ways_cannot_be_joined(own, team):
    """Used here and there since: refused, and the other accounts do not move either."""
    move_accounts(own, team)
    spend(team, 2, "there")
    spend(own, 1, "here")
    Accounts(own).create("own-more", parent="own")
    assert not same_chain(own, team, "own-acme")
    before = everything(team)
    with pytest.raises(InputError, match="another account own-acme") as caught:
        move_accounts(own, team)
    assert "Nothing was moved" in caught.value.advice
    assert everything(team) == before


def test_an_id_that_is_taken_is_refused(own, team):
    """Somebody else's account of that id stays, and nothing moves."""
    Accounts(team).create("own-acme")
    with pytest.raises(InputError, match="another account own-acme"):
        move_accounts(own, team)
    assert [each.id for each in Accounts(team).tree()] == ["own-acme"]


def test_a_run_that_is_under_way_is_waited_for(own, team, clock):
    """Its tokens are nowhere yet; when its lease has run out they are free again and move."""
    Ledger(own).reserve("own-acme", 4, key="open", lease_s=60)
    with pytest.raises(InputError, match="4 tokens are set aside"):
        move_accounts(own, team)
    clock.move(minutes=2)
    assert move_accounts(own, team).accounts == 2
    assert Ledger(team).balance("own-acme") == (97, 0, 3)
    assert Ledger(team).audit() == []


def test_a_ledger_that_does_not_add_up_stays_where_it_is(own, team):
    """A changed entry would spoil the team's audit for ever."""
    with own.database.writing() as connection:
        connection.execute(sa.text("UPDATE ledger_entry SET note = 'x' WHERE account = 'own' AND number = 1"))
    with pytest.raises(StorageError, match="does not add up"):
        move_accounts(own, team)
    assert Accounts(team).tree() == []


def test_only_an_owner_brings_tokens_in(own, postgresql_url, postgresql_server, clock):
    """Whoever owns nothing in the team's ledger could else make tokens at home."""
    team = Store(postgresql_url, clock=clock)
    Accounts(team).create("agency")
    let_others_in(team.database)
    bob = Store(postgresql_server.login("bob", postgresql_url), clock=clock)
    with pytest.raises(NotAllowed, match="Only an owner"):
        move_accounts(own, bob)
    assert move_accounts(own, team).accounts == 2
    for at_home in (lambda: Accounts(own).create("more", parent="own"), lambda: Ledger(own).grant("own", 5, note="x")):
        at_home()
        with pytest.raises(NotAllowed, match="not allowed to do this in the account own: it takes the role owner"):
            move_accounts(own, bob)
    bob.close()
    team.close()


def test_a_ledger_as_it_began_is_known(tmp_path, own):
    """First tokens and settings alone are no history."""
    store = Store(f"sqlite:///{tmp_path / 'new.db'}")
    assert is_as_begun(store)
    Accounts(store).begin("new", name="New", zone="Europe/Paris", tokens=1000)
    assert is_as_begun(store)
    Ledger(store).grant("new", 5, note="order 1")
    assert not is_as_begun(store)
    assert not is_as_begun(own)
    store.close()
