"""What a site says now that was read again, field by field beside what the brand holds; each can be left as it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from desktop.dialogs.brand_dialog import BrandDialog
from desktop.dialogs.field_names import field_name
from desktop.panels.swatches import LogoPicture
from desktop.widgets import GRID, IconLabel, label, styled
from templates.brands.refresh import Difference

_LONGEST = 120


class BrandDifferencesDialog(BrandDialog):
    """Ticked is what the site has; what it merely does not say any more is not ticked at first."""

    wanted = Signal(list)
    """The fields to take over."""

    def __init__(self, name: str, differences: Sequence[Difference], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._differences = name, differences
        self.ticks = {one.field: QCheckBox() for one in differences}
        for one in differences:
            self.ticks[one.field].setChecked(bool(one.new or one.new_picture))
            self.ticks[one.field].toggled.connect(self._refresh)
        self._headings = [label("caption") for _ in range(2)]
        area = QScrollArea(widgetResizable=True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._table())
        self.middle.addWidget(area, 1)
        area.setVisible(bool(differences))
        self.cancel.setVisible(bool(differences))
        self.accepted.connect(self._tell)
        if differences:
            self.resize(720, min(160 + 60 * len(differences), 560))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Read the site again"))
        if self._differences:
            self.title.setText(self.tr("The site of {brand} has changed").format(brand=self._name))
            self.about.setText(self.tr("What you chose yourself stays and is not listed. It can be undone."))
            self.go.setText(self.tr("Take over"))
        else:
            self.title.setText(self.tr("Nothing has changed"))
            self.about.setText(self.tr("The site says of {brand} what the brand holds.").format(brand=self._name))
            self.go.setText(self.tr("Close"))
        for heading, text in zip(self._headings, (self.tr("Now"), self.tr("On the site")), strict=True):
            heading.setText(text)
        for field, tick in self.ticks.items():
            tick.setText(field_name(field))
        self._refresh()

    @property
    def chosen(self) -> list[str]:
        """The fields that are ticked."""
        return [field for field, tick in self.ticks.items() if tick.isChecked()]

    def _refresh(self) -> None:
        self.go.setEnabled(bool(self.chosen) or not self._differences)

    def _tell(self) -> None:
        if self.chosen:
            self.wanted.emit(self.chosen)

    def _table(self) -> QWidget:
        card = styled(QFrame(), "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(12)
        for heading, column in zip(self._headings, (1, 3), strict=True):
            grid.addWidget(heading, 0, column)
        for row, one in enumerate(self._differences, 1):
            grid.addWidget(self.ticks[one.field], row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(_value(one.field, one.old, one.old_picture), row, 1)
            grid.addWidget(IconLabel("arrow-right", 16), row, 2)
            grid.addWidget(_value(one.field, one.new, one.new_picture), row, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        grid.setRowStretch(len(self._differences) + 1, 1)
        return card


def _value(field: str, text: str, picture: bytes) -> QWidget:
    """A logo as a picture, a colour with its swatch, everything else as text."""
    if picture:
        logo = LogoPicture()
        logo.show_png(picture)
        return logo
    shown = label("" if text else "muted", wrap=True)
    shown.setText((text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…") or "–")
    shown.setToolTip(text)
    if not (text.startswith("#") and QColor.isValidColorName(text)):
        return shown
    return _with_swatch(shown, text)


def _with_swatch(shown: QLabel, colour: str) -> QWidget:
    both = QWidget()
    row = QGridLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setHorizontalSpacing(GRID)
    picture = QPixmap(16, 16)
    picture.fill(QColor(colour))
    swatch = QLabel()
    swatch.setPixmap(picture)
    row.addWidget(swatch, 0, 0)
    row.addWidget(shown, 0, 1)
    row.setColumnStretch(1, 1)
    return both
