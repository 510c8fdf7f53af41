"""The code view and the document: selection both ways, problems, fixes, comments, lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from desktop.theme import DARK, LIGHT, palette
from templates.source.text_edit import TextEdit

BROKEN = """<mjml>
  <mj-body>
    <mj-section>
      <mj-column>
        <mj-text aling="left">Hi</mj-text>
        <mj-imag src="x.png" />
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
"""


def test_the_caret_selects_the_component(code, qtbot):
    """When it rests, the innermost component around it is the selected one, and its lines are marked."""
    code.editor.set_caret(code.document.text.index("Hello"))
    with qtbot.waitSignal(code.document.selection_changed) as signal:
        pass
    assert signal.args[1] == "code"
    assert code.document.selected_element.name == "mj-text"
    assert code.editor.band == code.document.selected_element.span


def test_an_edit_elsewhere_selects_nothing(code, qtbot):
    """It may carry the caret into another component; that is nobody's wish."""
    code.editor.set_caret(code.document.text.index("Hello"))
    qtbot.waitUntil(lambda: code.document.selected != 0)
    button = code.document.tree.elements("mj-button")[0]
    code.document.select(button.id, "canvas")
    text = code.document.tree.elements("mj-text")[0]
    with qtbot.assertNotEmitted(code.document.selection_changed, wait=600):
        code.document.edit("x", [TextEdit(text.start, text.end, "")], origin="canvas")
    assert code.document.selected == button.id


def test_in_a_long_text_the_caret_waits_for_the_tree(code, qtbot, monkeypatch):
    """The component is selected once there is a tree of what was typed."""
    monkeypatch.setattr("desktop.document.SHORT", 0)
    code.editor.set_caret(code.document.text.index("Hello"))
    qtbot.keyClicks(code.editor, "a")
    qtbot.waitUntil(lambda: code._waits_for_tree)
    with qtbot.waitSignal(code.document.selection_changed):
        _ = code.document.tree
    assert code.document.selected_element.name == "mj-text"


def test_what_is_selected_elsewhere_comes_into_sight(code):
    """Its lines are marked and scrolled to; the caret stays where it was."""
    code.document.edit("x", [TextEdit(len("<mjml>\n"), len("<mjml>\n"), "<!-- -->\n" * 200)])
    code.editor.set_caret(0)
    button = code.document.tree.elements("mj-button")[0]
    code.document.select(button.id, "canvas")
    seen = code.editor.seen
    assert code.editor.band == button.span
    assert seen.start < button.start < button.end < seen.end
    assert code.editor.caret == 0


def test_in_a_long_text_what_is_selected_is_shown_with_its_tree(code, qtbot, monkeypatch):
    """Until then the lines that were marked move along with the text."""
    monkeypatch.setattr("desktop.document.SHORT", 0)
    code.document.select(code.document.tree.elements("mj-text")[0].id, "canvas")
    lines = "<!-- -->\n" * 200
    code.document.edit("x", [TextEdit(0, 0, lines)], origin="canvas")
    assert code.document.text[slice(*code.editor.band)].startswith("<mj-text>Hello")
    code.editor.verticalScrollBar().setValue(0)
    code.document.select(code.document.seen_tree.elements("mj-button")[0].id, "canvas")
    assert code.editor.seen.start == 0
    button = code.document.tree.elements("mj-button")[0]
    assert code.editor.band == button.span
    assert code.editor.seen.start < button.start < code.editor.seen.end


def test_a_view_that_is_hidden_catches_up(code):
    """What was selected meanwhile is in sight once it is shown."""
    code.document.edit("x", [TextEdit(len("<mjml>\n"), len("<mjml>\n"), "<!-- -->\n" * 200)])
    code.hide()
    button = code.document.tree.elements("mj-button")[0]
    code.document.select(button.id, "canvas")
    code.show()
    assert code.editor.seen.start < button.start < code.editor.seen.end


def test_going_to_the_selected_component(code):
    """The caret goes there, ready to write; and the other way round the caret's component is selected at once."""
    button = code.document.tree.elements("mj-button")[0]
    code.document.select(button.id, "canvas")
    code.show_selected()
    assert code.editor.caret == button.start
    code.editor.set_caret(code.document.text.index("Hello"))
    code.select_here()
    assert code.document.selected_element.name == "mj-text"


def test_problems_are_marked_in_their_lines(checked):
    """With the worst severity of the line, and the sentences as its tip."""
    panel = checked(BROKEN)
    signs = panel.editor.gutter._lines
    assert {line: severity for line, (severity, _) in signs.items()} == {4: "warning", 5: "error"}
    assert "mj-image" in signs[5][1]


def test_a_tip_says_what_is_wrong(checked, monkeypatch):
    """Beside the line, under the pointer; other lines say nothing."""
    panel = checked(BROKEN)
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: said.append(text))
    gutter, line = panel.editor.gutter, panel.editor.line_height
    for row in (4, 0):
        at = QPoint(8, round((row + 0.5) * line) + 4)
        QApplication.sendEvent(gutter, QHelpEvent(QEvent.Type.ToolTip, at, gutter.mapToGlobal(at)))
    assert len(said) == 1
    assert "aling" in said[0]


def test_a_problem_moves_with_its_line(checked, qtbot):
    """Signs are where the problem is now, before anything was checked again."""
    panel = checked(BROKEN)
    panel.editor.set_caret(0)
    qtbot.keyClick(panel.editor, Qt.Key.Key_Return)
    assert set(panel.editor.gutter._lines) == {5, 6}


def test_a_fix_is_one_step(checked):
    """The problem at the caret is put right; undo brings it back. Where nothing is wrong, nothing happens."""
    panel = checked(BROKEN)
    panel.editor.set_caret(0)
    assert not panel.fix()
    panel.editor.set_caret(panel.document.text.index("src="))
    assert panel.fix()
    assert "<mj-image src" in panel.document.text
    assert panel.document.stack.count() == 1
    panel.document.stack.undo()
    assert panel.document.text == BROKEN


def test_a_fix_that_was_written_into_is_not_made(checked, qtbot):
    """Its places would be wrong."""
    panel = checked(BROKEN)
    panel.editor.set_caret(panel.document.text.index("imag"))
    qtbot.keyClicks(panel.editor, "x")
    assert not panel.fix()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)
def test_the_sign_offers_the_fix(checked, qtbot):
    """A click on it goes to the problem and opens a menu of the window's actions."""
    panel = checked(BROKEN)
    for name in ("problems.fix", "problems.next", "edit.find"):
        action = QAction(name, panel)
        action.setObjectName(name)
    panel.editor.gutter.sign_clicked.emit(5)
    assert panel.editor.caret == panel.document.text.index("mj-imag")
    menu = panel.findChildren(QMenu)[-1]
    assert [each.objectName() for each in menu.actions() if not each.isSeparator()] == ["problems.fix", "problems.next"]
    menu.close()
    panel.editor.customContextMenuRequested.emit(QPoint(100, 10))
    menu = panel.findChildren(QMenu)[-1]
    assert "edit.find" in [each.objectName() for each in menu.actions()]
    menu.close()


def test_a_comment_comes_and_goes(code):
    """As one step; the caret stays in its line."""
    before = code.document.text
    code.editor.set_caret(before.index("Hello"))
    code.toggle_comment()
    assert "{# <mj-text>Hello {{ contact.firstname }}</mj-text> #}" in code.document.text
    code.toggle_comment()
    assert code.document.text == before
    assert code.document.stack.count() == 2


def test_tab_shifts_lines_and_writes_spaces(code, qtbot):
    """Several lines together, as one step; in a line up to the next step."""
    before = code.document.text
    first, last = before.index("<mj-text"), before.index("</mj-column>")
    code.editor.set_caret(last, first)
    qtbot.keyClick(code.editor, Qt.Key.Key_Tab)
    assert "\n          <mj-text>" in code.document.text
    assert code.document.stack.count() == 1
    qtbot.keyClick(code.editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert code.document.text == before
    code.editor.set_caret(before.index("Hello"))
    qtbot.keyClick(code.editor, Qt.Key.Key_Tab)
    assert " Hello" in code.document.text


@pytest.mark.parametrize(("key", "line"), [(Qt.Key.Key_Return, 5), (Qt.Key.Key_Escape, 0)])
def test_going_to_a_line(code, qtbot, key, line):
    """While the number is typed the caret goes along; Enter stays there, Escape goes back."""
    code.editor.set_caret(0)
    code.go_to_line()
    qtbot.keyClicks(code.goto.number, "6")
    assert code.editor.textCursor().blockNumber() == 5
    qtbot.keyClick(code.goto.number, key)
    assert code.editor.textCursor().blockNumber() == line
    assert code.goto.isHidden()


def test_without_a_document_it_is_empty(code):
    """Nothing can be written, nothing of the last one is left."""
    code.set_document(None, None)
    assert code.editor.document().characterCount() == 1
    assert code.editor.isReadOnly()
    assert not code.isEnabled()
    code.fix()
    code.show_selected()


def test_it_is_painted_in_both_themes(checked, qapp):
    """The caret's line, the selected lines, signs, folds and waves: no line of it raises, and the ground follows."""
    panel = checked(BROKEN)
    panel.document.select(panel.document.tree.elements("mj-column")[0].id, "outline")
    panel._find_folds()
    panel.editor.folding.toggle(2)
    before, sheet = qapp.palette(), qapp.styleSheet()
    qapp.setStyleSheet("")
    try:
        for roles in (LIGHT, DARK):
            qapp.setPalette(palette(roles))
            panel.setPalette(palette(roles))
            image = panel.grab().toImage()
            corner = panel.editor.viewport().mapTo(panel, panel.editor.viewport().rect().bottomRight())
            assert image.pixelColor(corner - QPoint(6, 6)).name() == roles.surface
    finally:
        qapp.setPalette(before)
        qapp.setStyleSheet(sheet)


def test_it_has_a_name(code):
    """For those who do not see it."""
    assert code.editor.accessibleName()
    assert code.goto.number.accessibleName()
    assert code.goto.close_button.accessibleName()
