"""The dialogs about templates: what they tell, that everything in them has a name, and that they go."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractItemView, QDialog, QScrollArea, QWidget

from desktop.dialogs.find_replace import FindReplaceDialog
from desktop.dialogs.import_dialog import ImportDialog
from desktop.dialogs.new_template import NewTemplateDialog
from desktop.dialogs.template_name import RenameDialog, TagsDialog
from desktop.editor.documents import Documents
from desktop.language import set_language
from desktop.open_workspace import OpenWorkspace
from desktop.replacing import Outcome, Replacing
from templates.errors import StorageError
from templates.find_replace import Found, Replaced
from templates.workspace import Workspace

HEADER = '<mj-section><mj-column><mj-image src="logo.png" /></mj-column></mj-section>'


@pytest.fixture
def workspace(folder) -> Workspace:
    return Workspace.open(folder)


@pytest.fixture
def replacing(workspace, jobs) -> Replacing:
    opened = OpenWorkspace(workspace, jobs, lambda: None, jobs)
    return Replacing(opened, Documents(jobs, opened))


@pytest.fixture
def make(workspace, jobs, replacing, tmp_path) -> dict[str, Callable[[], QDialog]]:
    """Every dialog, by its name."""
    page = tmp_path / "page.html"
    page.write_text("<title>Hi</title><p>Hello</p>")
    return {
        "new": lambda: NewTemplateDialog(workspace),
        "rename": lambda: RenameDialog(workspace, "welcome.en", ["welcome.fr"]),
        "tags": lambda: TagsDialog(["vip"], ["vip", "spring"]),
        "import": lambda: ImportDialog(workspace, jobs, page),
        "find": lambda: FindReplaceDialog(replacing, (("welcome.en",), (), ())),
    }


DIALOGS = ("new", "rename", "tags", "import", "find")


@pytest.mark.parametrize("kind", DIALOGS)
def test_every_control_has_a_name_in_both_languages(make, qtbot, kind):
    """A screen reader has something to say about each, and a change of language reaches all of it."""
    dialog = make[kind]()
    qtbot.addWidget(dialog)
    dialog.show()
    for language in ("en", "fr"):
        set_language(language)
        assert [each for each in controls(dialog) if not spoken(each)] == []
        assert len(controls(dialog)) >= 3
    set_language("en")


@pytest.mark.parametrize("kind", DIALOGS)
def test_dialogs_go_when_they_are_closed(make, dies, kind):
    """No connection keeps them alive."""

    def shown() -> QDialog:
        dialog = make[kind]()
        dialog.show()
        return dialog

    dies(shown)


def controls(screen: QWidget) -> list[QWidget]:
    return [
        each
        for each in screen.findChildren(QWidget)
        if each.isVisibleTo(screen)
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.objectName().startswith("qt_")
        and not isinstance(each, QScrollArea)
        and not isinstance(each.parentWidget(), QAbstractItemView)
    ]


def spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_a_starter_is_found_by_its_title(make, qtbot):
    """Its kind is its own, its title the name, until the user types another."""
    dialog = make["new"]()
    qtbot.addWidget(dialog)
    assert dialog.starter is None
    dialog.search.setText("black")
    dialog.list.setCurrentIndex(dialog.list.model().index(0, 0))
    assert dialog.starter.name == "black-friday"
    assert (dialog.kind.currentData(), dialog.kind.isEnabled()) == ("marketing", False)
    assert dialog.names == {"en": "black-friday.en"}
    dialog.title_edit.setText("Big week")
    dialog.title_edit.textEdited.emit("Big week")
    dialog.search.clear()
    dialog.list.setCurrentIndex(dialog.list.model().index(2, 0))
    assert dialog.names == {"en": "big-week.en"}
    dialog.languages["en"].setChecked(False)
    assert not dialog.go.isEnabled()


def test_a_starter_is_shown_where_there_is_a_picture(workspace, qtbot):
    """The picture of a template made from it; a blank one has none."""
    image = QImage(480, 600, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    dialog = NewTemplateDialog(workspace, look=lambda starter: image if starter == "welcome" else None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.picture.isHidden()
    dialog.search.setText("Welcome")
    dialog.list.setCurrentIndex(dialog.list.model().index(0, 0))
    assert dialog.starter.name == "welcome"
    shown = dialog.picture.pixmap().toImage()
    assert shown.pixelColor(shown.width() // 2, shown.height() // 2) == Qt.GlobalColor.darkGreen
    dialog.search.setText("reset")
    dialog.list.setCurrentIndex(dialog.list.model().index(0, 0))
    assert dialog.picture.isHidden()


def test_one_taken_name_numbers_both_languages(make, qtbot):
    """Siblings keep one stem."""
    dialog = make["new"]()
    qtbot.addWidget(dialog)
    dialog.title_edit.setText("Welcome")
    dialog.languages["fr"].setChecked(True)
    assert dialog.names == {"en": "welcome-2.en", "fr": "welcome-2.fr"}


@pytest.fixture
def reading(workspace, jobs, qtbot, tmp_path):
    """Open the import of a file with this content and wait until it is read."""

    def read(name: str, content: str | bytes) -> ImportDialog:
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        dialog = ImportDialog(workspace, jobs, path)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
        return dialog

    return read


def test_an_import_tells_what_it_found(reading, workspace, jobs, qtbot, tmp_path):
    """Version, title, includes, notices; another folder has what was missing; then the template is there."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "header.mjml").write_text(HEADER)
    (tmp_path / "parts" / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    dialog = reading(
        "spring.mjml",
        "<mjml><mj-head><mj-title>Spring</mj-title></mj-head><mj-body><mj-container>"
        '<mj-include path="../parts/header.mjml" /></mj-container></mj-body></mjml>',
    )
    assert "MJML 3" in dialog.facts.text()
    assert "“Spring”" in dialog.facts.text()
    assert "outside the folder" in dialog.notices.toPlainText()
    dialog.look_in(tmp_path)
    qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
    assert dialog.notices.isHidden()
    dialog.includes.setCurrentIndex(1)
    dialog.includes.activated.emit(1)
    qtbot.waitUntil(dialog.go.isEnabled, timeout=20_000)
    with qtbot.waitSignal(dialog.imported, timeout=20_000) as made:
        dialog.go.click()
    assert made.args == ["spring.en"]
    root = workspace.template("spring.en").root
    assert (root / "includes" / "parts" / "header.mjml").is_file()
    assert (root / "images" / "logo.png").is_file()


def test_a_taken_name_waits_for_another(reading):
    """The sentence comes while it is typed, and goes."""
    dialog = reading("page.html", "<html lang='fr'><p>Bonjour</p></html>")
    assert dialog.language.currentData() == "fr"
    dialog.name_edit.setText("Welcome")
    assert "already" in dialog.problem.text()
    assert not dialog.go.isEnabled()
    dialog.name_edit.setText("Bonjour")
    assert dialog.problem.isHidden()
    assert dialog.go.isEnabled()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("x.mjml", b"\x89PNG\r\n\x1a\n", "no text"),
        ("x.mjml", "<mjml></mjml>", "no mj-body"),
        ("x.html", "just words", "no mail"),
        ("x.html", "<div>" * 2_000, "nested too deeply"),
    ],
)
def test_what_cannot_be_imported_is_told_in_the_dialog(reading, name, content, told):
    """One sentence; nothing can be imported then."""
    dialog = reading(name, content)
    assert told in dialog.problem.text()
    assert not dialog.go.isEnabled()


def test_an_outcome_names_what_was_left(make, replacing, qtbot):
    """How many were replaced, and each refusal in full."""
    dialog = make["find"]()
    qtbot.addWidget(dialog)
    dialog.show()
    replacing.found.emit(Found(()))
    assert dialog.status.text() == "Nothing was found."
    refusal = StorageError("{user} on {host} is changing this right now.", user="Ada", host="desk")
    replacing.replaced.emit(Outcome((Replaced("welcome.en", "a", "b"),), (refusal,)))
    assert "Replaced in 1 template" in dialog.status.text()
    assert "Ada on desk" in dialog.status.text()
    assert dialog.status.property("role") == "warning"
    replacing.failed.emit(refusal)
    assert dialog.status.property("role") == "danger"


@pytest.mark.parametrize("text", ["", "welcome", "password reset", "!!"])
def test_a_name_that_cannot_be_is_told_while_it_is_typed(make, qtbot, text):
    """Empty, its own, a taken one, none: the button waits."""
    dialog = make["rename"]()
    qtbot.addWidget(dialog)
    dialog.edit.setText(text)
    assert not dialog.go.isEnabled()
    dialog.edit.setText("Hello")
    assert dialog.names == {"welcome.en": "hello.en", "welcome.fr": "hello.fr"}
    assert dialog.go.isEnabled()


@pytest.fixture
def asking(workspace, replacing, jobs, qtbot):
    """The dialog after a search for these words in every template."""

    def ask(words: str, new: str, *, pattern: bool = False) -> FindReplaceDialog:
        names = tuple(template.name for template in workspace.templates())
        dialog = FindReplaceDialog(replacing, (names, names, ()))
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.find_edit.setText(words)
        dialog.replace_edit.setText(new)
        dialog.pattern.setChecked(pattern)
        dialog.look.click()
        qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
        return dialog

    return ask


def test_unticked_places_stay_and_a_new_question_asks_again(asking, workspace, jobs, qtbot):
    """What was found is only replaced as it was asked for; an undo brings everything back."""
    before = {template.name: template.text() for template in workspace.templates()}
    dialog = asking("<mj-button", "<mj-knob")
    index = dialog.model.index(0, 0)
    dialog.model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert len(dialog.model.chosen) == dialog.model.rowCount() - 1
    dialog.match_case.setChecked(True)
    assert not dialog.replace.isEnabled()
    dialog.match_case.setChecked(False)
    dialog.replace.click()
    qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
    texts = [template.text() for template in workspace.templates()]
    assert sum("<mj-button" in text for text in texts) == 1
    dialog.undo.click()
    qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
    assert {template.name: template.text() for template in workspace.templates()} == before
    assert dialog.undo.isHidden()


def test_locked_templates_are_skipped_and_named(asking, workspace, jobs, qtbot):
    """The others are replaced all the same."""
    dialog = asking("mj-button", "mj-knob")
    with workspace.lock(workspace.template("welcome.fr").mjml_path):
        dialog.replace.click()
        qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
    assert "right now" in dialog.status.text()
    assert "welcome.fr" in dialog.status.text()
    assert "mj-knob" not in workspace.template("welcome.fr").text()
    assert "mj-knob" in workspace.template("welcome.en").text()


def test_a_bad_pattern_is_told_in_the_dialog(asking):
    """No second window opens for it, and nothing can be replaced."""
    dialog = asking("(", "", pattern=True)
    assert "regular expression" in dialog.status.text()
    assert not dialog.replace.isEnabled()
