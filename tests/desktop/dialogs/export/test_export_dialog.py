"""The export as a person goes about it: choose, look at what is found, go there or write it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from desktop.dialogs.export.export_dialog import ExportDialog
from desktop.dialogs.export.finding_model import ADVICE, WHERE
from desktop.dialogs.export.wish import Wish
from desktop.exporting import exporting_of
from desktop.language import set_language
from templates.errors import Place, TemplateError
from templates.files import write_text
from templates.workspace import Workspace

BROKEN = "welcome.en"


@pytest.fixture
def workspace(folder) -> Workspace:
    """Four templates, one of which Mailjet cannot say."""
    opened = Workspace.open(folder)
    template = opened.template(BROKEN)
    text = template.text().replace("</mj-title>", " {{ steps|length }}</mj-title>", 1)
    write_text(template.mjml_path, text)
    return opened


@pytest.fixture
def dialog(workspace, jobs, qtbot) -> Iterator[ExportDialog]:
    """The dialog on all of them, with one selected; it is gone once it is closed."""
    names = [one.name for one in workspace.templates()]
    made = ExportDialog(workspace, jobs, (names, [BROKEN]))
    made.show()
    yield made
    if isValid(made):
        made.close()


def choose(dialog: ExportDialog, qtbot, dialect: str) -> None:
    """Choose a language and wait for what it says."""
    box = dialog.dialect
    box.setCurrentIndex(box.findData(dialect))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: dialog.go.isEnabled() or bool(dialog.model.found))


def test_jinja_needs_no_look(dialog):
    """What there was before is what comes first: every template, in Jinja."""
    assert dialog.wish == Wish(("password-reset.en", "password-reset.fr", "welcome.en", "welcome.fr"), "jinja")
    assert dialog.go.isEnabled()
    assert not dialog.form.isVisible()
    assert not dialog.go_to.isVisible()
    assert dialog.fine.text()


def test_what_cannot_be_said_is_shown_before_anything_is_written(dialog, qtbot):
    """The refusal is the first row with place and advice; the template is left out until the user takes it so."""
    choose(dialog, qtbot, "mailjet")
    first = dialog.model.index(0)
    assert "length" in first.data()
    assert "welcome.en, line " in first.data(WHERE)
    assert first.data(ADVICE)
    assert dialog.left_out == {BROKEN}
    assert "3" in dialog.go.text()
    assert dialog.accept_them.isVisible()
    dialog.accept_them.click()
    assert "4" in dialog.go.text()
    with qtbot.waitSignal(dialog.wanted) as sent:
        dialog.go.click()
    assert sent.args[0].accept


def test_nothing_is_left_to_write(dialog, qtbot):
    """With only that template chosen there is nothing to export, and the button says so."""
    choose(dialog, qtbot, "mailjet")
    dialog.scope.setCurrentIndex(1)
    dialog.scope.activated.emit(1)
    qtbot.waitUntil(lambda: bool(dialog.model.found))
    assert dialog.wish.names == (BROKEN,)
    assert not dialog.go.isEnabled()


def test_a_template_that_cannot_be_read_is_a_row(dialog, workspace, qtbot):
    """Broken Jinja is said where it stands, as one that is left out."""
    write_text(workspace.template("welcome.fr").mjml_path, "<mjml>{% if %}</mjml>")
    choose(dialog, qtbot, "mailjet")
    assert dialog.left_out == {BROKEN, "welcome.fr"}


def test_enter_goes_to_the_place(dialog, qtbot):
    """The row that is chosen is opened at its line; the dialog is out of the way then."""
    choose(dialog, qtbot, "mailjet")
    dialog.view.setFocus()
    with qtbot.waitSignal(dialog.place_wanted) as sent:
        qtbot.keyClick(dialog.view, Qt.Key.Key_Return)
    name, error = sent.args
    assert (name, error.place.file) == (BROKEN, "templates/welcome.en/template.mjml")
    assert not isValid(dialog) or not dialog.isVisible()


def test_it_speaks_french_at_once(dialog, qtbot):
    """The findings come from the errors' own table."""
    choose(dialog, qtbot, "mailjet")
    set_language("fr")
    try:
        qtbot.waitUntil(lambda: bool(dialog.model.found))
        assert "filtre" in dialog.model.index(0).data()
    finally:
        set_language("en")


def test_the_verb_of_the_window(opened, qtbot, tmp_path):
    """From the menu to the file: what was chosen is what is in the zip; and to the place of a finding."""
    exporting = exporting_of(opened)
    exporting.ask()
    dialog = exporting.dialog
    assert dialog is not None
    choose(dialog, qtbot, "mailjet")
    exporting._wish = dialog.wish
    dialog.reject()
    exporting.write(tmp_path / "out.zip")
    qtbot.waitUntil(lambda: "out.zip" in opened.statusBar().currentMessage(), timeout=20_000)
    names = zipfile.ZipFile(tmp_path / "out.zip").namelist()
    assert {name.split("/")[0] for name in names} == {"mailjet", "images", "README.txt", "report.txt"}
    place = Place("templates/welcome.en/template.mjml", 5, 3)
    exporting.show_place("welcome.en", TemplateError("Unknown.", advice="Mend it.", place=place))
    document = opened.editor.document
    assert document is not None
    assert document.text[: opened.editor.code.editor.caret].count("\n") == 4
    bar = opened.editor.finding_bar
    assert (bar.isVisible(), bar.text.text()) == (True, "Unknown. Mend it.")
    exporting.ask()
    assert exporting.dialog.scope.currentText() == "welcome.en"
    assert exporting.dialog.wish.names == ("welcome.en",)
    exporting.dialog.reject()
    bar.close_button.click()
    assert not bar.isVisible()
