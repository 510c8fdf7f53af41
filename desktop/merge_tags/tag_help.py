"""What helps to put merge tags into a field of chips: the picker below a button, the popup of a chip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop.merge_tags.chip_line import ChipLine
from desktop.merge_tags.chip_popup import ChipPopup
from desktop.merge_tags.picker import MergeTagPicker
from templates.known_names import KnownName


class TagHelp(QObject):
    """``picked`` gives what is to stand in the place of what is selected in the field."""

    picked = Signal(str)

    def __init__(
        self, line: ChipLine, names: Callable[[], list[KnownName]], below: QWidget, *, in_attribute: bool = False
    ) -> None:
        """``names`` tells what can be chosen now; the picker opens below a widget."""
        super().__init__(line)
        self._quote = "'" if in_attribute else '"'
        self._line, self._names, self._below = line, names, below
        line.chip_wanted.connect(self.change)

    def choose(self) -> MergeTagPicker:
        """Offer the names."""
        picker = MergeTagPicker(self._names(), self._line.window(), self._quote)
        picker.picked.connect(self.picked)
        picker.show_below(self._below)
        return picker

    def change(self, source: str, place: QPoint) -> ChipPopup:
        """Open the chip that is selected: what stands for a missing value, another name, or none."""
        popup = ChipPopup(source, self._line.window(), self._quote)
        popup.changed.connect(self.picked)
        popup.other_wanted.connect(self.choose)
        popup.show_at(place)
        return popup
