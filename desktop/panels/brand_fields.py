"""The brand panel's fields: each shows a value, and one click away where it was found and what else could be meant."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QColor, QRegularExpressionValidator
from PySide6.QtWidgets import QColorDialog, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.panels.evidence import EvidenceButton
from desktop.panels.swatches import LogoPicture, Swatch
from desktop.widgets import GRID, Translated, button, label, restyle
from templates.brand.evidence import Candidate

_HEX = QRegularExpression("#?[0-9a-fA-F]{0,6}")


class Field(Translated, QWidget):
    """A title with its evidence, and below it what a subclass adds to ``column``."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stored = ""
        self.title = label("caption")
        self.evidence = EvidenceButton()
        self.evidence.chosen.connect(self.set_value)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.evidence)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addLayout(head)

    @property
    def value(self) -> Any:
        """What the field says now."""
        raise NotImplementedError

    @property
    def is_changed(self) -> bool:
        """Whether it differs from what is stored."""
        return bool(self.value != self._stored)

    @property
    def is_valid(self) -> bool:
        """Whether the value can be used."""
        return True

    def set_value(self, value: str) -> None:
        """Take a value as if it had been typed."""
        raise NotImplementedError

    def show_value(self, value: str, evidence: Sequence[Candidate]) -> None:
        """Show what is stored."""
        self._stored = value
        self.evidence.offer(evidence, value)
        self.set_value(value)

    def set_title(self, title: str) -> None:
        """Name the field."""
        self.title.setText(title)
        self.evidence.name_for(title)

    def retranslate(self) -> None:
        """Texts come from the panel."""


class TextField(Field):
    """One line of text."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.textChanged.connect(self.edited)
        self.title.setBuddy(self.edit)
        self.column.addWidget(self.edit)

    @property
    def value(self) -> str:
        """The text."""
        return self.edit.text().strip()

    def set_value(self, value: str) -> None:
        """Show a text, from its beginning."""
        self.edit.setText(value)
        self.edit.setCursorPosition(0)

    def set_title(self, title: str) -> None:
        """Name the field for screen readers too."""
        super().set_title(title)
        self.edit.setAccessibleName(title)


class ColourField(TextField):
    """A colour as ``#rrggbb``, with a swatch that opens the colour dialog."""

    def __init__(self) -> None:
        super().__init__()
        self.edit.setValidator(QRegularExpressionValidator(_HEX, self))
        self.swatch = Swatch()
        self.swatch.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.swatch)
        row.addWidget(self.edit, 1)
        self.column.addLayout(row)
        self.edit.textChanged.connect(self._show_colour)
        self.retranslate()

    @property
    def value(self) -> str:
        """The colour in small letters."""
        text = self.edit.text().strip().lower()
        return text if text.startswith("#") or not text else f"#{text}"

    @property
    def is_valid(self) -> bool:
        """Whether it is a whole colour."""
        return len(self.value) in {4, 7} and QColor.isValidColorName(self.value)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.swatch.setToolTip(self.tr("Choose a colour…"))
        self.swatch.setAccessibleName(self.tr("Choose a colour…"))

    def _show_colour(self) -> None:
        self.edit.setProperty("wrong", not self.is_valid)
        restyle(self.edit)
        if self.is_valid:
            self.swatch.show_colour(self.value)

    def _choose(self) -> None:
        self.colour_dialog = QColorDialog(QColor(self.value), self)
        self.colour_dialog.colorSelected.connect(self._chosen)
        self.colour_dialog.finished.connect(self.colour_dialog.deleteLater)
        self.colour_dialog.open()

    def _chosen(self, colour: QColor) -> None:
        self.set_value(colour.name())


class LogoField(Field):
    """The logo as a picture. Its value is a path or an address, empty while the stored one stays."""

    def __init__(self) -> None:
        super().__init__()
        self._value = ""
        self._path = Path()
        self.picture = LogoPicture()
        self.note: QLabel = label("muted", wrap=True)
        self.note.hide()
        self.choose = button()
        self.choose.clicked.connect(self._choose)
        self.column.addWidget(self.picture)
        self.column.addWidget(self.note)
        self.column.addSpacing(4)
        self.column.addWidget(self.choose)
        self.retranslate()

    @property
    def value(self) -> Any:
        """A path or an address; "" for the stored logo."""
        return self._value

    def show_logo(self, path: Path, evidence: Sequence[Candidate]) -> None:
        """Show the stored logo."""
        self._path = path
        usable = [one for one in evidence if one.value.startswith(("https://", "http://")) or Path(one.value).is_file()]
        self.show_value("", usable)

    def set_value(self, value: str) -> None:
        """Take another logo: a file is shown at once, an address once it is fetched."""
        self._value = value
        remote = value.startswith(("https://", "http://"))
        self.picture.show_file(Path(value) if value and not remote else self._path)
        self.note.setText(value.rpartition("/")[2] if value else "")
        self.note.setToolTip(value)
        self.note.setVisible(bool(value))
        self.edited.emit()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.choose.setText(self.tr("Choose file…"))
        self.picture.setAccessibleName(self.tr("Logo"))

    def _choose(self) -> None:
        pattern = self.tr("Pictures") + " (*.svg *.png *.jpg *.jpeg *.webp *.gif *.ico)"
        dialog = QFileDialog(self, self.tr("Choose a logo"), "", pattern)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.set_value)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
