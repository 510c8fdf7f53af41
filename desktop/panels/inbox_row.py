"""What a reader sees before opening: sender, subject, preheader."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.web.mail import ShownMail
from desktop.widgets import GRID, label, styled

_AVATAR = 36


class Elided(QLabel):
    """One line that ends in … where there is no more room; its tool tip has it all."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show this text."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """No width at all is needed."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter = QPainter(self)
        text = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(
            painter,
            self.rect(),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            self.palette(),
            self.isEnabled(),
            text,
            self.foregroundRole(),
        )


class Avatar(QWidget):
    """The sender's initial in a circle, as mail clients draw it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_AVATAR, _AVATAR)
        self.initial = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Midlight))
        painter.drawEllipse(QRectF(self.rect()))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(15)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.initial)


class InboxRow(QWidget):
    """A line of the inbox."""

    def __init__(self) -> None:
        super().__init__()
        styled(self, "panel")
        self._avatar = Avatar()
        self.sender_name = label("strong")
        self.sender_name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.subject = Elided("heading")
        self.preheader = Elided("muted")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for line in (self.sender_name, self.subject, self.preheader):
            texts.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        row.setSpacing(12)
        row.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.hide()

    def show_mail(self, mail: ShownMail) -> None:
        """Show this mail's line."""
        self.sender_name.setText(mail.sender)
        self._avatar.initial = mail.sender[:1].upper()
        self._avatar.update()
        self.subject.setText(mail.build.subject)
        self.preheader.setText(mail.build.preheader)
        self.show()

    def clear(self) -> None:
        """Show none."""
        self.hide()
