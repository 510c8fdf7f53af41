"""A template tag inside a field of text: painted as a chip, one character to the caret."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPalette,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from desktop.editor.text.labels import chip_label

CHIP = QTextFormat.ObjectTypes.UserObject + 1
SOURCE = QTextFormat.Property.UserProperty + 1
"""The tag as the template says it."""
OBJECT = "￼"
_PADDING, _GAP, _HEIGHT = 6.0, 1.5, 18.0


def chip_format(source: str, like: QTextCharFormat) -> QTextCharFormat:
    """Return the format of the character that stands for a tag."""
    made = QTextCharFormat(like)
    made.setObjectType(CHIP)
    made.setProperty(SOURCE, source)
    made.setToolTip(source)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    return made


class ChipObject(QPyTextObject):
    """Draws the chips of one field."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: A002 - Qt's names
        """As wide as its words."""
        width = QFontMetricsF(doc.defaultFont()).horizontalAdvance(_words(format))
        return QSizeF(width + 2 * _PADDING + 2 * _GAP, _HEIGHT)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,  # noqa: A002 - Qt's name
    ) -> None:
        """Draw a rounded ground and what people call the value."""
        colours = QGuiApplication.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(QPalette.ColorRole.Midlight))
        area = QRectF(rect).adjusted(_GAP, -2, -_GAP, 0)  # the words of a chip on the line of the others
        painter.drawRoundedRect(area, 5, 5)
        painter.setPen(colours.color(QPalette.ColorRole.Link))
        painter.setFont(doc.defaultFont())
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, _words(format))
        painter.restore()


def _words(shape: QTextFormat) -> str:
    return chip_label(str(shape.property(SOURCE)))
