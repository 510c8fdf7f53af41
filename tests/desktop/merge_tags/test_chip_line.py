"""A field with chips: what is typed, pasted, copied and read is template text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.merge_tags.chip_line import ChipLine
from desktop.merge_tags.chip_object import OBJECT
from desktop.merge_tags.chip_popup import ChipPopup

NAME = '{{ contact.firstname|default("you") }}'


@pytest.fixture
def line(parent, qtbot):
    """An empty field on the screen, with the keyboard."""
    made = ChipLine(parent)
    made.resize(500, 32)
    made.show()
    made.setFocus()
    return made


def chips(line: ChipLine) -> int:
    """How many chips are to be seen."""
    return line.toPlainText().count(OBJECT)


def test_a_tag_is_one_character_to_the_caret(line, qtbot):
    """Backspace takes the whole of it."""
    line.setText(f"Hello {NAME}")
    assert (chips(line), line.text()) == (1, f"Hello {NAME}")
    with qtbot.waitSignal(line.textEdited) as said:
        qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert said.args == ["Hello "]


def test_a_tag_that_is_typed_becomes_a_chip_with_its_end(line, qtbot):
    """And what is typed behind it is text again."""
    qtbot.keyClicks(line, "Hi {{ brand.name }")
    assert chips(line) == 0
    qtbot.keyClicks(line, "}!")
    assert (chips(line), line.text()) == (1, "Hi {{ brand.name }}!")


def test_positions_are_those_of_the_source(line):
    """Also behind an emoji, which Qt counts as two."""
    line.setText(f"🎁 {NAME} today")
    line.setCursorPosition(2 + len(NAME))
    line.insert(",")
    assert line.text() == f"🎁 {NAME}, today"
    assert line.cursorPosition() == 3 + len(NAME)


def test_what_is_pasted_is_one_line(line, qtbot):
    """Tags in it become chips; copying gives the source."""
    QGuiApplication.clipboard().setText(f"Hi\n{NAME}\u2029all")
    line.paste()
    assert (chips(line), line.text()) == (1, f"Hi {NAME} all")
    line.selectAll()
    line.copy()
    assert QGuiApplication.clipboard().text() == f"Hi {NAME} all"


def test_enter_says_that_the_line_is_done(line, qtbot):
    """And breaks nothing."""
    line.setText("Hello")
    with qtbot.waitSignal(line.returnPressed):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "Hello"


def test_a_screen_reader_hears_names(line, qtbot):
    """Not the character that stands for a chip."""
    line.setText("Hello ")
    line.insert(NAME)
    qtbot.keyClicks(line, "!")
    assert line.accessibleDescription() == "Hello [first name, or “you”]!"


def test_a_chip_opens_with_f2(line, qtbot):
    """It is selected, so that what is said about it takes its place."""
    line.setText(f"Hello {NAME}")
    with qtbot.waitSignal(line.chip_wanted) as asked:
        qtbot.keyClick(line, Qt.Key.Key_F2)
    assert asked.args[0] == NAME
    line.insert("{{ brand.name }}")
    assert line.text() == "Hello {{ brand.name }}"


def test_a_tag_goes_to_the_end_of_a_field_that_nobody_entered(parent):
    """With a space between it and a word; where the caret was put it goes there."""
    field = ChipLine(parent)
    field.setText("Welcome")
    field.setCursorPosition(0)
    field.insert_tag(NAME)
    assert field.text() == f"Welcome {NAME}"


def test_a_tag_is_kept_off_the_words_beside_it(line):
    """Not where the caller says so, in an address for one."""
    line.setText("Helloyou")
    line.setCursorPosition(5)
    line.insert_tag(NAME)
    assert line.text() == f"Hello {NAME} you"
    line.setText("https://a.b/p")
    line.insert_tag("{{ id }}", apart=False)
    assert line.text() == "https://a.b/p{{ id }}"


def test_nothing_opens_where_there_is_no_chip(line, qtbot):
    """F2 in the words does nothing."""
    line.setText("Hello")
    with qtbot.assertNotEmitted(line.chip_wanted):
        qtbot.keyClick(line, Qt.Key.Key_F2)


@pytest.mark.parametrize(
    ("source", "missing", "made"),
    [
        (NAME, "friend", '{{ contact.firstname|default("friend") }}'),
        (NAME, "", '{{ contact.firstname|default("") }}'),
        ("{{ price }}", "", "{{ price }}"),
        ("{{ price }}", "soon", '{{ price|default("soon") }}'),
        ('{{ vars["first-name"] }}', "x", '{{ vars["first-name"]|default("x") }}'),
    ],
)
def test_what_stands_for_a_missing_value_is_changed(parent, qtbot, source, missing, made):
    """In the popup of the chip."""
    popup = ChipPopup(source, parent)
    popup.show()
    popup.missing.setText(missing)
    with qtbot.waitSignal(popup.changed) as said:
        qtbot.mouseClick(popup.apply, Qt.MouseButton.LeftButton)
    assert said.args == [made]


def test_a_tag_that_computes_can_only_be_replaced(parent):
    """Its expression is shown as it is."""
    popup = ChipPopup("{{ price * 2 }}", parent)
    assert popup.missing.isHidden()
    assert not popup.remove.isHidden()
    popup.close()


@given(
    st.lists(st.sampled_from(["a", " ", "🎁", NAME, "{{ x }}", "{% if a %}", "{", "}", "{{", "é", "\n"]), max_size=12)
)
def test_any_source_is_kept(qapp, parts):
    """Shown and read again it is the same, breaks as spaces; the caret finds its place."""
    source = "".join(parts)
    line = ChipLine()
    line.setText(source)
    assert line.text().replace("\n", " ") == source.replace("\n", " ")
    line.setCursorPosition(len(source))
    QTest.keyClicks(line, "x")
    assert line.text().replace("\n", " ") == f"{source}x".replace("\n", " ")
    line.deleteLater()
