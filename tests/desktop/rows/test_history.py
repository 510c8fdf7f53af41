"""The actions of history and A/B versions, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget

from desktop.editor.history import ab_verbs
from desktop.editor.history.ab_dialog import AbDialog
from desktop.editor.history.history_dialog import HistoryDialog
from desktop.editor.history.name_dialog import NameDialog
from desktop.rows.history import ROWS
from templates.files import write_text
from templates.recovery import RecoveryFile, Unsaved
from templates.source.text_edit import TextEdit
from templates.store.versions import versions_of

pytestmark = pytest.mark.webengine


@pytest.fixture
def editing(opened, qtbot):
    """The window with the welcome mail in the editor."""
    opened.open_template("welcome.en")
    qtbot.waitUntil(lambda: not opened.jobs.running, timeout=20_000)
    return opened


def type_in(window, text: str) -> None:
    window.document.edit("Typing", [TextEdit(0, 0, text)])


def settled(window, qtbot) -> None:
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=20_000)


def names(window) -> list[str]:
    with window.document.workspace.database() as database:
        return [version.name or version.kind for version in versions_of(database, window.document.name)]


def test_without_a_document_nothing_is_offered(application, opened):
    """The gallery has no history."""
    assert not any(application.actions[row.id].isEnabled() for row in ROWS)


def test_saving_fills_the_history(application, editing, qtbot):
    """The action shows it."""
    type_in(editing, "<!-- 1 -->")
    application.actions["document.save"].trigger()
    settled(editing, qtbot)
    assert names(editing) == ["save", "found"]
    application.actions["history.show"].trigger()
    dialog = editing.findChild(HistoryDialog)
    settled(editing, qtbot)
    assert len(dialog.model.states) == 3
    dialog.close()


def test_the_present_state_is_named(application, editing, qtbot):
    """From the menu, without opening the history."""
    application.actions["history.name"].trigger()
    dialog = editing.findChild(NameDialog)
    dialog.edit.setText("Approved")
    dialog.ok.click()
    settled(editing, qtbot)
    assert names(editing) == ["Approved"]


def test_going_back_to_what_was_saved_is_one_step(application, editing, qtbot):
    """Text and other files; the step is undone as any other."""
    assert not application.actions["history.restore"].isEnabled()
    before, document = editing.document.text, editing.document
    type_in(editing, "<!-- 1 -->")
    document.set_side("Text", "template.txt", "By hand")
    changed = document.text
    application.actions["history.restore"].trigger()
    assert (document.text, document.side("template.txt"), document.is_clean) == (before, None, True)
    application.actions["edit.undo"].trigger()
    assert (document.text, document.side("template.txt"), document.is_clean) == (changed, "By hand", False)
    document.stack.setClean()


def test_versions_are_made_and_switched(application, editing, qtbot):
    """The tab row names the one that is open."""
    assert not application.actions["ab.switch"].isEnabled()
    application.actions["ab.new_version"].trigger()
    ask = editing.findChild(NameDialog)
    ask.edit.setText("Short subject")
    ask.ok.click()
    editing.findChild(AbDialog).close()
    type_in(editing, "<!-- b -->")
    changed = editing.document.text
    assert editing.editor.ab_switch.isVisible()
    application.actions["ab.switch"].trigger()
    assert [version.letter for version in ab_verbs.versions(editing.document) if version.is_open] == ["a"]
    assert not editing.document.text.startswith("<!-- b -->")
    application.actions["edit.undo"].trigger()
    assert editing.document.text == changed
    editing.document.stack.setClean()


def test_what_a_crash_left_is_offered_in_the_window(opened, qtbot):
    """And a file that changes meanwhile is told of, over the mail."""
    workspace = opened.workspace.workspace
    text = workspace.template("welcome.en").text()
    RecoveryFile(workspace.root, "welcome.en").write(1, Unsaved(f"<!-- lost -->{text}"), text)
    opened.open_template("welcome.en")
    bar = opened.editor.recovery_bar
    qtbot.waitUntil(bar.isVisible)
    bar.recover_button.click()
    assert opened.document.text.startswith("<!-- lost -->")
    write_text(opened.document.folder.mjml_path, f"<!-- theirs -->{text}")
    qtbot.waitUntil(opened.editor.disk_bar.isVisible)
    opened.document.stack.setClean()


def test_a_deleted_template_is_closed_from_its_bar(opened, qtbot):
    """Once its changes are given up there is nothing to ask any more."""
    opened.open_template("welcome.en")
    opened.document.folder.mjml_path.unlink()
    bar = opened.editor.disk_bar
    qtbot.waitUntil(bar.isVisible)
    opened.document.stack.setClean()
    bar.close_button.click()
    assert opened.editor.documents.all == []


@pytest.mark.parametrize("name", ["history.show", "ab.manage", "history.name"])
def test_the_dialogs_are_named_and_reached_without_a_mouse(application, editing, qtbot, name):
    """Every control of them, by screen readers and by Tab."""
    type_in(editing, "<!-- 1 -->")
    application.actions["document.save"].trigger()
    ab_verbs.add(editing.document, "B")
    settled(editing, qtbot)
    application.actions[name].trigger()
    dialog = next(each for each in editing.findChildren(QWidget) if each.isWindow() and each.isVisible())
    settled(editing, qtbot)
    chain, current = set(), dialog.nextInFocusChain()
    while current is not dialog and current not in chain:
        chain.add(current)
        current = current.nextInFocusChain()
    found = controls(dialog)
    assert len(found) >= 3
    assert [each for each in found if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)] == []
    assert [each for each in found if each not in chain] == []
    dialog.close()
    editing.document.stack.setClean()


def controls(screen: QWidget) -> list[QWidget]:
    """What takes the keyboard; not the parts that Qt puts into a control of its own."""
    return [
        each
        for each in screen.findChildren(QWidget)
        if each.isVisibleTo(screen)
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.objectName().startswith("qt_")
        and not isinstance(each, QScrollArea)
        and not isinstance(each.parentWidget(), QAbstractItemView)
    ]
