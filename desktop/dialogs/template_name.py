"""A small dialog that asks for one line: the new name of a template, or its tags."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QCompleter, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import explain
from desktop.language import current_language
from desktop.widgets import GRID, Translated, button, label, style_completions
from templates.errors import MailwrightError
from templates.library import check_name, clean_tags, named
from templates.workspace import Workspace


class _LineDialog(Translated, QDialog):
    """One field with its caption, a line below it, Cancel and a button that goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.caption, self.hint = label("caption"), label("muted", wrap=True)
        self.edit = QLineEdit()
        self.caption.setBuddy(self.edit)
        self.go, self._cancel = button(primary=True), button()
        self.go.setDefault(True)
        self.go.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.go)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        self.column.setSpacing(GRID)
        for each in (self.caption, self.edit, self.hint):
            self.column.addWidget(each)
        self.column.addSpacing(2 * GRID)
        self.column.addLayout(buttons)
        self.setMinimumWidth(420)

    def retranslate(self) -> None:
        """Set every text anew."""
        self._cancel.setText(self.tr("Cancel"))


class RenameDialog(_LineDialog):
    """Asks for another name; the siblings in other languages may go along."""

    renamed = Signal(object)
    """The new names by the old ones."""

    def __init__(self, workspace: Workspace, name: str, siblings: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._name = workspace, name
        self._siblings = [one for one in siblings if "." in one]
        stem, self._dot, self._language = name.partition(".")
        self.edit.setText(stem)
        self.edit.selectAll()
        self.together = QCheckBox()
        self.together.setChecked(bool(self._siblings))
        self.together.setVisible(bool(self._siblings))
        self.column.insertWidget(3, self.together)
        self.edit.textChanged.connect(self._check)
        self.together.toggled.connect(self._check)
        self.accepted.connect(self._tell)
        self.retranslate()

    @property
    def names(self) -> dict[str, str]:
        """The new names by the old ones."""
        stem = named(self.edit.text())
        found = {self._name: f"{stem}{self._dot}{self._language}"} if stem else {}
        if stem and self.together.isChecked():
            found |= {one: f"{stem}.{one.partition('.')[2]}" for one in self._siblings}
        return {old: new for old, new in found.items() if old != new}

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Rename the template"))
        self.caption.setText(self.tr("Name"))
        self.edit.setAccessibleName(self.tr("Name"))
        self.together.setText(self.tr("Rename its other languages too"))
        self.go.setText(self.tr("Rename"))
        self._check()

    def _check(self) -> None:
        """Say what the folders will be called, or what is wrong with the name."""
        names = self.names
        self.hint.setText(", ".join(names.values()))
        self.go.setEnabled(bool(names))
        try:
            for old, new in names.items():
                check_name(self._workspace, new, instead_of=old)
        except MailwrightError as error:
            self.hint.setText(explain(error, current_language()))
            self.go.setEnabled(False)

    def _tell(self) -> None:
        self.renamed.emit(self.names)


class TagsDialog(_LineDialog):
    """Asks for tags, with commas between them; those that other templates have are offered."""

    tagged = Signal(list)

    def __init__(self, tags: Sequence[str], known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self.edit.setText(", ".join(tags))
        completer = QCompleter(list(known), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        style_completions(completer)
        self.edit.setCompleter(completer)
        self.accepted.connect(self._tell)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Tags"))
        self.caption.setText(self.tr("Tags, with commas between them"))
        self.edit.setAccessibleName(self.tr("Tags, with commas between them"))
        used = self.tr("In use: {tags}").format(tags=", ".join(self._known)) if self._known else ""
        self.hint.setText(used)
        self.go.setText(self.tr("Keep the tags"))

    def _tell(self) -> None:
        self.tagged.emit(clean_tags(self.edit.text().split(",")))
