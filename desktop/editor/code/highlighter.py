"""Colours the code, a few milliseconds at a time: a long text fills up while the window goes on."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette, QSyntaxHighlighter, QTextDocument

from desktop.editor.code.colours import formats
from desktop.editor.code.syntax import Piece, Pieces, pieces_of

MOST = 1_000_000  # characters; longer texts stay without colours
LONGEST = 20_000  # characters of a line; what nobody wrote by hand is not coloured, because no slice could end in it
SLICE_S = 0.008


class Highlighter(QSyntaxHighlighter):
    """Lines that a change does not reach within one slice are coloured in the next ones."""

    def __init__(self, paper: QTextDocument, palette: QPalette, pieces: Pieces = pieces_of) -> None:
        """``pieces`` says what the characters of a line are."""
        super().__init__(paper)
        self._pieces = pieces
        self._formats = formats(palette)
        self._deadline = 0.0
        self._waiting: int | None = None  # the first line that is still to be coloured
        self._must = -1  # the line that is coloured however late it is: every slice gets on
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def off(self) -> bool:
        """Whether the text is too long for colours."""
        return self.document().characterCount() > MOST

    @property
    def done(self) -> bool:
        """Whether every line has its colours."""
        return self._waiting is None

    def set_palette(self, palette: QPalette) -> None:
        """Colour everything anew."""
        self._formats = formats(palette)
        self._waiting = 0
        self._timer.start()

    def highlightBlock(self, text: str) -> None:
        """Colour one line, if there is time."""
        number = self.currentBlock().blockNumber()
        if self.off:
            return
        if not self._timer.isActive():
            self._deadline = time.perf_counter() + SLICE_S
            self._timer.start()
        elif number != self._must and time.perf_counter() > self._deadline:
            # The state stays as it was, so Qt does not go on to the next line.
            self._waiting = number if self._waiting is None else min(self._waiting, number)
            return
        if len(text) > LONGEST:
            self.setCurrentBlockState(max(0, self.previousBlockState()))
            return
        pieces, state = self._pieces(text, self.previousBlockState())
        self._colour(text, pieces)
        self.setCurrentBlockState(state)

    def _colour(self, text: str, pieces: list[Piece]) -> None:
        if text.isascii():
            for start, length, kind in pieces:
                self.setFormat(start, length, self._formats[kind])
            return
        for start, length, kind in pieces:
            before = units(text[:start])
            self.setFormat(before, units(text[start : start + length]), self._formats[kind])

    def _go_on(self) -> None:
        """Colour the lines that wait, until the time is over."""
        number, self._waiting = self._waiting, None
        if number is None or self.off:
            return
        self._deadline = time.perf_counter() + SLICE_S
        self._timer.start()  # before the lines: they count their time from here
        self._must = number
        block = self.document().findBlockByNumber(number)
        while block.isValid() and self._waiting is None:
            self.rehighlightBlock(block)
            block = block.next()


def units(text: str) -> int:
    """How many UTF-16 units ``text`` has."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
