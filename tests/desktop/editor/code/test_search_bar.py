"""Search and replace in the view."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.editor.code.search_bar import SearchBar
from templates.source.text_edit import TextEdit


def selected(panel) -> str:
    return panel.document.text[slice(*panel.editor.selection)]


def test_typing_finds_the_next_one(code, qtbot):
    """From where the caret was, letter by letter; the count says which one it is."""
    text = code.document.text
    code.editor.set_caret(text.index("<mj-button"))
    code.show_search()
    qtbot.keyClicks(code.search.words, "mj-")
    assert code.editor.selection.start == text.index("mj-button")
    assert code.search.count.text() == "6 of 10"
    qtbot.keyClicks(code.search.words, "col")
    assert selected(code) == "mj-col"
    assert code.search.count.text() == "2 of 2"


def test_next_and_previous_go_round(code, qtbot):
    """By F3's verb, by Enter and Shift+Enter, over both ends."""
    code.editor.set_caret(0)
    code.show_search()
    qtbot.keyClicks(code.search.words, "mj-button")
    assert code.search.count.text() == "1 of 2"
    code.search.step(1)
    assert code.search.count.text() == "2 of 2"
    qtbot.keyClick(code.search.words, Qt.Key.Key_Return)
    assert code.search.count.text() == "1 of 2"
    qtbot.keyClick(code.search.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert code.search.count.text() == "2 of 2"


def test_the_selection_is_what_one_looks_for(code):
    """It stands in the field already."""
    start = code.document.text.index("Hello")
    code.editor.set_caret(start + 5, start)
    code.search.step(1)
    assert code.search.words.text() == "Hello"
    assert code.search.count.text() == "1 of 1"


def test_nothing_found_is_said(code, qtbot):
    """In words and in the field; so is an expression that is none."""
    code.show_search()
    qtbot.keyClicks(code.search.words, "nowhere")
    assert code.search.count.text() == "No results"
    assert code.search.words.property("wrong")
    code.search.expression.setChecked(True)
    code.search.words.setText("(")
    assert code.search.count.text() not in {"", "No results"}
    assert not code.search.replace_every.isEnabled()


def test_the_switches_narrow_it_down(code, qtbot):
    """Case, whole words, expressions."""
    code.show_search()
    code.search.words.setText("MJ-TEXT")
    assert len(code.search.hits) == 2
    code.search.case.setChecked(True)
    assert not code.search.hits
    code.search.case.setChecked(False)
    code.search.words.setText("mj")
    code.search.whole.setChecked(True)
    assert len(code.search.hits) == 10
    code.search.expression.setChecked(True)
    code.search.words.setText("mj-(te|bu)\\w+")
    assert len(code.search.hits) == 4


def test_replacing_goes_one_by_one(code, qtbot):
    """The first time it goes to a hit, then it replaces and goes on."""
    before = code.document.text
    code.editor.set_caret(0)
    code.show_search(replace=True)
    qtbot.keyClicks(code.search.words, "mj-text")
    code.search.replacement.setText("mj-raw")
    qtbot.keyClick(code.search.replacement, Qt.Key.Key_Return)
    assert code.document.text == before.replace("<mj-text", "<mj-raw", 1)
    assert selected(code) == "mj-text"
    code.search.replace_current()
    assert code.document.text == before.replace("mj-text", "mj-raw")
    assert code.document.stack.count() == 2


def test_replacing_all_is_one_step(code):
    """One undo takes everything back."""
    before = code.document.text
    code.show_search(replace=True)
    code.search.words.setText("mj-(text|button)")
    code.search.expression.setChecked(True)
    code.search.replacement.setText("x-$1")
    code.search.replace_them_all()
    assert code.document.text == before.replace("mj-text", "x-text").replace("mj-button", "x-button")
    assert code.search.count.text() == "No results"
    code.document.stack.undo()
    assert code.document.text == before


def test_the_count_follows_edits(code, qtbot):
    """When typing in the text rests, it is searched again, without moving the caret."""
    code.show_search()
    code.search.words.setText("Hello")
    code.editor.set_caret(0)
    qtbot.keyClicks(code.editor, "Hello ")
    qtbot.waitUntil(lambda: len(code.search.hits) == 2)
    assert code.editor.caret == 6


def test_replacing_right_after_an_edit_replaces_the_right_words(code, qtbot):
    """The hits of a moment ago are not trusted."""
    before = code.document.text
    code.show_search(replace=True)
    code.search.words.setText("Hello")
    code.search.replacement.setText("Bye")
    code.document.edit("x", [TextEdit(0, 0, "Hello, and 😀 ")])
    code.search.replace_them_all()
    assert code.document.text == f"Bye, and 😀 {before.replace('Hello', 'Bye')}"


def test_escape_closes_it(code, qtbot):
    """The marks go, and one writes on."""
    code.show_search()
    qtbot.keyClicks(code.search.words, "Hello")
    qtbot.keyClick(code.search.words, Qt.Key.Key_Escape)
    assert code.search.isHidden()
    assert code.search.hits == []
    assert code.editor.hasFocus()


def test_another_document_is_searched_at_once(code, open_text):
    """The bar stays, the hits are those of the text that is shown."""
    code.show_search()
    code.search.words.setText("only here")
    code.set_document(open_text("only here"), None)
    assert code.search.count.text() == "1 of 1"


def test_its_controls_have_names(code):
    """Each can be reached by Tab and says what it is."""
    bar: SearchBar = code.search
    controls = (
        bar.words,
        bar.replacement,
        bar.case,
        bar.whole,
        bar.expression,
        bar.previous,
        bar.next,
        bar.close_button,
    )
    assert all(each.accessibleName() for each in controls)
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in controls)
