"""A data set as JSON: a text field with colours, folds and proposals, and the place of what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.document import Change
from desktop.editor.code.editor import CodeEditor
from desktop.editor.code.marks import Marks, brackets_at
from desktop.editor.data.json_completer import JsonCompleter, wrapper_of
from desktop.editor.data.json_language import JSON
from desktop.editor.data.json_place import json_folds
from desktop.editor.data.set_source import SetSource
from desktop.editor.data.sets import MOST
from desktop.language import current_language
from desktop.models.problem import Problem
from desktop.widgets import Translated
from templates.data.change import DataPath
from templates.data.json_layout import formatted
from templates.data.json_text import json_node
from templates.errors import MailwrightError
from templates.source.text_edit import replacement
from templates.source.tree import Span

_REST_MS = 250  # before folds are worked out
_FOLDED = 300_000  # characters; longer texts have no folds


def span_of(text: str, fault: MailwrightError) -> Span:
    """Return the character that is meant by an error's line and column; the first one for an error without."""
    line, column = (fault.place.line or 1, fault.place.column or 1) if fault.place else (1, 1)
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1 or len(text)
    start = min(start + column - 1, len(text))
    return Span(start, min(start + 1, len(text)))


class JsonField(CodeEditor):
    """Keeps Ctrl+Space for itself: the window's action proposes in the template's text."""

    refused = Signal(int)
    """So many characters were too many to paste."""

    def __init__(self) -> None:
        super().__init__(language=JSON)
        self.completer = JsonCompleter(self)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste, unless it is so much that the field itself would take its time."""
        size = len(source.text())
        if size > MOST:
            self.refused.emit(size)
        else:
            super().insertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        """Ask for the key before the window's shortcut gets it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _proposes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Propose on Ctrl+Space."""
        if _proposes(event):
            self.completer.show()
        else:
            super().keyPressEvent(event)


def _proposes(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier


class JsonView(Translated, QWidget):
    """Shows the text of a ``SetSource``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source: SetSource | None = None
        self.field = JsonField()
        self.marks = Marks(self.field)
        self._stale = False  # there is another text, which is loaded when it is to be seen
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._fold)
        self.field.moved.connect(self._moved)
        self.field.refused.connect(self._refused)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.retranslate()

    def show_source(self, source: SetSource | None) -> None:
        """Show another set."""
        if self.source is not None:
            self.source.edited.disconnect(self._edited)
        self.source = source
        if source is not None:
            source.edited.connect(self._edited)
        self.field.completer.hide()
        self._stale = True
        if self.isVisible():
            self._load()

    def go_to_fault(self) -> None:
        """Put the caret where the JSON is broken."""
        fault = self.source.written.fault if self.source else None
        if self.source is not None and fault is not None:
            span = span_of(self.source.text, fault)
            self.field.set_caret(span.start)
            self.field.reveal(span)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, path: DataPath) -> None:
        """Put the caret at the value of ``path``, a path of the set's parts."""
        if self.source is None or self.source.written.fault is not None:
            return
        node = json_node(self.source.text)
        wrapper = wrapper_of(self.source.written.data)
        for key in path if wrapper == "var" else path[1:] if wrapper is None else (wrapper, *path[1:]):
            members = {one.name: one.node for one in node.members}
            found = members.get(key) if isinstance(key, str) else node.items[key] if key < len(node.items) else None
            if found is None:
                break
            node = found
        self.field.set_caret(node.start)
        self.field.reveal(Span(node.start, node.start + 1))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def format(self) -> None:
        """Lay the text out anew, as one step; broken text has no layout."""
        if self.source is None or self.source.written.fault is not None or not self.source.text.strip():
            return
        text = self.source.text
        self.field.edit(self.tr("Format data"), replacement(text, 0, len(text), formatted(text)))

    def retranslate(self) -> None:
        """Set every text anew."""
        self.field.setAccessibleName(self.tr("Data as JSON"))
        self.field.setPlaceholderText(self.tr('No data yet. Write an object, such as {"first_name": "Ada"}.'))
        self._mark()

    def showEvent(self, event: QShowEvent) -> None:
        """Load what was chosen while the text was not to be seen."""
        super().showEvent(event)
        if self._stale:
            self._load()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.marks.retint()

    def _load(self) -> None:
        self._stale = False
        self.field.load(self.source)
        self._mark()
        self._fold()

    def _edited(self, change: Change) -> None:
        if self._stale:
            return
        self.field.follow(change)
        self._mark()
        self._rest.start()

    def _moved(self) -> None:
        self.marks.set_pair(brackets_at(self.field.sync.text, self.field.caret))

    def _refused(self, size: int) -> None:
        if self.source is not None:
            self.source.refuse(size)

    def _mark(self) -> None:
        written = self.source.written if self.source else None
        if written is None or written.fault is None:
            self.marks.set_problems(())
            self.field.gutter.set_signs({})
            return
        problem = Problem("error", span_of(written.text, written.fault), written.fault)
        self.marks.set_problems((problem,))
        line = self.field.line_at(problem.span.start) if problem.span else 0
        self.field.gutter.set_signs({line: ("error", problem.sentence(current_language()))})
        self._tell_completer()

    def _tell_completer(self) -> None:
        if self.source is not None:
            self.field.completer.wrapper = wrapper_of(self.source.written.data)

    def _fold(self) -> None:
        """Work out what can be folded, of a text that is as it is shown."""
        self._tell_completer()
        text = self.field.sync.text
        self.field.folding.set_folds(json_folds(text) if len(text) <= _FOLDED else [])
        self.field.gutter.update()
