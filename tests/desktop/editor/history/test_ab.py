"""A/B versions of an open document: every change is one step, and saved with the document."""

from __future__ import annotations

import pytest

from desktop.document import OpenDocument
from desktop.editor.history import ab_verbs
from desktop.editor.history.ab_dialog import AbDialog
from desktop.editor.history.ab_switch import AbSwitch
from templates.ab_versions import INDEX
from templates.workspace import Workspace


@pytest.fixture
def dialog(document, jobs, qtbot):
    """The dialog on the document."""
    made = AbDialog(document, jobs)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def switch(document, jobs, qtbot):
    """The button that names the open version."""
    made = AbSwitch(jobs)
    qtbot.addWidget(made)
    made.set_document(document, None)
    return made


def titles(dialog) -> list[str]:
    return [state.title for state in dialog.model.states]


def test_a_new_version_is_one_step(document, type_in):
    """A copy of what is open, and open itself; undoing takes it away altogether."""
    before = document.text
    ab_verbs.add(document, "Short subject")
    assert [ab_verbs.title(version) for version in ab_verbs.versions(document)] == ["A – Original", "B – Short subject"]
    assert (document.text, document.stack.count()) == (before, 1)
    document.stack.undo()
    assert ab_verbs.versions(document) == ()
    assert document.is_clean


def test_switching_is_one_step_and_saved(document, type_in, folder):
    """Each version keeps its text; what is open is the template's own file."""
    original = document.text
    ab_verbs.add(document, "B")
    type_in("<!-- b -->")
    ab_verbs.open_(document, "a")
    assert document.text == original
    document.stack.undo()
    assert document.text == f"<!-- b -->{original}"
    document.stack.redo()
    assert document.save()
    root = document.folder.root
    assert (root / "template.mjml").read_text("utf-8") == original
    assert (root / "versions" / "b.mjml").read_text("utf-8") == f"<!-- b -->{original}"
    assert not (root / "versions" / "a.mjml").exists()
    assert Workspace.open(folder).template("welcome.en").text() == original


def test_the_next_version_comes_round(document, type_in):
    """After the last one the first."""
    ab_verbs.open_next(document)
    assert document.is_clean
    ab_verbs.add(document, "B")
    ab_verbs.add(document, "C")
    opened = []
    for _ in range(3):
        ab_verbs.open_next(document)
        opened += [version.letter for version in ab_verbs.versions(document) if version.is_open]
    assert opened == ["a", "b", "c"]


def test_the_dialog_begins_by_saying_what_it_is_for(dialog):
    """There is nothing to open or delete."""
    assert dialog.view.nothing.isVisible()
    assert not dialog.open_button.isEnabled()
    assert not dialog.delete_button.isEnabled()
    assert dialog.new_button.isEnabled()


def test_versions_are_made_opened_renamed_and_deleted(document, dialog, type_in, qtbot, jobs):
    """All from the dialog, each undone by the document's own undo."""
    ask = dialog.ask_new()
    ask.edit.setText("Short subject")
    ask.ok.click()
    type_in("<!-- b -->\n")
    assert titles(dialog) == ["A – Original", "B – Short subject"]
    assert dialog.list.ids == ["a"]
    qtbot.waitUntil(lambda: dialog.view.text.count == 1)
    dialog.model.setData(dialog.model.index(0), "Long subject")
    assert titles(dialog) == ["A – Long subject", "B – Short subject"]
    dialog.open_button.click()
    assert not document.text.startswith("<!-- b -->")
    dialog.list.choose("b")
    dialog.delete_button.click()
    assert titles(dialog) == []
    document.stack.undo()
    assert titles(dialog) == ["A – Long subject", "B – Short subject"]
    qtbot.waitUntil(lambda: not jobs.running)


def test_two_chosen_versions_are_compared(document, dialog, type_in, qtbot, jobs):
    """With each other, not with the open one."""
    dialog.add("B")
    type_in("<!-- b -->\n")
    dialog.add("C")
    type_in("<!-- c -->\n")
    dialog.list.choose("a", "b")
    qtbot.waitUntil(lambda: not jobs.running)
    assert (dialog.view.before_title.text(), dialog.view.after_title.text()) == ("−  A – Original", "+  B – B")
    assert not dialog.open_button.isEnabled()


def test_the_eleventh_is_refused(document, dialog, qtbot, jobs):
    """At once, before anybody has thought of a name for it; the ten stay."""
    for number in range(9):
        dialog.add(f"{number}")
    assert len(titles(dialog)) == 10
    assert dialog.ask_new() is None
    assert "at most 10 versions" in dialog.trouble.text()
    assert dialog.trouble.isVisible()
    assert len(titles(dialog)) == 10
    qtbot.waitUntil(lambda: not jobs.running)


def test_a_damaged_list_is_told(document, jobs, qtbot):
    """With its line; the document itself is untouched."""
    document.set_side("x", INDEX, "open = ")
    dialog = AbDialog(document, jobs)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "versions.toml:1" in dialog.trouble.text()
    assert ab_verbs.versions(document) == ()


def test_a_reader_can_only_look(document, folder, jobs, qtbot):
    """Somebody else has the template open."""
    ab_verbs.add(document, "B")
    assert document.save()
    reader = OpenDocument(Workspace.open(folder), "welcome.en")
    dialog = AbDialog(reader, jobs)
    qtbot.addWidget(dialog)
    assert len(titles(dialog)) == 2
    dialog.list.choose("a")
    assert not any(each.isEnabled() for each in (dialog.new_button, dialog.open_button, dialog.delete_button))
    qtbot.waitUntil(lambda: not jobs.running)
    reader.deleteLater()


def test_the_switch_shows_and_opens_versions(document, switch, type_in):
    """Hidden until there are versions; its menu opens another."""
    assert switch.isHidden()
    original = document.text
    ab_verbs.add(document, "B")
    type_in("<!-- b -->")
    assert not switch.isHidden()
    assert switch.button.text().startswith("B – B")
    switch.menu.actions()[0].trigger()
    assert document.text == original
    assert switch.button.text().startswith("A – Original")
    document.stack.setIndex(0)
    assert switch.isHidden()


def test_the_dialog_dies_with_its_window(document, jobs, qtbot, dies):
    """The document's stack does not keep it."""
    dies(lambda: AbDialog(document, jobs))
    qtbot.waitUntil(lambda: not jobs.running)
