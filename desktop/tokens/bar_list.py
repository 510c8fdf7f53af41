"""Where tokens went, as a list of names with a bar each: the longest first, the rest in one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.dynamic.coverage.words import number_text
from desktop.language import current_language
from desktop.theme import roles_of_now
from desktop.tokens.bars import mixed, part_colour
from desktop.tokens.words import counted
from desktop.widgets import GRID, label, styled

MOST, ROW, BAR = 6, 34, 5
Named = Sequence[tuple[str, int]]


def shortened(named: Named, rest: str) -> list[tuple[str, int]]:
    """The first few; all others together under the name ``rest``."""
    if len(named) <= MOST:
        return list(named)
    return [*named[: MOST - 1], (rest, sum(n for _, n in named[MOST - 1 :]))]


class Bars(QWidget):
    """The rows, drawn: name and number above a thin bar."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[str, int]] = []
        self._total = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[tuple[str, int]]) -> None:
        """Show others."""
        self.rows = list(rows)
        self._total = sum(n for _, n in rows)
        self.setAccessibleDescription("; ".join(f"{name}: {number_text(n)}" for name, n in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(200, ROW * len(self.rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        longest = max((n for _, n in self.rows), default=0)
        for place, (name, n) in enumerate(self.rows):
            self._paint_row(painter, QRect(0, place * ROW, self.width(), ROW), name, n, longest)

    def _paint_row(self, painter: QPainter, area: QRect, name: str, n: int, longest: int) -> None:
        roles = roles_of_now()
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        share = f"{round(100 * n / self._total)}\u00a0%" if self._total else ""
        painter.setFont(self.font())
        painter.setPen(QColor(roles.muted))
        line = QRect(area.left(), area.top() + 2, area.width(), 18)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        right = middle | int(Qt.AlignmentFlag.AlignRight)
        wide = QFontMetrics(self.font()).horizontalAdvance("100\u00a0%") + 8
        painter.drawText(line, right, share if current_language() == "fr" else share.replace("\u00a0", ""))
        painter.setFont(strong)
        painter.setPen(QColor(roles.text))
        numbers = line.adjusted(0, 0, -wide, 0)
        painter.drawText(numbers, right, number_text(n))
        room = numbers.width() - QFontMetrics(strong).horizontalAdvance(number_text(n)) - 12
        painter.setFont(self.font())
        words = QFontMetrics(self.font()).elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, middle, words)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(area.left(), area.top() + 22, area.width(), BAR)
        painter.setBrush(mixed(roles.line, roles.surface, 0.7))
        painter.drawRoundedRect(track, BAR / 2, BAR / 2)
        if longest:
            track.setWidth(max(BAR, track.width() * n / longest))
            painter.setBrush(part_colour("available", roles))
            painter.drawRoundedRect(track, BAR / 2, BAR / 2)


class BarList(QFrame):
    """A card with a title and the rows, or a word when there is nothing."""

    def __init__(self) -> None:
        super().__init__()
        styled(self, "card")
        self.title, self.nothing, self.bars = label("strong"), label("muted", wrap=True), Bars()
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        column.setSpacing(GRID)
        for each in (self.title, self.nothing, self.bars):
            column.addWidget(each)
        column.addStretch()

    def show_rows(self, named: Named) -> None:
        """Show where tokens went."""
        left_over = max(0, len(named) - MOST + 1)
        self.bars.show_rows(shortened(named, counted.others(left_over)))
        self.bars.setVisible(bool(named))
        self.nothing.setVisible(not named)

    def name(self, title: str, nothing: str) -> None:
        """Say what the rows are, and what to say when there are none."""
        self.title.setText(title)
        self.bars.setAccessibleName(title)
        self.nothing.setText(nothing)
