"""Draws a picture piece by piece, with gaps where only another one has something."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette

from desktop.proofs.look.raster import Raster, paint_raster
from renderers.proofs.levelling import Piece


def paint_pieces(
    painter: QPainter, raster: Raster, pieces: Sequence[Piece], origin: QPointF, scale: float, clip: QRectF
) -> None:
    """Draw the pieces of a column whose top left corner is at ``origin``."""
    width = raster.width * scale
    for piece in pieces:
        target = QRectF(origin.x(), origin.y() + piece.at * scale, width, (piece.bottom - piece.top) * scale)
        paint_raster(painter, raster, (piece.top, piece.bottom), target, clip)


def paint_gaps(
    painter: QPainter, area: QRectF, pieces: Sequence[Piece], scale: float, clip: QRectF, palette: QPalette
) -> None:
    """Hatch what no piece of a column covers; ``area`` is the whole column."""
    hatch = QBrush(palette.color(QPalette.ColorRole.Dark), Qt.BrushStyle.BDiagPattern)
    at = area.top()
    for piece in (*pieces, None):
        end = area.bottom() if piece is None else area.top() + piece.at * scale
        gap = QRectF(area.left(), at, area.width(), end - at).intersected(clip)
        if end - at >= 1 and not gap.isEmpty():
            painter.fillRect(gap, palette.color(QPalette.ColorRole.Window))
            painter.fillRect(gap, hatch)
        if piece is not None:
            at = end + (piece.bottom - piece.top) * scale


def faded(colour: QColor, alpha: int) -> QColor:
    """The colour, so much of 255 of it."""
    return QColor(colour.red(), colour.green(), colour.blue(), alpha)
