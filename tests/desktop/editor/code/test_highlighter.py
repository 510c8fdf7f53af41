"""Colouring a text in slices."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from desktop.editor.code import highlighter as module
from desktop.theme import DARK, palette


def colours(panel, line: int) -> list[str]:
    """The colours of a line, in order."""
    block = panel.editor.document().findBlockByNumber(line)
    return [piece.format.foreground().color().name() for piece in block.layout().formats()]


def test_a_line_has_its_colours_where_its_characters_are(panel, open_text, qtbot):
    """Also behind characters that Qt counts twice."""
    panel.set_document(open_text("<mj-text>😀 {{ a }}</mj-text>"), None)
    qtbot.waitUntil(lambda: panel.editor.highlighter.done and bool(colours(panel, 0)))
    block = panel.editor.document().firstBlock()
    starts = [piece.start for piece in block.layout().formats()]
    assert starts == [0, 1, 8, 12, 15, 17, 19, 21, 28]


def test_a_long_text_is_coloured_to_its_end(panel, open_text, qtbot, monkeypatch):
    """In slices, even when each has time for one line only, and after an edit that changes every line."""
    monkeypatch.setattr(module, "SLICE_S", 0.0)
    panel.set_document(open_text("<mjml>\n" * 60), None)
    qtbot.waitUntil(lambda: panel.editor.highlighter.done and bool(colours(panel, 59)))
    before = colours(panel, 59)
    QTextCursor(panel.editor.document()).insertText("<!-- ")
    qtbot.waitUntil(lambda: panel.editor.highlighter.done and colours(panel, 59) != before)
    assert len(colours(panel, 59)) == 1


def test_the_colours_follow_the_theme(code, qtbot):
    """Another palette, other colours, everywhere."""
    qtbot.waitUntil(lambda: code.editor.highlighter.done and bool(colours(code, 8)))
    before = colours(code, 8)
    code.editor.highlighter.set_palette(palette(DARK))
    qtbot.waitUntil(lambda: code.editor.highlighter.done and colours(code, 8) != before)


def test_a_huge_text_stays_plain(panel, open_text, qtbot, monkeypatch):
    """Above the limit nothing is coloured."""
    monkeypatch.setattr(module, "MOST", 10)
    panel.set_document(open_text("<mjml></mjml>"), None)
    qtbot.waitUntil(lambda: panel.editor.highlighter.done)
    assert panel.editor.highlighter.off
    assert colours(panel, 0) == []


def test_an_endless_line_stays_plain(panel, open_text, qtbot, monkeypatch):
    """The lines around it are coloured as if it were not there."""
    monkeypatch.setattr(module, "LONGEST", 10)
    panel.set_document(open_text("<!--\n<mj-text></mj-text>\n-->"), None)
    qtbot.waitUntil(lambda: panel.editor.highlighter.done and bool(colours(panel, 2)))
    assert colours(panel, 1) == []
    assert colours(panel, 2) == colours(panel, 0)
