"""An agency with sub-accounts: as plain values, and as the ledger of a workspace."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.tokens.dialog import TokensDialog
from desktop.tokens.facts import TokenFacts, facts_of
from desktop.tokens.opened import OpenTokens
from renderers.budget.accounts import Account, Accounts
from renderers.budget.ledger import Ledger
from renderers.budget.purse import ledger_url
from renderers.budget.roles import Role
from renderers.budget.settings import PLAIN
from renderers.budget.standing import Standing
from renderers.budget.store import Store
from renderers.budget.values import Balance
from templates.workspace import Workspace

CREATED = datetime(2026, 8, 20, tzinfo=UTC)
Row = tuple[str, Balance, dict[str, Any]]


def account(path: str, *, role: Role | None = "owner", closed: bool = False, **settings: Any) -> Account:
    """An account as the ledger returns it; its path says everything."""
    *above, id_ = path.strip("/").split("/")
    kept = PLAIN.changed(**settings)
    return Account(id_, id_.title(), above[-1] if above else None, path, CREATED, closed, kept, role)


@pytest.fixture
def make_facts() -> Callable[..., TokenFacts]:
    """``make_facts(path=(available, reserved, spent, settings of ``account``, used), …)`` in the order of the paths."""

    def make(rows: dict[str, tuple[tuple[int, int, int], dict[str, Any]]], payer: str = "agency") -> TokenFacts:
        accounts, standing = [], {}
        for path, (balance, kept) in rows.items():
            used, level = kept.pop("used", 0), kept.pop("level", 0)
            accounts.append(account(path, **kept))
            standing[accounts[-1].id] = Standing(Balance(*balance), used, level)
        return facts_of(accounts, standing, payer)

    return make


@pytest.fixture
def agency(make_facts) -> TokenFacts:
    """A pool, two sub-accounts, one of them with a team below, and one that is closed."""
    return make_facts(
        {
            "/agency/": ((300, 0, 10), {"pool_open": True}),
            "/agency/acme/": ((50, 5, 45), {"hard_limit": 40, "used": 40}),
            "/agency/acme/shoes/": ((7, 0, 3), {}),
            "/agency/north/": ((0, 0, 80), {"monthly": 100, "level": 80}),
            "/agency/old/": ((0, 0, 20), {"closed": True}),
        }
    )


@pytest.fixture(scope="session")
def agency_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose ledger has a pool of 1,000, two sub-accounts and a run; made once, tests get copies."""
    workspace = Workspace.create(tmp_path_factory.mktemp("ledger") / "agency", name="Agency")
    store = Store(ledger_url(workspace))
    ledger, accounts = Ledger(store), Accounts(store)
    accounts.create("agency", name="Agency")
    ledger.grant("agency", 1000, note="Order 17")
    accounts.create("acme", parent="agency", name="Acme")
    accounts.create("north", parent="agency", name="Northlight")
    ledger.allocate("agency", "acme", 200)
    run = ledger.reserve("acme", 5, key="one", template="welcome.en", actor="claire")
    ledger.release(ledger.settle(run, 3, client="gmail-web", actor="claire"))
    store.close()
    return workspace.root


@pytest.fixture
def workspace(agency_folder: Path, tmp_path: Path) -> Workspace:
    """The agency's workspace, for this test alone."""
    return Workspace.open(Path(shutil.copytree(agency_folder, tmp_path / "agency")))


@pytest.fixture
def tokens(workspace, jobs, qapp, qtbot) -> Iterator[OpenTokens]:
    """Its tokens, not read yet."""
    made = OpenTokens(workspace, jobs, qapp)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not jobs.running, timeout=10_000)
    made.deleteLater()


@pytest.fixture
def dialog(tokens, qtbot) -> Iterator[TokensDialog]:
    """The panel, with everything read."""
    made = TokensDialog(tokens)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: tokens.facts is not None and not tokens.jobs.running, timeout=10_000)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not tokens.jobs.running, timeout=10_000)


@pytest.fixture
def balance_of(workspace) -> Callable[[str], int]:
    """Ask the ledger itself what an account has left."""

    def ask(id_: str) -> int:
        with Ledger(ledger_url(workspace)) as ledger:
            return ledger.balance(id_).available

    return ask
