"""A workspace's purse: its own ledger with the first tokens, or one that several workspaces share."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from renderers.budget.accounts import Accounts
from renderers.budget.errors import NotAllowed, TokensMissing
from renderers.budget.ledger import Ledger
from renderers.budget.purse import open_purse
from renderers.budget.store import CHAIN
from renderers.budget.tables import metadata
from renderers.budget.team.rights import let_others_in
from templates.errors import InputError, StorageError
from templates.snapshot import Snapshot
from templates.store.database import Database, open_database
from templates.store.versions import remember_version, versions_of
from templates.toml_files import update_toml
from templates.workspace import Workspace


def make(folder, name, *, ledger="", account="", zone="UTC"):
    """A workspace that pays from ``account`` of the ledger at the URL ``ledger``."""
    Workspace.create(folder, name=name, timezone=zone)
    path = folder / "workspace.toml"
    text = path.read_text("utf-8").replace('account = ""', f'account = "{account}"')
    path.write_text(text.replace('[ledger]\nurl = ""', f'[ledger]\nurl = "{ledger}"'), "utf-8")
    return Workspace.open(folder)


def test_a_new_workspace_has_an_account_with_a_thousand_tokens(tmp_path):
    """Once: opening it again adds none; the account bears the workspace's name and zone."""
    workspace = make(tmp_path / "w", "Agence du Nord", zone="Europe/Paris")
    for _ in range(2):
        with open_purse(workspace) as purse:
            assert (purse.account, purse.balance) == ("agence-du-nord", (1000, 0, 0))
            made = purse.accounts.get(purse.account)
            assert (made.name, made.settings.zone) == ("Agence du Nord", "Europe/Paris")
            assert [each.note for each in purse.ledger.history(purse.account) if each.kind == "grant"] == [
                "First tokens"
            ]
            assert purse.ledger.audit() == []
    assert (tmp_path / "w" / "workspace.db").is_file()


def test_who_pays_is_asked_for_or_written_down(tmp_path):
    """With several accounts and nothing said, the sentence says where to."""
    workspace = make(tmp_path / "w", "Agency")
    with open_purse(workspace) as purse:
        purse.accounts.create("acme", parent="agency")
    with open_purse(workspace, "acme") as purse:
        assert (purse.account, purse.balance) == ("acme", (0, 0, 0))
        purse.accounts.create("other")
    with pytest.raises(InputError, match=r"not clear which account pays: the ledger has 2.*workspace\.toml.*--account"):
        open_purse(workspace)
    with pytest.raises(InputError, match="There is no account nobody"):
        open_purse(workspace, "nobody")
    update_toml(workspace.root / "workspace.toml", {"ledger": {"url": f"sqlite:///{tmp_path / 'shared.db'}"}})
    with pytest.raises(InputError, match=r"no account yet.*accounts create"):
        open_purse(Workspace.open(workspace.root))


def test_sqlite_on_a_network_share_is_refused(tmp_path, monkeypatch):
    """By the ledger and by the purse, with the advice to use PostgreSQL, and before a file is made."""
    workspace = make(tmp_path / "w", "Agency")
    mounts = [("/", "ext4"), (str(tmp_path.resolve()), "nfs4")]
    monkeypatch.setattr("templates.store.network_drive.system_mounts", lambda: mounts)
    for ask in (
        lambda: open_purse(workspace),
        lambda: Ledger(f"sqlite:///{tmp_path / 'ledger.db'}"),
        lambda: Accounts(f"sqlite:///{tmp_path / 'ledger.db'}"),
    ):
        with pytest.raises(StorageError, match=r"network drive.*\(nfs4\).*PostgreSQL"):
            ask()
    assert not (tmp_path / "ledger.db").exists()


def test_a_ledger_that_is_no_database_is_refused(tmp_path):
    """The workspace names something else."""
    for url in ("nonsense", "http://example.com/ledger"):
        (tmp_path / "workspace.toml").unlink(missing_ok=True)
        workspace = make(tmp_path / url[:4], "Agency", ledger=url)
        with pytest.raises(InputError, match="not the URL of a database"):
            open_purse(workspace)


@pytest.fixture
def shared(postgresql_url, tmp_path):
    """Two workspaces that pay from accounts of their own in one PostgreSQL, below an agency with 100 tokens."""
    with Ledger(postgresql_url) as ledger:
        accounts = Accounts(ledger.store)
        accounts.create("agency")
        ledger.grant("agency", 100, note="order")
        for account in ("acme", "bolt"):
            accounts.create(account, parent="agency")
            ledger.allocate("agency", account, 10)
        yield (
            ledger,
            *(
                make(tmp_path / account, account, ledger=postgresql_url, account=account)
                for account in ("acme", "bolt")
            ),
        )


def test_two_workspaces_pay_from_one_ledger_and_share_nothing_else(shared):
    """Each sees its own account; versions of mails and proofs stay in the workspace's own file; the sum is exact."""
    ledger, acme, bolt = shared
    for workspace, n in ((acme, 3), (bolt, 4)):
        with open_database(workspace.settings.database.url, workspace.root) as database:
            remember_version(database, "welcome", Snapshot(workspace.settings.name), author="ann")
            assert len(versions_of(database, "welcome")) == 1
        with open_purse(workspace) as purse:
            assert (purse.account, purse.balance) == (workspace.settings.name, (10, 0, 0))
            run = purse.ledger.reserve(purse.account, n, key="run", template="welcome")
            purse.ledger.settle(run, n)
            with pytest.raises(TokensMissing):
                purse.ledger.reserve(purse.account, 8, key="more")
    assert [ledger.balance(each) for each in ("agency", "acme", "bolt")] == [(80, 0, 0), (7, 0, 3), (6, 0, 4)]
    assert ledger.audit() == []
    with ledger.store.reading() as connection:
        assert set(sa.inspect(connection).get_table_names()) == set(metadata.tables) | {CHAIN.count}
    for workspace in (acme, bolt):
        with Database(f"sqlite:///{workspace.root / 'workspace.db'}") as own, own.reading() as connection:
            assert not set(metadata.tables) & set(sa.inspect(connection).get_table_names())
    assert ledger.give_back("acme", "agency", 7) == (0, 0, 3)


def test_two_logins_do_not_see_each_others_account(shared, postgresql_url, postgresql_server):
    """Each is member of its own; neither the other's tokens nor its history may be read."""
    ledger, acme, bolt = shared
    let_others_in(ledger.store.database)
    for workspace, other in ((acme, "bolt"), (bolt, "acme")):
        name = workspace.settings.name
        url = postgresql_server.login(f"{name}-login", postgresql_url)
        Accounts(ledger.store).give_role(name, f"{name}-login", "member")
        path = workspace.root / "workspace.toml"
        path.write_text(path.read_text("utf-8").replace(postgresql_url, url), "utf-8")
        with open_purse(Workspace.open(workspace.root)) as purse:
            assert purse.balance == (10, 0, 0)
            assert [each.id for each in purse.accounts.tree()] == [name]
            purse.ledger.settle(purse.ledger.reserve(name, 2, key="run"), 2)
            for ask in (
                lambda: purse.ledger.balance(other),  # noqa: B023 - called in this very round
                lambda: purse.ledger.history(other),  # noqa: B023 - as above
                lambda: purse.ledger.reserve(other, 1, key="k"),  # noqa: B023 - as above
                lambda: purse.ledger.allocate("agency", name, 1),  # noqa: B023 - as above
                lambda: open_purse(Workspace.open(workspace.root), other),  # noqa: B023 - as above
            ):
                with pytest.raises(NotAllowed):
                    ask()
    assert [ledger.balance(each) for each in ("agency", "acme", "bolt")] == [(80, 0, 0), (8, 0, 2), (8, 0, 2)]
