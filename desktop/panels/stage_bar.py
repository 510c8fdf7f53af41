"""The bar above a canvas: device widths, light and dark, zoom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from desktop.panels.canvas import FIT, Canvas
from desktop.web.scheme_emulation import Scheme
from desktop.widgets import GRID, Translated, label, segment, styled

_NARROWEST = 200  # pixels; what has no room is in the View menu still
ZOOMS = (FIT, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)


class StageBar(Translated, QWidget):
    """Steers one canvas."""

    def __init__(self, canvas: Canvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "bar")
        self._canvas = canvas
        self.zooms = QComboBox()
        self.zooms.setProperty("plain", True)
        self.zooms.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.zooms.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)  # a cut number says another one
        self.zooms.activated.connect(self._zoom_chosen)
        canvas.zoomed.connect(self.tell_zoom)
        canvas.zoom_stepped.connect(self.zoom_by)
        canvas.widened.connect(self._tell_width)
        self.setMinimumWidth(_NARROWEST)
        self._width = label("muted")
        self._width.setMinimumWidth(self._width.fontMetrics().horizontalAdvance("0000 px"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GRID, GRID, GRID, GRID)
        self._row.setSpacing(GRID)
        self._row.addStretch()
        self._row.addWidget(self.zooms)
        self._spare: tuple[QWidget, ...] = (self._width,)  # given up from the first on
        self._tell_width(canvas.device_width)
        self.retranslate()

    def add_switches(self, widths: Sequence[QAction], schemes: Sequence[QAction]) -> None:
        """Put the switches of width and colour scheme on the bar."""
        made = (segment(widths), self._width, segment(schemes))  # an action without an icon shows its text
        for place, widget in enumerate(made):
            self._row.insertWidget(place, widget)
        self._spare = (self._width, made[2], made[0])

    def add_widget(self, widget: QWidget) -> None:
        """Put something of the panel's own before the zoom."""
        self._row.insertWidget(self._row.count() - 1, widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up what there is no room for."""
        super().resizeEvent(event)
        self._make_room()

    def zoom_by(self, steps: int) -> None:
        """One step larger (1) or smaller (-1) than now."""
        now = self._canvas.zoom
        larger = [zoom for zoom in ZOOMS[1:] if zoom > now + 0.01]
        smaller = [zoom for zoom in ZOOMS[1:] if zoom < now - 0.01]
        if steps > 0 and larger:
            self.set_zoom(larger[0])
        if steps < 0 and smaller:
            self.set_zoom(smaller[-1])

    def set_zoom(self, zoom: float) -> None:
        """Enlarge the mail, or let it fit."""
        self.zooms.setCurrentIndex(ZOOMS.index(zoom))
        self._canvas.set_zoom(zoom)

    def tell_zoom(self) -> None:
        """Say how large the mail is when it fits."""
        self.zooms.setItemText(0, self.tr("Fit {percent}").format(percent=f"{self._canvas.zoom:.0%}"))
        self.zooms.updateGeometry()
        self._make_room()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.zooms.setAccessibleName(self.tr("Zoom"))
        self.zooms.setToolTip(self.tr("Zoom"))
        chosen = max(0, self.zooms.currentIndex())
        self.zooms.clear()
        for zoom in ZOOMS:
            self.zooms.addItem(f"{zoom:.0%}" if zoom else self.tr("Fit"), zoom)
        self.zooms.setCurrentIndex(chosen)
        self.tell_zoom()

    def _make_room(self) -> None:
        margins = self._row.contentsMargins()
        items = (self._row.itemAt(at) for at in range(self._row.count()))
        widgets = [widget for item in items if item and (widget := item.widget())]
        fixed = [widget for widget in widgets if widget not in self._spare and not widget.isHidden()]
        room = self.width() - margins.left() - margins.right() - sum(map(_wish, fixed))
        for widget in reversed(self._spare):  # the most wanted first
            room -= _wish(widget)
            widget.setVisible(room >= 0)

    def _tell_width(self, width: int) -> None:
        self._width.setText(f"{width} px")

    def _zoom_chosen(self) -> None:
        self._canvas.set_zoom(self.zooms.currentData())


def _wish(widget: QWidget) -> int:
    return max(widget.sizeHint().width(), widget.minimumWidth()) + GRID


class MailStage:
    """A panel with a canvas and its bar: what the actions for devices, light and dark, and zoom steer."""

    canvas: Canvas
    bar: StageBar

    def add_switches(self, widths: Sequence[QAction], schemes: Sequence[QAction]) -> None:
        """Put the switches of width and colour scheme on the bar."""
        self.bar.add_switches(widths, schemes)

    def set_width(self, width: int) -> None:
        """Show the mail as on a device of this width."""
        self.canvas.set_width(width)

    def set_scheme(self, scheme: Scheme) -> None:
        """Show the mail in a light or a dark client."""
        self.canvas.set_scheme(scheme)

    def zoom_by(self, steps: int) -> None:
        """One step larger (1) or smaller (-1) than now."""
        self.bar.zoom_by(steps)

    def set_zoom(self, zoom: float) -> None:
        """Enlarge the mail, or let it fit."""
        self.bar.set_zoom(zoom)
