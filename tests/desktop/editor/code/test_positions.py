"""Offsets of the text and positions in Qt's document, for every kind of character that the two count differently."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from desktop.editor.code.positions import BREAK, Positions, for_qt, line_of, line_starts, typed, widened
from templates.source.layout import line_break
from templates.source.text_edit import TextEdit, apply

PIECES = [
    "a",
    "é",
    "😀",
    "\n",
    "\r\n",
    "\r",
    "\u2028",
    "\u2029",
    "\ufeff",
    "\xa0",
    "\t",
    "<mj-text>",
    "👩‍🚀",
    "\ufdd0",
    "\0",
]
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
places = st.tuples(st.integers(0, 40), st.integers(0, 40))


@pytest.fixture(scope="module")
def paper(qapp):
    """Qt's document."""
    made = QTextDocument()
    made.setDocumentLayout(QPlainTextDocumentLayout(made))
    made.setUndoRedoEnabled(False)
    return made


def shown(paper: QTextDocument) -> str:
    cursor = QTextCursor(paper)
    cursor.select(QTextCursor.SelectionType.Document)
    return cursor.selectedText()


def as_shown(text: str) -> str:
    """What Qt is expected to have, said another way than in the code: break by break, character by character."""
    for end in ("\r\n", "\n", "\r", "\ufdd0", "\ufdd1"):
        text = text.replace(end, BREAK)
    return text.replace("\ufeff", "")


def span(text: str, place: tuple[int, int]) -> tuple[int, int]:
    one, other = (value % (len(text) + 1) for value in place)
    return min(one, other), max(one, other)


@given(text=texts)
def test_a_position_is_where_qt_has_the_character(paper, text):
    """What stands before an offset is what Qt has before the position, outside line breaks; and back again."""
    paper.setPlainText(for_qt(text))
    positions = Positions(text)
    assert positions.units == paper.characterCount() - 1
    cursor = QTextCursor(paper)
    for offset in range(len(text) + 1):
        if text[max(0, offset - 1) : offset + 1] == "\r\n":
            continue
        cursor.setPosition(0)
        cursor.setPosition(positions.qt(offset), QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText() == as_shown(text[:offset])
        assert as_shown(text[: positions.offset(positions.qt(offset))]) == as_shown(text[:offset])


@given(text=texts, new=texts, place=places)
def test_the_table_follows_edits(text, new, place):
    """After an edit the table is the one of the new text."""
    edit = widened(text, TextEdit(*span(text, place), new))
    positions = Positions(text)
    positions.edited(edit)
    after = apply(text, [edit])
    fresh = Positions(after)
    assert [positions.qt(at) for at in range(len(after) + 1)] == [fresh.qt(at) for at in range(len(after) + 1)]
    assert positions.units == fresh.units


@given(text=texts, new=texts, place=places)
def test_an_edit_of_the_text_is_one_of_qts_document(paper, text, new, place):
    """A widened edit makes the same text and can be made in Qt's document by its two positions."""
    edit = TextEdit(*span(text, place), new)
    wide = widened(text, edit)
    after = apply(text, [edit])
    assert apply(text, [wide]) == after
    paper.setPlainText(for_qt(text))
    positions = Positions(text)
    cursor = QTextCursor(paper)
    cursor.setPosition(positions.qt(wide.start))
    cursor.setPosition(positions.qt(wide.end), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(for_qt(wide.text))
    assert shown(paper) == as_shown(after)


@given(text=texts, new=texts.map(as_shown), place=places, around=places)
@example(text="aaaaaaaaa\ra\n", new="a\u2029\u2029a", place=(11, 12), around=(0, 0))
def test_what_is_typed_changes_nothing_else(paper, text, new, place, around):
    """A change that Qt reports, with unchanged text around it, is an edit after which the two are the same again.

    Characters outside what was typed over are the very same bytes, but for a CR that must not come before a LF.
    """
    positions = Positions(text)
    units = as_shown(text)
    start, end = span(units, place)
    hull_start, hull_end = min(start, around[0]), max(end, min(around[1], len(units)))
    position, removed = len16(units[:hull_start]), len16(units[hull_start:hull_end])
    added = units[hull_start:start] + new + units[end:hull_end]
    edit = typed(text, positions, position, removed, added, line_break(text))
    after = apply(text, [edit]) if edit else text
    assert as_shown(after) == units[:start] + new + units[end:]
    if edit:
        positions.edited(widened(text, edit))
        assert positions.units == Positions(after).units == len16(as_shown(after))


def len16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("text", "position", "removed", "added", "expected"),
    [
        ("a\r\nb", 3, 0, BREAK, "a\r\nb\r\n"),
        ("a\nb", 3, 0, BREAK, "a\nb\n"),
        ("a\rb", 3, 0, BREAK, "a\rb\r"),
        ("a\rx\nb", 2, 1, "", "a\r\r\nb"),
        ("a\r\nb\nc\r\nd", 0, 7, f"x{BREAK}b{BREAK}c{BREAK}y", "x\r\nb\nc\r\ny"),
        ("x", 1, 0, "\ud83d", "x\ufffd"),
    ],
)
def test_line_ends_are_the_documents_and_old_ones_stay(text, position, removed, added, expected):
    """A new line ends as the first one does; the ends of lines that were there are not touched."""
    edit = typed(text, Positions(text), position, removed, added, line_break(text))
    assert apply(text, [edit]) == expected


def test_nothing_typed_is_no_edit():
    """Qt reports changes of format too; the text is the same then."""
    assert typed("a\r\nb", Positions("a\r\nb"), 0, 3, f"a{BREAK}b", "\n") is None
    assert typed("ab", Positions("ab"), 1, 0, "", "\n") is None


@given(text=texts)
def test_lines_are_those_of_qt(paper, text):
    """Every line begins where Qt's does."""
    paper.setPlainText(for_qt(text))
    starts = line_starts(text)
    assert len(starts) == paper.blockCount()
    positions = Positions(text)
    for number, start in enumerate(starts):
        assert positions.qt(start) == paper.findBlockByNumber(number).position()
        assert line_of(starts, start) == number
