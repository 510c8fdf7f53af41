"""The actions on components: each triggers, undoes and redoes; their keys work in the outline."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop import component_clipboard
from desktop.dynamic.conditions.loop_popup import LoopPopup
from desktop.dynamic.conditions.popup import ConditionPopup
from desktop.editor.envelope.text_part import TextPartDialog
from desktop.rows.structure import ROWS

EDITS = [row.id for row in ROWS if row.edits]


@pytest.fixture
def editing(opened):
    """The window with the welcome mail, a section in the middle selected."""
    document = opened.open_template("welcome.en")
    section = next(one for one in document.tree.sections()[1:] if one.name == "mj-section")
    document.select(section.id, "test")
    return opened


def test_every_edit_triggers_undoes_and_redoes(application, editing):
    """One action, one step; back and forth to the byte."""
    document, actions = editing.document, application.actions
    component_clipboard.copy(document)
    section = document.selected
    actions["structure.condition"].trigger()
    popup = editing.findChildren(ConditionPopup)[-1]
    popup.by_segments.first().click()
    popup.close()
    assert "{% if segment.loyalty %}" in document.text
    before, steps = document.text, document.stack.count()
    for name in EDITS:
        document.select(section, "test")
        assert actions[name].isEnabled(), name
        actions[name].trigger()
        after = document.text
        assert after != before, name
        assert document.stack.count() == steps + 1, name
        actions["edit.undo"].trigger()
        assert document.text == before, name
        actions["edit.redo"].trigger()
        assert document.text == after, name
        actions["edit.undo"].trigger()
        section = next(one.id for one in document.tree.sections()[1:] if one.name == "mj-section")


def test_without_a_document_nothing_is_offered(application, editing):
    """The list of templates is shown: no key changes a mail behind it."""
    editing.show_templates()
    assert [row.id for row in ROWS if application.actions[row.id].isEnabled()] == []


def test_keys_work_in_the_outline(application, editing, qtbot):
    """Delete, duplicate, move; the tree follows. In the filter keys are the field's own."""
    document, view = editing.document, editing.editor.outline.view
    start = document.selected
    for name in (
        "structure.select_next",
        "structure.select_previous",
        "structure.select_child",
        "structure.select_parent",
    ):
        before = document.selected
        application.actions[name].trigger()
        assert document.selected != before
    assert document.selected == start
    assert document.stack.count() == 0
    view.setFocus()
    sections = len(document.tree.sections())
    qtbot.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(document.tree.sections()) == sections + 1
    text = document.text
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert document.text != text
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert len(document.tree.sections()) == sections
    assert view.currentIndex().internalId() == document.selected
    field, steps = editing.editor.outline.search, document.stack.count()
    field.setText("ab")
    field.setFocus()
    field.setCursorPosition(0)
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert (field.text(), document.stack.count()) == ("b", steps)


def test_actions_that_ask_first(application, editing, qtbot):
    """A loop asks in a dialog, a name is typed in the outline, writing is asked of what holds words."""
    document = editing.document
    application.actions["structure.loop"].trigger()
    popup = editing.findChildren(LoopPopup)[-1]
    assert popup.isVisible()
    popup.close()
    document.select(document.tree.elements("mj-title")[0].id, "test")
    for name in ("structure.condition", "structure.loop"):  # the head of a mail is for everybody
        assert not application.actions[name].isEnabled()
    assert not application.actions["structure.edit_text"].isEnabled()
    document.select(document.tree.elements("mj-text")[0].id, "test")
    assert application.actions["structure.edit_text"].isEnabled()
    with qtbot.waitSignal(editing.editor.outline.edit_text) as asked:
        application.actions["structure.edit_text"].trigger()
    assert asked.args == [document.selected]
    editing.editor.envelope.code_wanted.emit(document.text.index("<mj-title"))
    assert editing.editor.mode == "split"
    application.actions["envelope.edit"].trigger()
    assert editing.editor.envelope.fields.isVisible()
    application.actions["envelope.text"].trigger()
    text = editing.findChildren(TextPartDialog)[-1]
    qtbot.waitUntil(lambda: bool(text.editor.toPlainText()), timeout=15_000)
    text.close()
    document.select(document.tree.sections()[1].id, "test")
    editing.editor.left.show_panel(editing.editor.blocks)
    application.actions["structure.rename"].trigger()
    assert editing.editor.outline.isVisible()
    view = editing.editor.outline.view
    assert view.state() == view.State.EditingState
