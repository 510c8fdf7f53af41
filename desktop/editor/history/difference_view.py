"""Two texts as one: what was removed with a minus on red, what was added with a plus on green, words marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from desktop.editor.history.colours import added_colour, removed_colour
from desktop.widgets import Translated
from templates.differences import Row, folded

FileRows = Sequence[tuple[str, Sequence[Row]]]

_SIGNS = {"same": "  ", "removed": "− ", "added": "+ "}
_LINE_ALPHA, _WORD_ALPHA = 26, 84  # of 255


@dataclass(frozen=True)
class _Line:
    """One line that is shown: a row, or words about the rows (``row`` None)."""

    text: str
    row: Row | None = None


class DifferenceView(Translated, QPlainTextEdit):
    """Shows the rows of ``file_differences``. A difference is a stretch of changed lines."""

    moved = Signal()
    """``current`` or ``count`` is another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("code")
        self.setReadOnly(True)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.all_lines = False
        self._files: FileRows = ()
        self._lines: list[_Line] = []
        self.starts: list[int] = []
        """The line at which each difference begins."""
        self.current = -1
        self._marked: tuple[int, int] = (0, 0)
        self._filling = False
        self._gutter = _Gutter(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._updated)
        self.retranslate()

    def show_files(self, files: FileRows) -> None:
        """Show these rows; the first difference is brought to sight."""
        self._files = files
        self._fill()
        self.go(0)

    def set_all_lines(self, everything: bool) -> None:
        """Show unchanged lines too, or only a few around each difference."""
        self.all_lines = everything
        self._fill()
        self.go(max(0, self.current))

    @property
    def count(self) -> int:
        """How many differences there are."""
        return len(self.starts)

    def go(self, number: int) -> None:
        """Bring a difference to sight (the first is 0)."""
        self.current = min(number, self.count - 1)
        if self.current >= 0:
            self.setTextCursor(QTextCursor(self.document().findBlockByNumber(self.starts[self.current])))
            self.centerCursor()
        self.moved.emit()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(self.tr("Differences"))
        self.setPlaceholderText(self.tr("Both are the same."))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._marked = (0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter beside the text."""
        super().resizeEvent(event)
        area = self.contentsRect()
        self._gutter.setGeometry(QRect(area.left(), area.top(), self._gutter.sizeHint().width(), area.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the grounds of changed lines, over the whole width also where a line is broken; then the text."""
        painter = QPainter(self.viewport())
        block = self.firstVisibleBlock()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if area.top() > event.rect().bottom():
                break
            colour = self._colour(block.blockNumber())
            if colour is not None:
                whole = QRectF(0, area.top(), self.viewport().width(), area.height())
                painter.fillRect(whole, _faded(colour, _LINE_ALPHA))
            block = block.next()
        painter.end()
        super().paintEvent(event)

    def numbers(self, line: int) -> tuple[str, str]:
        """Return the number of a line in the text before and in the text after."""
        row = self._lines[line].row if line < len(self._lines) else None
        return (f"{row.before or ''}", f"{row.after or ''}") if row else ("", "")

    # Inside

    def _fill(self) -> None:
        self._lines = [line for name, rows in self._files for line in self._lines_of(name, rows)]
        changed = [line.row is not None and line.row.kind != "same" for line in self._lines]
        self.starts = [place for place, is_one in enumerate(changed) if is_one and not (place and changed[place - 1])]
        self._marked = (0, 0)
        self._filling = True  # the lines are new, the text is still the old one
        self.setPlainText("\n".join(line.text for line in self._lines))
        self._filling = False
        self._make_room()

    def _lines_of(self, name: str, rows: Sequence[Row]) -> list[_Line]:
        shown = rows if self.all_lines else folded(rows)
        lines = [] if len(self._files) == 1 else [_Line(name)]
        for each in shown:
            if isinstance(each, Row):
                lines.append(_Line(f"{_SIGNS[each.kind]}{each.text}", each))
            else:
                lines.append(_Line("⋯ " + self.tr("%n unchanged line(s)", "", each)))
        return lines

    def _make_room(self) -> None:
        self.setViewportMargins(self._gutter.sizeHint().width(), 0, 0, 0)

    def _updated(self, area: QRect, scrolled: int) -> None:
        if scrolled:
            self._gutter.scroll(0, scrolled)
        else:
            self._gutter.update(0, area.y(), self._gutter.width(), area.height())
        self._mark_visible()

    def _mark_visible(self) -> None:
        """Colour the lines that are to be seen: thousands of marks at once would hold the window up."""
        first = self.firstVisibleBlock().blockNumber()
        last = self.cursorForPosition(self.viewport().rect().bottomLeft()).blockNumber() + 1
        if self._filling or (first, last) == self._marked:
            return
        self._marked = (first, last)
        marks = [mark for number in range(first, min(last, len(self._lines))) for mark in self._marks(number)]
        self.setExtraSelections(marks)

    def _marks(self, number: int) -> list[QTextEdit.ExtraSelection]:
        row, colour = self._lines[number].row, self._colour(number)
        cursor = QTextCursor(self.document().findBlockByNumber(number))
        if row is None:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            return [_mark(cursor, ink=self.palette().color(QPalette.ColorRole.PlaceholderText))]
        if colour is None:
            return []
        marks = []
        at = cursor.position() + len(_SIGNS[row.kind])
        whole = len(row.pieces) == 1
        for piece in row.pieces:
            if piece.changed and not whole:
                word = QTextCursor(cursor)
                word.setPosition(at)
                word.setPosition(at + _units(piece.text), QTextCursor.MoveMode.KeepAnchor)
                marks.append(_mark(word, ground=_faded(colour, _WORD_ALPHA)))
            at += _units(piece.text)
        return marks

    def _colour(self, number: int) -> QColor | None:
        """Return the colour of a line that changed."""
        row = self._lines[number].row if number < len(self._lines) else None
        if row is None or row.kind == "same":
            return None
        return (added_colour if row.kind == "added" else removed_colour)(self.palette())


class _Gutter(QWidget):
    """The numbers of the lines in both texts."""

    def __init__(self, view: DifferenceView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self) -> QSize:
        """Room for both numbers."""
        return QSize(2 * self._column() + 8, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the numbers beside the first line of each block."""
        view, painter = self._view, QPainter(self)
        painter.setFont(view.font())
        painter.setPen(view.palette().color(QPalette.ColorRole.PlaceholderText))
        block = view.firstVisibleBlock()
        height = view.fontMetrics().height()
        while block.isValid():
            top = round(view.blockBoundingGeometry(block).translated(view.contentOffset()).top())
            if top > event.rect().bottom():
                break
            for place, number in enumerate(view.numbers(block.blockNumber())):
                box = QRect(place * self._column(), top, self._column(), height)
                painter.drawText(box, Qt.AlignmentFlag.AlignRight, number)
            block = block.next()

    def _column(self) -> int:
        digits = len(f"{max(1, self._view.blockCount())}")
        return self._view.fontMetrics().horizontalAdvance("9") * max(3, digits) + 10


def _mark(cursor: QTextCursor, *, ground: QColor | None = None, ink: QColor | None = None) -> QTextEdit.ExtraSelection:
    """A mark over what the cursor has selected."""
    form = QTextCharFormat()
    if ground is not None:
        form.setBackground(ground)
    if ink is not None:
        form.setForeground(ink)
    mark = QTextEdit.ExtraSelection()
    mark.cursor, mark.format = cursor, form
    return mark


def _faded(colour: QColor, alpha: int) -> QColor:
    return QColor(colour.red(), colour.green(), colour.blue(), alpha)


def _units(text: str) -> int:
    """Qt counts UTF-16 code units: an emoji is two."""
    return len(text.encode("utf-16-le")) // 2
