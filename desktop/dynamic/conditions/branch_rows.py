"""The branches of a condition one below the other: what is asked first stands first. A click selects its component."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.dynamic.conditions.words import capital
from desktop.dynamic.conditions.words_button import WordsButton
from desktop.widgets import IconButton, Translated, restyle, styled

_HEIGHT, _GAP = 32, 2
_MOST = 5  # rows that are seen at once


@dataclass(frozen=True)
class BranchRow:
    """``words`` is when it is shown, ``title`` what; which of the verbs make sense for it."""

    words: str
    title: str
    can_rise: bool = False
    can_sink: bool = False


class BranchLine(Translated, QWidget):
    """One branch."""

    chosen = Signal(int)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        styled(self, "branch")
        self.name = WordsButton()
        self.up, self.down, self.remove = (IconButton(one, size=16) for one in ("arrow-up", "arrow-down", "x"))
        self.name.clicked.connect(self._choose)
        self.up.clicked.connect(self._rise)
        self.down.clicked.connect(self._sink)
        self.remove.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(0)
        row.addWidget(self.name, 1)
        for each in (self.up, self.down, self.remove):
            row.addWidget(each)
        self._row = BranchRow("", "")

    def show_row(self, row: BranchRow, *, here: bool) -> None:
        """Show another branch; ``here``: it is the one that the popup is about."""
        self._row = row
        self.setProperty("here", here)
        restyle(self)
        self.up.setEnabled(row.can_rise)
        self.down.setEnabled(row.can_sink)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        row = self._row
        self.name.say(f"{self.number + 1}.  {capital(row.words)} → {row.title}")
        self.name.setAccessibleName(self.tr("{words}: shows {title}").format(words=row.words, title=row.title))
        self.up.name(self.tr("Ask earlier: {words}").format(words=row.words))
        self.down.name(self.tr("Ask later: {words}").format(words=row.words))
        self.remove.name(self.tr("Remove {title}, shown for: {words}").format(title=row.title, words=row.words))

    def sizeHint(self) -> QSize:
        """The same height for every row."""
        return QSize(200, _HEIGHT)

    def _choose(self) -> None:
        self.chosen.emit(self.number)

    def _rise(self) -> None:
        self.moved.emit(self.number, -1)

    def _sink(self) -> None:
        self.moved.emit(self.number, 1)

    def _remove(self) -> None:
        self.removed.emit(self.number)


class BranchRows(QScrollArea):
    """Shown when there are several."""

    chosen = Signal(int)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines: list[BranchLine] = []
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self.setWidget(inside)

    def show_rows(self, rows: Sequence[BranchRow], here: int) -> None:
        """Show these branches; hidden when there is only one."""
        while len(self.lines) < len(rows):
            line = BranchLine(len(self.lines))
            line.chosen.connect(self.chosen)
            line.moved.connect(self.moved)
            line.removed.connect(self.removed)
            self.lines.append(line)
            self._column.addWidget(line)
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(rows))
            if number < len(rows):
                line.show_row(rows[number], here=number == here)
        self.setFixedHeight(min(_MOST, len(rows)) * (_HEIGHT + _GAP))
        self.setVisible(len(rows) > 1)
        if here < len(rows):
            self.ensureWidgetVisible(self.lines[here])
