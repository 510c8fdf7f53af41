"""Beside the code: line numbers, what is wrong in a line, what can be folded, and which lines are the selected ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTextBlock,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.icons import pixmap
from desktop.models.problem import SEVERITY_ICONS, Severity, severity_colour

if TYPE_CHECKING:
    from desktop.editor.code.editor import CodeEditor

_ICON, _GAP, _FOLD = 14, 6, 20  # pixels


class Gutter(QWidget):
    """Reads everything from its text field. Whatever it offers to the mouse is an action with a key too."""

    sign_clicked = Signal(int)
    """Somebody clicked on the sign in that line."""

    def __init__(self, editor: CodeEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._lines: dict[int, tuple[Severity, str]] = {}
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def set_signs(self, lines: dict[int, tuple[Severity, str]]) -> None:
        """Show a sign in these lines; the text is its tip."""
        if lines != self._lines:
            self._lines = lines
            self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the last line's number."""
        digits = max(3, len(str(self._editor.blockCount())))
        return QSize(_GAP + _ICON + digits * self._editor.fontMetrics().horizontalAdvance("9") + _GAP + _FOLD, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that are to be seen."""
        painter, editor = QPainter(self), self._editor
        painter.setFont(editor.font())
        band = self._band()
        for block in editor.blocks_in(event.rect()):
            top, height = round(editor.top_of(block)), round(editor.blockBoundingRect(block).height())
            number = block.blockNumber()
            if band[0] <= number <= band[1]:
                painter.fillRect(QRect(self.width() - 3, top, 3, height), self._colour(QPalette.ColorRole.Accent))
            self._paint_number(painter, number, top, height)
            if number in self._lines:
                colour = severity_colour(self._lines[number][0], editor.palette())
                icon = pixmap(SEVERITY_ICONS[self._lines[number][0]], colour, _ICON, self.devicePixelRatioF())
                painter.drawPixmap(_GAP - 2, top + (height - _ICON) // 2, icon)
            if number in editor.folding.folds:
                self._paint_fold(painter, top + height / 2, closed=editor.folding.is_closed(number))
        painter.end()

    def _band(self) -> tuple[int, int]:
        band = self._editor.band
        if band is None:
            return -1, -2
        return self._editor.line_at(band.start), self._editor.line_at(max(band.start, band.end - 1))

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self._editor.palette().color(role)

    def _paint_number(self, painter: QPainter, number: int, top: int, height: int) -> None:
        current = number == self._editor.textCursor().blockNumber()
        font = QFont(self._editor.font())
        font.setWeight(QFont.Weight.DemiBold if current else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._colour(QPalette.ColorRole.Text if current else QPalette.ColorRole.PlaceholderText))
        room = QRect(0, top, self.width() - _FOLD - 2, height)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number + 1))

    def _paint_fold(self, painter: QPainter, middle: float, *, closed: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._colour(QPalette.ColorRole.Text if closed else QPalette.ColorRole.PlaceholderText)
        painter.setPen(QPen(colour, 1.4, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        x = self.width() - _FOLD / 2 - 2
        if closed:
            points = [QPointF(x - 2, middle - 4), QPointF(x + 2, middle), QPointF(x - 2, middle + 4)]
        else:
            points = [QPointF(x - 4, middle - 2), QPointF(x, middle + 2), QPointF(x + 4, middle - 2)]
        painter.drawPolyline(points)

    def _block_at(self, height: float) -> QTextBlock | None:
        area = QRect(0, round(height), 1, 1)
        return next(iter(self._editor.blocks_in(area)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold, show what can be mended, or go to the line."""
        block = self._block_at(event.position().y())
        if block is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        number = block.blockNumber()
        if event.position().x() >= self.width() - _FOLD - 2 and number in self._editor.folding.folds:
            self._editor.folding.toggle(number)
        elif event.position().x() <= _GAP + _ICON and number in self._lines:
            self.sign_clicked.emit(number)
        else:
            cursor = self._editor.textCursor()
            cursor.setPosition(block.position())
            self._editor.setTextCursor(cursor)
            self._editor.setFocus()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text."""
        self._editor.wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say what is wrong in the line under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            block = self._block_at(event.pos().y())
            text = self._lines.get(block.blockNumber(), ("", ""))[1] if block else ""
            if text:
                QToolTip.showText(event.globalPos(), text, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
