"""One of two pictures of a mail, with marks where it differs from the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.editor.history.colours import added_colour, removed_colour
from desktop.widgets import GRID
from renderers.proofs.compare import Seen

Rows = tuple[int, int]

_MARGIN = 3 * GRID  # beside the picture: room for the signs
_LEAST = 3  # pixels of a mark where nothing stands, only the other picture has something
_ALPHA = 34


class PicturePane(QAbstractScrollArea):
    """Shows a picture as wide as there is room, never enlarged. ``added``: the marks are plus, else minus."""

    def __init__(self, *, added: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)
        self._added = added
        self._seen: Seen | None = None
        self._image = QImage()
        self.marks: Sequence[Rows] = ()
        self.current = -1

    def show_picture(self, seen: Seen | None, marks: Sequence[Rows] = ()) -> None:
        """Show another picture; ``marks`` are rows of it."""
        self._seen, self.marks = seen, tuple(marks)
        # The pixels belong to ``seen``, which is kept for as long as the image looks at them.
        self._image = (
            QImage(seen.rgb, seen.width, seen.height, 3 * seen.width, QImage.Format.Format_RGB888) if seen else QImage()
        )
        self._fit()

    @property
    def has_picture(self) -> bool:
        """Whether there is something to be seen."""
        return self._seen is not None

    def set_current(self, number: int) -> None:
        """Frame one of the marks."""
        self.current = number
        self.viewport().update()

    @property
    def scale(self) -> float:
        """How large a row of the picture is on the screen."""
        if self._seen is None or not self._seen.width:
            return 1.0
        return min(1.0, max(0.05, (self.viewport().width() - 2 * _MARGIN) / self._seen.width))

    @property
    def row(self) -> float:
        """The row of the picture at the line where the eye is: a third down."""
        return (self.verticalScrollBar().value() + self._eye() - GRID) / self.scale

    def go_to(self, row: float) -> None:
        """Scroll so that a row of the picture is where the eye is."""
        self.verticalScrollBar().setValue(round(row * self.scale + GRID - self._eye()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the same row in sight."""
        row = self.row
        super().resizeEvent(event)
        self._fit()
        self.go_to(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is to be seen of the picture, and its marks."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        if self._seen is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale, left = self.scale, self._left()
        top = GRID - self.verticalScrollBar().value()
        first = max(0.0, (event.rect().top() - top) / scale)
        last = min(float(self._seen.height), (event.rect().bottom() + 1 - top) / scale)
        if last > first:
            target = QRectF(left, top + first * scale, self._seen.width * scale, (last - first) * scale)
            painter.drawImage(target, self._image, QRectF(0, first, self._seen.width, last - first))
        for number, rows in enumerate(self.marks):
            self._paint_mark(painter, number, rows, left, top)

    def _paint_mark(self, painter: QPainter, number: int, rows: Rows, left: int, top: int) -> None:
        if self._seen is None:
            return
        colour = (added_colour if self._added else removed_colour)(self.palette())
        height = max(_LEAST, round((rows[1] - rows[0]) * self.scale))
        box = QRect(left, round(top + rows[0] * self.scale), round(self._seen.width * self.scale), height)
        if not box.adjusted(-_MARGIN, 0, _MARGIN, 0).intersects(self.viewport().rect()):
            return
        empty = rows[0] == rows[1]
        if not empty:
            tint = (added_colour if self._added else removed_colour)()  # a mail is light whatever the theme is
            painter.fillRect(box, QColor(tint.red(), tint.green(), tint.blue(), _ALPHA))
        painter.fillRect(QRect(box.left() - 6, box.top(), 4, box.height()), colour)
        if empty:
            painter.fillRect(QRect(box.left(), box.top() + 1, box.width(), 1), colour)
        else:
            self._paint_sign(painter, box, colour)
        if number == self.current:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0, -1, 0, 1))

    def _paint_sign(self, painter: QPainter, box: QRect, colour: QColor) -> None:
        font = QFont(self.font())
        font.setPixelSize(15)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colour)
        place = QRect(box.left() - _MARGIN, box.top() - 2, _MARGIN - 8, 18)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "+" if self._added else "−")

    def _left(self) -> int:
        width = self._seen.width * self.scale if self._seen else 0
        return max(_MARGIN, round((self.viewport().width() - width) / 2))

    def _eye(self) -> int:
        return self.viewport().height() // 3

    def _fit(self) -> None:
        height = self._seen.height * self.scale + 2 * GRID if self._seen else 0
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, round(height) - self.viewport().height()))
        self.viewport().update()
