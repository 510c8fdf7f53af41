"""Opening, saving and closing templates in the window."""

from __future__ import annotations

import pytest

from desktop.dialogs.unsaved import UnsavedDialog
from templates.locks import Held
from templates.source.text_edit import TextEdit
from templates.workspace import Workspace


@pytest.fixture
def edited(opened):
    """The welcome mail in the editor, with one character typed."""
    document = opened.open_template("welcome.en")
    document.edit("Typing", [TextEdit(0, 0, " ")])
    return document


def _asked(window) -> UnsavedDialog:
    return window.findChildren(UnsavedDialog)[-1]


def test_a_template_opens_in_the_editor_once(opened):
    """Opening it again goes to its tab; another one gets a tab of its own."""
    first = opened.open_template("welcome.en")
    assert opened.in_editor
    assert opened.document is first
    second = opened.open_template("welcome.fr")
    assert opened.open_template("welcome.en") is first
    assert [one.document for one in opened.editor.documents.all] == [first, second]
    assert opened.editor.tabs.bar.count() == 2


def test_the_gallery_opens_the_template_that_is_double_clicked(opened):
    """What the gallery reports as opened is what the editor shows."""
    opened.gallery.opened.emit("welcome.fr")
    assert opened.document.name == "welcome.fr"


def test_going_to_all_templates_keeps_the_documents_open(application, opened, edited):
    """The way back and forth loses nothing."""
    application.actions["view.templates"].trigger()
    assert not opened.in_editor
    assert opened.document is None
    opened.open_template("welcome.en")
    assert opened.document is edited
    assert not edited.is_clean


def test_a_dot_marks_what_is_not_saved(application, opened, edited):
    """Tab, status bar and the file follow Save."""
    bar = opened.editor.tabs.bar
    assert bar.tabText(0) == "welcome.en •"
    assert opened.editor.status.state.text() == "Not saved"
    application.actions["document.save"].trigger()
    assert bar.tabText(0) == "welcome.en"
    assert opened.editor.status.state.text() == "Saved"
    assert edited.folder.text() == edited.text


@pytest.mark.parametrize("save", [True, False])
def test_closing_asks_what_becomes_of_unsaved_changes(application, opened, edited, qtbot, save):
    """Save writes them, Do not save leaves the file; the lock is given back either way."""
    before = edited.folder.text()
    application.actions["document.close"].trigger()
    dialog = _asked(opened)
    (dialog.save if save else dialog.discard).click()
    qtbot.waitUntil(lambda: not opened.editor.documents.all)
    assert not opened.in_editor
    folder = opened.workspace.workspace.template("welcome.en")
    assert folder.text() == (f" {before}" if save else before)
    lock = opened.workspace.workspace.lock(folder.mjml_path)
    assert isinstance(lock.acquire(), Held)
    lock.release()


def test_cancelling_the_question_keeps_everything(application, opened, edited):
    """Nothing is closed and nothing written."""
    application.actions["document.close"].trigger()
    _asked(opened).cancel.click()
    assert opened.document is edited
    assert not edited.is_clean


def test_the_window_does_not_close_over_unsaved_changes(opened, edited, qtbot):
    """It asks first, and closes after the answer."""
    assert not opened.close()
    _asked(opened).discard.click()
    qtbot.waitUntil(lambda: not opened.isVisible())


def test_closing_the_workspace_asks_too(application, opened, edited, qtbot):
    """The welcome page comes after the answer."""
    application.actions["file.close"].trigger()
    assert opened.has_workspace
    _asked(opened).discard.click()
    qtbot.waitUntil(lambda: not opened.has_workspace)
    assert not opened.editor.documents.all


def test_a_locked_template_opens_for_reading(opened, folder):
    """Somebody else's lock shows in the status bar, and saving is not offered."""
    workspace = Workspace.open(folder)
    lock = workspace.lock(workspace.template("welcome.en").mjml_path)
    lock.acquire()
    document = opened.open_template("welcome.en")
    assert not document.editable
    assert opened.editor.status.state.text() == "Read only"
    lock.release()


def test_the_modes_show_design_code_or_both(application, opened, edited):
    """Each mode shows its views, and its own switch is on."""
    editor = opened.editor
    for name, design, code in (
        ("view.code", False, True),
        ("view.design_code", True, True),
        ("view.design", True, False),
    ):
        application.actions[name].trigger()
        assert (not editor.design.isHidden(), not editor.code.isHidden()) == (design, code)
        assert application.actions[name].isChecked()


def test_f6_goes_round_the_panels_of_the_editor(application, opened):
    """From the outline over the subject to the mail and to what is selected, and back to the outline."""
    opened.open_template("welcome.en")
    editor = opened.editor
    editor.outline.view.setFocus()
    went = []
    for _ in range(4):
        application.actions["view.next_pane"].trigger()
        went.append(next(panel for panel in editor.panels if panel.isAncestorOf(opened.focusWidget())))
    assert went == [editor.envelope, editor.design, editor.inspector, editor.outline]
    application.actions["view.previous_pane"].trigger()
    assert editor.inspector.isAncestorOf(opened.focusWidget())


def test_no_panel_takes_tab_past_its_own_controls(opened):
    """A panel with a focus proxy leads from what stands before it to the proxy; what is between is never reached."""
    proxied = [panel for panel in opened.editor.panels if panel.focusProxy() and panel is not opened.editor.code]
    assert proxied == []
    opened.open_template("welcome.en")
    opened.editor.tabs.bar.setFocus()
    seen = set()
    for _ in range(4):
        opened.focusNextPrevChild(True)
        seen.add(opened.focusWidget())
    assert {opened.editor.outline.search, opened.editor.outline.view} <= seen


def test_find_searches_the_text_in_the_editor_and_the_templates_elsewhere(application, opened):
    """One key, for what is to be seen."""
    application.actions["edit.find"].trigger()
    assert opened.gallery.search.hasFocus() or opened.focusWidget() is opened.gallery.search
    opened.open_template("welcome.en")
    application.actions["edit.find"].trigger()
    assert opened.editor.mode == "split"


def test_the_question_dies_with_its_answer(opened, dies):
    """No dialog stays behind."""
    dies(lambda: UnsavedDialog(["welcome.en"], opened))


def test_the_weight_is_shown_beside_its_limit(opened, qtbot):
    """Once checked, the status bar tells the kilobytes of the mail as it is sent."""
    opened.open_template("welcome.en")
    qtbot.waitUntil(lambda: "of 102 KB" in opened.editor.status.weight.text())


def test_the_drawer_makes_room_for_tables(opened, qtbot):
    """For the variables, and for a list of the data, unless the user pulled it to a height of their own."""
    opened.resize(1200, 800)
    editor = opened.editor
    opened.open_template("welcome.en")
    editor.drawer.show_panel(editor.problems)
    editor.rows.setSizes([500, 200])
    low = editor.rows.sizes()[1]
    editor.drawer.show_panel(editor.report)
    assert editor.rows.sizes()[1] > low
    editor.rows.setSizes([500, 200])
    editor.data.form.list_shown.emit()
    assert editor.rows.sizes()[1] > low
    editor.rows.setSizes([500, 200])
    editor.rows.splitterMoved.emit(500, 1)
    editor.data.form.list_shown.emit()
    assert editor.rows.sizes()[1] == low
    qtbot.waitUntil(lambda: not opened.jobs.running, timeout=20_000)
