"""A rule as text: written freely, with what is wrong shown where it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from desktop.errors import advice, what
from desktop.language import current_language
from desktop.widgets import Translated, label, restyle
from templates.errors import MailwrightError

_LINES = (2, 8)  # the fewest and the most that are shown at once


class TextForm(Translated, QWidget):
    """Keeps what is typed as it is typed; a text that is put in can be taken back with Ctrl+Z."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._fault: MailwrightError | None = None
        self._putting = False
        self.edit = QPlainTextEdit()
        self.edit.setObjectName("rule-text")
        self.edit.setTabChangesFocus(True)
        self.edit.textChanged.connect(self._changed)
        self.fault = label("danger", wrap=True)
        self.fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.edit)
        column.addWidget(self.fault)
        self.retranslate()
        self._grow()

    @property
    def text(self) -> str:
        """What is written."""
        return self.edit.toPlainText()

    def show_text(self, text: str, *, anew: bool = False) -> None:
        """Show another text; ``anew``: of another rule, so that nothing before it can be taken back."""
        self._putting = True
        if anew:
            self.edit.setPlainText(text)
        elif text != self.text:
            cursor = QTextCursor(self.edit.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(text)
        self._putting = False
        self._grow()

    def show_fault(self, fault: MailwrightError | None) -> None:
        """Say what is wrong with the text, and mark its place."""
        self._fault = fault
        self.fault.setText(self._words())
        self.fault.setVisible(fault is not None)
        if bool(self.edit.property("wrong")) != (fault is not None):
            self.edit.setProperty("wrong", fault is not None)
            restyle(self.edit)
        self.edit.setExtraSelections([self._mark()] if fault is not None else [])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width means other lines."""
        super().resizeEvent(event)
        self._grow()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.edit.setAccessibleName(self.tr("The rule as text"))
        self.edit.setPlaceholderText('contact.city == "Lyon" and contact.loyalty')
        self.fault.setText(self._words())

    def _changed(self) -> None:
        self._grow()
        if not self._putting:
            self.typed.emit(self.text)

    def _words(self) -> str:
        fault, language = self._fault, current_language()
        if fault is None:
            return ""
        said = f"{what(fault, language)} {advice(fault, language)}".rstrip()
        place = fault.place
        if place is None or place.line is None:
            return said
        where = self.tr("Line {line}, column {column}:").format(line=place.line, column=place.column or 1)
        return f"{where} {said}"

    def _mark(self) -> QTextEdit.ExtraSelection:
        """A wavy line from the place to the end of its word."""
        place = self._fault.place if self._fault else None
        line, column = (place.line or 1, place.column or 1) if place else (1, 1)
        document = self.edit.document()
        block = document.findBlockByNumber(min(line, document.blockCount()) - 1)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + max(0, min(column - 1, block.length() - 2)))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
        if not cursor.hasSelection():
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        mark = QTextEdit.ExtraSelection()
        shape = QTextCharFormat()
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        shape.setUnderlineColor(QColor(QGuiApplication.palette().color(QPalette.ColorRole.BrightText)))
        mark.cursor, mark.format = cursor, shape
        return mark

    def _grow(self) -> None:
        fit_lines(self.edit, *_LINES)


def fit_lines(edit: QPlainTextEdit, fewest: int, most: int) -> None:
    """Make a field as high as its text as it is wrapped now, within bounds."""
    lines = max(fewest, min(most, int(edit.document().size().height())))
    edit.setFixedHeight(lines * edit.fontMetrics().lineSpacing() + 18)
