"""A colour: its swatch, its text in any of CSS's spellings, the dialog, the eyedropper."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QHBoxLayout

from desktop.panels.brand_panel.text_fields import TextField
from desktop.panels.swatches import Swatch
from desktop.widgets import IconButton
from templates.brand.reading.css import css_colour

_BARE_HEX = re.compile(r"[0-9a-f]{3}|[0-9a-f]{6}", re.IGNORECASE)


class ColourField(TextField):
    """A colour as ``#rrggbb``. An ``automatic`` one may be empty: it is derived then, and the swatch shows it.

    ``dropper``: it has a button that takes the colour from a picture.
    """

    KIND = "colour"
    dropper_wanted = Signal()

    def __init__(self, *, automatic: bool = False, dropper: bool = False) -> None:
        super().__init__(needed=not automatic)
        self._automatic = automatic
        self.swatch = Swatch()
        self.dropper, self.reset_button = IconButton("pipette"), IconButton("rotate-ccw")
        self.dropper.setVisible(dropper)
        self.swatch.clicked.connect(self._choose)
        self.dropper.clicked.connect(self.dropper_wanted)
        self.reset_button.clicked.connect(self._make_automatic)
        self.edit.editingFinished.connect(self._spell)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.swatch)
        row.addWidget(self.edit, 1)
        row.addWidget(self.reset_button)
        row.addWidget(self.dropper)
        self.body.addLayout(row)
        self.retranslate()

    @property
    def value(self) -> str:
        """``#rrggbb``; "" for an automatic one; what was typed while that is no colour."""
        text = self.edit.text().strip()
        return css_colour(f"#{text}" if _BARE_HEX.fullmatch(text) else text) or text.lower()

    def fault(self) -> str:
        """Not a whole colour."""
        if self._automatic and not self.value:
            return ""
        if css_colour(self.value):
            return ""
        return self.tr("This is no colour. Write # and six digits, a name such as teal, rgb(…) or oklch(…).")

    def show_derived(self, colour: str) -> None:
        """Show what an automatic colour becomes."""
        if self._automatic and not self.value:
            self.swatch.show_colour(colour, derived=True)

    def set_title(self, title: str) -> None:
        """Name every button after the field."""
        super().set_title(title)
        self.swatch.setAccessibleName(self.tr("{field}: choose a colour").format(field=title))
        self.swatch.setToolTip(self.tr("Choose a colour…"))
        self.dropper.name(self.tr("{field}: pick it from a picture of the site").format(field=title))
        self.reset_button.name(self.tr("{field}: automatic").format(field=title))

    def refresh(self) -> None:
        """Show the colour."""
        super().refresh()
        if self.value and self.is_valid:
            self.swatch.show_colour(self.value)
        self.reset_button.setVisible(self._automatic and bool(self.value))
        self.edit.setPlaceholderText(self.tr("automatic") if self._automatic else "#rrggbb")

    def _choose(self) -> None:
        self.colour_dialog = QColorDialog(QColor(self.swatch.colour), self)
        self.colour_dialog.colorSelected.connect(self._chosen)
        self.colour_dialog.finished.connect(self.colour_dialog.deleteLater)
        self.colour_dialog.open()

    def _chosen(self, colour: QColor) -> None:
        self.set_value(colour.name())

    def _make_automatic(self) -> None:
        self.edit.clear()
        self.edit.setFocus()

    def _spell(self) -> None:
        """Spell a whole colour as it is kept."""
        if self.is_valid and self.edit.text() != self.value:
            self.edit.setText(self.value)
