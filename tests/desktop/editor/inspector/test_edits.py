"""Edits: each kind of editor writes exactly what it says, as one step, and undo gives the same bytes back."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from templates.source.text_edit import TextEdit


def colour_typed(row):
    row.editor.line.say("ff8800")


def brand_colour_chosen(row):
    row.editor.open_popup()
    next(one for one in row.editor.popup.brand.buttons if "colour.accent" in one.property("value")).click()


def number_stepped(row):
    QTest.keyClick(row.editor.line, Qt.Key.Key_Up)
    QTest.keyClick(row.editor.line, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)


def unit_chosen(row):
    row.editor.unit.setCurrentIndex(row.editor.units.index("%"))
    row.editor.unit.activated.emit(row.editor.unit.currentIndex())


def side_typed(row):
    row.editor.lines[0].say("4")


def sides_linked(row):
    row.editor.link.click()
    row.editor.lines[2].say("7")


def segment_clicked(row):
    row.editor.buttons["right"].click()


def choice(value):
    def choose(row):
        index = row.editor.box.findData(value)
        row.editor.box.setCurrentIndex(index)
        row.editor.box.activated.emit(index)

    return choose


def switched(row):
    row.editor.box.click()


def text(value):
    def write(row):
        row.editor.line.say(value)

    return write


def border_colour(row):
    row.editor.colour.chosen.emit("#00ff00")


def link_kind(kind, value):
    def write(row):
        row.editor.kind.setCurrentIndex(row.editor.kind.findData(kind))
        row.editor.kind.activated.emit(row.editor.kind.currentIndex())
        row.editor.line.say(value)

    return write


def ready_tag(row):
    row.editor.tags.activated.emit(0)


def decorative(row):
    row.editor.decorative.click()


def tag_chosen(path):
    def choose(row):
        picker = row.choose_tag()
        picker.field.setText(path)
        QTest.keyClick(picker.field, Qt.Key.Key_Return)

    return choose


def class_chosen(row):
    row.editor.menu.aboutToShow.emit()
    next(action for action in row.editor.menu.actions() if action.data() == "lead").trigger()


HEAD = '<mj-head><mj-attributes><mj-class name="lead" color="#123456" /></mj-attributes></mj-head>'
CASES = [
    ("<mj-text>x</mj-text>", "color", colour_typed, '<mj-text color="#ff8800">x</mj-text>'),
    ("<mj-text>x</mj-text>", "color", brand_colour_chosen, '<mj-text color="{{ brand.colour.accent }}">x</mj-text>'),
    ('<mj-text font-size="20px">x</mj-text>', "font-size", number_stepped, '<mj-text font-size="31px">x</mj-text>'),
    ('<mj-text font-size="20px">x</mj-text>', "font-size", text(""), "<mj-text>x</mj-text>"),
    ('<mj-text line-height="150px">x</mj-text>', "line-height", unit_chosen, '<mj-text line-height="100%">x</mj-text>'),
    ("<mj-text>x</mj-text>", "padding", side_typed, '<mj-text padding="4px 25px 10px">x</mj-text>'),
    ('<mj-text padding="3px 9px">x</mj-text>', "padding", sides_linked, '<mj-text padding="7px">x</mj-text>'),
    ('<mj-button border-radius="3px" />', "border-radius", side_typed, '<mj-button border-radius="4px" />'),
    ("<mj-text>x</mj-text>", "align", segment_clicked, '<mj-text align="right">x</mj-text>'),
    ("<mj-section />", "direction", choice("rtl"), '<mj-section direction="rtl" />'),
    ("<mj-text>x</mj-text>", "font-weight", choice("700"), '<mj-text font-weight="700">x</mj-text>'),
    (
        "<mj-text>x</mj-text>",
        "font-family",
        choice("{{ brand.font.heading }}"),
        '<mj-text font-family="{{ brand.font.heading }}">x</mj-text>',
    ),
    ("<mj-section />", "full-width", switched, '<mj-section full-width="full-width" />'),
    ('<mj-image fluid-on-mobile="true" />', "fluid-on-mobile", switched, "<mj-image />"),
    ('<mj-raw css-class="a" />', "css-class", text('b "c"'), '<mj-raw css-class="b &quot;c&quot;" />'),
    ("<mj-column />", "border", border_colour, '<mj-column border="1px solid #00ff00" />'),
    ("<mj-image />", "href", text("shop.example/a?b&c"), '<mj-image href="https://shop.example/a?b&amp;c" />'),
    ("<mj-image />", "href", link_kind("mail", "a@b.example"), '<mj-image href="mailto:a@b.example" />'),
    ('<mj-image src="a.png" />', "href", link_kind("phone", "+33 1 23"), '<mj-image src="a.png" href="tel:+33123" />'),
    ('<mj-image src="a.png" />', "href", ready_tag, '<mj-image src="a.png" href="{{ links.unsubscribe }}" />'),
    ("<mj-image />", "alt", text("A cat"), '<mj-image alt="A cat" />'),
    ('<mj-image alt="A cat" />', "alt", decorative, '<mj-image alt="" />'),
    ("<mj-image />", "alt", tag_chosen("brand.name"), '<mj-image alt="{{ brand.name }}" />'),
    ("<mj-image />", "alt", tag_chosen("contact.city"), "<mj-image alt=\"{{ contact.city|default('') }}\" />"),
    ("<mj-image />", "href", tag_chosen("links.unsubscribe"), '<mj-image href="{{ links.unsubscribe }}" />'),
    ('<mj-text mj-class="old">x</mj-text>', "mj-class", class_chosen, '<mj-text mj-class="old lead">x</mj-text>'),
    ('<mj-table cellpadding="2"></mj-table>', "cellpadding", text("5"), '<mj-table cellpadding="5"></mj-table>'),
]  # fmt: skip


@pytest.mark.parametrize(("before", "attribute", "act", "after"), CASES)
def test_an_editor_writes_what_it_says_and_nothing_else(before, attribute, act, after, open_mail, row_of):
    """The rest of the text stays as it is, to the byte, and comes back with undo."""
    name = before.replace(">", " ").split()[0].lstrip("<")
    document = open_mail(f"<mjml>{HEAD}\r\n<mj-body><!-- kept -->{before}</mj-body></mjml>")
    start = document.text
    act(row_of(name, attribute))
    assert document.text == f"<mjml>{HEAD}\r\n<mj-body><!-- kept -->{after}</mj-body></mjml>"
    while document.stack.canUndo():
        document.stack.undo()
    assert document.text == start


def test_typing_and_stepping_are_one_step_and_a_choice_is_its_own(open_mail, row_of):
    """Undo takes back what one hand did in one go."""
    document = open_mail("<mj-text>x</mj-text>")
    row = row_of("mj-text", "font-size")
    for _ in range(12):
        QTest.keyClick(row.editor.line, Qt.Key.Key_Up)
    assert 'font-size="25px"' in document.text
    assert document.stack.count() == 1
    segment_clicked(row_of("mj-text", "align"))
    assert document.stack.count() == 2
    assert document.stack.undoText() == "Change: Alignment"


def test_what_is_typed_is_kept_when_something_else_is_selected(open_mail, row_of, panel):
    """Also what made no sense yet: it goes to the component for which it was typed, and is marked there."""
    document = open_mail('<mj-text color="#111111">x</mj-text><mj-button>y</mj-button>')
    row = row_of("mj-text", "color")
    row.editor.line.setFocus()
    row.editor.line.selectAll()
    QTest.keyClicks(row.editor.line, "#12")
    assert "#12" not in document.text.replace("#111111", "")
    document.select(document.tree.elements("mj-button")[0].id, "canvas")
    assert '<mj-text color="#12">' in document.text
    assert panel.form.name == "mj-button"
    assert "is no value" in row_of("mj-text", "color").problem.words.text()


def test_the_focus_stays_in_the_field(open_mail, row_of, panel, qtbot):
    """While one types, the text changes and the field keeps cursor and focus."""
    document = open_mail("<mj-text>x</mj-text>")
    row = row_of("mj-text", "letter-spacing")
    panel.activateWindow()
    row.editor.line.setFocus()
    qtbot.waitUntil(row.editor.line.hasFocus)
    QTest.keyClicks(row.editor.line, "1.05")
    assert row.editor.line.text() == "1.05"
    assert row.editor.line.cursorPosition() == 4
    assert row.editor.line.hasFocus()
    assert 'letter-spacing="1.05px"' in document.text
    document.stack.undo()
    assert row.editor.line.text() == ""


def test_the_wheel_steps_only_where_the_focus_is(open_mail, row_of, panel, qtbot):
    """Elsewhere it scrolls the panel."""
    document = open_mail('<mj-text font-size="20px" align="left">x</mj-text>')
    row = row_of("mj-text", "font-size")

    def turn(widget):
        place, up = QPointF(5, 5), QPoint(0, 120)
        no = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase)
        event = QWheelEvent(place, QPointF(widget.mapToGlobal(QPoint(5, 5))), QPoint(), up, *no, False)
        QApplication.sendEvent(widget, event)

    panel.header.label.setFocus()
    before = document.text
    turn(row.editor.line)
    turn(row_of("mj-text", "font-weight").editor.box)
    assert document.text == before
    panel.activateWindow()
    row.editor.line.setFocus()
    qtbot.waitUntil(row.editor.line.hasFocus)
    turn(row.editor.line)
    assert 'font-size="21px"' in document.text


def test_reset_takes_the_value_away(open_mail, row_of):
    """Of four sides all that is written."""
    document = open_mail('<mj-text padding="1px" padding-top="2px" color="red">x</mj-text>')
    row = row_of("mj-text", "padding")
    row.clear_button.click()
    assert '<mj-text color="red">x</mj-text>' in document.text
    assert row.clear_button.isHidden()


def test_a_read_only_document_is_only_shown(open_mail, row_of, panel):
    """Somebody else holds it."""
    document = open_mail("<mj-section><mj-column><mj-text>x</mj-text></mj-column></mj-section>")
    document.editable = False
    row = row_of("mj-text", "color")
    assert not row.editor.line.isEnabled()
    assert not panel.visibility.show_if.isEnabled()
    assert panel.header.label.isReadOnly()


def test_trying_colours_out_is_one_step_and_cancel_takes_it_back(open_mail, row_of):
    """The dialog shows every colour in the mail while it is tried."""
    document = open_mail('<mj-text color="#112233">x</mj-text>')
    before = document.text
    row = row_of("mj-text", "color")
    row.editor.open_popup()
    row.editor.popup.more.click()
    dialog = row.editor.colour_dialog
    for colour in ("#ff0000", "#00ff12", "#ab12cd"):
        dialog.setCurrentColor(colour)
    assert 'color="#ab12cd"' in document.text
    assert document.stack.count() == 1
    dialog.reject()
    assert document.text == before


@pytest.mark.parametrize(
    "before", ["<mj-text>x</mj-text>", "<mj-text font-size='9px'>x</mj-text>", "<mj-text font-size=9px>x</mj-text>"]
)
def test_a_drag_in_a_long_mail_does_not_wait_for_the_tree(before, open_mail, row_of):
    """Each step replaces what the step before wrote; an edit from elsewhere in between is no harm."""
    words = "<mj-text>word</mj-text>" * 1500
    document = open_mail(f"{before}{words}")
    start = document.text
    row = row_of("mj-text", "font-size")
    tree = document.tree
    for _ in range(3):
        row.editor.step(1)
    assert document.seen_tree is tree
    size = "16px" if before == "<mj-text>x</mj-text>" else "12px"
    assert re.search(rf"font-size=[\"']?{size}[\"']?>x", document.text)
    assert document.stack.count() == 1
    document.edit("Elsewhere", [TextEdit(0, 0, "<!-- -->")])
    row.editor.step(1)
    assert re.search(rf"font-size=[\"']?{int(size[:2]) + 1}px[\"']?>x", document.text)
    while document.stack.canUndo():
        document.stack.undo()
    assert document.text == start


def test_half_a_template_tag_waits_for_its_end(open_mail, row_of, panel, qtbot):
    """Or gets one when the field is left: the mail behind it is never swallowed, and the selection stays."""
    document = open_mail('<mj-button href="https://a.example">Go</mj-button><mj-text color="{{ x }}">y</mj-text>')
    before = document.text
    row = row_of("mj-button", "#content")
    panel.activateWindow()
    row.editor.line.setFocus()
    qtbot.waitUntil(row.editor.line.hasFocus)
    row.editor.line.selectAll()
    QTest.keyClicks(row.editor.line, "Hi {{ name")
    assert 'href="https://a.example">Hi </mj-button>' in document.text
    QTest.keyClicks(row.editor.line, "|default('x')")
    assert document.text.count("{{") == 1
    panel.flush()
    assert ">Hi {{ name|default('x') }}</mj-button>" in document.text
    assert document.selected_element.name == "mj-button"
    document.stack.undo()
    assert document.text == before or ">Hi </mj-button>" in document.text


def test_a_side_with_a_template_tag_stays_as_it_is(open_mail, row_of):
    """While the others change."""
    document = open_mail('<mj-text padding="1px" padding-top="{{ top }}px">x</mj-text>')
    row = row_of("mj-text", "padding")
    assert [line.text() for line in row.editor.lines] == ["{{ top }}px", "1", "1", "1"]
    row.editor.lines[2].say("5")
    assert '<mj-text padding="1px 1px 5px" padding-top="{{ top }}px">' in document.text


def test_the_lines_around_words_stay(open_mail, row_of):
    """Only the words change."""
    document = open_mail("<mj-button>\r\n      Go\r\n    </mj-button>")
    row_of("mj-button", "#content").editor.line.say("Stay & see")
    assert "<mj-button>\r\n      Stay &amp; see\r\n    </mj-button>" in document.text
