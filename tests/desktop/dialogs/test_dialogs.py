"""The small dialogs: preferences, messages, shortcuts; and that all of them go when they are closed."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from desktop.dialogs.brand_changes import BrandChangesDialog, Change
from desktop.dialogs.message import MessageDialog, report_of
from desktop.dialogs.new_dialog import NewDialog
from desktop.dialogs.preferences_dialog import DESCRIPTIONS, ORDER, PreferencesDialog
from desktop.dialogs.shortcuts import ShortcutsDialog
from desktop.language import current_language
from desktop.theme import DARK
from templates.errors import Place, TemplateError
from templates.settings import UserSettings, load_settings, settings_folder


@pytest.fixture
def preferences_dialog(application, qtbot):
    return application.window.show_preferences()


def test_every_setting_has_its_row():
    """The dialog is made from the settings: a new one cannot be forgotten, nor its translation."""
    assert set(ORDER) == UserSettings.model_fields.keys() - {"format"}
    assert {str(UserSettings.model_fields[name].description) for name in ORDER} == set(DESCRIPTIONS)


def test_theme_and_language_change_at_once(application, preferences_dialog):
    """No restart is needed: colours, menus and open panels follow."""
    editors = preferences_dialog.editors
    editors["theme"].setCurrentIndex(editors["theme"].findData("dark"))
    editors["language"].setCurrentIndex(editors["language"].findData("fr"))
    preferences_dialog.accept()
    application.qt.processEvents()
    assert application.appearance.roles is DARK
    assert current_language() == "fr"
    assert application.actions["file.quit"].text() == "Quitter"
    assert application.window.menuBar().actions()[0].text() == "&Fichier"
    assert application.window.welcome.open_button.text() == "Ouvrir un espace de travail…"
    assert (load_settings().theme, load_settings().language) == ("dark", "fr")


def test_a_preview_may_leave_the_web_alone(preferences_dialog, monkeypatch):
    """A setting that is on or off is a check box."""
    monkeypatch.delenv("MAILWRIGHT_REMOTE_PICTURES")
    preferences_dialog.editors["remote_pictures"].setChecked(True)
    preferences_dialog.accept()
    assert load_settings().remote_pictures


def test_a_farm_is_trusted_by_its_name(preferences_dialog):
    """An address that is none keeps the dialog open and says so; none is trusted again once it is taken out."""
    field = preferences_dialog.editors["farm"]
    field.setText("farm:8786")
    preferences_dialog.accept()
    assert "must be the address of a Dask scheduler" in preferences_dialog.problem.text()
    field.setText(" tcp://farm:8786 ")
    preferences_dialog.accept()
    assert load_settings().farm == "tcp://farm:8786"


def test_what_did_not_change_is_not_written(preferences_dialog):
    """Looking at the preferences leaves no file behind."""
    preferences_dialog.accept()
    assert not (settings_folder() / "settings.toml").exists()


def test_a_value_that_cannot_be_kept_is_told_in_the_dialog(preferences_dialog):
    """With a damaged file the dialog stays open and says which line is wrong."""
    path = settings_folder() / "settings.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("theme = [", encoding="utf-8")
    preferences_dialog.editors["cache_megabytes"].setValue(100)
    preferences_dialog.accept()
    assert preferences_dialog.isVisible()
    assert "settings.toml:1" in preferences_dialog.problem.text()


def test_a_failure_is_told_in_three_parts(window):
    """What happened, what to do, and where."""
    dialog = MessageDialog(TemplateError("It broke.", advice="Mend it.", place=Place("a.mjml", 3)), parent=window)
    dialog.open()
    assert (dialog.what.text(), dialog.advice.text(), dialog.place.text()) == ("It broke.", "Mend it.", "a.mjml:3")
    assert not dialog.copy_button.isVisible()


def test_a_report_can_be_copied(window):
    """It holds the versions and the traceback."""
    try:
        raise ValueError("deep inside")
    except ValueError as error:
        report = report_of(type(error), error, error.__traceback__)
    dialog = MessageDialog(None, report, window)
    dialog.open()
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Mailwright ")
    assert "ValueError: deep inside" in copied


def test_the_shortcuts_are_listed(application):
    """Every action that has a key is there with it."""
    dialog = application.window.show_shortcuts()
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert texts[texts.index("Gallery") + 1] == "Ctrl+Alt+1"
    keyed = [action for action in application.actions.actions.values() if not action.shortcut().isEmpty()]
    assert len(texts) == 2 * len(keyed)


@pytest.mark.parametrize("kind", ["new", "preferences", "message", "shortcuts", "changes"])
def test_dialogs_go_when_they_are_closed(application, dies, kind):
    """No dialog is kept alive by a connection: it is gone without the garbage collector's help."""
    window = application.window

    def shown(dialog):
        dialog.show()
        return dialog

    make = {
        "new": lambda: shown(NewDialog(window.jobs, window)),
        "preferences": lambda: shown(PreferencesDialog(window.preferences, window)),
        "message": lambda: shown(MessageDialog(TemplateError("It broke."), parent=window)),
        "shortcuts": lambda: shown(ShortcutsDialog(window.actions(), window)),
        "changes": lambda: shown(BrandChangesDialog([Change("Name", "a", "#123456")], parent=window)),
    }
    dies(make[kind])
