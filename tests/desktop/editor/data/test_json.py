"""Data as JSON: broken and mended, with nothing lost on the way."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData, Qt

from desktop.document import OpenDocument
from desktop.editor.data import sets
from desktop.editor.data.json_view import span_of
from templates.recovery import Unsaved
from templates.source.text_edit import replacement

# The list of proposals is a window of its own, which the offscreen platform cannot raise.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)


@pytest.fixture
def expert(panel):
    """The panel in expert mode, with the keyboard in the text."""
    panel.set_mode("json")
    panel.json.field.setFocus()
    return panel


def write(panel, text):
    """Put another text in the place of the whole."""
    before = panel.source.text
    panel.json.field.edit("Typing", replacement(before, 0, len(before), text))


def break_it(panel):
    """Take a comma away."""
    text = panel.source.text.replace('"good morning",', '"good morning"')
    write(panel, text)
    return text


def shown(panel):
    """The page that is to be seen."""
    return panel._pages.currentWidget()


def test_typing_is_in_the_mail(expert, said, qtbot) -> None:
    """Valid JSON is the data at once; undo takes the typing back."""
    field = expert.json.field
    at = expert.source.text.index("good morning")
    field.set_caret(at, at + len("good"))
    qtbot.keyClicks(field, "fine")
    assert said("var", "greeting") == "fine morning"
    expert.document.stack.undo()
    assert said("var", "greeting") == "good morning"
    assert field.toPlainText() == expert.source.text


def test_typing_through_broken_states_is_one_step(expert, said, qtbot) -> None:
    """A name, its colon and its value are broken JSON until the last key; one undo takes all of it back."""
    before = expert.source.text
    at = before.index('"good morning"') + len('"good morning"')
    expert.json.field.set_caret(at)
    qtbot.keyClicks(expert.json.field, ', "x": 12')
    assert said("var", "x") == 12
    assert expert.document.stack.count() == 1
    expert.document.stack.undo()
    assert expert.source.text == before
    assert expert.document.side(sets.draft_of("default")) is None


def test_broken_json_stays_and_is_said(expert, said) -> None:
    """The place is named and underlined; the data of the mail is the last good one."""
    good = expert.document.side("data/default.json")
    text = break_it(expert)
    assert expert.json.field.toPlainText() == text
    assert expert.document.side("data/default.json") == good
    assert expert.fault.isVisible()
    assert expert.fault.text.text().startswith("Line 4, column 5: A comma is missing")
    fault = expert.source.written.fault
    assert text[span_of(text, fault).start] == '"'


def test_the_form_waits_until_it_is_mended(expert, said) -> None:
    """Asked for the form, the panel stays with the text and points at the choice; mended, the form is there."""
    text = break_it(expert)
    expert.set_mode("form")
    assert shown(expert) is expert.json
    write(expert, text.replace('"good morning"', '"good day",'))
    assert shown(expert) is expert.form
    assert said("var", "greeting") == "good day"
    assert not expert.fault.isVisible()


def test_going_back_is_a_step_of_its_own(expert, said) -> None:
    """The last good data comes back with one click, what was typed with one undo."""
    text = break_it(expert)
    expert.fault.buttons[1].click()
    assert expert.source.written.fault is None
    assert said("var", "greeting") == "good morning"
    expert.document.stack.undo()
    assert expert.source.text == text


def test_broken_text_outlives_everything(expert, show, open_data, folder) -> None:
    """Another set, another document, save and close: what was typed is there again."""
    document = expert.document
    text = break_it(expert)
    sets.new_set(document, "other", "{}", "New")
    expert.show_set("other")
    assert shown(expert) is expert.json
    assert expert.source.text == "{}"
    expert.show_set("default")
    assert expert.source.text == text
    expert.set_document(None, None)
    document.save()
    document.close()
    again = OpenDocument(document.workspace, "welcome.en")
    written = sets.read_set(again, "default")
    again.close()
    assert written.text == text
    assert written.data["var"]["greeting"] == "good morning"
    assert "welcome.en" in document.folder.name
    assert document.folder.data_sets() == ["default", "other"]


def test_recovery_holds_the_broken_text(expert) -> None:
    """A crash costs neither the broken text nor the good data."""
    text = break_it(expert)
    document = expert.document
    unsaved = Unsaved(document.text, {name: document.side(name) for name in document.files.changed_sides()})
    assert unsaved.sides == {sets.draft_of("default"): text}


def test_a_file_that_is_broken_on_disk(show, open_data) -> None:
    """It is shown as it is; starting anew is a step that can be undone."""
    panel = show(open_data('{"greeting": '))
    assert shown(panel) is panel.json
    panel.fault.buttons[1].click()
    assert panel.source.written.fault is None
    panel.document.stack.undo()
    assert panel.source.text == '{"greeting": '


@pytest.mark.parametrize(
    "text", ['{"greeting": "a"}', '{"Variables": {"greeting": "a"}}', '{"var": {"greeting": "a"}, "segment": {}}']
)
def test_all_three_shapes_fill_the_form(show, open_data, text) -> None:
    """Bare, under Variables, or in parts: the form shows the same and keeps the shape."""
    panel = show(open_data(text))
    row = panel.form.values.rows["var", "greeting"]
    assert row.editor.line.text() == "a"
    row.editor.said.emit("b", False)
    assert panel.source.text == text.replace('"a"', '"b"')


def test_formatting_is_one_step(expert) -> None:
    """The layout changes, the spelling of values does not."""
    write(expert, '{"price":1.10}')
    expert.json.format()
    assert expert.source.text == '{\n  "price": 1.10\n}\n'
    expert.document.stack.undo()
    assert expert.source.text == '{"price":1.10}'


def test_names_that_are_missing_are_proposed(show, open_data, qtbot) -> None:
    """Behind a quote come the names that the template uses and the data lacks; the choice writes its value along."""
    panel = show(open_data('{"greeting": "a", }'.replace(", }", "}")))
    panel.set_mode("json")
    field = panel.json.field
    field.setFocus()
    write(panel, '{"greeting": "a", \n}')
    field.set_caret(len('{"greeting": "a", '))
    qtbot.keyClicks(field, '"')
    offered = [item.label for item in field.completer.offer.items]
    assert "products" in offered
    assert "greeting" not in offered
    item = next(item for item in field.completer.offer.items if item.label == "products")
    field.completer.write(item, field.completer.offer)
    assert json.loads(panel.source.text) == {"greeting": "a", "products": []}


def test_values_of_a_segment_are_proposed(expert, qtbot) -> None:
    """Asked for at the value of a segment: true and false."""
    write(expert, '{"var": {}, "data": {}, "segment": {"loyalty": }}')
    expert.json.field.set_caret(len('{"var": {}, "data": {}, "segment": {"loyalty": '))
    qtbot.keyClick(expert.json.field, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert [item.label for item in expert.json.field.completer.offer.items] == ["true", "false"]


def test_keys_write_pairs(expert, qtbot) -> None:
    """Brackets and quotes come in two; Enter between them opens a line."""
    field = expert.json.field
    write(expert, "")
    qtbot.keyClicks(field, "{")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, '"a": [1')
    assert expert.source.text == '{\n  "a": [1]\n}'
    assert json.loads(expert.source.text) == {"a": [1]}


def test_too_much_is_refused_with_a_sentence(expert, qtbot) -> None:
    """A paste of many megabytes changes nothing and says why."""
    before = expert.source.text
    huge = QMimeData()
    huge.setText(json.dumps({"x": "y" * (50 * 1024**2)}))
    with qtbot.waitSignal(expert.document.notified) as signal:
        expert.json.field.insertFromMimeData(huge)
    assert "too large" in signal.args[1]
    with qtbot.waitSignal(expert.document.notified) as signal:
        write(expert, before + " " * sets.MOST)
    assert "at most 2 MB" in signal.args[1]
    assert expert.source.text == before


def test_a_file_of_50_megabytes_is_not_opened(show, open_data, folder) -> None:
    """The panel says so in the place of the data; the other sets can be chosen."""
    panel = show(open_data({"greeting": "a"}))
    path = panel.document.folder.root / "data" / "huge.json"
    with path.open("wb") as file:
        file.write(b'{"x": "')
        file.truncate(50 * 1024**2)
    panel.show_set("huge")
    assert shown(panel) is panel.note
    assert "too large" in panel.note.text()
    panel.show_set("default")
    assert shown(panel) is panel.form


def test_a_megabyte_is_edited(show, open_data, qtbot) -> None:
    """A large set keeps its form and its text."""
    rows = [{"name": f"Product {number}", "price": "€" + "9" * 60} for number in range(9000)]
    panel = show(open_data({"greeting": "a", "products": rows}))
    assert len(panel.source.text) > 1_000_000
    greeting = ("var", "greeting")
    qtbot.waitUntil(lambda: greeting in panel.form.values.rows)
    panel.form.values.rows[greeting].editor.said.emit("b", True)
    assert panel.source.written.data["greeting"] == "b"
    qtbot.waitUntil(lambda: panel.form.values.rows[greeting].editor.line.text() == "b")


def test_the_form_says_why_it_does_not_come(expert) -> None:
    """A click on Form while the JSON is broken is answered; the sentence about the fault may take several lines."""
    break_it(expert)
    expert.header.form.click()
    said, where = expert.fault.text.text().split("\n")
    assert said == "Mend the JSON first, or go back to the last good data."
    assert where.startswith("Line 4, column 5:")
    assert expert.header.json.isChecked()
    assert expert.fault.text.wordWrap()
