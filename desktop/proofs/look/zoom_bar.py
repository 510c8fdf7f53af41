"""How large a picture is shown: fitting, 100 %, 200 %, and everything between."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from desktop.proofs.look.words import percent_words
from desktop.proofs.look.zoom_area import LEAST, MOST, ZoomArea
from desktop.widgets import GRID, IconButton, Translated, label, segment

_STEPS = 100  # of the slider; each makes the picture larger by the same factor
_RANGE = math.log(MOST / LEAST)


class ZoomBar(Translated, QWidget):
    """Steers one area at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area: ZoomArea | None = None
        self.fit, self.full, self.double = (QAction(self, checkable=True) for _ in range(3))
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for action, zoom in ((self.fit, None), (self.full, 1.0), (self.double, 2.0)):
            action.setData(zoom)
            group.addAction(action)
            action.triggered.connect(self._chosen)
        self.smaller, self.larger = IconButton("zoom-out"), IconButton("zoom-in")
        self.smaller.clicked.connect(self._make_smaller)
        self.larger.clicked.connect(self._make_larger)
        self.slider, self.percent = QSlider(Qt.Orientation.Horizontal), label("muted")
        self.slider.setRange(0, _STEPS)
        self.slider.setFixedWidth(120)
        self.slider.valueChanged.connect(self._slid)
        self.percent.setMinimumWidth(self.percent.fontMetrics().horizontalAdvance("000 %"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        text_only = Qt.ToolButtonStyle.ToolButtonTextOnly
        for each in (segment((self.fit, self.full, self.double), style=text_only), self.smaller, self.slider):
            row.addWidget(each)
        row.addWidget(self.larger)
        row.addWidget(self.percent)
        self.retranslate()

    def follow(self, area: ZoomArea) -> None:
        """Steer this area from now on."""
        if self._area is not None:
            self._area.zoomed.disconnect(self._tell)
        self._area = area
        area.zoomed.connect(self._tell)
        self._tell()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.fit.setText(self.tr("Fit"))
        self.fit.setToolTip(self.tr("As large as it fits (0)"))
        for action, key in ((self.full, 1), (self.double, 2)):
            action.setText(percent_words(key))
            action.setToolTip(f"{percent_words(key)} ({key})")
        self.smaller.name(self.tr("Smaller (−)"))
        self.larger.name(self.tr("Larger (+)"))
        self.slider.setAccessibleName(self.tr("Zoom"))
        self.slider.setToolTip(self.tr("Zoom"))
        self._tell()

    def _tell(self) -> None:
        if self._area is None:
            return
        scale, zoom = self._area.scale, self._area.zoom
        for action in (self.fit, self.full, self.double):
            action.setChecked(zoom == action.data())
        self.percent.setText(percent_words(scale))
        self.smaller.setEnabled(scale > LEAST)
        self.larger.setEnabled(scale < MOST)
        blocked = self.slider.blockSignals(True)  # it says what is, and asks for nothing
        self.slider.setValue(round(_STEPS * math.log(scale / LEAST) / _RANGE))
        self.slider.blockSignals(blocked)

    def _chosen(self) -> None:
        action = self.sender()
        if self._area is not None and isinstance(action, QAction):
            self._area.set_zoom(action.data())
            self._tell()

    def _slid(self, value: int) -> None:
        if self._area is not None:
            self._area.set_zoom(LEAST * math.exp(_RANGE * value / _STEPS))

    def _make_smaller(self) -> None:
        if self._area is not None:
            self._area.smaller()

    def _make_larger(self) -> None:
        if self._area is not None:
            self._area.larger()
