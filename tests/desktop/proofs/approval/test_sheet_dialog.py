"""The dialog that writes the proof sheet."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from desktop.proofs.approval import sheet_dialog
from desktop.proofs.approval.sheet_dialog import SheetDialog
from templates.errors import Cancelled


@pytest.fixture
def dialog(agency, read, jobs, qtbot):
    made = SheetDialog(agency, read(), jobs)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_writes_what_is_chosen(dialog, tmp_path, qtbot, monkeypatch):
    """With the clients that are ticked, in the language that is; then it shows the folder."""
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    assert dialog.chosen == ["gmail-web", "apple-mail-iphone"]
    dialog.clients.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    dialog.language.setCurrentIndex(2)
    dialog.save_to(str(tmp_path / "proof.html"))
    qtbot.waitUntil(dialog.show_folder.isVisible)
    page = (tmp_path / "proof.html").read_text("utf-8")
    assert ("Bon à tirer" in page, "Gmail" in page, "Apple Mail, iPhone" in page) == (True, False, True)
    assert dialog.cancel.text() == "Close"
    dialog.show_folder.click()
    assert opened == [str(tmp_path)]


def test_without_a_client_there_is_no_sheet(dialog):
    """Nor with a file that is neither HTML nor PDF to be chosen."""
    for row in range(2):
        dialog.clients.topLevelItem(row).setCheckState(0, Qt.CheckState.Unchecked)
    assert not dialog.go.isEnabled()
    assert dialog.problem.text() == "Choose at least one client."
    dialog.clients.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
    assert not dialog.problem.isVisible()
    assert [dialog.form.itemData(row) for row in range(dialog.form.count())] == [".html", ".pdf"]


def test_cancel_stops_the_writing_first(dialog, tmp_path, qtbot, monkeypatch):
    """The dialog stays open, and can begin anew."""
    begun = threading.Event()

    def slow(path, sheet, *, on_progress, cancel):
        begun.set()
        cancel.wait(20)
        raise Cancelled("The work was stopped.")

    monkeypatch.setattr(sheet_dialog, "write_proof_sheet", slow)
    dialog.save_to(str(tmp_path / "proof.pdf"))
    assert begun.wait(20)
    assert not dialog.go.isEnabled()
    dialog.cancel.click()
    qtbot.waitUntil(dialog.go.isEnabled)
    assert dialog.isVisible()
    assert not dialog.show_folder.isVisible()


def test_what_does_not_work_is_said(dialog, tmp_path, qtbot):
    """Below the choice."""
    (tmp_path / "file").write_text("x", "utf-8")
    dialog.save_to(str(tmp_path / "file" / "proof.html"))
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "file" in dialog.problem.text()
