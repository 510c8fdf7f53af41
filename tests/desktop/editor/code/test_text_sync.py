"""One text in two places: whatever is typed or done elsewhere, they are the same, byte for byte, in one history."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.editor.code.positions import BREAK, Positions
from desktop.editor.code.text_sync import TextSync
from desktop.editor.mime import block_data
from templates.source.text_edit import TextEdit

ODD = "\ufeff<mjml>\r\n  <mj-text>Été 😀 👩‍🚀</mj-text>\r\n\rlone\n\u2028same line\u2029</mjml>\r\n"


def same(panel) -> bool:
    """Whether Qt's document is the text, and the table of positions fits."""
    editor, text = panel.editor, panel.document.text
    cursor = QTextCursor(editor.document())
    cursor.select(QTextCursor.SelectionType.Document)
    shown = text
    for end in ("\r\n", "\n", "\r"):
        shown = shown.replace(end, BREAK)
    return (
        cursor.selectedText() == shown.replace("\ufeff", "")
        and editor.sync.text == text
        and editor.sync.positions.units == Positions(text).units == editor.document().characterCount() - 1
    )


def test_typing_is_one_step_that_undo_takes_back(code, qtbot):
    """A word is one step of the document's stack; undo and redo follow in the view."""
    before = code.document.text
    code.editor.set_caret(before.index("Hello") + 5)
    qtbot.keyClicks(code.editor, ", dear")
    assert code.document.text == before.replace("Hello", "Hello, dear")
    assert same(code)
    assert code.document.stack.count() == 1
    code.document.stack.undo()
    assert code.document.text == before
    assert same(code)
    code.document.stack.redo()
    assert code.document.text == before.replace("Hello", "Hello, dear")
    assert same(code)


def test_a_document_begins_at_its_beginning(code, open_text):
    """And is shown again where one left it."""
    first = code.document
    assert code.editor.caret == 0
    code.editor.set_caret(50)
    code.set_document(open_text("<mjml>" + "\n" * 300), None)
    assert code.editor.caret == 0
    assert code.editor.verticalScrollBar().value() == 0
    code.set_document(first, None)
    assert code.editor.caret == 50


def test_undo_shows_where_it_happened(code, qtbot):
    """While one writes, the caret goes to what was taken back."""
    at = code.document.text.index("Go<")
    code.editor.set_caret(at)
    qtbot.keyClicks(code.editor, "abc")
    code.editor.set_caret(0)
    code.document.stack.undo()
    assert code.editor.caret == at


def test_the_keys_of_undo_are_left_to_the_window(code, qtbot):
    """Qt's own history is off, and its keys are not taken."""
    qtbot.keyClicks(code.editor, "x")
    before = code.document.text
    qtbot.keyClick(code.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert code.document.text == before
    assert not code.editor.document().isUndoRedoEnabled()


def test_an_edit_from_elsewhere_keeps_caret_selection_and_place(code, qtbot):
    """Lines that come above push nothing out of sight; what is selected stays selected."""
    code.document.edit("fill", [TextEdit(len(code.document.text), len(code.document.text), "<!-- -->\n" * 200)])
    text = code.document.text
    start = text.index("Hello")
    code.editor.set_caret(start + 5, start)
    code.editor.verticalScrollBar().setValue(4)
    code.document.edit("insert", [TextEdit(7, 7, "\n<!-- one\ntwo -->")], origin="canvas")
    assert same(code)
    assert code.document.text[slice(*code.editor.selection)] == "Hello"
    assert code.editor.verticalScrollBar().value() == 6


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_new_lines_end_as_the_others_do(panel, open_text, qtbot, newline):
    """Whoever presses Enter gets the document's line end; the rest stays byte for byte."""
    text = f"<mjml>{newline}  <mj-body>{newline}  </mj-body>{newline}</mjml>{newline}"
    panel.set_document(open_text(text), None)
    panel.editor.set_caret(text.index("<mj-body>") + 9)
    qtbot.keyClick(panel.editor, Qt.Key.Key_Return)
    for character in "é😀":
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(panel.editor, key)
    assert panel.document.text == text.replace("<mj-body>", f"<mj-body>{newline}    é😀")
    assert same(panel)


def test_a_text_that_may_not_be_changed_is_not(panel, open_text, qtbot):
    """Keys do nothing in it; an edit that the document refuses leaves the view as the text is."""
    document = open_text()
    before = document.text
    document.editable = False
    panel.set_document(document, None)
    qtbot.keyClicks(panel.editor, "x")
    assert document.text == before
    QTextCursor(panel.editor.document()).insertText("sneaked in")
    assert document.text == before
    assert same(panel)


def test_pasting_and_dropping_are_steps_of_their_own(code, qtbot):
    """Words of any kind come as plain text; a block comes as its source."""
    before = code.document.text
    code.editor.set_caret(0)
    qtbot.keyClicks(code.editor, "a")
    data = QMimeData()
    data.setText("\ufeffone\r\ntwo\0")
    data.setHtml("<b>one</b>")
    code.editor.insertFromMimeData(data)
    code.editor.insertFromMimeData(block_data("<mj-divider />"))
    assert code.document.text == f"aone\ntwo<mj-divider />{before}"
    assert code.document.stack.count() == 3
    assert same(code)


def test_an_input_method_writes_too(code):
    """What is only proposed is no edit; what is committed is one."""
    before = code.document.text
    code.editor.set_caret(0)
    QApplication.sendEvent(code.editor, QInputMethodEvent("に", []))
    assert code.document.text == before
    done = QInputMethodEvent("", [])
    done.setCommitString("日本")
    QApplication.sendEvent(code.editor, done)
    assert code.document.text == f"日本{before}"
    assert same(code)


def test_several_changes_in_one_block_are_one_edit(code):
    """What Qt reports as one hull leaves everything between the changes alone."""
    before = code.document.text
    cursor = QTextCursor(code.editor.document())
    cursor.beginEditBlock()
    for at in (40, 3):
        cursor.setPosition(at)
        cursor.insertText("x\ny")
    cursor.endEditBlock()
    assert code.document.text == f"{before[:3]}x\ny{before[3:40]}x\ny{before[40:]}"
    assert code.document.stack.count() == 1
    assert same(code)


def test_typing_never_asks_for_the_whole_text(code, qtbot, monkeypatch):
    """A key costs as much as what it writes: the document is not copied out of Qt."""

    def refuse(*_: object) -> str:
        raise AssertionError("the whole text was asked for")

    code.editor.set_caret(code.document.text.index("Hello"))
    with monkeypatch.context() as patch:
        patch.setattr(type(code.editor), "toPlainText", refuse)
        patch.setattr(type(code.editor.document()), "toPlainText", refuse)
        patch.setattr(TextSync, "_show", refuse)
        qtbot.keyClicks(code.editor, "abc")
        qtbot.keyClick(code.editor, Qt.Key.Key_Return)
        qtbot.keyClick(code.editor, Qt.Key.Key_Backspace)
    assert "abc" in code.document.text


PIECES = ["a", "é", "😀", "\n", "\r\n", "\r", "\u2028", "\u2029", "\ufeff", "<mj-text>"]
new_texts = st.lists(st.sampled_from(PIECES), max_size=5).map("".join)
steps = st.lists(st.tuples(st.booleans(), st.integers(0, 200), st.integers(0, 6), new_texts), max_size=10)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_the_two_stay_the_same_whatever_happens(panel, open_text, steps):
    """Random typing and edits from elsewhere, over every kind of character; undoing all gives the first text again."""
    if panel.document is None:
        panel.set_document(open_text(ODD), None)
    document = panel.document
    document.replace_text("start", ODD)
    document.stack.clear()
    for from_here, place, length, new in steps:
        if from_here:
            last = panel.editor.document().characterCount() - 1
            cursor = QTextCursor(panel.editor.document())
            cursor.setPosition(min(place, last))
            cursor.setPosition(min(place + length, last), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(new.replace("\ufeff", ""))
        else:
            size = len(document.text)
            document.edit("x", [TextEdit(min(place, size), min(place + length, size), new)], origin="canvas")
        assert same(panel)
    while document.stack.canUndo():
        document.stack.undo()
        assert same(panel)
    assert document.text == ODD
