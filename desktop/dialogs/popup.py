"""A small window over the big one: it closes when something else is used."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QDialog, QWidget


class Popup(QDialog):
    """Without a frame; Escape and a click elsewhere close it, its own popups apart. It is gone once it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self._was_active = False

    def changeEvent(self, event: QEvent) -> None:
        """Close when another window gets the keyboard."""
        if event.type() == QEvent.Type.ActivationChange:
            if self.isActiveWindow():
                self._was_active = True
            elif self._was_active and self.isVisible() and not self._has_popup():
                self.reject()
        super().changeEvent(event)

    def done(self, result: int) -> None:
        """Give the keyboard back to the popup from which it was opened."""
        super().done(result)
        around = self.parentWidget()
        if isinstance(around, Popup):
            around.activateWindow()

    def _has_popup(self) -> bool:
        return any(one.isVisible() for one in self.findChildren(Popup))

    def show_below(self, widget: QWidget) -> None:
        """Show it below ``widget``, its right edges in line, on the screen in any case."""
        self.adjustSize()
        corner = widget.mapToGlobal(widget.rect().bottomRight())
        screen = widget.screen().availableGeometry()
        left = max(screen.left(), min(corner.x() - self.width(), screen.right() - self.width()))
        top = corner.y() + 4
        if top + self.height() > screen.bottom():
            top = max(screen.top(), widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 4)
        self.move(left, top)
        self.show()
        self.activateWindow()
