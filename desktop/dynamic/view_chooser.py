"""The popup in which somebody chooses whom the mail is shown for: a field, and what fits it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.dialogs.list_keys import ListKeys
from desktop.dialogs.popup import Popup
from desktop.dynamic.viewing import Viewing
from desktop.icons import icon
from desktop.widgets import GRID
from templates.dynamic.contact_names import beginnings, searchable
from templates.dynamic.contact_source import contact_title

_WIDTH, _ROW, _MOST_ROWS = 340, 28, 15
_FOUND = 50  # contacts that are listed
_CHOICE = Qt.ItemDataRole.UserRole

What = Literal["data", "whole", "segment", "none", "contact", "segments", "samples", "file", "heading"]


@dataclass(frozen=True)
class Choice:
    """One line of the list; ``segment`` is an id, ``contact`` a place in the source."""

    what: What
    text: str
    icon: str = ""
    segment: str = ""
    contact: int = -1


class ViewChooser(Popup):
    """Lists the ways of looking at the mail, segments and contacts. Ticks choose several segments."""

    segments_wanted = Signal()
    """The user wants to make or change segments."""
    file_wanted = Signal()
    """The user wants to choose a contact file."""

    def __init__(self, viewing: Viewing, parent: QWidget) -> None:
        super().__init__(parent)
        self._viewing = viewing
        self._ticked = False  # the click that comes next is the one on a tick
        self.field, self.list = QLineEdit(), QListWidget()
        self.field.setPlaceholderText(self.tr("Find a segment or a contact"))
        self.field.setAccessibleName(self.tr("Find a segment or a contact"))
        self.field.setClearButtonEnabled(True)
        self.list.setAccessibleName(self.tr("Whom the mail is shown for"))
        self.list.setObjectName("choices")
        self.list.setIconSize(QSize(16, 16))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._choose_current)
        self.keys = ListKeys(self.list, self.field)
        self.list.itemChanged.connect(self._tick)
        self.list.clicked.connect(self._clicked)
        self.list.activated.connect(self._activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.setFixedWidth(_WIDTH)
        viewing.changed.connect(self._refill)
        self._fill("")

    def choices(self, words: str) -> Iterator[Choice]:
        """What fits these words, in the order of the list."""
        ways = (
            Choice("data", self.tr("As the data set says"), "database"),
            Choice("whole", self.tr("Whole mail, every condition open"), "layers"),
        )
        yield from (way for way in ways if _fits(words, way.text))
        yield from self._with_heading(self.tr("Segments"), self._segments(words))
        source = self._viewing.source
        heading = self.tr("Contacts") if source is None else self.tr("Contacts in {name}").format(name=source.name)
        yield from self._with_heading(heading, self._contacts(words))

    # Inside

    def _with_heading(self, heading: str, choices: Iterator[Choice]) -> Iterator[Choice]:
        found = list(choices)
        if found:
            yield Choice("heading", heading)
            yield from found

    def _segments(self, words: str) -> Iterator[Choice]:
        segments = self._viewing.segments()
        if not segments:
            if not words:
                yield Choice("segments", self.tr("No segments yet. Make one…"), "plus")
            return
        for segment in segments:
            if _fits(words, f"{segment.title} {segment.id}"):
                yield Choice("segment", segment.title, "users", segment=segment.id)
        nobody = self.tr("In no segment")
        if _fits(words, nobody):
            yield Choice("none", nobody, "users")

    def _contacts(self, words: str) -> Iterator[Choice]:
        for place, contact in self._viewing.find(words, _FOUND):
            title = contact_title(contact) or self.tr("Contact {number}").format(number=place + 1)
            beside = str(contact.get("city") or contact.get("email") or "")
            yield Choice(
                "contact", f"{title} · {beside}" if beside and beside != title else title, "user", contact=place
            )
        if not words:
            choose = self.tr("Another file…")
            if self._viewing.source is None:
                yield Choice("samples", self.tr("Use the sample contacts"), "user")
                choose = self.tr("Choose a contact file…")
            yield Choice("file", choose, "folder-open")

    def _refill(self) -> None:
        """Follow what was chosen elsewhere; what is ticked here is the same already."""
        if self.isVisible():
            self._fill(self.field.text())

    def _fill(self, words: str) -> None:
        now = self._current()
        self.list.blockSignals(True)
        self.list.clear()
        for choice in self.choices(words):
            self.list.addItem(self._item(choice))
        self.list.blockSignals(False)
        self._select(None if words else now, first=bool(words))
        rows = min(_MOST_ROWS, max(1, self.list.count()))
        self.list.setFixedHeight(rows * _ROW + 4)
        self.adjustSize()

    def _item(self, choice: Choice) -> QListWidgetItem:
        item = QListWidgetItem(choice.text)
        item.setData(_CHOICE, choice)
        item.setSizeHint(QSize(0, _ROW))
        item.setToolTip(choice.text)
        if choice.what == "heading":
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            font = item.font()
            font.setBold(True)
            item.setFont(font)
            return item
        item.setIcon(icon(choice.icon))
        if choice.what == "segment":
            shown = choice.segment in self._viewing.recipient.segments
            item.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
        return item

    def _select(self, wanted: Choice | None, *, first: bool) -> None:
        """Go to a line; without one, to whom the mail is shown for, else to the ``first`` that can be chosen."""
        items = [self.list.item(row) for row in range(self.list.count())]
        possible = [item for item in items if item.flags() & Qt.ItemFlag.ItemIsEnabled]
        same = [item for item in possible if item.data(_CHOICE) == wanted]
        shown = [] if first else [item for item in possible if self._is_shown(item.data(_CHOICE))]
        for item in (*same, *shown, *possible)[:1]:
            self.list.setCurrentItem(item)

    def _is_shown(self, choice: Choice) -> bool:
        recipient = self._viewing.recipient
        if recipient.kind == "segment":
            ids = recipient.segments
            return choice.segment in ids if ids else choice.what == "none"
        if recipient.kind == "contact":
            return choice.contact == self._viewing.position.number - 1
        return choice.what == recipient.kind

    def _current(self) -> Choice | None:
        item = self.list.currentItem()
        return item.data(_CHOICE) if item is not None else None

    def _tick(self, item: QListWidgetItem) -> None:
        """Put a segment among those that are shown, or take it out."""
        self._ticked = True
        recipient = self._viewing.recipient
        ids = list(recipient.segments) if recipient.kind == "segment" else []
        choice: Choice = item.data(_CHOICE)
        if item.checkState() is Qt.CheckState.Checked:
            ids.append(choice.segment)
        elif choice.segment in ids:
            ids.remove(choice.segment)
        self._viewing.show_segments(*ids)

    def _clicked(self, index: QModelIndex) -> None:
        if self._ticked:
            self._ticked = False
            return
        self._choose(index.data(_CHOICE))

    def _activated(self, index: QModelIndex) -> None:
        if self.list.hasFocus():  # by Enter; a click has been heard
            self._choose(index.data(_CHOICE))

    def _choose_current(self) -> None:
        self._choose(self._current())

    def _choose(self, choice: Choice | None) -> None:
        if choice is None or choice.what == "heading" or not self.isVisible():
            return
        self.accept()
        viewing = self._viewing
        match choice.what:
            case "data":
                viewing.show_by_data()
            case "whole":
                viewing.show_whole()
            case "segment":
                viewing.show_segments(choice.segment)
            case "none":
                viewing.show_segments()
            case "contact":
                viewing.show_contact(choice.contact)
            case "samples":
                viewing.use_samples()
            case "segments":
                self.segments_wanted.emit()
            case "file":
                self.file_wanted.emit()


def _fits(words: str, text: str) -> bool:
    inside = searchable(text)
    return all(word in inside for word in beginnings(words))
