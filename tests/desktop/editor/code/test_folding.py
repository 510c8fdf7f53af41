"""Folding: lines hide and come back, whatever is edited meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from templates.source.text_edit import TextEdit


@pytest.fixture
def folded(code, qtbot):
    """The view once it knows what can be folded."""
    qtbot.waitUntil(lambda: bool(code.editor.folding.folds))
    return code


def hidden(panel) -> list[int]:
    paper = panel.editor.document()
    return [number for number in range(paper.blockCount()) if not paper.findBlockByNumber(number).isVisible()]


def test_folding_hides_what_is_inside(folded):
    """The first and the last line stay; the caret comes out; folding again shows everything."""
    folded.editor.set_caret(folded.document.text.index("Hello"))
    folded.editor.folding.toggle(2)
    assert hidden(folded) == [3, 4, 5, 6]
    assert folded.editor.textCursor().blockNumber() == 2
    folded.toggle_fold()
    assert hidden(folded) == []


def test_going_to_a_hidden_place_opens_it(folded):
    """By the caret and by looking for it."""
    folded.editor.folding.toggle(2)
    folded.editor.set_caret(folded.document.text.index("Hello"))
    assert hidden(folded) == []
    folded.editor.folding.toggle(3)
    folded.show_span(folded.document.tree.elements("mj-button")[0].span)
    assert hidden(folded) == []


def test_a_fold_outlives_edits_elsewhere(folded, qtbot):
    """It is of its element, not of its lines."""
    folded.editor.folding.toggle(2)
    folded.document.edit("x", [TextEdit(0, 0, "<!-- one\ntwo\nthree -->\n")])
    assert hidden(folded) == [6, 7, 8, 9]
    assert folded.editor.folding.is_closed(5)
    qtbot.waitUntil(lambda: 0 in folded.editor.folding.folds)
    assert hidden(folded) == [6, 7, 8, 9]


def test_lines_whose_fold_is_gone_come_back(folded, qtbot):
    """Nothing stays hidden without a mark that opens it."""
    folded.editor.folding.toggle(2)
    start = folded.document.text.index("    <mj-section")
    folded.document.edit("x", [TextEdit(start, folded.document.text.index("      <mj-column"), "")])
    qtbot.waitUntil(lambda: hidden(folded) == [])


def test_everything_folds_and_unfolds(folded):
    """Sections are closed, and what is in them; the mail and its body stay open."""
    folded.editor.folding.set_all(closed=True)
    assert hidden(folded) == [3, 4, 5, 6]
    folded.editor.folding.set_all(closed=False)
    assert hidden(folded) == []


def test_a_click_beside_the_line_folds(folded, qtbot):
    """On the arrow it folds, on the number the caret goes to the line."""
    gutter = folded.editor.gutter
    line = folded.editor.line_height
    qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=QPoint(gutter.width() - 8, round(2.5 * line) + 4))
    assert hidden(folded) == [3, 4, 5, 6]
    qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=QPoint(gutter.width() // 2, round(1.5 * line) + 4))
    assert folded.editor.textCursor().blockNumber() == 1


def test_the_folds_of_a_long_text_are_found_elsewhere(folded, qtbot, monkeypatch):
    """Off the GUI thread, and taken over when they come."""
    monkeypatch.setattr("desktop.editor.code.panel.LONG", 10)
    folded.document.edit("x", [TextEdit(0, 0, "<!-- one\ntwo\nthree -->\n")])
    qtbot.waitUntil(lambda: 0 in folded.editor.folding.folds)


def test_another_document_has_no_folds_of_the_last_one(folded, open_text):
    """It begins open."""
    folded.editor.folding.toggle(2)
    folded.set_document(open_text("<mjml>\n\n</mjml>"), None)
    assert hidden(folded) == []
    assert folded.editor.folding.closed == set()
