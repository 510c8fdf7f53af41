"""An engine that clients need and that is not here: said beside the choice, added from there."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication

from desktop.proofs import engine_dialog, quote
from desktop.proofs.engine_dialog import EngineDialog
from desktop.proofs.engine_notice import EngineNotice
from renderers.engines import BrowserMissingError
from renderers.engines.inventory import Entry
from templates.errors import EngineError


def entry(command: str) -> Entry:
    """A WebKit that a command would add."""
    missing = BrowserMissingError("There is no WebKit.", advice="Run: {command}", command=command)
    return Entry("webkit", "WebKit", False, 16, missing=missing)


@pytest.fixture
def asked(monkeypatch, jobs, owner, qtbot) -> Callable[..., EngineDialog]:
    """``asked(command)``: the dialog, once it knows what adds the engine."""

    def show(command: str) -> EngineDialog:
        monkeypatch.setattr(engine_dialog, "inventory", lambda: [entry(command)])
        dialog = EngineDialog("WebKit", jobs, owner)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.go.isVisible() or dialog.copy.isVisible())
        return dialog

    return show


def test_nothing_is_said_where_nothing_is_missing(qapp):
    """Of several missing engines, that of the most clients is named."""
    notice = EngineNotice()
    assert notice.isHidden()
    notice.show_missing({"Firefox": 2, "WebKit": 14})
    assert notice.line.text().startswith("WebKit is not installed: 14")
    assert notice.install.accessibleName() == "Install WebKit"
    notice.show_missing({})
    assert notice.isHidden()
    notice.deleteLater()


def test_clients_of_a_missing_engine_are_counted(opened, monkeypatch, qtbot):
    """Only where the engine is not here; the notice leads to the dialog."""
    monkeypatch.setattr(quote, "missing_engines", lambda names: [name for name in names if name == "WebKit"])
    dialog = opened(clients=("gmail-web", "apple-mail-iphone", "apple-mail-ipad", "thunderbird-linux"))
    known = dialog.cost.quote.missing_engines
    assert set(known) <= {"WebKit"}  # the pool of the tests takes every picture itself
    dialog.choice.engines.show_missing({"WebKit": 2})
    monkeypatch.setattr(engine_dialog, "inventory", lambda: [entry("playwright install webkit")])
    dialog.choice.engines.install.click()
    found = dialog.findChild(EngineDialog)
    qtbot.waitUntil(found.go.isVisible)
    found.close()


def test_an_engine_is_added_with_progress(asked, monkeypatch, jobs, qtbot):
    """Then the browsers start anew, and find it."""
    forgotten = []

    async def install(kind: str, on_line: Callable[[str], None]) -> None:
        on_line(f"Downloading {kind} 50% of 90 MB")

    monkeypatch.setattr(engine_dialog, "install", install)
    monkeypatch.setattr(jobs, "forget_browser", lambda: forgotten.append(True))
    dialog = asked(f"{sys.executable} -m playwright install webkit")
    assert not dialog.command.isVisible()
    with qtbot.waitSignals([dialog.added, dialog.accepted]):
        dialog.go.click()
    assert dialog.bar.value() == 50
    assert forgotten == [True]


def test_a_failed_download_can_be_tried_again(asked, monkeypatch, qtbot):
    """The reason is said."""

    async def install(kind: str, on_line: Callable[[str], None]) -> None:
        raise EngineError("{name} could not be added: {reason}.", name="WebKit", reason="no network")

    monkeypatch.setattr(engine_dialog, "install", install)
    dialog = asked("playwright install webkit")
    dialog.go.click()
    qtbot.waitUntil(lambda: "no network" in dialog.words.text())
    assert dialog.go.text() == "Try again"
    assert dialog.go.isEnabled()
    dialog.close()


def test_what_only_the_system_can_add_is_a_command(asked):
    """It is shown and copied, never run."""
    dialog = asked("apt-get install webkit2gtk-driver")
    assert not dialog.go.isVisible()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "apt-get install webkit2gtk-driver"
    dialog.close()
