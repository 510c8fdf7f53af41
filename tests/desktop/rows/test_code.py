"""The actions of the code view and of the problems do in the window what they say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.actions import ACTIONS
from desktop.rows.code import ROWS

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


@pytest.fixture
def editing(opened, folder, qtbot):
    """The window with a template in the editor, checked, split between design and code."""
    (folder / "templates" / "welcome.en" / "template.mjml").write_text(BROKEN, "utf-8")
    opened.open_template("welcome.en")
    opened.set_editor_mode("split")
    qtbot.waitUntil(lambda: len(opened.editor.problems.problems) == 2, timeout=20_000)
    yield opened
    opened.document.stack.setClean()


@pytest.fixture
def trigger(application):
    """Trigger an action that is enabled."""

    def do(name: str) -> None:
        application.actions.refresh()
        assert application.actions[name].isEnabled(), name
        application.actions[name].trigger()

    return do


def test_all_rows_are_in_the_table():
    """Menus, palette and shortcuts know them."""
    assert set(ROWS) <= set(ACTIONS)


@pytest.mark.parametrize("name", [row.id for row in ROWS if row.edits])
def test_every_edit_undoes_and_redoes(editing, trigger, name):
    """What changes the text is a step of the one history."""
    editing.editor.code.editor.set_caret(BROKEN.index("imag"))
    trigger(name)
    after = editing.document.text
    assert after != BROKEN
    editing.document.stack.undo()
    assert editing.document.text == BROKEN
    editing.document.stack.redo()
    assert editing.document.text == after


def test_the_keys_of_undo_in_the_code_are_the_windows(editing, qtbot):
    """Ctrl+Z takes back what was typed there, and Ctrl+Shift+Z makes it again."""
    editor = editing.editor.code.editor
    editor.setFocus()
    qtbot.keyClicks(editor, "x")
    assert editing.document.text == f"x{BROKEN}"
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editing.document.text == BROKEN
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(editor, Qt.Key.Key_Z, both)
    assert editing.document.text == f"x{BROKEN}"


def test_f8_walks_through_the_problems(editing, trigger):
    """Each is shown in the code, from wherever one is; the design makes room for it."""
    editing.set_editor_mode("design")
    trigger("problems.next")
    code = editing.editor.code
    assert code.isVisible()
    assert code.editor.caret == BROKEN.index("aling")
    trigger("problems.next")
    assert code.editor.caret == BROKEN.index("mj-imag")
    trigger("problems.previous")
    assert code.editor.caret == BROKEN.index("aling")


def test_there_and_back_between_design_and_code(editing, trigger):
    """The selected block is shown in the code; the block at the caret is selected and shown in the design."""
    text = editing.document.tree.elements("mj-text")[0]
    editing.document.select(text.id, "test")
    editing.set_editor_mode("design")
    trigger("code.go_to_block")
    assert editing.editor.code.editor.caret == text.start
    editing.set_editor_mode("code")
    editing.editor.code.editor.set_caret(BROKEN.index("<mj-column>") + 2)
    trigger("code.to_design")
    assert editing.document.selected_element.name == "mj-column"
    assert editing.editor.design.isVisible()


def test_finding_and_replacing(editing, trigger):
    """Find opens the bar, replace its second row; F3's two verbs walk through the hits."""
    bar = editing.editor.code.search
    trigger("edit.find")
    assert bar.isVisible()
    assert not bar.replacement.isVisible()
    bar.words.setText("mj-column")
    trigger("code.find_next")
    assert bar.count.text() == "2 of 2"
    trigger("code.find_previous")
    assert bar.count.text() == "1 of 2"
    trigger("code.replace")
    assert bar.replacement.isVisible()


def test_going_to_a_line_and_folding(editing, trigger, qtbot):
    """The field comes; sections fold and unfold."""
    code = editing.editor.code
    trigger("code.go_to_line")
    assert code.goto.isVisible()
    qtbot.waitUntil(lambda: bool(code.editor.folding.folds))
    trigger("code.fold_all")
    assert code.editor.folding.closed
    trigger("code.unfold_all")
    assert not code.editor.folding.closed
    trigger("code.fold")
    assert code.editor.folding.closed
