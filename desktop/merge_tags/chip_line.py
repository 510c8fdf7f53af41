"""A field of one line in which template tags are chips. What is set, typed and read is template text, the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from desktop.editor.text.labels import chip_label
from desktop.merge_tags.chip_object import CHIP, OBJECT, SOURCE, ChipObject, chip_format
from templates.source.jinja import scan

_HEIGHT, _INNER = 32, 28
_CHIPS = frozenset(["output", "statement", "comment"])
_BREAKS = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
_MOST = 20_000  # characters; a longer text is shown without chips


class ChipLine(QTextEdit):
    """As QLineEdit, with positions counted in characters of the source. Undo is the caller's."""

    textEdited = Signal(str)  # noqa: N815 - as QLineEdit, so that both serve alike
    """The user changed the text; the source."""
    returnPressed = Signal()  # noqa: N815 - as QLineEdit, likewise
    chip_wanted = Signal(str, QPoint)
    """The user wants to change this tag, which is at this place of the screen; it is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("line", True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self._objects = ChipObject(self)
        self.document().documentLayout().registerHandler(CHIP, self._objects)
        self._plain = QTextCharFormat()
        self._showing = False
        self._entered = False  # whether the caret is where somebody put it
        self.textChanged.connect(self._changed)
        self._centre()

    # As QLineEdit

    def text(self) -> str:
        """The source."""
        return "".join(self._units())

    def setText(self, text: str) -> None:
        """Show other source; the caret goes to its end."""
        self._entered = self.hasFocus()
        self._showing = True
        self.selectAll()
        self._put(text)
        self._showing = False

    def insert(self, text: str) -> None:
        """Put source in the place of what is selected, without saying so."""
        self._entered = True
        self._showing = True
        self._put(text)
        self._showing = False

    def insert_tag(self, tag: str, *, apart: bool = True) -> None:
        """Put a tag in the place of what is selected, at the end where nobody put the caret.

        ``apart``: words beside it are kept off by a space.
        """
        cursor = self.textCursor()
        if not self._entered:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self.setTextCursor(cursor)
        if apart and not cursor.hasSelection():
            units, at = self._units(), cursor.position()
            before, behind = "".join(units[max(0, at - 1) : at]), "".join(units[at : at + 1])
            tag = f"{' ' * _is_word(before[-1:])}{tag}{' ' * _is_word(behind[:1])}"
        self.insert(tag)

    def cursorPosition(self) -> int:
        """Where the caret is."""
        return self._to_source(self.textCursor().position())

    def setCursorPosition(self, position: int) -> None:
        """Put the caret there; in a tag it goes behind it."""
        cursor = self.textCursor()
        cursor.setPosition(self._from_source(position))
        self.setTextCursor(cursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt forgets the placeholder of a text that does not wrap."""
        super().paintEvent(event)
        if self.document().isEmpty() and self.placeholderText():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            margin = int(self.document().documentMargin())
            area = self.viewport().rect().adjusted(margin, 0, -margin, 0)
            words = self.fontMetrics().elidedText(
                self.placeholderText(), Qt.TextElideMode.ElideRight, max(0, area.width())
            )
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(160, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """It scrolls."""
        return QSize(32, _HEIGHT)

    def selected_source(self) -> str:
        """The source of what is selected."""
        cursor = self.textCursor()
        return self.text()[self._to_source(cursor.selectionStart()) : self._to_source(cursor.selectionEnd())]

    # Keys, mouse, clipboard

    def focusInEvent(self, event: QFocusEvent) -> None:
        """From now on the caret is where the user wants it."""
        super().focusInEvent(event)
        self._entered = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter says that the line is done, F2 opens the chip at the caret."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.returnPressed.emit()
        elif event.key() == Qt.Key.Key_F2 and self._select_chip(self.textCursor().position()):
            self._ask()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A chip opens."""
        at = self.cursorForPosition(event.position().toPoint()).position()
        if self._select_chip(at):
            self._ask()
        else:
            super().mouseDoubleClickEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """One line does not scroll; what it stands in may."""
        event.ignore()

    def createMimeDataFromSelection(self) -> QMimeData:
        """The source, for a field without chips too."""
        data = QMimeData()
        data.setText(self.selected_source())
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Any text, on one line."""
        if source.hasText():
            self._put(source.text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is composed has the look of the text, not of a chip before it."""
        self.setCurrentCharFormat(self._plain)
        super().inputMethodEvent(event)

    # Inside

    def _put(self, text: str) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for is_chip, part in _parts(text):
            if is_chip:
                cursor.insertText(OBJECT, chip_format(part, self._plain))
            else:
                cursor.insertText(_BREAKS.sub(" ", part).replace(OBJECT, ""), self._plain)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(self._plain)

    def _changed(self) -> None:
        """A tag that has got its end becomes a chip; nothing typed takes over the look of a chip."""
        if self._showing:
            return
        text, at = self.text(), self.cursorPosition()
        chips = sum(is_chip for is_chip, _ in _parts(text))
        if self.document().blockCount() > 1 or chips != self.document().toPlainText().count(OBJECT):
            self.setText(text)
            self.setCursorPosition(at)
        self.setCurrentCharFormat(self._plain)
        self.setAccessibleDescription(_read(text))
        self.textEdited.emit(text)

    def _select_chip(self, at: int) -> str:
        """Select the chip before or behind a place of the field; return its source."""
        for start in (at, at - 1):
            cursor = self.textCursor()
            cursor.setPosition(max(0, start))
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
            if start >= 0 and cursor.selectedText() == OBJECT and not self.isReadOnly():
                self.setTextCursor(cursor)
                return self.selected_source()
        return ""

    def _ask(self) -> None:
        place = self.cursorRect().bottomLeft()
        self.chip_wanted.emit(self.selected_source(), self.viewport().mapToGlobal(place))

    def _to_source(self, position: int) -> int:
        return sum(len(part) for part in self._units()[:position])

    def _from_source(self, offset: int) -> int:
        for position, part in enumerate(self._units()):
            if offset <= 0 and part:
                return position
            offset -= len(part)
        return max(0, self.document().characterCount() - 1)

    def _units(self) -> list[str]:
        """The source of each character of the field, as Qt counts: of those that are two to it, the second is empty."""
        found: list[str] = []
        block = self.document().firstBlock()
        while block.isValid():
            found += _units_of(block)
            block = block.next()
            found += [" "] * block.isValid()
        return found

    def _centre(self) -> None:
        self.document().setDocumentMargin(max(2, (_INNER - self.fontMetrics().height()) // 2))


def _is_word(character: str) -> bool:
    """Whether a character belongs to a word, or ends a tag."""
    return character.isalnum() or character == "}"


def _units_of(block: QTextBlock) -> Iterator[str]:
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        shape = fragment.charFormat()
        for character in fragment.text():
            yield str(shape.property(SOURCE)) if shape.objectType() == CHIP else character
            if ord(character) > 0xFFFF:
                yield ""
        place += 1


def _read(text: str) -> str:
    """What a screen reader says for the source."""
    return "".join(f"[{chip_label(part)}]" if is_chip else part for is_chip, part in _parts(text))


def _parts(text: str) -> list[tuple[bool, str]]:
    """The source in pieces: tags, and what is between them."""
    if "{" not in text or len(text) > _MOST:
        return [(False, text)]
    found: list[tuple[bool, str]] = []
    done = 0
    for tag in scan(text):
        if tag.kind in _CHIPS:
            found += [(False, text[done : tag.start]), (True, text[tag.start : tag.end])]
            done = tag.end
    return [(is_chip, part) for is_chip, part in (*found, (False, text[done:])) if part]
