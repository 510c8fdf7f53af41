"""The mail as a line of an inbox: sender, subject, preheader, time."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRect, QSize, Qt, QTime, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.panels.inbox_row import Avatar
from desktop.widgets import GRID, IconButton, IconLabel, Translated

_SENDER = 150  # pixels
_AVATAR = 28


class InboxWords(QWidget):
    """Sender, subject and preheader in one line, painted: the subject takes what it needs, the preheader the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.from_name = self.subject = self.preheader = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(320, 28)

    def minimumSizeHint(self) -> QSize:
        """It shortens as far as need be."""
        return QSize(60, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the three, and the time at the right."""
        painter, right = QPainter(self), self.width()
        time = QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
        width = QFontMetrics(self.font()).horizontalAdvance(time) + 2
        if right > 3 * width:
            self._draw(painter, time, right - width, right, strong=False)
            right -= width + 2 * GRID
        left = self._draw(painter, self.from_name, 0, min(_SENDER, right // 3), strong=True) + 2 * GRID
        left = self._draw(painter, self.subject or self.tr("(no subject)"), left, right, strong=bool(self.subject))
        if self.preheader:
            self._draw(painter, f" – {self.preheader}", left, right, strong=False)

    def _draw(self, painter: QPainter, text: str, left: int, right: int, *, strong: bool) -> int:
        """Draw as much as there is room for; return where it ends."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        painter.setFont(font)
        role = QPalette.ColorRole.Text if strong else QPalette.ColorRole.PlaceholderText
        painter.setPen(QGuiApplication.palette().color(role))
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, right - left))
        painter.drawText(QRect(left, 0, max(0, right - left), self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        return left + metrics.horizontalAdvance(shown)


class EnvelopeRow(Translated, QWidget):
    """The line with a button that unfolds the fields; a click anywhere does the same."""

    toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.avatar, self.words, self.warning = Avatar(), InboxWords(), IconLabel("triangle-alert", 16)
        self.avatar.setFixedSize(_AVATAR, _AVATAR)
        self.toggle = IconButton("chevron-down")
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._turn)
        self.warning.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 6, GRID, 6)
        row.setSpacing(12)
        row.addWidget(self.avatar)
        row.addWidget(self.words, 1)
        row.addWidget(self.warning)
        row.addWidget(self.toggle)

    def show_mail(self, sender: str, subject: str, preheader: str) -> None:
        """Show this line."""
        self.words.from_name, self.words.subject, self.words.preheader = sender, subject, preheader
        self.avatar.initial = sender[:1].upper()
        self.words.setAccessibleName(", ".join(each for each in (sender, subject, preheader) if each))
        self.avatar.update()
        self.words.update()

    def warn(self, text: str) -> None:
        """Say that something should be better; empty when all is well."""
        self.warning.setVisible(bool(text))
        self.warning.setToolTip(text)
        self.warning.setAccessibleName(text)

    def retranslate(self) -> None:
        """Set every text anew."""
        self._turn(self.toggle.isChecked(), tell=False)
        self.words.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole line is a button."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.toggle.toggle()

    def _turn(self, is_open: bool, *, tell: bool = True) -> None:
        self.toggle.set_icon("chevron-up" if is_open else "chevron-down")
        self.toggle.name(
            self.tr("Close subject and sender") if is_open else self.tr("Edit subject, preheader and sender")
        )
        if tell:
            self.toggled.emit(is_open)
