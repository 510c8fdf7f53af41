"""Filling the form, as somebody does who never saw JSON."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from desktop.editor.data.choice_fields import DateField, UrlField, YesNoField
from desktop.editor.data.text_field import LongField, TextField
from templates.data.editors import MISSING


def field(panel, *path):
    """The editor of a value."""
    return panel.form.values.rows[path].editor


def write(qtbot, panel, text, *path):
    """Put another text into a field, key by key."""
    line = field(panel, *path).main_control()
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def test_the_mail_follows_the_form(panel, said, qtbot) -> None:
    """What is typed is in the data at once, and in the mail a moment later."""
    with qtbot.waitSignal(
        panel.live.built,
        timeout=20_000,
        check_params_cb=lambda view: "good evening" in "".join(map(str, view.mail.pieces)),
    ):
        write(qtbot, panel, "good evening", "var", "greeting")
    assert said("var", "greeting") == "good evening"


def test_typing_is_one_step(panel, said, qtbot) -> None:
    """One undo takes back what was typed in one go; the field shows it."""
    write(qtbot, panel, "hi", "var", "greeting")
    assert panel.document.stack.count() == 1
    panel.document.stack.undo()
    assert said("var", "greeting") == "good morning"
    assert field(panel, "var", "greeting").line.text() == "good morning"


def test_everything_can_be_undone(panel, qtbot) -> None:
    """After any number of changes, the text of the set is byte for byte what it was."""
    before = panel.source.text
    write(qtbot, panel, "hi", "var", "greeting")
    write(qtbot, panel, "7", "var", "count")
    panel.form.go(("data",))
    write(qtbot, panel, "Sam", "data", "firstname")
    while panel.document.stack.canUndo():
        panel.document.stack.undo()
    assert panel.source.text == before


def test_a_number_stays_a_number(panel, said, qtbot) -> None:
    """Digits are a number, with a comma too; words are kept, and the field says what is wrong."""
    write(qtbot, panel, "4,5", "var", "count")
    assert said("var", "count") == 4.5
    write(qtbot, panel, "many", "var", "count")
    assert said("var", "count") == "many"
    assert not panel.form.values.rows["var", "count"].words.isHidden()


def test_arrows_count(panel, said, qtbot) -> None:
    """Up is one more, Shift and Down ten less."""
    line = field(panel, "var", "count").line
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert said("var", "count") == 4
    qtbot.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert said("var", "count") == -6


def test_an_emptied_text_is_empty_until_it_is_taken_away(panel, said, qtbot) -> None:
    """An empty text is a value; its cross removes it, and the mail then takes the template's default."""
    panel.form.go(("data",))
    line = field(panel, "data", "firstname").line
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert said("data", "firstname") == ""
    field(panel, "data", "firstname").away.trigger()
    assert "firstname" not in said("data")
    assert line.placeholderText() == "friend"


def test_what_is_needed_and_missing_is_marked(show, open_data) -> None:
    """The field says it, the table of contents counts it, the header too."""
    panel = show(open_data({"var": {"products": [], "offer": {"title": "x"}}, "data": {}, "segment": {}}))
    row = panel.form.values.rows["var", "greeting"]
    assert row.title.property("role") == "danger"
    assert row.editor.line.placeholderText() == "Needed"
    assert panel.form.contents.contents.places[0].missing == 1
    assert panel.header.said.property("role") == "danger"


def test_objects_are_groups_that_fold(panel, said, qtbot) -> None:
    """The values inside an object are fields under its heading."""
    write(qtbot, panel, "Free", "var", "offer", "title")
    assert said("var", "offer", "title") == "Free"


def test_segments_are_ticked(panel, said, qtbot) -> None:
    """A tick puts the recipient into a segment."""
    panel.form.go(("segment",))
    box = field(panel, "segment", "loyalty").main_control()
    assert isinstance(box, QCheckBox)
    box.click()
    assert said("segment", "loyalty") is True
    box.click()
    assert said("segment", "loyalty") is False


def test_what_the_template_does_not_use_can_go(panel, said) -> None:
    """Left-over values are on a page of their own, each with a button that removes it."""
    panel.form.go(("extra",))
    panel.form.values.rows["var", "left"].remove.click()
    assert "left" not in said("var")


def test_a_long_text_gets_lines(panel, said, qtbot) -> None:
    """The button makes room; what is written there may have several lines."""
    short = field(panel, "var", "greeting")
    assert isinstance(short, TextField)
    short.more.click()
    long = field(panel, "var", "greeting")
    assert isinstance(long, LongField)
    long.edit.setPlainText("one\nprix\u00a0: 2\u202f€")
    assert said("var", "greeting") == "one\nprix\u00a0: 2\u202f€"


def test_an_address_is_checked_and_completed(panel, said, qtbot) -> None:
    """What leads nowhere is marked and cannot be opened; a bare host gets its https."""
    editor = field(panel, "var", "shop_url")
    assert isinstance(editor, UrlField)
    write(qtbot, panel, "example.org/x", "var", "shop_url")
    assert editor.line.property("wrong")
    assert not editor.open.isEnabled()
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert said("var", "shop_url") == "https://example.org/x"
    assert editor.open.isEnabled()


@pytest.mark.parametrize(("row", "value"), [(0, True), (1, False), (2, MISSING)])
def test_yes_no_or_nothing(qtbot, row, value) -> None:
    """A choice of three."""
    editor = YesNoField()
    qtbot.addWidget(editor)
    with qtbot.waitSignal(editor.said) as signal:
        editor.choice.activated.emit(row)
    assert signal.args[0] is value


def test_a_day_is_chosen_and_the_time_stays(qtbot) -> None:
    """The calendar writes the day; what stands behind it is kept."""
    editor = DateField()
    qtbot.addWidget(editor)
    editor.show()
    editor.show_value("2026-11-22T10:00", "")
    editor.show_calendar()
    calendar = editor.popup.layout().itemAt(0).widget()
    with qtbot.waitSignal(editor.said) as signal:
        calendar.clicked.emit(calendar.selectedDate().addDays(1))
    assert signal.args == ["2026-11-23T10:00", False]


def test_the_rest_of_the_file_stays_as_it_was_written(show, open_data, qtbot) -> None:
    """A form changes its value and not a character besides."""
    text = '{"greeting": "a",\n      "price": 1.10, "offer": {"title": "é"}, "products": []}'
    panel = show(open_data(text))
    write(qtbot, panel, "b", "var", "greeting")
    assert panel.source.text == text.replace('"a"', '"b"')


def test_a_list_where_an_object_is_expected(show, open_data) -> None:
    """It is said in the field concerned; nothing is lost."""
    data = {"greeting": "a", "offer": ["x"], "products": 7}
    panel = show(open_data(data))
    rows = panel.form.values.rows
    assert not rows["var", "offer"].words.isHidden()
    assert not rows["var", "products"].words.isHidden()
    assert json.loads(panel.source.text) == data


def test_controls_have_names_and_are_reached_by_tab(panel, qtbot) -> None:
    """Every field says what it is; Tab goes through them in their order."""
    for row in panel.form.values.rows.values():
        assert row.editor.main_control().accessibleName()
    first, second = (panel.form.values.rows["var", name].editor.main_control() for name in ("greeting", "count"))
    first.setFocus()
    seen = []
    for _ in range(12):
        panel.focusNextChild()
        seen.append(panel.focusWidget())
    assert second in seen
