"""The dialog on a small workspace with a ledger of its own; pictures come from the fake engine."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.language import set_language
from desktop.preferences import Preferences
from desktop.proofs.dialog import RenderDialog
from renderers.budget.purse import Purse, open_purse
from templates.workspace import Workspace

CLIENTS = ("gmail-web", "orange-web", "yahoo-web")


@pytest.fixture(autouse=True)
def english(qapp) -> None:
    """Plurals are words too."""
    set_language("en")


@pytest.fixture(scope="session")
def with_ledger(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workspace once its ledger was made, which takes longer than all that a test does with it."""
    root = Path(shutil.copytree(made, tmp_path_factory.mktemp("ledger") / "sample"))
    open_purse(Workspace.open(root)).close()
    return root


@pytest.fixture
def folder(with_ledger: Path, tmp_path: Path) -> Path:
    """The workspace's folder, for this test alone."""
    return Path(shutil.copytree(with_ledger, tmp_path / "sample"))


@pytest.fixture
def workspace(folder: Path) -> Workspace:
    """The workspace that the pictures are of."""
    return Workspace.open(folder)


@pytest.fixture
def purse(workspace: Workspace) -> Iterator[Purse]:
    """Its ledger, as somebody else sees it."""
    with open_purse(workspace) as made:
        yield made


@pytest.fixture
def leave(purse: Purse) -> Callable[[int], None]:
    """``leave(5)``: that is what the account has from now on."""

    def change(n: int) -> None:
        purse.ledger.adjust(purse.account, n - purse.balance.available, note="for the test")

    return change


@pytest.fixture
def owner(qapp) -> Iterator[QWidget]:
    """What the dialog belongs to."""
    made = QWidget()
    yield made
    made.deleteLater()


@pytest.fixture
def opened(workspace: Workspace, jobs, owner, quoted) -> Iterator[Callable[..., RenderDialog]]:
    """``opened("welcome.en", clients=…)``: the dialog with these clients chosen, and their cost known."""
    dialogs: list[RenderDialog] = []

    def show(*templates: str, clients: tuple[str, ...] = CLIENTS) -> RenderDialog:
        names = templates or ("welcome.en",)
        dialog = RenderDialog(workspace, names, jobs, Preferences(), lambda then: then(), owner)
        dialogs.append(dialog)
        dialog.show()
        dialog.choice.choose(clients, ("light",))
        return quoted(dialog)

    yield show
    for dialog in filter(isValid, dialogs):
        dialog.close()


@pytest.fixture
def quoted(qtbot) -> Callable[[RenderDialog], RenderDialog]:
    """Wait until the cost of what is chosen is known."""

    def wait(dialog: RenderDialog) -> RenderDialog:
        qtbot.waitUntil(lambda: dialog.cost.quote is not None, timeout=10_000)
        return dialog

    return wait


@pytest.fixture
def rendered(qtbot) -> Callable[[RenderDialog], RenderDialog]:
    """Press Render, and wait for the end of the run and for the next cost."""

    def press(dialog: RenderDialog) -> RenderDialog:
        dialog.cost.go.click()
        qtbot.waitUntil(lambda: not dialog.is_running and dialog.cost.quote is not None, timeout=10_000)
        return dialog

    return press
