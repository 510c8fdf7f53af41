"""Over a picture that is no longer the one asked for: it must not be taken for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.theme import roles_of_now

_DIM = 205  # of 255: one still sees that something is there, and that it does not count
_PILL, _ABOVE = 30, 16


class Veil(QWidget):
    """Lies on its parent: a word about what is under way and, where the picture is of something else, a ground."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self._dims = False
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        parent.installEventFilter(self)
        self.hide()

    def cover(self, text: str, *, dims: bool) -> None:
        """Say that the picture is on its way; ``dims``: what lies below is another one's."""
        self._text, self._dims = text, dims
        self.setAccessibleName(text)
        self._fit()
        self.raise_()
        self.show()
        self.update()

    @property
    def dims(self) -> bool:
        """Whether what lies below is to be seen as another one's."""
        return self.isVisibleTo(self._covered) and self._dims

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's size."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the words."""
        painter, roles = QPainter(self), roles_of_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._dims:
            ground = QColor(roles.sunken)
            ground.setAlpha(_DIM)
            painter.fillRect(self.rect(), ground)
        wide = painter.fontMetrics().horizontalAdvance(self._text) + _PILL
        pill = QRect((self.width() - wide) // 2, _ABOVE, wide, _PILL)
        painter.setPen(QColor(roles.edge))
        painter.setBrush(QColor(roles.surface))
        painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), _PILL / 2, _PILL / 2)
        painter.setPen(QColor(roles.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._text)

    def _fit(self) -> None:
        self.setGeometry(self._covered.rect())
