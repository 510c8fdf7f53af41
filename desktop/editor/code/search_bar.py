"""Search and replace, above the code."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop.editor.code.editor import CodeEditor
from desktop.editor.code.search import MOST, Hit, Query, Search, replace_all, replacement_of, shifted
from desktop.icons import icon
from desktop.widgets import IconButton, Translated, button, label, restyle, set_role, styled
from templates.source.text_edit import TextEdit

SLICE_S = 0.012
REST_MS = 150  # of typing in the text, before it is searched again


class SearchBar(Translated, QWidget):
    """Looks for words in a text field while they are being typed."""

    changed = Signal()
    """Other hits, or another current one."""
    closed = Signal()

    def __init__(self, editor: CodeEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "bar")
        self._editor = editor
        self.hits: list[Hit] = []
        self.current = -1
        self._search: Search | None = None
        self._from = 0  # where incremental search begins
        self.words, self.replacement = QLineEdit(), QLineEdit()
        self.case, self.whole, self.expression = (_switch(name) for name in ("case-sensitive", "whole-word", "regex"))
        self.previous, self.next = IconButton("arrow-up"), IconButton("arrow-down")
        self.close_button = IconButton("x")
        self.count = label("muted")
        self.replace_one, self.replace_every = button(), button()
        self._slices = QTimer(self, singleShot=True, interval=0)
        self._slices.timeout.connect(self._go_on)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._text_rests)
        self._connect()
        self._lay_out()
        self.retranslate()
        self.hide()

    # What others ask for

    def open(self, *, replace: bool = False) -> None:
        """Come up with what is selected as the words, ready for others."""
        start, end = self._editor.selection
        chosen = self._editor.sync.text[start:end]
        self._from = start
        self._second.setVisible(replace and not self._editor.isReadOnly())
        self.show()
        if chosen and "\n" not in chosen and "\r" not in chosen:
            self.words.setText(chosen)
        self.start()
        self.words.selectAll()
        self.words.setFocus()

    def dismiss(self) -> None:
        """Go away; the text gets the focus back."""
        self.hide()
        self._search, self.hits, self.current = None, [], -1
        self.changed.emit()
        self._editor.setFocus()
        self.closed.emit()

    def step(self, by: int) -> None:
        """Go to the next or the previous hit, round the ends; start a search when there is none."""
        if self.isHidden():
            self.open()
            return
        if self._is_up_to_date() and self.hits:
            self._choose(self._nearest(by))

    def text_edited(self, edits: Sequence[TextEdit]) -> None:
        """The text is another: the hits move along until it was searched again."""
        if not self.isHidden():
            self.hits = shifted(self.hits, edits)
            self._rest.start()
            self.changed.emit()

    def forget(self) -> None:
        """Another document is shown."""
        self._from = 0
        if not self.isHidden():
            self.start()

    # Searching

    @property
    def query(self) -> Query:
        """What is looked for now."""
        return Query(self.words.text(), self.case.isChecked(), self.whole.isChecked(), self.expression.isChecked())

    def start(self, *, choose: bool = True) -> None:
        """Search the text for the words as they are now; ``choose`` goes to the hit from which typing began."""
        self._search = Search(self._editor.sync.text, self.query)
        self.hits, self.current = [], -1
        self._choosing = choose
        self._go_on()

    def _go_on(self) -> None:
        if self._search is None:
            return
        if not self._search.go_on(SLICE_S):
            self._slices.start()
            self._tell()
            return
        self.hits = self._search.found
        if self._choosing and self.hits:
            at = next((number for number, hit in enumerate(self.hits) if hit.span.start >= self._from), 0)
            self._choose(at)
        else:
            self.current = self._under_selection()
        self._tell()
        self.changed.emit()

    def _is_up_to_date(self) -> bool:
        """Search the text now if it was edited since; whether the hits are those of the text."""
        if self._rest.isActive():
            self._rest.stop()
            self.start(choose=False)
        return self._search is not None and self._search.done

    def _text_rests(self) -> None:
        if not self.isHidden():
            self.start(choose=False)

    def _restart(self) -> None:
        self.start()

    def _nearest(self, by: int) -> int:
        """Return the hit behind (or before) what is selected."""
        start, end = self._editor.selection
        if by > 0:
            at = end if end > start else start
            return next((number for number, hit in enumerate(self.hits) if hit.span.start >= at), 0)
        before = [number for number, hit in enumerate(self.hits) if hit.span.end <= start]
        return before[-1] if before else len(self.hits) - 1

    def _under_selection(self) -> int:
        chosen = self._editor.selection
        return next((number for number, hit in enumerate(self.hits) if hit.span == chosen), -1)

    def _choose(self, number: int) -> None:
        self.current = number
        hit = self.hits[number]
        self._from = hit.span.start
        self._editor.set_caret(hit.span.end, hit.span.start)
        self._editor.reveal(hit.span)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """Say how many hits there are, or what is wrong with the expression."""
        search, count = self._search, len(self.hits)
        if search is None or not search.query.words:
            text, wrong = "", False
        elif not search.done:
            text, wrong = self.tr("Searching…"), False
        elif search.fault is not None:
            text, wrong = search.fault or self.tr("Too complex"), True
        elif not count:
            text, wrong = self.tr("No results"), True
        else:
            more = "+" if count >= MOST else ""
            place = self.current + 1 if self.current >= 0 else "–"
            text, wrong = self.tr("{place} of {count}").format(place=place, count=f"{count}{more}"), False
        self.count.setText(text)
        set_role(self.count, "danger" if wrong else "muted")
        self.words.setProperty("wrong", wrong)
        restyle(self.words)
        for each in (self.previous, self.next, self.replace_one, self.replace_every):
            each.setEnabled(count > 0)

    # Replacing

    def replace_current(self) -> None:
        """Put the replacement in the place of the hit that is selected, and go to the next one."""
        if not self._is_up_to_date() or self.current < 0 or self.current != self._under_selection():
            self.step(1)
            return
        hit = self.hits[self.current]
        new = replacement_of(hit, self.replacement.text(), self.query)
        if self._editor.edit(self.tr("Replace"), [TextEdit(*hit.span, new)]):
            self._from = hit.span.start + len(new)
            self.start()

    def replace_them_all(self) -> None:
        """Replace every hit, as one step."""
        if not self._is_up_to_date():
            return
        edits = replace_all(self.hits, self.replacement.text(), self.query)
        if self._editor.edit(self.tr("Replace all"), edits):
            self.start(choose=False)

    # Inside

    def retranslate(self) -> None:
        """Set every text anew."""
        self.words.setPlaceholderText(self.tr("Find"))
        self.words.setAccessibleName(self.tr("Find in the code"))
        self.replacement.setPlaceholderText(self.tr("Replace with"))
        self.replacement.setAccessibleName(self.tr("Replace with"))
        for each, text in (
            (self.case, self.tr("Match case")),
            (self.whole, self.tr("Whole words")),
            (self.expression, self.tr("Regular expression")),
        ):
            each.setToolTip(text)
            each.setAccessibleName(text)
        self.previous.name(self.tr("Previous result (Shift+F3)"))
        self.next.name(self.tr("Next result (F3)"))
        self.close_button.name(self.tr("Close (Esc)"))
        self.replace_one.setText(self.tr("Replace"))
        self.replace_every.setText(self.tr("Replace all"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme with the switches' icons too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for each in (self.case, self.whole, self.expression):
                each.setIcon(icon(each.objectName()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, with Shift back; Escape closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if watched is self.replacement:
                    self.replace_current()
                else:
                    self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return super().eventFilter(watched, event)

    def _forwards(self) -> None:
        self.step(1)

    def _backwards(self) -> None:
        self.step(-1)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._restart)
        for each in (self.case, self.whole, self.expression):
            each.toggled.connect(self._restart)
        self.next.clicked.connect(self._forwards)
        self.previous.clicked.connect(self._backwards)
        self.close_button.clicked.connect(self.dismiss)
        self.replace_one.clicked.connect(self.replace_current)
        self.replace_every.clicked.connect(self.replace_them_all)
        for field in (self.words, self.replacement):
            field.installEventFilter(self)

    def _lay_out(self) -> None:
        first, self._second = QHBoxLayout(), QWidget()
        first.setSpacing(4)
        first.addWidget(self.words, 1)
        for each in (self.case, self.whole, self.expression):
            first.addWidget(each)
        self.count.setMinimumWidth(84)
        first.addSpacing(4)
        first.addWidget(self.count)
        for each in (self.previous, self.next, self.close_button):
            first.addWidget(each)
        second = QHBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(6)
        second.addWidget(self.replacement, 1)
        second.addWidget(self.replace_one)
        second.addWidget(self.replace_every)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 6, 8, 6)
        whole.setSpacing(6)
        whole.addLayout(first)
        whole.addWidget(self._second)
        self._choosing = True


def _switch(icon_name: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName(icon_name)
    made.setCheckable(True)
    made.setIcon(icon(icon_name))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
