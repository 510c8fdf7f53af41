"""A small field that asks for a line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from desktop.editor.code.editor import CodeEditor
from desktop.widgets import IconButton, Translated, label, styled


class GoToLine(Translated, QWidget):
    """Goes to the line while its number is being typed; Enter stays there, Escape goes back."""

    def __init__(self, editor: CodeEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "bar")
        self._editor = editor
        self._before = 0
        self.title, self.total = label(), label("muted")
        self.number = QSpinBox(minimum=1)
        self.title.setBuddy(self.number)
        self.close_button = IconButton("x")
        self.number.valueChanged.connect(self._show)
        self.close_button.clicked.connect(self.dismiss)
        self.number.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 8, 6)
        for each in (self.title, self.number, self.total):
            row.addWidget(each)
        row.addStretch()
        row.addWidget(self.close_button)
        self.retranslate()
        self.hide()

    def ask(self) -> None:
        """Come up with the number of the caret's line."""
        self._before = self._editor.caret
        self.number.setMaximum(self._editor.blockCount())
        self.number.setValue(self._editor.textCursor().blockNumber() + 1)
        self.retranslate()
        self.show()
        self.number.selectAll()
        self.number.setFocus()

    def dismiss(self) -> None:
        """Go away; the text gets the focus back."""
        self.hide()
        self._editor.setFocus()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.title.setText(self.tr("Go to line"))
        self.number.setAccessibleName(self.tr("Go to line"))
        self.total.setText(self.tr("of {count}").format(count=self._editor.blockCount()))
        self.close_button.name(self.tr("Close (Esc)"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Escape."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._show(self.number.value())
                self.dismiss()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._editor.set_caret(self._before)
                self.dismiss()
                return True
        return super().eventFilter(watched, event)

    def _show(self, number: int) -> None:
        if self.isVisible():
            block = self._editor.document().findBlockByNumber(number - 1)
            start = self._editor.sync.positions.offset(block.position())
            self._editor.set_caret(start)
            self._editor.centerCursor()
