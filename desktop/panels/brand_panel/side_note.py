"""The words at the right end of a field's title: where its value comes from, or that it wants a look."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.panels.brand_panel.plain_tip import plain_tip
from desktop.widgets import set_role


class SideNote(QLabel):
    """One line at the right, cut with … where there is no more room; its tool tip has it all."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "tiny")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, text: str, role: str = "tiny", tip: str = "") -> None:
        """Show a text in one of the style sheet's roles."""
        self.setText(text)
        self.setToolTip(plain_tip(tip or text))
        if self.property("role") != role:
            set_role(self, role)

    def minimumSizeHint(self) -> QSize:
        """No width at all is needed."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter = QPainter(self)
        text = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        side = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.style().drawItemText(
            painter, self.rect(), side, self.palette(), self.isEnabled(), text, self.foregroundRole()
        )
