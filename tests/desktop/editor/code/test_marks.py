"""What belongs together, and what is drawn of the marks."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCharFormat

from desktop.editor.code.marks import brackets_at, pair_at
from desktop.models.problem import Problem
from templates.errors import TemplateError
from templates.source.parse import parse
from templates.source.text_edit import TextEdit
from templates.source.tree import Span

TEXT = "<a b='c'><d>{% if x %}yyy{% else %}z{% endif %}</d><e/></a>"


@pytest.mark.parametrize(
    ("marked", "pair"),
    [
        ("a b", ["a", "a"]),
        ("d>{", ["d", "d"]),
        ("/d>", ["d", "d"]),
        ("% if", ["{% if x %}", "{% else %}", "{% endif %}"]),
        ("endif", ["{% if x %}", "{% else %}", "{% endif %}"]),
        ("c'", []),
        ("yyy", []),
        ("e/", []),
    ],
)
def test_the_other_tag_of_a_pair_is_found(marked, pair):
    """By the name of an opening or closing tag, by any tag of a block; in what they hold there is none."""
    assert [TEXT[slice(*span)] for span in pair_at(parse(TEXT), TEXT.index(marked) + 1)] == pair


@pytest.mark.parametrize(
    ("text", "offset", "pair"),
    [
        ("a(b[c])", 2, [1, 6]),
        ("a(b[c])", 7, [1, 6]),
        ("a(b[c])", 4, [3, 5]),
        ("(()", 0, []),
        ("abc", 1, []),
        ("", 0, []),
    ],
)
def test_the_other_bracket_is_found(text, offset, pair):
    """Of the same kind and depth, in front of the caret first."""
    assert [span.start for span in brackets_at(text, offset)] == pair


def drawn(panel) -> list[str]:
    panel.marks.draw()
    return [selection.cursor.selectedText() for selection in panel.editor.extraSelections()]


def waves(panel) -> list[str]:
    panel.marks.draw()
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    marks = panel.editor.extraSelections()
    return [mark.cursor.selectedText() for mark in marks if mark.format.underlineStyle() == wave]


def problem(panel, words: str) -> Problem:
    start = panel.document.text.index(words)
    return Problem("error", Span(start, start + len(words)), TemplateError("Wrong."))


def test_marks_move_with_the_text(code):
    """After an edit above the wave is beneath the same characters."""
    code._set_problems((problem(code, "Hello"),))
    assert waves(code) == ["Hello"]
    code.document.edit("x", [TextEdit(0, 0, "😀 first\n")])
    assert waves(code) == ["Hello"]


def test_a_mark_without_characters_can_be_seen(panel, open_text):
    """What is missing at the end of the text is marked at the last character."""
    panel.set_document(open_text("<mjml>"), None)
    panel._set_problems((Problem("error", Span(6, 6), TemplateError("Wrong.")),))
    assert waves(panel) == [">"]
    panel.set_document(open_text(""), None)
    panel._set_problems((Problem("error", Span(0, 0), TemplateError("Wrong.")),))
    assert waves(panel) == [""]


def test_only_what_is_seen_is_drawn(panel, open_text, qtbot):
    """A thousand hits cost as much as a screen of them."""
    panel.set_document(open_text("needle\n" * 3000), None)
    panel.show_search()
    panel.search.words.setText("needle")
    qtbot.waitUntil(lambda: len(panel.search.hits) == 3000)
    assert 0 < len(drawn(panel)) < 100


def test_the_pair_at_the_caret_is_marked(code, qtbot):
    """A moment after the caret came there."""
    code.editor.set_caret(code.document.text.index("mj-button"))
    qtbot.waitUntil(lambda: drawn(code) == ["mj-button", "mj-button"])
    code.editor.set_caret(0)
    qtbot.waitUntil(lambda: "mj-button" not in drawn(code))
