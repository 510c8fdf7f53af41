"""Named sets, samples and edge cases."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt

from desktop.document import OpenDocument
from desktop.editor.data.new_set import NewSetDialog
from desktop.language import set_language
from templates.data.edge_cases import EDGE_CASES
from templates.starters import instantiate, starter
from templates.workspace import Workspace


def listed(panel):
    """The names in the choice."""
    return [panel.header.sets.itemData(row) for row in range(panel.header.sets.count())]


def test_sets_are_chosen_and_the_mail_follows(show, open_data) -> None:
    """Usual, Minimal and the others; the next one comes by key."""
    panel = show(open_data(minimal={"greeting": "short"}, long={"greeting": "long"}))
    assert [panel.header.sets.itemText(row) for row in range(3)] == ["Usual", "Long", "Minimal"]
    panel.header.sets.setCurrentIndex(2)
    panel.header.sets.activated.emit(2)
    assert panel.name == "minimal"
    assert panel.live.shown.data == "minimal"
    panel.next_set()
    assert panel.name == "default"


@pytest.mark.parametrize(("start", "greeting"), [("copy", "good morning"), ("empty", None)])
def test_a_new_set_is_a_step(panel, said, qtbot, start, greeting) -> None:
    """It is shown at once, saved with the document, and undone like everything else."""
    panel.verbs.create("A new customer", start)
    qtbot.waitUntil(lambda: panel.name == "A new customer")
    assert said("var").get("greeting") == greeting
    assert panel.document.save()
    assert (panel.document.folder.root / "data" / "A new customer.json").is_file()
    panel.document.stack.undo()
    assert panel.name == "default"
    assert listed(panel) == ["default"]


def test_a_set_of_samples(panel, said, qtbot) -> None:
    """A new set of samples has everything that the template needs."""
    panel.verbs.create("Samples", "samples:fr")
    qtbot.waitUntil(lambda: panel.name == "Samples")
    assert said("var", "greeting")
    assert len(said("var", "products")) >= 2


def test_a_set_from_a_file(panel, said, qtbot, tmp_path) -> None:
    """The file's text is taken as it is; a broken one is refused with its line."""
    path = tmp_path / "order.json"
    path.write_text('{"greeting":  "from a file"}', "utf-8")
    panel.verbs._new = "From a file"
    panel.verbs.create_from(str(path))
    qtbot.waitUntil(lambda: panel.name == "From a file")
    assert panel.source.text == '{"greeting":  "from a file"}'
    path.write_text("{", "utf-8")
    with qtbot.waitSignal(panel.document.notified) as signal:
        panel.verbs.create_from(str(path))
    assert signal.args[0] == "warning"


def test_a_name_that_is_taken_is_refused(panel, qtbot) -> None:
    """Whatever its capitals."""
    with qtbot.waitSignal(panel.document.notified):
        panel.verbs.create("Default", "copy")
    assert listed(panel) == ["default"]


def test_a_set_gets_another_name(show, open_data) -> None:
    """Its data goes along, undo brings the old name back; the usual set keeps its name."""
    panel = show(open_data(vip={"greeting": "dear"}))
    panel.show_set("vip")
    panel.verbs.rename("Loyal")
    assert panel.name == "Loyal"
    assert panel.source.written.data == {"greeting": "dear"}
    panel.document.stack.undo()
    assert panel.name == "vip"
    panel.show_set("default")
    panel.verbs.ask_name()
    assert panel.verbs.dialog is None


def test_a_set_is_deleted_and_comes_back(show, open_data) -> None:
    """After undo it is there as it was."""
    panel = show(open_data(vip={"greeting": "dear"}))
    panel.show_set("vip")
    panel.verbs.delete()
    assert panel.name == "default"
    assert listed(panel) == ["default"]
    panel.document.stack.undo()
    assert listed(panel) == ["default", "vip"]
    assert panel.name == "vip"


def test_samples_fill_what_is_missing(show, open_data, qtbot) -> None:
    """What is there stays; one undo takes the samples away."""
    panel = show(open_data({"var": {"greeting": "mine"}, "data": {}, "segment": {}}))
    panel.verbs.fill("en")
    qtbot.waitUntil(lambda: "products" in panel.source.written.data["var"])
    assert panel.source.written.data["var"]["greeting"] == "mine"
    panel.document.stack.undo()
    assert panel.source.written.data == {"var": {"greeting": "mine"}, "data": {}, "segment": {}}


@pytest.mark.parametrize("case", EDGE_CASES)
def test_an_edge_case_is_shown_and_nothing_is_written(panel, qtbot, case) -> None:
    """The mail has its data, the set its own; one click leads back."""
    before = panel.source.text
    panel.verbs.try_case(case)
    qtbot.waitUntil(lambda: panel.case == case)
    assert not isinstance(panel.live.shown.data, str)
    assert panel.trial.isVisible()
    assert panel.source.text == before
    assert panel.document.is_clean
    panel.trial.buttons[1].click()
    assert panel.live.shown.data == "default"
    assert not panel.trial.isVisible()


def test_an_edge_case_is_kept_as_a_set(panel, qtbot) -> None:
    """Asked to keep it, the dialog begins with it."""
    panel.verbs.try_case("rows_100")
    qtbot.waitUntil(lambda: panel.case == "rows_100")
    panel.trial.buttons[0].click()
    dialog = panel.verbs.dialog
    assert isinstance(dialog, NewSetDialog)
    dialog.name.setText("Many products")
    dialog.ok.click()
    qtbot.waitUntil(lambda: panel.name == "Many products")
    assert len(panel.source.written.data["var"]["products"]) == 100
    assert panel.case == ""


def test_dialogs_die(panel, dies) -> None:
    """A closed dialog is gone."""
    dies(lambda: NewSetDialog("default"))


def test_the_names_of_the_sets_are_translated(panel) -> None:
    """In the language of the window, at once."""
    try:
        set_language("fr")
        assert panel.header.sets.count() == 1
        assert panel.header.sets.accessibleName()
    finally:
        set_language("en")


@pytest.mark.parametrize("name", ["welcome", "password-reset", "black-friday", "activity-summary", "reactivation"])
def test_form_and_json_are_the_same_data(show, jobs, qtbot, folder, name) -> None:
    """For starters: saying every value of the form again, as it is shown, changes not a character of the JSON."""
    workspace = Workspace.open(folder)
    if f"{name}.fr" not in {each.name for each in workspace.templates()}:
        instantiate(workspace, starter(name), "fr", brand=workspace.settings.brand)
    document = OpenDocument(workspace, f"{name}.fr")
    panel = show(document)
    text = panel.source.text
    for place in panel.form.contents.contents.places:
        panel.form.go(place.path)
        for row in panel.form.values.rows.values():
            if row.field.present and row.field.editor not in {"grid", "values", "group", "locked"}:
                panel.form.wanted.emit(row.field.path, row.field.value, False)
        model = panel.form.rows.view.rows
        for index in (
            model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())
        ):
            model.setData(index, model.data(index, Qt.ItemDataRole.EditRole))
    assert panel.source.text == text
    assert json.loads(text) == panel.source.written.data
    panel.set_mode("json")
    assert panel.json.field.sync.text == text
    panel.set_document(None, None)
    qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
    document.close()
