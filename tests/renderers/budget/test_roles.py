"""Roles in a team: the login of the database decides, in an account and all below it. On one machine all are owners."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from renderers.budget.accounts import Accounts
from renderers.budget.errors import NotAllowed
from renderers.budget.ledger import Ledger
from renderers.budget.new_account import make
from renderers.budget.purse import payer_of
from renderers.budget.reading import balance_of
from renderers.budget.spending import spending
from renderers.budget.store import Store
from renderers.budget.team.rights import let_others_in
from renderers.budget.turn import Turn
from templates.errors import InputError
from templates.workspace import Workspace

LOGINS = ("viewer", "member", "manager", "owner", "nobody", "below", "o'hara %s")


@pytest.fixture(scope="module")
def team(postgresql_server):
    """The stores of ann, who made agency > acme > paris and bolt beside acme, and of logins with one role each.

    ``below`` is manager of paris only; the others have their role in acme.
    """
    with postgresql_server.database() as url:
        stores = {"ann": Store(url)}
        accounts, ledger = Accounts(stores["ann"]), Ledger(stores["ann"])
        accounts.create("agency", pool_open=True)
        for each, parent in (("acme", "agency"), ("paris", "acme"), ("bolt", "agency")):
            accounts.create(each, parent=parent, pool_open=True)
        ledger.grant("agency", 1000, note="order")
        ledger.allocate("agency", "acme", 500)
        ledger.allocate("acme", "paris", 100)
        let_others_in(stores["ann"].database)
        for login in LOGINS:
            stores[login] = Store(postgresql_server.login(login, url))
        for role in ("viewer", "member", "manager", "owner"):
            accounts.give_role("acme", role, role)
        accounts.give_role("paris", "below", "manager")
        accounts.give_role("paris", "o'hara %s", "member")
        yield stores
        for store in stores.values():
            store.close()


def look(store):
    return Ledger(store).balance("paris")


def spend(store):
    ledger = Ledger(store)
    ledger.release(ledger.settle(ledger.reserve("paris", 2, key=f"{store.database.url.username}"), 0))


def move(store):
    Ledger(store).allocate("acme", "paris", 1)
    Ledger(store).give_back("paris", "acme", 1)


def limit(store):
    Accounts(store).change("paris", hard_limit=5000, actor=str(store.database.url.username))


def tie(store):
    Accounts(store).tie("paris", brands=["paris"])


def buy(store):
    Ledger(store).grant("paris", 1, note="x")
    Ledger(store).adjust("paris", -1, note="x")


def appoint(store):
    Accounts(store).give_role("paris", "new", "viewer")
    Accounts(store).give_role("paris", "new", None)


MAY = {
    "nobody": [],
    "viewer": [look],
    "member": [look, spend],
    "manager": [look, spend, move, limit, tie],
    "owner": [look, spend, move, limit, tie, buy, appoint],
}


@pytest.mark.parametrize("role", MAY)
@pytest.mark.parametrize("deed", MAY["owner"])
def test_each_role_may_do_what_it_is_for(team, role, deed):
    """In acme and in paris below it; whoever may not is told which role it takes, and nothing changed."""
    if deed in MAY[role]:
        deed(team[role])
        return
    before = Ledger(team["ann"]).history("paris")
    with pytest.raises(
        NotAllowed, match=rf"login {role} is not allowed to do this.*it takes the role \w+. Ask an owner"
    ):
        deed(team[role])
    assert Ledger(team["ann"]).history("paris") == before


def test_no_role_sees_nothing(team):
    """Neither the tree, nor an account, nor its tokens, entries, people or alerts; nor does a role next door."""
    for login, account in (("nobody", "acme"), ("owner", "bolt"), ("below", "acme"), ("manager", "agency")):
        accounts, ledger = Accounts(team[login]), Ledger(team[login])
        for ask in (
            lambda: accounts.get(account),  # noqa: B023 - called in this very round
            lambda: ledger.balance(account),  # noqa: B023 - as above
            lambda: balance_of(team[login], account),  # noqa: B023 - as above
            lambda: ledger.history(account),  # noqa: B023 - as above
            lambda: accounts.roles(account),  # noqa: B023 - as above
            lambda: accounts.ties(account),  # noqa: B023 - as above
            lambda: accounts.alerts(account),  # noqa: B023 - as above
            lambda: spending(team[login], account, "template"),  # noqa: B023 - as above
        ):
            with pytest.raises(NotAllowed):
                ask()
        assert account not in [each.id for each in accounts.tree()]


def test_the_tree_is_what_a_login_may_see(team):
    """With its role in each; ann made the first account and owns all."""
    seen = {login: {each.id: each.role for each in Accounts(store).tree()} for login, store in team.items()}
    assert seen["ann"] == dict.fromkeys(("agency", "acme", "bolt", "paris"), "owner")
    assert seen["nobody"] == {}
    assert seen["member"] == {"acme": "member", "paris": "member"}
    assert seen["below"] == {"paris": "manager"}
    assert [each.id for each in Accounts(team["below"]).tree("agency")] == ["paris"]


def test_a_manager_stays_inside(team):
    """His own limits are set from above, and tokens of the account above are not his to move."""
    accounts, ledger = Accounts(team["below"]), Ledger(team["below"])
    for ask in (
        lambda: accounts.change("paris", hard_limit=None),
        lambda: accounts.close("paris"),
        lambda: ledger.allocate("acme", "paris", 1),
        lambda: ledger.give_back("paris", "acme", 1),
        lambda: accounts.create("new", parent="acme"),
        lambda: accounts.create("new"),
    ):
        with pytest.raises(NotAllowed):
            ask()
    assert accounts.create("room", parent="paris").role == "manager"
    assert ledger.allocate("paris", "room", 3).available == 3
    assert ledger.give_back("room", "paris", 3).available == 0
    assert accounts.rename("paris", "Paris office").name == "Paris office"


def test_a_key_opens_no_door(team):
    """Whoever guesses the key of an operation that was done learns nothing by it."""
    Ledger(team["ann"]).grant("bolt", 7, note="x", key="order-7")
    with pytest.raises(NotAllowed):
        Ledger(team["nobody"]).grant("bolt", 7, note="x", key="order-7")


def test_a_member_draws_on_a_pool_that_he_may_not_see(team):
    """The tokens above are open to his account; the entry there has his login."""
    ledger = Ledger(team["o'hara %s"])
    free = Ledger(team["ann"]).balance("paris").available
    run = ledger.reserve("paris", free + 2, key="big")
    assert [(each.account, each.reserved) for each in run.draws] == [("paris", free), ("acme", 2)]
    ledger.settle(run, free + 1, key="p")
    ledger.release(run)
    assert {each.login for each in Ledger(team["ann"]).history("acme")[-3:]} == {"o'hara %s"}
    with pytest.raises(NotAllowed):
        ledger.balance("acme")
    assert Ledger(team["ann"]).audit() == []


def test_the_last_owner_stays(team):
    """Of an account without a parent; a second one may take over, and an unknown role is refused."""
    accounts = Accounts(team["ann"])
    for role in (None, "manager"):
        with pytest.raises(InputError, match=r"An account needs an owner. Make somebody else owner first"):
            accounts.give_role("agency", "ann", role)
    assert accounts.roles("agency") == {"ann": "owner"}
    accounts.give_role("agency", "owner", "owner")
    accounts.give_role("agency", "ann", "viewer")
    assert accounts.roles("agency") == {"ann": "viewer", "owner": "owner"}
    Accounts(team["owner"]).give_role("agency", "ann", "owner")
    Accounts(team["ann"]).give_role("agency", "owner", None)
    with pytest.raises(InputError, match=r"There is no role king. Known: viewer, member, manager, owner"):
        accounts.give_role("agency", "ann", "king")


def test_only_one_account_is_the_first(postgresql_url, postgresql_server):
    """Of two logins that begin a ledger at once, the second one waits and then needs the owner's leave."""
    ann = Store(postgresql_url)
    let_others_in(ann.database)
    bob = Store(postgresql_server.login("bob", postgresql_url))
    with ThreadPoolExecutor(1) as threads:
        with ann.database.writing() as connection:
            make(Turn(connection), "one", "One", None)
            second = threads.submit(Accounts(bob).create, "two")
            while not (second.done() or somebody_waits(ann)):
                pass
        with pytest.raises(NotAllowed, match="Only an owner"):
            second.result()
    assert [each.id for each in Accounts(ann).tree()] == ["one"]
    bob.close()
    ann.close()


def somebody_waits(store):
    query = (
        "SELECT 1 FROM pg_locks JOIN pg_database ON oid = database WHERE datname = current_database() AND NOT granted"
    )
    with store.reading() as connection:
        return connection.execute(sa.text(query)).first() is not None


def test_on_one_machine_everybody_is_owner(sqlite_book):
    """Roles may be written down there, and take nothing away."""
    sqlite_book.accounts.give_role("acme", "bob", "viewer")
    sqlite_book.accounts.give_role("agency", "bob", None)
    assert {each.role for each in sqlite_book.accounts.tree()} == {"owner"}
    assert sqlite_book.accounts.roles("acme") == {"bob": "viewer"}


def test_the_raw_tables_say_who_it_was(team):
    """The login of an entry is the database's, whatever name the caller gave."""
    Ledger(team["member"]).reserve("paris", 1, key="raw", actor="somebody else")
    with team["ann"].reading() as connection:
        row = connection.execute(sa.text("SELECT login, actor FROM ledger_entry ORDER BY at DESC LIMIT 1")).one()
    assert tuple(row) == ("member", "somebody else")


def test_entries_name_the_login(team):
    """On a server many computers have a user of the same name; whoever the caller names goes first."""
    ledger = Ledger(team["member"])
    for actor in ("", "Mina"):
        run = ledger.reserve("paris", 1, key=f"whose {actor}", run="whose", actor=actor)
        ledger.settle(run, 1)
    entries = [entry for account in ("paris", "acme", "agency") for entry in Ledger(team["ann"]).history(account)]
    charged = [entry.actor for entry in entries if entry.kind == "settle" and entry.run == "whose"]
    assert charged == ["member", "Mina"]


def test_who_sees_one_account_pays_from_it(team, tmp_path):
    """A workspace whose file names no account: the login's own branch is meant."""
    workspace = Workspace.create(tmp_path / "w", name="Elsewhere")
    assert [payer_of(workspace, Accounts(team[login])) for login in ("ann", "member", "below")] == [
        "agency",
        "acme",
        "paris",
    ]
