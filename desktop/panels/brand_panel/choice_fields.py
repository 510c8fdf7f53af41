"""A number of pixels, and a language."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSlider, QSpinBox

from desktop.panels.brand_panel.field import Field
from desktop.widgets import GRID

MOST_ROUND = 40
#: By their own names: what the shipped parts speak, then what companies write in most.
LANGUAGES = {
    "en": "English", "fr": "Français", "de": "Deutsch", "es": "Español", "it": "Italiano", "pt": "Português",
    "nl": "Nederlands", "pl": "Polski", "sv": "Svenska", "da": "Dansk", "nb": "Norsk bokmål", "fi": "Suomi",
    "cs": "Čeština", "ro": "Română", "el": "Ελληνικά", "tr": "Türkçe", "ja": "日本語", "zh": "中文",
}  # fmt: skip


class RadiusField(Field):
    """The radius of buttons and cards, in CSS pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.slider, self.number = QSlider(Qt.Orientation.Horizontal), QSpinBox()
        for each in (self.slider, self.number):
            each.setRange(0, MOST_ROUND)
        self.number.setSuffix(" px")
        self.number.setFixedWidth(68)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.slider.valueChanged.connect(self.number.setValue)
        self.number.valueChanged.connect(self.slider.setValue)
        self.number.valueChanged.connect(self._changed)
        self.title.setBuddy(self.number)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        self.body.addLayout(row)

    @property
    def value(self) -> int:
        """Pixels."""
        return self.number.value()

    def set_value(self, value: str | int) -> None:
        """Show a radius."""
        self.number.setValue(int(value or 0))

    def set_title(self, title: str) -> None:
        """Name both controls for screen readers too."""
        super().set_title(title)
        self.slider.setAccessibleName(title)
        self.number.setAccessibleName(title)

    def _changed(self) -> None:
        self.refresh()
        self.edited.emit()


class LanguageField(Field):
    """The language that the company writes in, as two or three letters."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QComboBox()
        for code in LANGUAGES:
            self._add(code)
        self.box.currentIndexChanged.connect(self._changed)
        self.title.setBuddy(self.box)
        self.body.addWidget(self.box)

    @property
    def value(self) -> str:
        """The code."""
        return str(self.box.currentData() or "")

    def set_value(self, value: str) -> None:
        """Show a language; one that is not in the list joins it."""
        if self.box.findData(value) < 0:
            self._add(value)
        self.box.setCurrentIndex(self.box.findData(value))

    def set_title(self, title: str) -> None:
        """Name the list for screen readers too."""
        super().set_title(title)
        self.box.setAccessibleName(title)

    def _add(self, code: str) -> None:
        self.box.addItem(f"{LANGUAGES[code]} ({code})" if code in LANGUAGES else code, code)

    def _changed(self) -> None:
        self.refresh()
        self.edited.emit()
