"""Whether a new brand gets templates of its own, and in which languages."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.widgets import Translated, label

CHOICES = ("", "en fr", "en", "fr")


class StarterChoice(Translated, QWidget):
    """A choice of languages for the starters, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption, self.box = label("caption"), QComboBox()
        self._caption.setBuddy(self.box)
        for choice in CHOICES:
            self.box.addItem("", choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addWidget(self.box)
        self.retranslate()

    @property
    def languages(self) -> tuple[str, ...]:
        """In which languages templates are made; () for none."""
        return tuple(str(self.box.currentData()).split())

    def retranslate(self) -> None:
        """Set every text anew."""
        self._caption.setText(self.tr("Templates of its own"))
        self.box.setAccessibleName(self.tr("Templates of its own"))
        texts = (
            self.tr("None: move existing ones later"),
            self.tr("English and French"),
            self.tr("English only"),
            self.tr("French only"),
        )
        for place, text in enumerate(texts):
            self.box.setItemText(place, text)
