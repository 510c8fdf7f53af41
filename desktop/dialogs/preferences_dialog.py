"""The preferences: one row for each field of ``UserSettings``, made from its type."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import explain
from desktop.language import QT_TRANSLATE_NOOP, current_language
from desktop.preferences import Preferences
from desktop.widgets import GRID, IconButton, Translated, label, rule
from templates.errors import MailwrightError
from templates.settings import UserSettings

#: What people call a setting and the values that can be chosen.
NAMES = {
    "language": QT_TRANSLATE_NOOP("Settings", "Language"),
    "theme": QT_TRANSLATE_NOOP("Settings", "Theme"),
    "browser": QT_TRANSLATE_NOOP("Settings", "Browser"),
    "cache_folder": QT_TRANSLATE_NOOP("Settings", "Folder for pictures"),
    "cache_megabytes": QT_TRANSLATE_NOOP("Settings", "Room for pictures"),
    "remote_pictures": QT_TRANSLATE_NOOP("Settings", "Pictures from the web"),
    "farm": QT_TRANSLATE_NOOP("Settings", "Farm"),
    "system": QT_TRANSLATE_NOOP("Settings", "As the system"),
    "light": QT_TRANSLATE_NOOP("Settings", "Light"),
    "dark": QT_TRANSLATE_NOOP("Settings", "Dark"),
    "en": "English",  # languages in their own words
    "fr": "Français",
}
#: The descriptions in ``UserSettings``, marked for the translators.
DESCRIPTIONS = (
    QT_TRANSLATE_NOOP("Settings", "The browser that takes the pictures; empty: the one that is found"),
    QT_TRANSLATE_NOOP("Settings", "Where pictures are kept for reuse"),
    QT_TRANSLATE_NOOP("Settings", "How much room those pictures may take, in MB"),
    QT_TRANSLATE_NOOP("Settings", "Whether previews fetch the pictures and fonts that mails name by web addresses"),
    QT_TRANSLATE_NOOP(
        "Settings", "The farm that may take pictures for you: whoever runs it can run programs on this computer"
    ),
    QT_TRANSLATE_NOOP("Settings", "The language of menus and messages"),
    QT_TRANSLATE_NOOP("Settings", "Light or dark windows"),
)
ORDER = ("language", "theme", "browser", "cache_folder", "cache_megabytes", "remote_pictures", "farm")


class PreferencesDialog(Translated, QDialog):
    """Changes apply when the dialog is accepted."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preferences = preferences
        self.editors: dict[str, QWidget] = {}
        self._labels = {name: (label("strong"), label("muted", wrap=True)) for name in ORDER}
        self.problem = label("danger", wrap=True)
        self.problem.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setProperty("primary", True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self.retranslate()

    def accept(self) -> None:
        """Write what changed; stay open with the reason when it cannot be used."""
        now = self._preferences.settings
        changes = {name: value for name in ORDER if (value := self._value(name)) != getattr(now, name)}
        try:
            if changes:
                self._preferences.change(changes)
        except MailwrightError as error:
            self.problem.setText(explain(error, current_language()))
            self.problem.show()
            return
        super().accept()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Preferences"))
        for name, (title, about) in self._labels.items():
            title.setText(_spoken(name))
            about.setText(QCoreApplication.translate("Settings", str(UserSettings.model_fields[name].description)))
            editor = self.editors[name]
            editor.setAccessibleName(_spoken(name))
            if isinstance(editor, QComboBox):
                for place in range(editor.count()):
                    editor.setItemText(place, _spoken(editor.itemData(place)))
            elif isinstance(editor, QCheckBox):
                editor.setText(self.tr("Fetch them"))

    def _value(self, name: str) -> Any:
        editor = self.editors[name]
        if isinstance(editor, QComboBox):
            return editor.currentData()
        if isinstance(editor, QSpinBox):
            return editor.value()
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        text = editor.text().strip() if isinstance(editor, QLineEdit) else ""
        if isinstance(getattr(self._preferences.settings, name), str):
            return text
        return Path(text).expanduser() if text else None

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(0, 320)
        grid.setColumnMinimumWidth(1, 280)
        for row, name in enumerate(ORDER):
            texts = QVBoxLayout()
            texts.setSpacing(2)
            for each in self._labels[name]:
                texts.addWidget(each)
            grid.addLayout(texts, row, 0)
            grid.addWidget(self._editor(name), row, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(grid)
        column.addStretch()
        column.addWidget(self.problem)
        column.addWidget(rule())
        column.addWidget(self._buttons)

    def _editor(self, name: str) -> QWidget:
        value = getattr(self._preferences.settings, name)
        choices = get_args(UserSettings.model_fields[name].annotation)
        if choices and all(isinstance(choice, str) for choice in choices):
            editor: QWidget = _choice(choices, value)
        elif isinstance(value, bool):
            editor = QCheckBox()
            editor.setChecked(value)
        elif isinstance(value, int):
            editor = _number(value)
        else:
            editor = QLineEdit(str(value or ""), clearButtonEnabled=True)
            editor.setCursorPosition(0)
        self.editors[name] = editor
        if isinstance(editor, QLineEdit) and not isinstance(value, str):
            return _with_browse(editor, folder=name == "cache_folder")
        return editor


class _Browse(Translated, IconButton):
    """Fills a field with a path that is chosen in a dialog."""

    def __init__(self, edit: QLineEdit, *, folder: bool) -> None:
        super().__init__("folder-open")
        self._edit, self._folder = edit, folder
        self.clicked.connect(self._choose)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.name(self.tr("Choose…"))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose…"), self._edit.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory if self._folder else QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._edit.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _with_browse(edit: QLineEdit, *, folder: bool) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(edit, 1)
    row.addWidget(_Browse(edit, folder=folder))
    return both


def _number(value: int) -> QSpinBox:
    made = QSpinBox(minimum=0, maximum=100_000, singleStep=100, value=value)
    made.lineEdit().setTextMargins(GRID, 0, 0, 0)  # the style sheet's padding does not reach inside
    return made


def _choice(choices: tuple[str, ...], value: str) -> QComboBox:
    made = QComboBox()
    for choice in choices:
        made.addItem(choice, choice)
    made.setCurrentIndex(made.findData(value))
    return made


def _spoken(key: str) -> str:
    return QCoreApplication.translate("Settings", NAMES[key])
