"""The builder and the text of one rule."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desktop.dynamic.rule_builder.row import OtherRow, RuleRow
from desktop.dynamic.rule_builder.rule_editor import RuleEditor
from templates.dynamic.rule.parse import parse_rule
from templates.dynamic.rule.tree import Group
from templates.dynamic.rule.write import condition_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)


@pytest.fixture
def editor(qtbot, names) -> RuleEditor:
    """An editor of a rule with two conditions, to be seen."""
    made = RuleEditor()
    qtbot.addWidget(made)
    made.show_text('contact.city == "Lyon" and contact.loyalty', names)
    made.resize(720, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def type_at_end(qtbot, editor: RuleEditor, words: str) -> None:
    editor.form.edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor.form.edit, words)


def row(editor: RuleEditor, *path: int) -> RuleRow:
    found = editor.builder.group.widget_at(path)
    assert isinstance(found, RuleRow)
    return found


def test_the_text_follows_the_builder(editor, qtbot):
    """A word more in a field is a word more in the text, and what was there comes back with Ctrl+Z."""
    line = row(editor, 0).value.lines[0]
    qtbot.keyClick(line, Qt.Key.Key_End)
    qtbot.keyClicks(line, "3")
    assert editor.text == 'contact.city == "Lyon3" and contact.loyalty'
    qtbot.keyClick(editor.form.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text == 'contact.city == "Lyon" and contact.loyalty'
    assert row(editor, 0).value.lines[0].text() == "Lyon"


def test_the_builder_follows_the_text(editor, qtbot):
    """What is typed stays as it is typed, spaces and all."""
    type_at_end(qtbot, editor, "  or  segment.vip")
    assert editor.text == 'contact.city == "Lyon" and contact.loyalty  or  segment.vip'
    assert isinstance(editor.rule, Group)
    assert editor.rule.kind == "any"
    assert row(editor, 1).test.path == "segment.vip"
    assert editor.rule == parse_rule(editor.text)


def test_a_broken_text_keeps_the_last_good_rule(editor, qtbot):
    """The builder stays, the text stays, and what is wrong is told with line and column; mending it goes on."""
    good = editor.rule
    editor.form.edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor.form.edit, Qt.Key.Key_Return)
    type_at_end(qtbot, editor, "and (")
    assert editor.text.endswith("\nand (")
    assert editor.rule == good
    assert editor.fault is not None
    assert editor.form.fault.text().startswith("Line 2, column ")
    assert editor.behind.isVisible()
    assert editor.form.edit.extraSelections()
    type_at_end(qtbot, editor, "segment.vip)")
    assert editor.fault is None
    assert not editor.form.fault.isVisible()
    assert not editor.behind.isVisible()
    assert row(editor, 2).test.path == "segment.vip"


def test_the_builder_replaces_a_broken_text_which_can_be_had_back(editor, qtbot):
    """A change in the builder goes on from the last good rule."""
    type_at_end(qtbot, editor, " and ((")
    broken = editor.text
    row(editor, 1).remove.click()
    assert editor.text == 'contact.city == "Lyon"'
    assert editor.fault is None
    editor.form.edit.undo()
    assert editor.text == broken


def test_what_no_row_can_say_is_kept_byte_for_byte(editor, qtbot, names):
    """A part in between stays as it was written while others change."""
    editor.show_text("contact.city|length  >  3 and contact.loyalty", names)
    assert isinstance(editor.builder.group.widget_at((0,)), OtherRow)
    row(editor, 1).menu.verbs["up"].trigger()
    assert editor.text == "contact.loyalty and (contact.city|length  >  3)"


def test_it_writes_conditions_of_templates_too(qtbot, names):
    """The form that the text has is the caller's choice; read back it is the same rule."""
    types = {"city": "string"}
    editor = RuleEditor(lambda rule: condition_text(rule, types))
    qtbot.addWidget(editor)
    editor.show_text('contact.city|default("") == "Lyon"', names)
    row(editor, 0).remove.click()
    assert editor.text == "true"
    editor.builder.add_row()
    row(editor, 0).subject.chosen.emit("contact.city")
    qtbot.keyClicks(row(editor, 0).value.lines[0], "Nice")
    assert editor.text == 'contact.city|default("") == "Nice"'
