"""What the window does with templates: by actions, keys, menus and dropped files, and what of it can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from desktop.dialogs.import_dialog import ImportDialog
from desktop.models.template_model import CARD
from desktop.panels import gallery
from desktop.template_verbs import verbs_of
from templates.library import write_template

MAIL = '<mjml lang="en"><mj-head><mj-title>News</mj-title></mj-head><mj-body><mj-section /></mj-body></mjml>'


@pytest.fixture
def verbs(opened):
    return verbs_of(opened)


@pytest.fixture
def settled(opened, qtbot):
    """Wait until nothing is under way."""

    def wait(fact=lambda: True):
        qtbot.waitUntil(lambda: fact() and not opened.jobs.running, timeout=20_000)

    return wait


def names(window) -> list[str]:
    return [template.name for template in window.workspace.workspace.templates()]


def select(window, *wanted: str) -> None:
    """Select cards as Ctrl and clicks do."""
    view = window.gallery.view
    window.gallery.select(wanted[0])
    for row in range(view.model().rowCount()):
        index = view.model().index(row, 0)
        if index.data(CARD).name in wanted[1:]:
            view.selectionModel().select(index, view.selectionModel().SelectionFlag.Select)


def test_a_new_template_speaks_the_language_of_the_one_that_is_shown(opened, verbs):
    """Beside a French template a French one is wanted."""
    opened.gallery.select("welcome.fr")
    dialog = verbs.new()
    assert [code for code, box in dialog.languages.items() if box.isChecked()] == ["fr"]
    dialog.reject()


def test_a_new_template_is_shown_and_selected(application, opened, verbs, settled):
    """From a starter in both languages, under a name of its own; filters that would hide it are taken away."""
    opened.gallery.search.setText("password")
    dialog = verbs.new()
    dialog.list.setCurrentIndex(dialog.list.model().index(2, 0))
    dialog.title_edit.setText("Hello you")
    for box in dialog.languages.values():
        box.setChecked(True)
    assert dialog.names == {"en": "hello-you.en", "fr": "hello-you.fr"}
    dialog.go.click()
    settled(lambda: opened.gallery.current is not None and opened.gallery.current.name == "hello-you.en")
    assert {"hello-you.en", "hello-you.fr"} <= set(names(opened))
    assert opened.gallery.search.text() == ""
    assert opened.preview.name == "hello-you.en"
    assert opened.workspace.model.card("hello-you.en").title("en") == "Hello you"


def test_duplicating_takes_what_is_not_saved_yet(application, opened, verbs, settled):
    """The copy is of what the designer sees."""
    document = opened.open_template("welcome.en")
    document.replace_text("Mine", document.text.replace("</mj-body>", "<!-- mine --></mj-body>"))
    application.actions["template.duplicate"].trigger()
    settled(lambda: "welcome-copy.en" in opened.workspace.model.names())
    workspace = opened.workspace.workspace
    assert "<!-- mine -->" in workspace.template("welcome-copy.en").text()
    assert "<!-- mine -->" not in workspace.template("welcome.en").text()
    document.stack.setClean()


def test_several_are_duplicated_at_once(application, opened, settled):
    """All that are selected, siblings as siblings."""
    select(opened, "welcome.en", "welcome.fr")
    assert opened.gallery.selected == ["welcome.en", "welcome.fr"]
    application.actions["template.duplicate"].trigger()
    settled(lambda: "welcome-copy.fr" in opened.workspace.model.names())
    assert opened.workspace.model.card("welcome-copy.en").group == "welcome-copy"


def test_deleting_is_taken_back_step_by_step(application, opened, qtbot, settled):
    """Delete and Ctrl+Z in the gallery, the message with its button, and the menu: all do the same."""
    select(opened, "welcome.en", "welcome.fr")
    qtbot.keyClick(opened.gallery.view, Qt.Key.Key_Delete)
    settled(lambda: len(opened.workspace.model.names()) == 2)
    assert opened.gallery.undo_bar.isVisible()
    opened.gallery.select("password-reset.fr")
    application.actions["template.delete"].trigger()
    settled(lambda: opened.workspace.model.names() == ["password-reset.en"])
    assert opened.preview.name == "password-reset.en"
    opened.gallery.undo_bar.button.click()
    settled(lambda: len(opened.workspace.model.names()) == 2)
    assert not opened.gallery.undo_bar.isVisible()
    qtbot.keyClick(opened.gallery.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(lambda: len(opened.workspace.model.names()) == 4)
    assert not application.actions["template.undo_delete"].isEnabled()


def test_a_deletion_can_be_taken_back_after_a_restart(application, opened, folder, settled):
    """The trash is on the disk, not in the window."""
    opened.gallery.select("welcome.en")
    application.actions["template.delete"].trigger()
    settled(lambda: "welcome.en" not in opened.workspace.model.names())
    opened.open_workspace(folder)
    settled(application.actions["template.undo_delete"].isEnabled)
    application.actions["template.undo_delete"].trigger()
    settled(lambda: "welcome.en" in opened.workspace.model.names())


def test_the_last_template_can_go(application, opened, settled):
    """Then the gallery says how to begin."""
    select(opened, *names(opened))
    application.actions["template.delete"].trigger()
    settled(lambda: not opened.workspace.model.names())
    assert not opened.gallery.view.isVisible()
    assert opened.preview.name == ""
    opened.gallery._make_one.click()
    dialog = next(each for each in opened.findChildren(type(verbs_of(opened).new())) if each.isVisible())
    dialog.close()


def test_an_open_template_follows_its_name(application, opened, verbs, settled):
    """It is closed for a moment, and open again under the new name; its sibling goes along."""
    opened.open_template("welcome.en")
    dialog = verbs.rename()
    dialog.edit.setText("Hello there")
    assert dialog.names == {"welcome.en": "hello-there.en", "welcome.fr": "hello-there.fr"}
    dialog.go.click()
    settled(lambda: opened.document is not None and opened.document.name == "hello-there.en")
    assert opened.document.editable
    assert {"hello-there.en", "hello-there.fr"} <= set(names(opened))
    assert len(opened.editor.documents.all) == 1


def test_unsaved_changes_are_asked_about_before_a_rename(opened, verbs, settled):
    """Nothing moves until the user decided."""
    document = opened.open_template("welcome.en")
    document.replace_text("Mine", document.text + "<!-- mine -->")
    dialog = verbs.rename()
    dialog.edit.setText("hello")
    dialog.together.setChecked(False)
    dialog.go.click()
    assert "welcome.en" in names(opened)
    document.save()
    document.stack.setClean()


def test_what_somebody_else_has_open_stays(application, opened, verbs, settled):
    """The refusal is shown; the template is where it was."""
    opened.gallery.select("welcome.en")
    workspace = opened.workspace.workspace
    told = []
    opened.show_error = told.append
    with workspace.lock(workspace.template("welcome.en").mjml_path):
        application.actions["template.delete"].trigger()
        settled(lambda: bool(told))
    assert "right now" in str(told[0])
    assert "welcome.en" in names(opened)


def test_tags_are_kept_and_filter(opened, verbs, qtbot, settled):
    """On several at once, on an open one as a step of its document; the filter offers them."""
    document = opened.open_template("welcome.fr")
    opened.show_templates()
    select(opened, "welcome.en", "welcome.fr")
    dialog = verbs.tag()
    dialog.edit.setText("spring, vip , Spring")
    dialog.go.click()
    settled(lambda: opened.workspace.model.card("welcome.en").tags == ("spring", "vip"))
    assert document.meta.tags == ("spring", "vip")
    assert document.is_clean
    settled(lambda: opened.workspace.model.card("welcome.fr").tags == ("spring", "vip"))
    opened.gallery.tag.set_tag("vip")
    assert opened.gallery.names() == ["welcome.en", "welcome.fr"]
    opened.gallery.search.setText("SPRING")
    assert opened.gallery.shown == 2
    opened.gallery.show_all()
    assert opened.gallery.shown == 4


def test_a_missing_language_is_added(application, opened, settled):
    """By the action, and by the empty place beside its sibling; then there is nothing to add."""
    opened.gallery.select("welcome.fr")
    application.actions["template.delete"].trigger()
    settled(lambda: "welcome.fr" not in opened.workspace.model.names())
    application.actions["template.pairs"].trigger()
    view = opened.gallery.view
    missing = next(i for i in (view.model().index(r, 0) for r in range(4)) if i.data(CARD).missing)
    assert missing.data(Qt.ItemDataRole.AccessibleTextRole) == "Add Welcome in French"
    view.activated.emit(missing)
    settled(lambda: "welcome.fr" in opened.workspace.model.names())
    assert not application.actions["template.add_language"].isEnabled()


def test_pairs_stand_in_rows(application, opened, settled):
    """One row a mail, one place a language; a filter shows whole rows, and switching back shows every template."""
    workspace = opened.workspace.workspace
    verbs_of(opened).library.make("", lambda _: [])
    settled()
    application.actions["template.pairs"].trigger()
    model = opened.gallery.view.model()
    assert [model.index(row, 0).data(CARD).slot for row in range(model.rowCount())] == [0, 1, 0, 1]
    opened.gallery.search.setText("welcome.fr")
    assert opened.gallery.names() == ["welcome.en", "welcome.fr"]
    room = opened.gallery.view.viewport().width() // opened.gallery.view.gridSize().width()
    assert room % 2 == 0
    application.actions["template.pairs"].trigger()
    assert opened.gallery.names() == ["welcome.fr"]
    assert len(workspace.templates()) == 4


@pytest.mark.webengine
def test_languages_stand_side_by_side(opened, verbs, qtbot, settled):
    """Both mails at one width and in one scheme; the page of each is destroyed before its profile."""
    opened.gallery.select("welcome.fr")
    dialog = verbs.side_by_side()
    qtbot.waitUntil(lambda: all(each.mail for each in dialog.mails), timeout=20_000)
    assert [each.name for each in dialog.mails] == ["welcome.en", "welcome.fr"]
    dialog.width_choice.setCurrentIndex(0)
    dialog.dark.setChecked(True)
    assert {(each.canvas.device_width, each.canvas.scheme) for each in dialog.mails} == {(320, "dark")}
    for each, length in zip(dialog.mails, (1000, 2000), strict=True):
        each.canvas.bar.setRange(0, length)
    dialog.mails[0].canvas.bar.setValue(500)
    assert dialog.mails[1].canvas.bar.value() == 1000
    dialog.close()
    settled()


def test_the_context_menu_is_about_the_card(application, opened, monkeypatch):
    """On a card what can be done with it, beside the cards what can be done without one; all of it are actions."""
    shown: list[tuple[str | None, ...]] = []
    monkeypatch.setattr(gallery, "show_context_menu", lambda widget, ids, at: shown.append(tuple(ids)))
    view = opened.gallery.view
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(0, 0)).center())
    opened.gallery.search.setText("welcome.fr")
    view.customContextMenuRequested.emit(QPoint(view.viewport().width() - 1, view.viewport().height() - 1))
    assert ["template.rename" in ids for ids in shown] == [True, False]
    assert {each for ids in shown for each in ids if each} <= set(application.actions.actions)


def dropped(window, path: Path) -> None:
    """Drop a file on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(50, 50), action, data, button, keys))
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), action, data, button, keys))


def test_a_dropped_file_is_imported(opened, qtbot, settled, tmp_path):
    """The dialog tells what is in it, and the template is shown."""
    path = tmp_path / "news.mjml"
    path.write_text(MAIL)
    dropped(opened, path)
    (dialog,) = opened.findChildren(ImportDialog)
    qtbot.waitUntil(dialog.go.isEnabled, timeout=20_000)
    assert "News" in dialog.facts.text()
    dialog.go.click()
    settled(lambda: "news.en" in opened.workspace.model.names())
    assert opened.gallery.current.name == "news.en"


def test_replacing_changes_open_and_closed_templates(opened, verbs, qtbot, settled):
    """One is a step of its document, the others are files; all of it can be taken back, twice over."""
    document = opened.open_template("welcome.en")
    document.replace_text("Mine", document.text + "<!-- unsaved mj-button -->")
    before = {name: opened.workspace.workspace.template(name).text() for name in names(opened)}
    mine = document.text
    dialog = verbs.find_replace()
    dialog.scope.setCurrentIndex(0)
    for new in ("mj-knob", "mj-key"):
        dialog.find_edit.setText("mj-button" if new == "mj-knob" else "mj-knob")
        dialog.replace_edit.setText(new)
        dialog.look.click()
        qtbot.waitUntil(dialog.replace.isEnabled, timeout=20_000)
        dialog.replace.click()
        settled(lambda new=new: new in opened.workspace.workspace.template("welcome.fr").text())
    assert "unsaved mj-key" in document.text
    assert "mj-key" not in opened.workspace.workspace.template("welcome.en").text()
    for _ in range(2):
        dialog.undo.click()
        settled()
    assert document.text == mine
    assert {name: opened.workspace.workspace.template(name).text() for name in names(opened)} == before
    assert not dialog.undo.isVisible()
    dialog.close()
    document.stack.setClean()


def test_dialogs_beside_the_window_go_with_the_workspace(opened, verbs, settled):
    """What they show is closed then, and a search in it stops."""
    dialog = verbs.find_replace()
    assert verbs.find_replace() is dialog
    dialog.find_edit.setText("mail")
    dialog.look.click()
    opened.close_workspace()
    assert verbs.find_dialog is None
    assert verbs.names == []
    settled()


def test_an_open_template_without_a_group_gets_its_language(opened, verbs, settled):
    """It steps aside for a moment, because its settings are written, and is open again afterwards."""
    workspace = opened.workspace.workspace
    write_template(workspace, "note.en", {"template.mjml": MAIL}, {"kind": "legal", "language": "en"})
    verbs.library.list_anew()
    settled(lambda: "note.en" in opened.workspace.model.names())
    opened.open_template("note.en")
    assert verbs.missing_language == "fr"
    verbs.add_language()
    settled(lambda: "note.fr" in opened.workspace.model.names())
    assert opened.document.name == "note.en"
    assert workspace.template("note.en").meta.group == "note"
    assert workspace.template("note.fr").text().startswith('<mjml lang="fr">')
