"""Draws what differs between two pictures that lie under it: everything else pale, each place framed, with its sign."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette, QPen, QRegion

from desktop.editor.history.colours import added_colour, removed_colour
from desktop.proofs.look.sheet_paint import faded
from desktop.theme import roles_of
from renderers.proofs.difference import ADDED, CHANGED, REMOVED, Box, Difference, Kind

_VEIL = 165  # of 255: how pale everything is that does not differ
_MARK, _GROUND = 84, 40  # of 255: over single pixels; over what only one of the pictures has
_AROUND = 4.0  # pixels between a place and its frame
_SIGNS: dict[Kind, str] = {"changed": "≠", "removed": "−", "added": "+"}
_TAG = 18.0


class DifferencePaint:
    """Paints one difference; its mask is kept as an image of four colours."""

    def __init__(self, found: Difference) -> None:
        self._found = found
        self._wide, self._high = found.widths[0], found.height
        self._mask = QImage(found.mask, self._wide, self._high, self._wide, QImage.Format.Format_Indexed8)

    def paint(
        self, painter: QPainter, area: QRectF, scale: float, clip: QRectF, palette: QPalette, current: int
    ) -> None:
        """Draw over ``area``, where both pictures lie level; ``current`` is the place that is framed boldly."""
        colours = _colours(palette)
        self._veil(painter, area, scale, clip, palette)
        self._paint_mask(painter, area, scale, clip, colours)
        for number, box in enumerate(self._found.boxes):
            frame = _frame(box, area, scale)
            if frame.adjusted(-_TAG, -_TAG, 0, 0).intersects(clip):
                _paint_frame(painter, frame, box, colours[box.kind], palette, is_current=number == current)

    def _veil(self, painter: QPainter, area: QRectF, scale: float, clip: QRectF, palette: QPalette) -> None:
        """Make everything pale but what differs."""
        pale = QRegion(area.intersected(clip).toAlignedRect())
        for box in self._found.boxes:
            frame = _frame(box, area, scale)
            if frame.intersects(clip):
                pale -= QRegion(frame.toAlignedRect())
        painter.save()
        painter.setClipRegion(pale)
        painter.fillRect(area.intersected(clip), faded(palette.color(QPalette.ColorRole.Base), _VEIL))
        painter.restore()

    def _paint_mask(
        self, painter: QPainter, area: QRectF, scale: float, clip: QRectF, colours: dict[Kind, QColor]
    ) -> None:
        table = {CHANGED: faded(colours["changed"], _MARK)}
        table |= {REMOVED: faded(colours["removed"], _GROUND), ADDED: faded(colours["added"], _GROUND)}
        self._mask.setColorTable([0, *(table[place].rgba() for place in sorted(table))])
        seen = area.intersected(clip)
        if seen.isEmpty():
            return
        source = QRectF(
            (seen.left() - area.left()) / scale,
            (seen.top() - area.top()) / scale,
            seen.width() / scale,
            seen.height() / scale,
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        painter.drawImage(seen, self._mask, source)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)


def _colours(palette: QPalette) -> dict[Kind, QColor]:
    return {
        "changed": QColor(roles_of(palette).accent),
        "removed": removed_colour(palette),
        "added": added_colour(palette),
    }


def _frame(box: Box, area: QRectF, scale: float) -> QRectF:
    place = QRectF(box.left * scale, box.top * scale, (box.right - box.left) * scale, (box.bottom - box.top) * scale)
    return place.translated(area.topLeft()).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)


def _paint_frame(
    painter: QPainter, frame: QRectF, box: Box, colour: QColor, palette: QPalette, *, is_current: bool
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 3 if is_current else 1.5))
    painter.drawRoundedRect(frame, 5, 5)
    tag = QRectF(frame.left() - _TAG / 2, frame.top() - _TAG / 2, _TAG, _TAG)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(tag)
    font = QFont(painter.font())
    font.setPixelSize(13)
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(palette.color(QPalette.ColorRole.Base))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, _SIGNS[box.kind])
