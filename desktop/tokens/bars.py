"""Bars of tokens: one that is divided by what became of them, and the legend that explains its colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from desktop.dynamic.coverage.words import number_text
from desktop.theme import Roles, roles_of_now
from desktop.tokens.words import PARTS, part_name
from desktop.widgets import Translated, label

GAP, LEAST = 2.0, 3.0  # pixels between two parts, and of a part that is hardly there


def mixed(ink: str, ground: str, share: float) -> QColor:
    """A colour between two."""
    one, other = QColor(ink), QColor(ground)
    channels = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(share * a + (1 - share) * b) for a, b in channels))


def part_colour(part: str, roles: Roles) -> QColor:
    """The colour of a part: what can still be used stands out, what is gone steps back."""
    return {
        "available": QColor(roles.accent),
        "allocated": mixed(roles.accent, roles.surface, 0.45),
        "reserved": mixed(roles.warning, roles.surface, 0.85),
        "spent": mixed(roles.muted, roles.surface, 0.45),
    }[part]


def widths(values: Sequence[int], room: float) -> list[float]:
    """Divide ``room`` pixels, gaps included, by ``values``; what is not nothing is seen."""
    there = [value for value in values if value > 0]
    if not there:
        return [0.0] * len(values)
    room -= GAP * (len(there) - 1)
    total = sum(there)
    small = [value for value in there if value / total * room < LEAST]
    rest, left = total - sum(small), room - LEAST * len(small)
    return [0.0 if value <= 0 else LEAST if value in small else value / rest * left for value in values]


def paint_bar(painter: QPainter, area: QRectF, parts: Mapping[str, int], roles: Roles) -> None:
    """Draw the parts side by side in a rounded track."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    track = QPainterPath()
    track.addRoundedRect(area, area.height() / 2, area.height() / 2)
    painter.setClipPath(track)
    painter.fillRect(area, QColor(roles.line))
    names = [part for part in PARTS if parts.get(part, 0) > 0]
    left = area.left()
    if names:
        painter.fillRect(area, QColor(roles.surface))  # the gaps
    for name, width in zip(names, widths([parts[name] for name in names], area.width()), strict=True):
        painter.fillRect(QRectF(left, area.top(), width, area.height()), part_colour(name, roles))
        left += width + GAP
    painter.restore()


class StackedBar(QWidget):
    """The bar alone, as wide as there is room."""

    def __init__(self, height: int = 10) -> None:
        super().__init__()
        self._height = height
        self._parts: Mapping[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Mapping[str, int], spoken: str) -> None:
        """Show other numbers; ``spoken`` says them."""
        self._parts = parts
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """A thin strip."""
        return QSize(120, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        paint_bar(QPainter(self), QRectF(self.rect()), self._parts, roles_of_now())


class Swatch(QWidget):
    """A spot in the colour of a part."""

    def __init__(self, part: str) -> None:
        super().__init__()
        self._part = part
        self.setFixedSize(10, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the theme's colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(part_colour(self._part, roles_of_now()))
        painter.drawRoundedRect(self.rect(), 3, 3)


class Legend(Translated, QWidget):
    """What the colours mean, with the figures once they are known."""

    def __init__(self, *, with_figures: bool = False) -> None:
        super().__init__()
        self._with_figures = with_figures
        self.names = {part: label("muted") for part in PARTS}
        self.figures: dict[str, QLabel] = {part: label("strong") for part in PARTS}
        self._swatches = {part: Swatch(part) for part in PARTS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        for place, part in enumerate(PARTS):
            grid.addWidget(self._swatches[part], 0, 3 * place)
            grid.addWidget(self.names[part], 0, 3 * place + 1)
            grid.addWidget(self.figures[part], 1, 3 * place + 1)
            self.figures[part].setVisible(with_figures)
            grid.setColumnMinimumWidth(3 * place + 2, 10)
        grid.setColumnStretch(3 * len(PARTS), 1)
        self.retranslate()

    def show_parts(self, parts: Mapping[str, int]) -> None:
        """Show the numbers; a part that cannot be there is left out."""
        for part in PARTS:
            self.figures[part].setText(number_text(parts.get(part, 0)))
            for each in (self._swatches[part], self.names[part]):
                each.setVisible(part in parts)
            self.figures[part].setVisible(part in parts and self._with_figures)

    def retranslate(self) -> None:
        """Set every text anew."""
        for part in PARTS:
            self.names[part].setText(part_name(part))
