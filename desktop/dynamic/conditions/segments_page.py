"""Who sees it, by segments: everybody, or whoever is in any, in all, or in none of those that are ticked."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.dynamic.conditions.choice import Choice, Kind
from desktop.widgets import GRID, Translated, button, label, rule

_KINDS: tuple[Kind, ...] = ("any", "all", "none")
_SEARCHED = 8  # segments; fewer are seen at a glance
_ROW = 30
_MOST_ROWS = 7


class SegmentRow(QCheckBox):
    """One segment; the whole line can be clicked."""

    def __init__(self, id_: str, title: str) -> None:
        super().__init__(title)
        self.id = id_
        self.setMinimumHeight(_ROW)

    def hitButton(self, pos: object) -> bool:
        """Everywhere in the line."""
        return True


class SegmentsPage(Translated, QWidget):
    """Says what is ticked; what is shown follows the document."""

    chosen = Signal(object)
    """A Choice; without segments it is everybody."""
    segments_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.everyone = SegmentRow("", "")
        self.everyone.clicked.connect(self._everyone_clicked)
        self.kind = QComboBox()
        self.kind.addItems([""] * len(_KINDS))
        self.kind.activated.connect(self._say)
        self.kind_label = label("caption")
        self.kind_label.setBuddy(self.kind)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.textChanged.connect(self._filter)
        self.empty = label("muted", wrap=True)
        self.new = button(quiet=True)
        self.new.clicked.connect(self.segments_wanted)
        self.rows: list[SegmentRow] = []
        self._titles: Mapping[str, str] = {}
        self._unknown: tuple[str, ...] = ()
        self._others, self._alone = False, True
        self._lay_out()
        self._make_rows()
        self.retranslate()

    def show_choice(
        self, choice: Choice | None, titles: Mapping[str, str], *, others: bool, may_be_all: bool, alone: bool
    ) -> None:
        """Show what is chosen among the segments with these titles.

        None: the condition asks for more than segments. ``others``: nothing before it is true, so that everybody is
        everybody else; ``may_be_all``: whether it may be shown to them; ``alone``: there are no alternatives.
        """
        ids = choice.ids if choice else ()
        unknown = tuple(one for one in ids if one not in titles)
        if (titles, unknown) != (self._titles, self._unknown):
            self._titles, self._unknown = dict(titles), unknown
            self._make_rows()
        for row in self.rows:
            row.setChecked(row.id in ids)
        if choice is not None and ids:
            self.kind.setCurrentIndex(_KINDS.index(choice.kind))
        self._others, self._alone = others, alone
        self.everyone.setChecked(choice is not None and not ids)
        self.everyone.setEnabled(may_be_all)
        self.retranslate()

    def first(self) -> QWidget:
        """What the keyboard goes to: the first segment that is chosen, else the first."""
        return next((row for row in self.rows if row.isChecked()), self.rows[0] if self.rows else self.everyone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from row to row."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        stops = [self.everyone, *(row for row in self.rows if not row.isHidden())]
        at = next((number for number, row in enumerate(stops) if row.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        stops[(at + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        self.area.ensureWidgetVisible(stops[(at + step) % len(stops)])

    def retranslate(self) -> None:
        """Set every text anew."""
        everyone = self.tr("Everyone") if self._alone else self.tr("Everyone: keep only this one")
        self.everyone.setText(self.tr("Everybody else") if self._others else everyone)
        self.kind_label.setText(self.tr("Who is in"))
        for number, text in enumerate(
            (self.tr("any of these"), self.tr("all of these"), self.tr("none of these")),
        ):
            self.kind.setItemText(number, text)
        self.kind.setAccessibleName(self.tr("How the segments count"))
        self.search.setPlaceholderText(self.tr("Search a segment"))
        self.search.setAccessibleName(self.tr("Search a segment"))
        self.empty.setText(self.tr("There are no segments yet. Make one, such as everybody who lives in Lyon."))
        self.new.setText(self.tr("New segment…"))
        for row in self.rows:
            if row.id in self._unknown:
                row.setText(self.tr("{name} (does not exist any more)").format(name=row.id))

    # Inside

    def _make_rows(self) -> None:
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        titles = {**self._titles, **{one: one for one in self._unknown}}
        self.rows = [SegmentRow(id_, title.replace("&", "&&")) for id_, title in titles.items()]
        for row in self.rows:
            row.clicked.connect(self._say)
            self._column.insertWidget(self._column.count() - 1, row)
        self.empty.setVisible(not self.rows)
        self.area.setVisible(bool(self.rows))
        self.area.setFixedHeight(_ROW * min(_MOST_ROWS, len(self.rows)) + 2)
        self.search.setVisible(len(self.rows) > _SEARCHED)
        for each in (self.kind, self.kind_label):
            each.setVisible(len(self.rows) > 1)

    def _filter(self, text: str) -> None:
        for row in self.rows:
            row.setHidden(text.casefold() not in row.text().casefold())

    def _everyone_clicked(self) -> None:
        if self.everyone.isChecked():
            self.chosen.emit(Choice())
        else:  # somebody has to see it; who, the segments say
            self.everyone.setChecked(True)

    def _say(self) -> None:
        ids = tuple(row.id for row in self.rows if row.isChecked())
        if ids or isinstance(self.sender(), SegmentRow):
            self.chosen.emit(Choice(_KINDS[self.kind.currentIndex()], ids))

    def _lay_out(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch()
        self.area = QScrollArea(widgetResizable=True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        self.area.hide()
        kinds = QHBoxLayout()
        kinds.setSpacing(GRID)
        kinds.addWidget(self.kind_label)
        kinds.addWidget(self.kind)
        kinds.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.everyone)
        column.addWidget(rule())
        column.addLayout(kinds)
        for each in (self.search, self.empty, self.area):
            column.addWidget(each)
        column.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
