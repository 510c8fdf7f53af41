"""The place where a logo is shown, on light and on dark, and which takes pictures that are dropped or pasted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageReader,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from desktop.panels.brand_panel.colours import DARK_CHECKER
from desktop.panels.brand_panel.grounds import paint_ground, paint_grounds

ENDINGS = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico", ".avif", ".bmp")


class LogoWell(QWidget):
    """``only_dark``: the logo is for dark grounds and shown on no other."""

    opened = Signal()
    """Clicked, or Enter: another picture is wanted."""
    given = Signal(object)
    """A path or an address as text, or a picture's bytes."""

    def __init__(self, *, height: int = 84, only_dark: bool = False) -> None:
        super().__init__()
        self._light: QImage | None = None
        self._dark: QImage | None = None
        self._only_dark, self._aimed = only_dark, False
        self.hint = ""
        self.setFixedHeight(height)
        self.setMinimumWidth(120)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_pictures(self, light: QImage | None, dark: QImage | None = None) -> None:
        """Show a logo; ``dark`` is the one for dark grounds where that is another."""
        self._light, self._dark = light, dark
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures."""
        if given_by(event.mimeData()):
            self._aim(at=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The drag went elsewhere."""
        self._aim(at=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is dropped."""
        self._aim(at=False)
        given = given_by(event.mimeData())
        if given:
            event.acceptProposedAction()
            self.given.emit(given)

    def paste(self) -> bool:
        """Take what is in the clipboard; False when that is no picture and no address."""
        given = given_by(QGuiApplication.clipboard().mimeData())
        if given:
            self.given.emit(given)
        return bool(given)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V pastes, Enter and Space choose a file."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses a file."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grounds with the logo, the frame, and what to do where there is no logo."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        colours = QGuiApplication.palette()
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.setClipPath(shape)
        if self._light is None or self._light.isNull():
            self._paint_empty(painter, colours)
        elif self._only_dark:
            paint_ground(painter, self.rect(), self._light, DARK_CHECKER)
        else:
            paint_grounds(painter, self.rect(), self._light, self._dark)
        painter.setClipping(False)
        strong = self._aimed or self.hasFocus()
        pen = QPen(colours.color(QPalette.ColorRole.Accent if strong else QPalette.ColorRole.Mid), 2 if strong else 1)
        if self._light is None:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _paint_empty(self, painter: QPainter, colours: QPalette) -> None:
        painter.fillRect(self.rect(), colours.color(QPalette.ColorRole.AlternateBase))
        painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(self.rect().adjusted(12, 4, -12, -4), flags, self.hint)

    def _aim(self, *, at: bool) -> None:
        self._aimed = at
        self.update()


def given_by(data: QMimeData | None) -> str | bytes:
    """A picture's path or address, or its bytes, out of a drop or the clipboard; "" when there is none."""
    if data is None:
        return ""
    for url in data.urls():
        if url.isLocalFile() and Path(url.toLocalFile()).suffix.lower() in ENDINGS:
            return url.toLocalFile()
        if url.scheme() in {"https", "http"}:
            return url.toString()
    if data.hasImage():
        return _png(data.imageData())
    text = data.text().strip()
    if text.startswith(("https://", "http://")) and not any(sign.isspace() for sign in text):
        return text
    return text.encode() if text.startswith("<") and "<svg" in text[:2000] else ""


def _png(picture: QImage | QPixmap) -> bytes:
    """What another program copies is an image, what this one does may be a pixmap."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture.toImage() if isinstance(picture, QPixmap) else picture)
    return bytes(buffer.data().data())


def own_png(path: Path) -> QImage | None:
    """A picture that we made ourselves; whatever else lies under that name is not decoded."""
    if not path.is_file():
        return None
    reader = QImageReader(str(path), QByteArray(b"png"))
    reader.setAutoDetectImageFormat(False)
    picture = reader.read()
    return None if picture.isNull() else picture
