"""The rule builder as people use it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from desktop.dynamic.rule_builder.builder import RuleBuilder
from desktop.dynamic.rule_builder.group import GroupBox
from desktop.dynamic.rule_builder.names import BuilderName
from desktop.dynamic.rule_builder.property_picker import PropertyList
from desktop.dynamic.rule_builder.row import OtherRow, RuleRow
from desktop.dynamic.rule_builder.words import sample_words
from templates.dynamic.rule import tree
from templates.dynamic.rule.parse import parse_rule
from templates.dynamic.rule.tree import EVERYBODY, Group, Not, Other
from templates.dynamic.rule.write import rule_text
from templates.errors import InputError

# The offscreen platform has no window manager for the list of properties, a real pop-up.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)
LYON = tree.Test("contact.city", "is", ("Lyon",))
LOYAL = tree.Test("contact.loyalty", "true")


@pytest.fixture
def builder(qtbot, names) -> RuleBuilder:
    """An empty builder that is to be seen."""
    made = RuleBuilder()
    qtbot.addWidget(made)
    made.show_rule(EVERYBODY, names)
    made.resize(720, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def row(builder: RuleBuilder, *path: int) -> RuleRow:
    found = builder.group.widget_at(path)
    assert isinstance(found, RuleRow)
    return found


def group(builder: RuleBuilder, *path: int) -> GroupBox:
    found = builder.group.widget_at(path)
    assert isinstance(found, GroupBox)
    return found


def test_a_nested_rule_is_built_by_keyboard(builder, qtbot, choose_property, choose_operator):
    """City is Lyon, and the age is at least 18 or the contact is loyal; every step says what it changed."""
    said: list[object] = []
    builder.changed.connect(lambda: said.append(builder.rule()))
    qtbot.keyClick(builder.group.add_row, Qt.Key.Key_Space)
    choose_property(row(builder, 0), "city")
    assert builder.rule() == EVERYBODY  # nothing is compared yet
    qtbot.keyClicks(row(builder, 0).value.lines[0], "Lyon")
    assert builder.rule() == LYON
    qtbot.keyClick(builder.group.add_group, Qt.Key.Key_Space)
    choose_property(row(builder, 1, 0), "age")
    choose_operator(row(builder, 1, 0), "at_least")
    qtbot.keyClicks(row(builder, 1, 0).value.lines[0], "18")
    qtbot.keyClick(group(builder, 1).add_row, Qt.Key.Key_Space)
    choose_property(row(builder, 1, 1), "loyal")
    older = tree.Test("contact.age", "at_least", (18,))
    assert builder.rule() == Group("all", (LYON, Group("any", (older, LOYAL))))
    assert said[-1] == builder.rule()


def test_a_nested_rule_is_built_by_mouse(builder, qtbot, choose_property):
    """The same buttons, pressed; a group's kind is chosen from a list."""
    qtbot.mouseClick(builder.group.add_group, Qt.MouseButton.LeftButton)
    choose_property(row(builder, 0, 0), "loyalty")
    qtbot.mouseClick(builder.group.add_row, Qt.MouseButton.LeftButton)
    choose_property(row(builder, 1), "very imp")
    kind = group(builder, 0).kind
    kind.setFocus()
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    vip = tree.Test("segment.vip", "true")
    assert builder.rule() == Group("all", (Not(LOYAL), vip))


def test_unfinished_rows_say_so_and_stay(builder, qtbot, choose_property, names):
    """A row without a value does not count, and showing the same rule again does not take it away."""
    builder.show_rule(LYON, names)
    builder.add_row()
    choose_property(row(builder, 1), "age")
    assert builder.rule() == LYON
    assert "does not count" in row(builder, 1).hint.text()
    builder.show_rule(LYON, names)
    assert row(builder, 1).test.path == "contact.age"


@pytest.mark.parametrize(
    ("words", "value"), [("1 234,5", 1234.5), ("-7", -7), ("99999999999999999999", 99999999999999999999)]
)
def test_numbers_have_no_silly_limits(builder, qtbot, choose_property, words, value):
    """They are written as people write them, of any size."""
    builder.add_row()
    choose_property(row(builder, 0), "age")
    qtbot.keyClicks(row(builder, 0).value.lines[0], words)
    assert builder.rule() == tree.Test("contact.age", "is", (value,))


def test_what_is_no_number_says_so_and_counts_for_nothing(builder, qtbot, choose_property):
    """The words stay in the field, marked, with what to do."""
    builder.add_row()
    choose_property(row(builder, 0), "age")
    line = row(builder, 0).value.lines[0]
    qtbot.keyClicks(line, "1,234")
    assert builder.rule() == EVERYBODY
    assert line.property("wrong")
    assert "without the comma" in row(builder, 0).hint.text()
    line.clear()
    qtbot.keyClicks(line, "12")
    assert not line.property("wrong")
    qtbot.keyClick(line, Qt.Key.Key_Up)
    qtbot.keyClick(line, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert builder.rule() == tree.Test("contact.age", "is", (23,))


def test_dates_are_chosen_and_start_today(builder, qtbot, choose_property, choose_operator):
    """A new row compares with today; in the last days takes a number of days."""
    builder.add_row()
    choose_property(row(builder, 0), "birth")
    assert builder.rule() == tree.Test("contact.birthdate", "is", (date.today(),))
    row(builder, 0).value.lines[0].setDate(QDate(1980, 2, 29))
    assert builder.rule() == tree.Test("contact.birthdate", "is", (date(1980, 2, 29),))
    choose_operator(row(builder, 0), "between")
    row(builder, 0).value.lines[1].setDate(QDate(1990, 1, 1))
    assert builder.rule() == tree.Test("contact.birthdate", "between", (date(1980, 2, 29), date(1990, 1, 1)))
    choose_operator(row(builder, 0), "in_last_days")
    assert builder.rule() == tree.Test("contact.birthdate", "in_last_days", (30,))


def test_several_values_are_chips(builder, qtbot, choose_property, choose_operator):
    """Enter adds one, lines that are pasted are one each, Backspace and the chip itself take one away."""
    builder.add_row()
    choose_property(row(builder, 0), "city")
    choose_operator(row(builder, 0), "in")
    chips = row(builder, 0).value.chips
    qtbot.keyClicks(chips.line, "Lyon")
    qtbot.keyClick(chips.line, Qt.Key.Key_Return)
    QApplication.clipboard().setText("Paris, Texas\r\nNice\nLyon")
    chips.line.paste()
    assert builder.rule() == tree.Test("contact.city", "in", ("Lyon", "Paris, Texas", "Nice"))
    qtbot.keyClick(chips.line, Qt.Key.Key_Backspace)
    qtbot.mouseClick(chips.chips[0], Qt.MouseButton.LeftButton)
    assert builder.rule() == tree.Test("contact.city", "in", ("Paris, Texas",))


def test_values_complete_from_samples(builder, qtbot, choose_property):
    """A few letters find a city, whatever their case."""
    builder.add_row()
    choose_property(row(builder, 0), "city")
    line = row(builder, 0).value.lines[0]
    line.completer().setCompletionPrefix("york")
    assert line.completer().currentCompletion() == "New York"


def test_capitals_may_not_count(builder, qtbot, names):
    """A switch on the row; where letters are compared with nothing there is none."""
    builder.show_rule(LYON, names)
    qtbot.keyClick(row(builder, 0).case, Qt.Key.Key_Space)
    assert builder.rule() == tree.Test("contact.city", "is", ("Lyon",), ignore_case=True)
    builder.show_rule(LOYAL, names)
    assert not row(builder, 0).case.isVisible()


def test_another_operator_keeps_the_value(builder, choose_operator, names):
    """And another property keeps what it can."""
    builder.show_rule(LYON, names)
    choose_operator(row(builder, 0), "starts_with")
    assert builder.rule() == tree.Test("contact.city", "starts_with", ("Lyon",))
    choose_operator(row(builder, 0), "in")
    assert builder.rule() == tree.Test("contact.city", "in", ("Lyon",))
    choose_operator(row(builder, 0), "exists")
    assert builder.rule() == tree.Test("contact.city", "exists")


def test_what_no_row_can_say_stays_as_it_is(builder, qtbot, names):
    """Its text is shown, and kept byte for byte when something beside it is changed."""
    odd = Other('contact.a  ~ "é{"|upper')
    builder.show_rule(Group("all", (odd, LYON)), names)
    shown = builder.group.widget_at((0,))
    assert isinstance(shown, OtherRow)
    assert shown.text.toPlainText() == odd.text
    qtbot.keyClicks(row(builder, 1).value.lines[0], "!")
    assert builder.rule().parts[0] == odd


def test_a_rule_that_is_too_large_for_rows_is_text(builder, qtbot, names):
    """It can be joined with more, and is kept; a rule of many rows is still one of rows."""
    many = Group("any", tuple(tree.Test(f"contact.p{number}", "is", ("x",)) for number in range(300)))
    builder.show_rule(many, names)
    assert isinstance(builder.group.widget_at((0,)), OtherRow)
    assert builder.rule() == many
    builder.add_row()
    row(builder, 1).subject.chosen.emit("contact.loyalty")
    assert parse_rule(rule_text(builder.rule())) == Group("all", (many, LOYAL))
    deep = LYON
    for number in range(40):
        deep = Group("any" if number % 2 else "all", (deep, LOYAL))
    builder.show_rule(deep, names)
    assert isinstance(builder.group.widget_at((0,)), OtherRow)
    builder.show_rule(Group("any", many.parts[:20]), names)
    assert row(builder, 19).test.path == "contact.p19"


def test_values_of_another_type_are_shown_as_text(builder, names):
    """A date property that is compared with words, an age with a text: nothing is lost."""
    rule = Group("all", (tree.Test("contact.birthdate", "is", ("soon",)), tree.Test("contact.age", "more", ("many",))))
    builder.show_rule(rule, names)
    assert [row(builder, place).value.lines[0].text() for place in (0, 1)] == ["soon", "many"]
    assert builder.rule() == rule


def test_rows_move_and_are_doubled_by_keyboard(builder, qtbot, names):
    """Alt and the arrows, Ctrl+D; the keyboard stays with the row."""
    builder.show_rule(Group("all", (LYON, LOYAL)), names)
    row(builder, 0).subject.setFocus()
    qtbot.keyClick(row(builder, 0).subject, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert builder.rule() == Group("all", (LOYAL, LYON))
    assert builder.focusWidget() is row(builder, 1).subject
    qtbot.keyClick(row(builder, 1).subject, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert builder.rule() == Group("all", (LOYAL, LYON, LYON))
    qtbot.keyClick(row(builder, 2).remove, Qt.Key.Key_Space)
    assert builder.rule() == Group("all", (LOYAL, LYON))


def test_the_menu_groups_and_ungroups(builder, names):
    """A row gets a group of its own; the group is dissolved again; a group is removed with all in it."""
    builder.show_rule(Group("all", (LYON, LOYAL)), names)
    row(builder, 1).menu.verbs["enclose"].trigger()
    assert group(builder, 1).parts
    group(builder, 1).menu.verbs["dissolve"].trigger()
    assert builder.rule() == Group("all", (LYON, LOYAL))
    row(builder, 1).menu.verbs["enclose"].trigger()
    group(builder, 1).menu.verbs["remove"].trigger()
    assert builder.rule() == LYON


def test_not_all_is_shown_where_it_is_used(builder, names):
    """It is not offered otherwise."""
    rule = Not(Group("all", (LYON, LOYAL)))
    builder.show_rule(rule, names)
    assert builder.group.kind.currentData() == "not_all"
    assert builder.rule() == rule
    builder.show_rule(LYON, names)
    assert builder.group.kind.findData("not_all") == -1


def test_problems_stand_at_their_row(builder, names):
    """What names no row stands below all of them."""
    builder.show_rule(Group("all", (LYON, LOYAL)), names)
    builder.show_problems([InputError("Not known: {path}.", path="contact.city"), InputError("Too long.")])
    assert "Not known" in row(builder, 0).hint.text()
    assert row(builder, 1).hint.isHidden()
    assert builder.problems.text() == "Too long."
    builder.show_problems([])
    assert row(builder, 0).hint.isHidden()
    assert builder.problems.isHidden()


def test_a_property_that_is_not_known_goes_by_its_path(builder, names):
    """It is shown and kept, and asked like a text."""
    rule = tree.Test("contact.shoe_size", "is", ("44",))
    builder.show_rule(rule, names)
    assert row(builder, 0).subject.text() == "contact.shoe_size"
    assert builder.rule() == rule


@pytest.mark.parametrize("width", [320, 360, 720])
def test_rows_fit_the_width(builder, qtbot, names, width):
    """In a small pop-up the value moves below; nothing is wider than the builder."""
    deep = Group(
        "all", (LYON, Group("any", (LOYAL, Group("all", (LYON, tree.Test("contact.age", "between", (1, 2)))))))
    )
    builder.show_rule(deep, names)
    builder.resize(width, 700)
    assert builder.minimumSizeHint().width() <= 320
    last = row(builder, 1, 1, 1)
    qtbot.waitUntil(lambda: last.mapTo(builder, last.rect().bottomRight()).x() <= width)
    assert (last.value.y() > last.subject.y()) == (width < 700)


def test_everything_is_named_and_reached_by_tab(builder, names):
    """Each control speaks, and Tab goes through them from the top down."""
    rule = Group("all", (LYON, Group("any", (LOYAL, tree.Test("contact.city", "in", ("Lyon",)), Other("x ~ y")))))
    builder.show_rule(rule, names)
    found = [
        each
        for each in builder.findChildren(QWidget)
        if each.isVisibleTo(builder) and each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None
    ]
    unnamed = [each for each in found if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)]
    assert unnamed == []
    chain = []
    current = builder.nextInFocusChain()
    while current is not builder:
        chain += [current] if current in found else []
        current = current.nextInFocusChain()
    tops = [each.mapTo(builder, each.rect().center()).y() for each in chain]
    assert len(chain) == len(found)
    assert all(later - earlier > -20 for earlier, later in pairwise(tops))


def test_tab_goes_on_in_the_row_that_was_just_made(builder, qtbot, choose_property, choose_operator, names):
    """Its fields are other ones by then: value, capitals, menu, remove, and then what adds more."""
    builder.show_rule(LOYAL, names)
    qtbot.keyClick(builder.group.add_row, Qt.Key.Key_Space)
    choose_property(row(builder, 1), "city")
    choose_operator(row(builder, 1), "contains")
    choose_operator(row(builder, 1), "in")
    new = row(builder, 1)
    qtbot.waitUntil(new.value.chips.line.isVisible)
    way = [new.subject, new.operator, new.value.chips.line, new.case, new.menu, new.remove]
    assert _chain(builder, new.subject, 8) == [*way, builder.group.add_row, builder.group.add_group]


def _chain(builder: RuleBuilder, first: QWidget, count: int) -> list[QWidget]:
    """So many controls that Tab reaches one after the other, from ``first`` on."""
    found, current = [first], first.nextInFocusChain()
    while len(found) < count:
        reached = current.isVisibleTo(builder) and current.focusPolicy() & Qt.FocusPolicy.TabFocus
        found += [current] if reached and current.focusProxy() is None else []
        current = current.nextInFocusChain()
    return found


def test_a_new_row_asks_for_its_property_at_once(builder, qtbot):
    """The list is open; Escape leaves the row as it is."""
    qtbot.mouseClick(builder.group.add_row, Qt.MouseButton.LeftButton)
    new = row(builder, 0)
    qtbot.waitUntil(lambda: new.subject.findChild(PropertyList) is not None)
    qtbot.keyClick(new.subject.findChild(PropertyList), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: new.subject.findChild(PropertyList) is None)
    assert new.test == tree.Test("", "is")


def test_rows_under_way_come_back_with_their_rule_only(builder, qtbot, choose_property, names):
    """They are kept as they were left; beside another rule they would be wrong."""
    builder.show_rule(LYON, names)
    builder.add_row()
    choose_property(row(builder, 1), "age")
    kept = builder.draft
    builder.show_rule(LOYAL, names)
    builder.show_draft(kept)
    assert builder.rule() == LOYAL
    assert len(builder.group.parts) == 1
    builder.show_rule(LYON, names)
    builder.show_draft(kept)
    assert row(builder, 1).test.path == "contact.age"
    assert builder.rule() == LYON


@pytest.mark.parametrize("ignored", [False, True])
def test_other_capitals_are_offered(builder, qtbot, names, ignored):
    """Taken as contacts have them, or made not to count; what else stands in the row stays."""
    builder.show_rule(tree.Test("contact.city", "in", ("Paris", "lyon")), names)
    builder.show_capitals({"contact.city": {"lyon": "Lyon"}})
    hint = row(builder, 0).capitals
    assert "“Lyon”" in hint.said.text()
    qtbot.mouseClick(hint.ignore if ignored else hint.take, Qt.MouseButton.LeftButton)
    values = ("Paris", "lyon") if ignored else ("Paris", "Lyon")
    assert builder.rule() == tree.Test("contact.city", "in", values, ignore_case=ignored)
    assert hint.isHidden()


def test_what_does_not_fit_says_what_to_choose(builder, names):
    """In the builder's words, not in those of the text."""
    builder.show_rule(tree.Test("contact.loyalty", "is", ("maybe",)), names)
    builder.show_problems([InputError("Wrong: {path}.", advice="Write `{path}`.", path="contact.loyalty")])
    assert row(builder, 0).hint.text() == "Wrong: contact.loyalty. Choose “is yes” or “is no”."


def test_an_operator_without_value_has_the_line_for_itself(builder, qtbot, names):
    """In a narrow builder its words would be cut."""
    builder.show_rule(tree.Test("segment.vip", "false"), names)
    builder.resize(400, 500)
    only = row(builder, 0)
    qtbot.waitUntil(lambda: only.operator.y() > only.subject.y())
    qtbot.waitUntil(lambda: only.operator.width() == only.width())


def test_samples_of_yes_and_no_are_words():
    """Nobody has to know what the machine calls them."""
    assert sample_words(BuilderName("contact.loyalty", "Loyalty", "boolean", ("False", "True"))) == ["yes", "no"]
    assert sample_words(BuilderName("contact.city", "City", "string", ("True", "Lyon"))) == ["True", "Lyon"]
