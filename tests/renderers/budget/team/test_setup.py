"""A workspace that joins a team: what moves, what is written, and that nothing is half done."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from renderers.budget.errors import NotAllowed
from renderers.budget.purse import START, open_purse
from renderers.budget.team import setup
from renderers.budget.team.address import Address, address_of
from renderers.budget.team.setup import init_team, migrate_team
from templates.errors import InputError, StorageError
from templates.snapshot import Snapshot
from templates.store.versions import remember_version, versions_of
from templates.workspace import Workspace

Make = Callable[..., Workspace]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """``make("Acme", spent=3)``: a workspace whose account has spent some of its first tokens."""

    def made(name: str, *, spent: int = 0, begun: bool = True) -> Workspace:
        workspace = Workspace.create(tmp_path / name / "workspace", name=name)
        if begun:
            spend(workspace, spent)
        return workspace

    return made


def spend(workspace: Workspace, n: int) -> None:
    with open_purse(workspace) as purse:
        if n:
            purse.ledger.settle(purse.ledger.reserve(purse.account, n, key=f"{purse.balance}"), n)


def again(workspace: Workspace) -> Workspace:
    return Workspace.open(workspace.root)


def own_bytes(workspace: Workspace) -> bytes:
    return (workspace.root / "workspace.db").read_bytes()


def test_the_workspaces_account_moves(make, postgresql_url):
    """With all that it spent; URL and account are written with the file's comments kept; the own file stays."""
    workspace = make("Acme", spent=3)
    with workspace.database() as database:
        remember_version(database, "welcome.en", Snapshot("one", {}), author="ann@studio")
    before = own_bytes(workspace)
    done = init_team(workspace, Address(postgresql_url), "", only_ledger=False)
    assert (done.account, done.how, done.login, done.versions) == ("acme", "moved", "ann", 1)
    assert done.balance == (START - 3, 0, 3)
    assert own_bytes(workspace) == before
    text = (workspace.root / "workspace.toml").read_text("utf-8")
    assert "# who pays for pictures" in text
    now = again(workspace)
    assert (now.settings.database.url, now.settings.ledger.url, now.settings.account) == (
        postgresql_url,
        postgresql_url,
        "acme",
    )
    with open_purse(now) as purse, now.database() as database:
        assert purse.balance == (START - 3, 0, 3)
        assert purse.ledger.audit() == []
        assert len(versions_of(database, "welcome.en")) == 1
    assert migrate_team(now).moved == setup.Moved(0, 0)
    assert init_team(now, Address(postgresql_url), "", only_ledger=False).how == "joined"


def test_a_workspace_that_never_paid_gets_its_first_tokens(make, postgresql_url):
    """As every new one does; a second one beside it has to be bought for."""
    done = init_team(make("Acme", begun=False), Address(postgresql_url), "", only_ledger=True)
    assert (done.account, done.how, done.balance.available) == ("acme", "made", START)
    done = init_team(make("Beta", begun=False), Address(postgresql_url), "beta-2", only_ledger=True)
    assert (done.account, done.how, done.balance.available) == ("beta-2", "made", 0)


def test_two_workspaces_share_a_ledger_and_nothing_else(make, postgresql_url):
    """With --only-ledger each keeps its own database; each sees its own account, and the sum is exact."""
    first, second = make("Acme", spent=3), make("Beta", spent=4)
    for workspace in (first, second):
        init_team(workspace, Address(postgresql_url), "", only_ledger=True)
    first, second = again(first), again(second)
    assert first.settings.database.url == second.settings.database.url == ""
    with open_purse(first) as one, open_purse(second) as other:
        assert (one.account, other.account) == ("acme", "beta")
        assert one.balance + other.balance == (2 * START - 7, 0, 7)
        assert one.ledger.audit() == []


def test_an_account_that_is_there_is_joined(make, postgresql_url, postgresql_server):
    """By a login with a role in it; without one it is said what to ask for, and the file stays as it is."""
    first, second = make("Acme"), make("Acme-copy", spent=5)
    init_team(first, Address(postgresql_url), "", only_ledger=True)
    bob = address_of(postgresql_server.login("bob", postgresql_url))
    before = (second.root / "workspace.toml").read_bytes()
    with pytest.raises(NotAllowed, match="bob has no role") as caught:
        init_team(second, bob, "acme", only_ledger=True)
    assert "accounts role acme bob member" in caught.value.advice
    assert (second.root / "workspace.toml").read_bytes() == before
    with open_purse(again(first)) as purse:
        purse.accounts.give_role("acme", "bob", "member")
    done = init_team(second, bob, "acme", only_ledger=True)
    assert (done.how, done.login, done.moved) == ("joined", "bob", None)
    assert done.left == (START - 5, 0, 5)
    spend(again(second), 2)
    with open_purse(again(first)) as purse:
        assert purse.balance.spent == 2


def test_tokens_that_were_left_behind_move_later(make, postgresql_url):
    """``migrate`` brings them, as an account of their own; first tokens that nobody touched stay where they are."""
    first = make("Acme")
    init_team(first, Address(postgresql_url), "", only_ledger=True)
    used, fresh = make("Beta", spent=5), make("Gamma")
    for workspace in (used, fresh):
        init_team(workspace, Address(postgresql_url), "acme", only_ledger=True)
    assert migrate_team(again(fresh)).moved is None
    moved = migrate_team(again(used)).moved
    assert moved is not None
    assert moved.accounts == 1
    with open_purse(again(first)) as purse:
        assert [each.id for each in purse.accounts.tree()] == ["acme", "beta"]
        assert purse.ledger.balance("beta") == (START - 5, 0, 5)
        assert purse.ledger.audit() == []


def test_what_breaks_off_goes_on(make, postgresql_url, monkeypatch):
    """The disk was full when the file was to be written: the workspace works as before, and then nothing is lost."""
    workspace = make("Acme", spent=3)

    def full(*_: object) -> None:
        raise StorageError("The disk is full; nothing was changed.")

    with monkeypatch.context() as patch:
        patch.setattr(setup, "update_toml", full)
        with pytest.raises(StorageError, match="disk is full"):
            init_team(workspace, Address(postgresql_url), "", only_ledger=False)
    assert again(workspace).settings.ledger.url == ""
    spend(again(workspace), 4)
    done = init_team(again(workspace), Address(postgresql_url), "", only_ledger=False)
    assert (done.how, done.balance) == ("moved", (START - 7, 0, 7))


def test_a_move_that_breaks_off_leaves_nothing_there(make, postgresql_url, monkeypatch):
    """Half of the entries were written when the connection was lost: none are there, and the next time all are."""
    workspace = make("Acme", spent=3)
    from renderers.budget.team import chains

    def lost(*_: object) -> None:
        raise StorageError("The connection to the database was lost.")

    with monkeypatch.context() as patch:
        patch.setattr(chains, "_copy_members", lost)
        with pytest.raises(StorageError, match="lost"):
            init_team(workspace, Address(postgresql_url), "", only_ledger=True)
    assert again(workspace).settings.ledger.url == ""
    done = init_team(again(workspace), Address(postgresql_url), "", only_ledger=True)
    assert done.balance == (START - 3, 0, 3)


def test_a_folder_on_a_network_drive_is_read_too(make, postgresql_url, monkeypatch):
    """There SQLite is refused with this very advice, so what the file holds is taken from a copy."""
    workspace = make("Acme", spent=3)
    share = workspace.root

    def kind(path: Path) -> str:
        return "nfs4" if path.is_relative_to(share) else ""

    for module in ("templates.store.database", "renderers.budget.team.own_file"):
        monkeypatch.setattr(f"{module}.network_file_system", kind)
    with pytest.raises(StorageError) as caught:
        open_purse(workspace)
    assert "mailwright team init" in caught.value.advice
    done = init_team(workspace, Address(postgresql_url), "", only_ledger=False)
    assert (done.how, done.balance.spent) == ("moved", 3)
    spend(again(workspace), 1)


def test_another_database_is_not_left_by_accident(make, postgresql_url):
    """A workspace that has a team keeps it until somebody empties the URL."""
    workspace = make("Acme", begun=False)
    init_team(workspace, Address(postgresql_url), "", only_ledger=True)
    with pytest.raises(InputError, match="another database already"):
        init_team(again(workspace), Address("postgresql://ann@127.0.0.1:1/other"), "", only_ledger=True)


def test_a_workspace_without_a_team_has_nothing_to_migrate(make):
    """It is said how to get one."""
    with pytest.raises(InputError, match="no team") as caught:
        migrate_team(make("Acme"))
    assert "team init" in caught.value.advice


def test_a_url_that_was_written_by_hand_is_enough(make, postgresql_url):
    """``migrate`` makes the tables and moves everything."""
    workspace = make("Acme", spent=3)
    path = workspace.root / "workspace.toml"
    text = path.read_text("utf-8").replace('[database]\nurl = ""', f'[database]\nurl = "{postgresql_url}"')
    path.write_text(text, "utf-8")
    done = migrate_team(again(workspace))
    assert done.database is not None
    assert done.database[0] is done.ledger[0] is None
    assert done.database[1]
    assert done.moved == setup.Moved(1, 3)
    with open_purse(again(workspace)) as purse:
        assert purse.balance.spent == 3


def test_another_company_shares_the_ledger_alone(make, postgresql_url):
    """Its account is new and the database holds somebody's versions: refused, with the way to share the ledger."""
    first, second = make("Acme", spent=3), make("Beta", spent=2)
    with first.database() as database:
        remember_version(database, "welcome.en", Snapshot("one", {}), author="ann@studio")
    init_team(first, Address(postgresql_url), "", only_ledger=False)
    before = (second.root / "workspace.toml").read_text("utf-8")
    with pytest.raises(InputError, match=r"versions of another workspace already\..*--only-ledger"):
        init_team(second, Address(postgresql_url), "", only_ledger=False)
    assert (second.root / "workspace.toml").read_text("utf-8") == before
    assert init_team(second, Address(postgresql_url), "", only_ledger=True).account == "beta"
    with again(second).database() as database:
        assert versions_of(database, "welcome.en") == []


def test_a_colleague_whose_own_ledger_went_another_way_joins(make, postgresql_url, tmp_path):
    """The same account was spent from on two computers: the team's counts, and nothing is said to be movable."""
    workspace = make("Acme", spent=3)
    copy = Workspace.open(Path(shutil.copytree(workspace.root, tmp_path / "copy")))
    spend(workspace, 4)
    spend(copy, 5)
    init_team(workspace, Address(postgresql_url), "", only_ledger=True)
    done = init_team(copy, Address(postgresql_url), "", only_ledger=True)
    assert (done.how, done.balance.spent, done.moved, done.left) == ("joined", 7, None, None)
