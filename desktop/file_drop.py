"""Files that are dropped on the window, wherever: mails among them are handed on, everything else goes its way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

ENDINGS = (".mjml", ".html", ".htm", ".xhtml")


class FileDrop(QObject):
    """Watches widgets; those inside that take drops themselves are watched too, before they see a file."""

    dropped = Signal(list)
    """The paths of the mails."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.enabled = False

    def watch(self, widget: QWidget) -> None:
        """Take files that are dropped on ``widget`` or on what is in it now."""
        widget.setAcceptDrops(True)
        for each in (widget, *widget.findChildren(QWidget)):
            if each.acceptDrops():
                each.installEventFilter(self)  # a second time changes nothing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags of mails; leave everything else to the widget."""
        if isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent) and self.enabled:
            paths = mails(event)
            if paths:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.dropped.emit(paths)
                return True
        return super().eventFilter(watched, event)


def mails(event: QDropEvent) -> list[Path]:
    """Return the files of a drag that could be mails."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in ENDINGS]
