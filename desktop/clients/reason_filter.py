"""Above the reasons: a field to find some, and how certain they are, which is the legend of the signs as well."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop.clients.certainty_sign import sign_icon
from desktop.clients.reason_model import ReasonModel
from desktop.language import current_language
from desktop.widgets import GRID, Translated
from renderers.clients.change import Certainty
from renderers.clients.words import CERTAINTIES, certainty


class ReasonFilter(Translated, QWidget):
    """Narrows a model."""

    narrowed = Signal()

    def __init__(self, model: ReasonModel) -> None:
        super().__init__()
        self._model = model
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._narrow)
        self.kinds: dict[Certainty, QToolButton] = {how: QToolButton() for how in CERTAINTIES}
        row = QHBoxLayout()
        row.setSpacing(0)
        for button in self.kinds.values():
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(12, 12))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setObjectName("certainty")
            button.toggled.connect(self._narrow)
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.field)
        column.addLayout(row)
        self.retranslate()

    @property
    def is_on(self) -> bool:
        """Whether some reasons may be left out."""
        return bool(self._model.words.strip() or self._model.certainties)

    def count(self) -> None:
        """Say how many reasons there are of each kind; a kind without any is not offered."""
        language = current_language()
        for how, button in self.kinds.items():
            known, count = certainty(how, language), self._model.count(how)
            button.setText(f"{known.name} {count}")
            button.setAccessibleName(f"{known.name}, {self.tr('%n reason(s)', '', count)}")
            button.setVisible(count > 0 or button.isChecked())

    def clear(self) -> None:
        """Leave nothing out."""
        self.field.clear()
        for button in self.kinds.values():
            button.setChecked(False)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.field.setPlaceholderText(self.tr("Find a reason"))
        self.field.setAccessibleName(self.tr("Find a reason"))
        for how, button in self.kinds.items():
            known = certainty(how, current_language())
            button.setToolTip(f"{known.name}. {known.meaning}")
        self._tint()
        self.count()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        for how, button in self.kinds.items():
            button.setIcon(sign_icon(how, self.devicePixelRatioF()))

    def _narrow(self) -> None:
        self._model.narrow(
            self.field.text(), frozenset(how for how, button in self.kinds.items() if button.isChecked())
        )
        self.narrowed.emit()
