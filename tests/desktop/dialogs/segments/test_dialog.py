"""The segments as a marketer works on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from desktop.dialogs.segments.dialog import SegmentsDialog
from desktop.dialogs.segments.filter_import import FilterImportDialog
from desktop.dialogs.segments.segment_model import SegmentModel
from desktop.dynamic.rule_builder.group import GroupBox
from desktop.dynamic.rule_builder.property_picker import PropertyList
from desktop.dynamic.rule_builder.row import RuleRow
from desktop.editor.documents import Documents
from desktop.open_brands import OpenBrands
from desktop.open_segments import OpenSegments, segments_of
from desktop.segment_facts import Facts
from templates.dynamic.contact_table import ContactTable
from templates.dynamic.properties import load_properties
from templates.dynamic.segment import Segment, load_segments
from templates.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)
CONTACTS = ContactTable(
    {
        "email": ["lea@example.com", "hugo@example.com", "ava@example.com"],
        "city": ["Lyon", "Paris", "New York"],
        "loyalty": [True, False, True],
    },
    3,
    "three.csv",
)


class Opened(OpenBrands):
    """A workspace without templates' pictures."""

    def make_pictures(self) -> None:
        """There are none."""


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """A workspace as it is made: three segments, no template."""
    return Workspace.create(tmp_path / "agency", name="Agency")


@pytest.fixture
def segments(workspace, jobs, qapp) -> OpenSegments:
    """Its segments."""
    return segments_of(Opened(workspace, jobs, qapp), Documents(jobs, qapp))


@pytest.fixture
def dialog(segments, qtbot) -> Iterator[SegmentsDialog]:
    """The dialog, with everything read."""
    made = SegmentsDialog(segments)
    made.show()
    qtbot.waitExposed(made)
    settle(made, qtbot)
    yield made
    made.close()


def settle(dialog: SegmentsDialog, qtbot) -> None:
    """Wait until what was asked for is done and counted."""
    segments = dialog.segments
    qtbot.waitUntil(lambda: not dialog.page.is_pending, timeout=10_000)
    qtbot.waitUntil(lambda: not segments.is_busy and not segments.is_counting, timeout=10_000)


def stored(workspace: Workspace, id_: str) -> Segment:
    return next(one for one in load_segments(workspace) if one.id == id_)


def row(dialog: SegmentsDialog, *path: int) -> RuleRow:
    found = dialog.page.editor.builder.group.widget_at(path)
    assert isinstance(found, RuleRow)
    return found


def choose(dialog: SegmentsDialog, qtbot, words: str, *path: int) -> None:
    """Open the list of properties of a row, search, take the first answer."""
    QApplication.processEvents()  # a row that was just added opens its list itself
    if row(dialog, *path).subject.findChild(PropertyList) is None:
        qtbot.mouseClick(row(dialog, *path).subject, Qt.MouseButton.LeftButton)
    opened = row(dialog, *path).subject.findChild(PropertyList)
    qtbot.keyClicks(opened.field, words)
    qtbot.keyClick(opened.field, Qt.Key.Key_Return)


def test_a_segment_is_made_named_and_given_a_rule(dialog, workspace, qtbot):
    """New, a name, a nested rule by mouse and keyboard: everything is in the file, and the id is the name's."""
    qtbot.mouseClick(dialog.list.new, Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    assert dialog.focusWidget() is dialog.page.name
    qtbot.keyClicks(dialog.page.name, "Loyal or in Lyon")
    qtbot.keyClick(dialog.page.name, Qt.Key.Key_Return)
    settle(dialog, qtbot)
    builder = dialog.page.editor.builder
    qtbot.mouseClick(builder.group.add_row, Qt.MouseButton.LeftButton)
    choose(dialog, qtbot, "company", 0)
    qtbot.keyClicks(row(dialog, 0).value.lines[0], "Agency")
    qtbot.mouseClick(builder.group.add_group, Qt.MouseButton.LeftButton)
    choose(dialog, qtbot, "city", 1, 0)
    qtbot.keyClicks(row(dialog, 1, 0).value.lines[0], "Lyon")
    inner = builder.group.widget_at((1,))
    assert isinstance(inner, GroupBox)
    qtbot.keyClick(inner.add_row, Qt.Key.Key_Space)
    choose(dialog, qtbot, "loyalty programme", 1, 1)
    settle(dialog, qtbot)
    made = stored(workspace, "loyal_or_in_lyon")
    assert made.name == "Loyal or in Lyon"
    assert made.rule == 'contact.company == "Agency" and (contact.city == "Lyon" or segment.loyalty)'
    assert dialog.page.asked.text() == "Templates ask segment.loyal_or_in_lyon"


def test_the_text_is_broken_mended_and_undone(dialog, workspace, qtbot):
    """A text that is no rule is kept where it was typed and not written; mended it is; undo brings the old one."""
    dialog.show_segment("near_event")
    old = stored(workspace, "near_event").rule
    edit = dialog.page.editor.form.edit
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(edit, " and (contact.loyalty")
    settle(dialog, qtbot)
    assert stored(workspace, "near_event").rule == old
    assert "column" in dialog.page.editor.form.fault.text()
    assert "Not kept yet" in dialog.status.text()
    dialog.show_segment("loyalty")
    dialog.show_segment("near_event")
    assert edit.toPlainText() == f"{old} and (contact.loyalty"
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(edit, ")")
    settle(dialog, qtbot)
    assert stored(workspace, "near_event").rule == f"{old} and (contact.loyalty)"
    assert not dialog.segments.drafts
    qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    assert stored(workspace, "near_event").rule == old
    assert edit.toPlainText() == old
    qtbot.mouseClick(dialog.redo, Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    assert edit.toPlainText() == f"{old} and (contact.loyalty)"


def test_what_is_typed_last_is_kept_when_the_dialog_closes(segments, workspace, qtbot):
    """Nobody has to wait."""
    dialog = SegmentsDialog(segments)
    dialog.show()
    settle(dialog, qtbot)
    dialog.show_segment("travels")
    dialog.page.name.setText("Off to the sea")
    dialog.page.editor.form.edit.setPlainText("contact.travels and contact.loyalty")
    dialog.close()
    qtbot.waitUntil(lambda: not segments.is_busy, timeout=10_000)
    travels = next(one for one in load_segments(workspace) if one.id == "travels")
    assert travels.name == "Off to the sea"
    assert travels.rule == "contact.travels and contact.loyalty"


def test_an_id_is_changed_or_refused(dialog, workspace, qtbot):
    """One that is taken or is none stays as it was, and the reason is told."""
    dialog.show_segment("travels")
    for wrong, reason in (("loyalty", "already"), ("é!", "cannot be the id")):
        dialog.page.id.setText(wrong)
        with qtbot.waitSignal(dialog.segments.failed):
            qtbot.keyClick(dialog.page.id, Qt.Key.Key_Return)
        settle(dialog, qtbot)
        assert reason in dialog.status.text()
        assert dialog.page.id.text() == "travels"
    dialog.page.id.setText("on_the_road")
    qtbot.keyClick(dialog.page.id, Qt.Key.Key_Return)
    settle(dialog, qtbot)
    assert [one.id for one in load_segments(workspace)] == ["loyalty", "on_the_road", "near_event"]
    assert dialog.list.current == "on_the_road"


def test_a_segment_that_is_used_is_asked_about(dialog, workspace, qtbot):
    """The place is named; deleting it all the same can be taken back by one press."""
    dialog.show_segment("travels")
    dialog.page.editor.form.edit.setPlainText("segment.loyalty and contact.travels")
    settle(dialog, qtbot)
    dialog.show_segment("loyalty")
    dialog.list.view.setFocus()
    qtbot.keyClick(dialog.list.view, Qt.Key.Key_Delete)
    assert "the rule of the segment travels" in dialog.question.more.text()
    dialog.question.cancel.click()
    assert dialog.list.current == "loyalty"
    dialog.list.buttons["delete"].click()
    dialog.question.go.click()
    settle(dialog, qtbot)
    assert [one.id for one in load_segments(workspace)] == ["travels", "near_event"]
    dialog.bar.button.click()
    settle(dialog, qtbot)
    assert [one.id for one in load_segments(workspace)] == ["loyalty", "travels", "near_event"]


def test_segments_are_reordered_and_duplicated_by_keyboard(dialog, workspace, qtbot):
    """Alt and the arrows, Ctrl+D."""
    dialog.show_segment("near_event")
    view = dialog.list.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(dialog, qtbot)
    qtbot.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    settle(dialog, qtbot)
    ids = [one.id for one in load_segments(workspace)]
    assert ids == ["loyalty", "near_event", "lives_near_the_event_copy", "travels"]
    assert dialog.list.current == "lives_near_the_event_copy"


def test_who_is_in_it_is_shown(dialog, qtbot):
    """How many, and for example whom; before that, how to get contacts."""
    assert "CSV or JSON" in dialog.page.people.source.text()
    dialog.segments.set_contacts(CONTACTS)
    dialog.show_segment("loyalty")
    settle(dialog, qtbot)
    people = dialog.page.people
    assert people.title.text() == "2 of 3 contacts"
    assert [line.text() for line in people.inside.lines[:2]] == ["lea@example.com", "ava@example.com"]
    assert people.outside.lines[0].text() == "hugo@example.com"
    assert "2 contact" in dialog.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_enter_in_a_field_presses_nothing(dialog, segments, qtbot):
    """It ends the field; a button is pressed by it only when it has the keyboard itself."""
    dialog.show_segment("near_event")
    asked: list[bool] = []
    dialog.import_wanted.connect(lambda: asked.append(True))
    ids = dialog.model.ids
    for field in (dialog.page.name, dialog.page.id, row(dialog, 0).value.lines[0]):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(dialog, qtbot)
    assert (asked, dialog.model.ids) == ([], ids)
    dialog.list.bring.setFocus()
    qtbot.keyClick(dialog.list.bring, Qt.Key.Key_Return)
    assert asked == [True]


def test_a_row_under_way_is_there_again(segments, qtbot):
    """After another segment was shown, after the dialog was closed, under another id."""
    dialog = SegmentsDialog(segments)
    dialog.show()
    settle(dialog, qtbot)
    dialog.show_segment("near_event")
    rows = len(dialog.page.editor.builder.group.parts)
    dialog.page.editor.builder.add_row()
    choose(dialog, qtbot, "company", rows)
    dialog.show_segment("loyalty")
    dialog.show_segment("near_event")
    assert row(dialog, rows).test.path == "contact.company"
    dialog.page.id.setText("near")
    qtbot.keyClick(dialog.page.id, Qt.Key.Key_Return)
    settle(dialog, qtbot)
    dialog.close()
    again = SegmentsDialog(segments)
    again.show()
    settle(again, qtbot)
    again.show_segment("near")
    assert row(again, rows).test.path == "contact.company"
    again.close()


def test_capitals_that_find_nobody_are_told(dialog, workspace, qtbot):
    """One press takes what the contacts have, and they are found."""
    dialog.segments.set_contacts(CONTACTS)
    dialog.show_segment("travels")
    dialog.page.editor.form.edit.setPlainText('contact.city == "lyon"')
    settle(dialog, qtbot)
    hint = row(dialog, 0).capitals
    assert hint.isVisible()
    qtbot.mouseClick(hint.take, Qt.MouseButton.LeftButton)
    settle(dialog, qtbot)
    assert stored(workspace, "travels").rule == 'contact.city == "Lyon"'
    assert dialog.page.people.title.text() == "1 of 3 contacts"
    assert hint.isHidden()


@pytest.mark.parametrize("text", ['contact.loyalty == "maybe"', "contact.loyalty and ("])
def test_nobody_is_counted_while_the_rule_is_wrong(dialog, qtbot, text):
    """Neither for one that asks what cannot be asked nor for a text that is no rule."""
    dialog.segments.set_contacts(CONTACTS)
    dialog.show_segment("loyalty")
    settle(dialog, qtbot)
    assert dialog.page.people.inside.isVisibleTo(dialog.page)
    dialog.page.editor.form.edit.setPlainText(text)
    settle(dialog, qtbot)
    assert dialog.page.people.title.text() == "Nobody can be asked while the rule has a problem."
    assert not dialog.page.people.inside.isVisibleTo(dialog.page)


def test_values_complete_from_the_contacts(dialog, qtbot):
    """As soon as there are some."""
    dialog.show_segment("near_event")
    dialog.segments.set_contacts(CONTACTS)
    settle(dialog, qtbot)
    line = row(dialog, 0).value.lines[0]
    line.completer().setCompletionPrefix("par")
    assert line.completer().currentCompletion() == "Paris"


def test_the_segment_that_was_asked_for_is_shown_once_it_is_listed(segments, qtbot):
    """The dialog may be opened on one before the file is read."""
    dialog = SegmentsDialog(segments)
    qtbot.addWidget(dialog)
    dialog.show_segment("near_event")
    settle(dialog, qtbot)
    assert dialog.page.segment.id == dialog.list.current == "near_event"


def test_a_problem_is_marked_in_list_and_row(dialog, qtbot):
    """A property that no contact has."""
    dialog.show_segment("travels")
    dialog.page.editor.form.edit.setPlainText("contact.shoes == 44")
    settle(dialog, qtbot)
    assert "with a problem" in dialog.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "contact.shoes" in row(dialog, 0).hint.text()


def test_without_segments_the_dialog_says_what_to_do(dialog, workspace, qtbot):
    """The first one is made from there."""
    (workspace.root / "segments.toml").write_text("format = 1\n", "utf-8")
    dialog.segments.read()
    qtbot.waitUntil(dialog.blank.isVisible)
    assert not dialog.list.isVisible()
    dialog.blank.first.click()
    settle(dialog, qtbot)
    assert dialog.page.isVisible()
    assert dialog.list.current == "new_segment"


def test_a_damaged_file_is_shown_with_its_place(dialog, workspace, qtbot):
    """Nothing is written; mended and read again, the segments are back."""
    file: Path = workspace.root / "segments.toml"
    good = file.read_text("utf-8")
    file.write_text(f"{good}\n[[segments]]\nid = ", "utf-8")
    dialog.segments.read()
    qtbot.waitUntil(dialog.broken.isVisible)
    assert "segments.toml:" in dialog.broken.place.text()
    with qtbot.waitSignal(dialog.file_wanted):
        dialog.broken.first.click()
    file.write_text(good, "utf-8")
    dialog.broken.second.click()
    qtbot.waitUntil(dialog.page.isVisible)
    assert file.read_text("utf-8") == good


def test_what_others_write_is_shown(dialog, workspace, qtbot):
    """Unless the user is just writing there himself."""
    file: Path = workspace.root / "segments.toml"
    dialog.show_segment("loyalty")
    file.write_text(file.read_text("utf-8").replace("Loyalty programme", "Gold members"), "utf-8")
    dialog.segments.read()
    qtbot.waitUntil(lambda: dialog.page.name.text() == "Gold members")


def test_a_filter_of_mailjet_becomes_a_segment(dialog, segments, workspace, qtbot):
    """What cannot be read says where; what can shows its rule before anything is made."""
    bring = FilterImportDialog(segments, dialog)
    bring.made.connect(dialog.add_segment)
    bring.show()
    qtbot.keyClicks(bring.name, "French cities")
    qtbot.keyClicks(bring.filter.edit, "(city=Lyon) or (city=Paris")
    assert "column" in bring.filter.fault.text()
    assert not bring.go.isEnabled()
    qtbot.keyClicks(bring.filter.edit, ")")
    assert bring.becomes.text()
    bring.go.click()
    settle(dialog, qtbot)
    assert stored(workspace, "french_cities").rule
    assert dialog.list.current == "french_cities"


def test_the_model_is_one(qtmodeltester):
    """Qt's own checks, with and without counts."""
    model = SegmentModel()
    model.set_segments([Segment(id="a", name="A", rule="true"), Segment(id="b")])
    model.set_facts(Facts({"a": bytes([1, 0, 1])}))
    qtmodeltester.check(model)
    assert "2 contact" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_everything_is_named_and_reached_by_tab(dialog):
    """Each control speaks, and Tab goes round all of them."""
    found = [
        each
        for each in dialog.findChildren(QWidget)
        if each.isVisibleTo(dialog)
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.objectName().startswith("qt_")
        and not isinstance(each.parentWidget(), QAbstractItemView)
        and each is not dialog.page.area
    ]
    assert len(found) > 12
    unnamed = [each for each in found if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)]
    assert unnamed == []
    chain, current = set(), dialog.nextInFocusChain()
    while current is not dialog and current not in chain:
        chain.add(current)
        current = current.nextInFocusChain()
    assert [each for each in found if each not in chain] == []


def test_the_dialog_dies_when_it_is_closed(segments, dies):
    """Nothing keeps it: the segments stay, it goes."""
    dies(lambda: SegmentsDialog(segments))


def test_a_property_that_nobody_declared_is_added(dialog, workspace, qtbot):
    """The type is what the rule asks of it; the problem is gone then, and the dialog says what was done."""
    assert dialog.page.undeclared.isHidden()
    dialog.add_segment("Visitors", "contact.visits >= 3 and contact.newsletter")
    settle(dialog, qtbot)
    dialog.show_segment("visitors")
    page = dialog.page
    qtbot.waitUntil(page.undeclared.isVisible)
    assert "visits (Whole number), newsletter (Yes or no)" in page.undeclared.note.text()
    qtbot.mouseClick(page.undeclared.add, Qt.MouseButton.LeftButton)
    assert dialog.status.text() == "Added to contacts.toml: visits, newsletter"
    settle(dialog, qtbot)
    types = load_properties(workspace)
    assert (types["visits"], types["newsletter"]) == ("integer", "boolean")
    assert page.undeclared.isHidden()
    assert "visitors" not in dialog.segments.facts.problems
