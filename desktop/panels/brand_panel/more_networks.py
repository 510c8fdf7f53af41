"""The networks that most brands have no profile on: shown when there is something to show, or when one is added."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.panels.brand_panel.field import Field
from desktop.panels.brand_panel.field_table import title_of
from desktop.widgets import GRID, Translated


class MoreNetworks(Translated, QWidget):
    """Fields by network, and a list of those that can be added."""

    added = Signal(str)

    def __init__(self, fields: Mapping[str, Field]) -> None:
        super().__init__()
        self._fields = fields
        self.box = QComboBox()
        self.box.activated.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        for field in fields.values():
            column.addWidget(field)
        column.addWidget(self.box)
        self.retranslate()

    def show_filled(self) -> None:
        """Show the networks that have an address, or for which one was found."""
        for field in self._fields.values():
            field.setVisible(bool(field.value) or not field.strip.isHidden())
        self._fill()

    def add(self, network: str) -> None:
        """Show a network's field, and give it the keyboard."""
        self._fields[network].show()
        self._fill()
        target = self._fields[network].nextInFocusChain()
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
        self.added.emit(network)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.box.setAccessibleName(self.tr("Add a network"))
        self._fill()

    def _fill(self) -> None:
        self.box.clear()
        self.box.addItem(self.tr("Add a network…"), "")
        for network, field in self._fields.items():
            if field.isHidden():
                self.box.addItem(title_of(network), network)
        self.box.setVisible(self.box.count() > 1)

    def _chosen(self, place: int) -> None:
        network = str(self.box.itemData(place))
        if network:
            self.add(network)
