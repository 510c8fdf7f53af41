"""Properties that a rule asks and contacts.toml does not have, with the way to add them there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.dynamic.rule_builder.words import sort_title
from desktop.widgets import GRID, Translated, button, label
from templates.dynamic.properties import PropertyType


class Undeclared(Translated, QWidget):
    """Hidden while every property is known. A misspelt one is mended in its row instead."""

    wanted = Signal(object)
    """The properties to add: types by name."""

    def __init__(self) -> None:
        super().__init__()
        self._types: Mapping[str, PropertyType] = {}
        self.note, self.add = label("muted", wrap=True), button()
        self.add.clicked.connect(self._say)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.note, 1)
        row.addWidget(self.add)
        self.hide()
        self.retranslate()

    def show_types(self, types: Mapping[str, PropertyType]) -> None:
        """Show the properties that are missing, with the types that their rule implies."""
        self._types = types
        self.retranslate()
        self.setVisible(bool(types))

    def retranslate(self) -> None:
        """Set every text anew."""
        named = ", ".join(f"{name} ({sort_title(type_)})" for name, type_ in self._types.items())
        self.note.setText(self.tr("Not in contacts.toml yet: {properties}").format(properties=named))
        self.add.setText(self.tr("Add to contacts.toml"))

    def _say(self) -> None:
        self.wanted.emit(self._types)
