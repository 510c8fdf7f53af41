"""Painting a problem: its severity as icon and word, the sentence, where it is, and a button that puts it right."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.icons import pixmap
from desktop.models.problem import SEVERITY_ICONS, Problem, severity_colour
from desktop.models.problem_model import PROBLEM, WHERE, severity_name

HEIGHT = 34
_GAP, _ICON = 10, 16
Index = QModelIndex | QPersistentModelIndex


class ProblemDelegate(QStyledItemDelegate):
    """Draws rows; the button is drawn too, because a list has no widgets in its rows."""

    fix_wanted = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed = QPersistentModelIndex()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same height for every row."""
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        problem: Problem = index.data(PROBLEM)
        colours, area = QGuiApplication.palette(), QRect(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, state, colours)
        if problem.fix:
            self._paint_button(painter, self.button_of(option.rect, option.font), option, colours)
            area.setRight(self.button_of(option.rect, option.font).left() - _GAP)
        else:
            area.setRight(area.right() - _GAP)
        left = self._paint_severity(painter, area, problem, option.font, colours)
        self._paint_words(painter, area, left, index, colours)
        painter.restore()

    def button_of(self, area: QRect, font: QFont) -> QRect:
        """Where the button is in a row."""
        wide = QFontMetrics(font).horizontalAdvance(self.tr("Fix")) + 24
        return QRect(area.right() - wide - _GAP, area.top() + 5, wide, area.height() - 10)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on the button puts the problem right."""
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            problem = index.data(PROBLEM)
            inside = bool(problem.fix) and self.button_of(option.rect, option.font).contains(event.position().toPoint())
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = QPersistentModelIndex(index) if inside else QPersistentModelIndex()
            elif event.type() == QEvent.Type.MouseButtonRelease and inside and self._pressed == index:
                self.fix_wanted.emit(index)
                return True
        return super().editorEvent(event, model, option, index)

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag, colours: QPalette) -> None:
        role = None
        if state & QStyle.StateFlag.State_Selected:
            role = QPalette.ColorRole.Midlight
        elif state & QStyle.StateFlag.State_MouseOver:
            role = QPalette.ColorRole.Light
        if role is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color(role))
            painter.drawRoundedRect(area.adjusted(4, 1, -4, -1), 6, 6)

    def _paint_button(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, colours: QPalette) -> None:
        painter.setPen(colours.color(QPalette.ColorRole.Dark))
        painter.setBrush(colours.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(area, 6, 6)
        painter.setPen(colours.color(QPalette.ColorRole.Text))
        painter.setFont(option.font)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.tr("Fix"))

    def _paint_severity(self, painter: QPainter, area: QRect, problem: Problem, font: QFont, colours: QPalette) -> int:
        """Draw icon and word; return where they end."""
        colour = severity_colour(problem.severity, colours)
        top = area.top() + (area.height() - _ICON) // 2
        painter.drawPixmap(area.left() + 12, top, pixmap(SEVERITY_ICONS[problem.severity], colour, _ICON, 2.0))
        left = area.left() + 12 + _ICON + 8
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        word = severity_name(problem.severity)
        self._write(painter, QRect(left, area.top(), 200, area.height()), word, bold, colour)
        return left + QFontMetrics(bold).horizontalAdvance(word) + _GAP

    def _paint_words(self, painter: QPainter, area: QRect, left: int, index: Index, colours: QPalette) -> None:
        font = QGuiApplication.font()
        metrics = QFontMetrics(font)
        where = metrics.elidedText(str(index.data(WHERE)), Qt.TextElideMode.ElideLeft, area.width() // 3)
        wide = metrics.horizontalAdvance(where)
        muted, text = (colours.color(role) for role in (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Text))
        self._write(painter, QRect(area.right() - wide, area.top(), wide + 1, area.height()), where, font, muted)
        room = QRect(left, area.top(), area.right() - wide - 2 * _GAP - left, area.height())
        sentence = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        self._write(painter, room, sentence, font, text)

    def _write(self, painter: QPainter, area: QRect, words: str, font: QFont, colour: QColor) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
