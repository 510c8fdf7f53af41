"""What an update of the brand changes, shown before it happens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.widgets import GRID, IconLabel, Translated, button, label, styled

_LONGEST = 40


@dataclass(frozen=True)
class Change:
    """One field: its name in the user's language, the value now and the value to come ("" for none)."""

    field: str
    before: str
    after: str


class BrandChangesDialog(Translated, QDialog):
    """Accepted: apply the changes."""

    def __init__(
        self, changes: Sequence[Change], templates: int, edited: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._changes, self._templates, self._edited = changes, templates, edited
        self._title, self.follow, self._kept = label("heading"), label("", wrap=True), label("muted", wrap=True)
        self.apply_button, self._cancel = button(primary=True), button()
        self.apply_button.setDefault(True)
        self.apply_button.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Update the brand"))
        self._title.setText(self.tr("What changes"))
        self.follow.setText(self.tr("%n template(s) follow at once.", "", self._templates))
        stays = self.tr("Your own edits in templates and parts stay. The update can be undone.")
        if self._edited:
            parts = self.tr("Edited by hand, and so kept: {parts}").format(parts=", ".join(self._edited))
            stays = f"{stays}\n{parts}"
        self._kept.setText(stays)
        self.apply_button.setText(self.tr("Update all templates"))
        self._cancel.setText(self.tr("Cancel"))

    def _lay_out(self) -> None:
        card = styled(QFrame(), "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(12)
        for row, change in enumerate(self._changes):
            name = label("strong")
            name.setText(change.field)
            grid.addWidget(name, row, 0)
            grid.addWidget(_value(change.before), row, 1)
            grid.addWidget(IconLabel("arrow-right", 16), row, 2)
            grid.addWidget(_value(change.after), row, 3)
        grid.setColumnStretch(3, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.apply_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(12)
        for each in (self._title, card, self.follow, self._kept):
            column.addWidget(each)
        column.addSpacing(GRID)
        column.addLayout(buttons)
        self.setMinimumWidth(460)


def _value(text: str) -> QWidget:
    """A value; a colour with its swatch."""
    shown = label()
    shown.setText(text if len(text) <= _LONGEST else f"…{text[1 - _LONGEST :]}")
    shown.setToolTip(text)
    if not text:
        shown.setText("–")
    if not (text.startswith("#") and QColor.isValidColorName(text)):
        return shown
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    picture = QPixmap(16, 16)
    picture.fill(QColor(text))
    swatch = QLabel()
    swatch.setPixmap(picture)
    row.addWidget(swatch)
    row.addWidget(shown, 1, Qt.AlignmentFlag.AlignLeft)
    return both
