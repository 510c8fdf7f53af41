"""Choosing clients by the opens of one's audience: a file, what it stands for, how much to cover."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from desktop.clients.chooser import ClientChooser
from desktop.proofs.opens_dialog import OpensDialog
from renderers.clients.clients_file import CLIENTS, read_clients_file
from renderers.clients.opens.opens import opens_in
from templates.workspace import Workspace

EXPORT = "Client;Opens\nApple iPhone;600\nGmail (mobile);200\nMailo;150\nOther;50\n"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """What a sending service wrote."""
    path = tmp_path / "october.csv"
    path.write_text(EXPORT, "utf-8")
    return path


@pytest.fixture
def opens(workspace: Workspace, jobs, owner, qtbot) -> Iterator[Callable[..., OpensDialog]]:
    """``opens(path)``: the dialog, with the lines of the file."""
    dialogs: list[OpensDialog] = []

    def show(path: Path | None = None) -> OpensDialog:
        dialog = OpensDialog(workspace, read_clients_file(workspace), jobs, owner)
        dialogs.append(dialog)
        dialog.show()
        if path is not None:
            dialog.read(path)
            qtbot.waitUntil(lambda: bool(dialog.opens.lines) or dialog.trouble.isVisible())
        return dialog

    yield show
    for dialog in filter(isValid, dialogs):
        dialog.close()


def shown(dialog: OpensDialog) -> list[list[str]]:
    """What the list says."""
    items = [dialog.lines.topLevelItem(row) for row in range(dialog.lines.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items]


def test_without_a_file_it_says_which(opens):
    """Nothing can be used yet, and no shares are made up."""
    dialog = opens()
    assert dialog.nothing.isVisible()
    assert not dialog.go.isVisible()
    assert dialog.browse.text() == "Choose a CSV…"


def test_lines_that_nobody_knows_stand_above(opens, export: Path):
    """Each line says what it stands for; below stands who covers the audience."""
    dialog = opens(export)
    assert shown(dialog) == [
        ["Mailo", "15%", "No client that is known"],
        ["Other", "5%", "No client that is known"],
        ["Apple iPhone", "60%", "Apple Mail, iPhone"],
        ["Gmail (mobile)", "20%", "Gmail, Android · Gmail, iPhone"],
    ]
    assert dialog.origin.text().startswith("october.csv")
    assert "20% of clients that are not known" in dialog.origin.text()
    assert "80% of your audience" in dialog.outcome.text()  # more is not known
    dialog.slider.setValue(60)
    assert dialog.names.text() == "Apple Mail, iPhone"


def test_a_line_is_given_to_a_client(opens, export: Path, qtbot):
    """Or left out of the count; and taken back."""
    dialog = opens(export)
    dialog.give.click()
    chooser = dialog.findChild(ClientChooser)
    chooser.field.setText("roundcube")
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    assert dialog.opens.shares["roundcube-web"] == pytest.approx(0.15)
    dialog.lines.setCurrentItem(dialog.lines.topLevelItem(0))
    assert dialog.lines.line == "Other"
    dialog.leave_out.click()
    assert dialog.opens.known == pytest.approx(1)
    assert not dialog.leave_out.isEnabled()
    dialog.undo.click()
    assert dict(dialog.opens.unmatched) == {"Other": 0.05}
    assert not dialog.undo.isEnabled()


def test_what_is_used_is_kept(opens, export: Path, workspace, qtbot):
    """In the workspace, for the command line and the next time."""
    dialog = opens(export)
    dialog.assign("Other", ())
    dialog.slider.setValue(60)
    with qtbot.waitSignal(dialog.used) as used:
        dialog.go.click()
    assert used.args == [("apple-mail-iphone",)]
    kept = opens_in(read_clients_file(workspace))
    assert (kept.source, kept.read, kept.percent) == ("october.csv", date.today(), 60)
    assert kept.is_left_out("other")
    again = opens()
    assert again.slider.value() == 60
    assert len(shown(again)) == 4


def test_another_file_is_refused_in_one_sentence(opens, tmp_path: Path):
    """What was there stays."""
    path = tmp_path / "contacts.csv"
    path.write_text("email,city\na@example.com,Paris\n", "utf-8")
    dialog = opens(path)
    assert "No e-mail clients are named in this file" in dialog.trouble.text()
    assert dialog.nothing.isVisible()


def test_a_file_that_cannot_be_kept_is_said(opens, export: Path, workspace, qtbot):
    """Somebody broke clients.toml in the meantime: it is not written over."""
    dialog = opens(export)
    (workspace.root / CLIENTS).write_text("[presets", "utf-8")
    dialog.go.click()
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert "clients.toml:1" in dialog.trouble.text()
    assert dialog.go.isEnabled()
    assert (workspace.root / CLIENTS).read_text("utf-8") == "[presets"


def test_the_dialog_ticks_the_clients_that_cover(opened, quoted, export: Path, qtbot):
    """They are a preset from then on, and the cost says how much the pictures cover."""
    dialog = opened()
    chooser = dialog.show_opens()
    chooser.read(export)
    qtbot.waitUntil(lambda: bool(chooser.opens.lines))
    chooser.slider.setValue(80)
    chooser.go.click()
    qtbot.waitUntil(lambda: dialog.choice.presets.text == "My audience, 80%")
    assert set(dialog.choice.tree.chosen) == {"apple-mail-iphone", "gmail-android", "gmail-ios"}
    qtbot.waitUntil(lambda: bool(dialog.cost.quote and dialog.cost.quote.first))
    assert "80% of your audience" in dialog.cost.notes.text()
    assert "60%  Apple Mail, iPhone" in dialog.cost.notes.toolTip()
