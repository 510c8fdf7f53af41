"""The clients as a tree of check boxes: a group is ticked with what is to be seen of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.clients.chooser import CLIENT, ICONS, clients, fits
from desktop.icons import icon
from desktop.language import current_language
from desktop.widgets import styled
from renderers.clients.profile import Group, profile
from renderers.clients.words import GROUP_NAMES, label, profile_name, translated

_NAME, _COUNT = range(2)
_STATES = (Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked)


class ClientTree(QTreeWidget):
    """Groups Desktop, Web, Mobile and the browser alone; each says how many of it are ticked."""

    changed = Signal()
    """Other clients are ticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "hits")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(18)
        self.setIconSize(QSize(16, 16))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(_COUNT, QHeaderView.ResizeMode.ResizeToContents)
        self._groups: dict[Group, QTreeWidgetItem] = {group: self._new_group() for group in ICONS}
        self._rows = {each.id: self._new_client(self._groups[each.group], each.id) for each in clients()}
        self.expandAll()
        self.setCurrentItem(self._groups["desktop"])
        self.itemChanged.connect(self._ticked)
        self.retranslate()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the clients that are ticked, in the order of the list."""
        return tuple(id_ for id_, row in self._rows.items() if row.checkState(_NAME) is Qt.CheckState.Checked)

    def choose(self, wanted: Collection[str]) -> None:
        """Tick these and no others."""
        with QSignalBlocker(self):
            for id_, row in self._rows.items():
                row.setCheckState(_NAME, _STATES[2 * (id_ in wanted)])
            self._count()
        self.changed.emit()

    def show_fitting(self, words: str) -> int:
        """Show the clients that are meant by ``words``; return how many."""
        language = current_language()
        for id_, row in self._rows.items():
            row.setHidden(not fits(words, profile(id_), language))
        for group in self._groups.values():
            group.setHidden(not any(True for _ in _shown(group)))
        found = sum(not row.isHidden() for row in self._rows.values())
        first = next((row for row in self._rows.values() if not row.isHidden()), None)
        if words and first is not None:
            self.setCurrentItem(first)
        self._count()
        return found

    def retranslate(self) -> None:
        """Set every text anew."""
        language = current_language()
        self.setAccessibleName(self.tr("Clients"))
        with QSignalBlocker(self):
            for group, item in self._groups.items():
                item.setText(_NAME, translated(GROUP_NAMES[group], language))
            for id_, row in self._rows.items():
                shown = profile(id_)
                row.setText(_NAME, profile_name(shown, language))
                name, meaning = label(shown.fidelity, language)
                row.setToolTip(_NAME, f"{name}: {meaning}\n{translated(shown.note, language)}")
        self.retint()
        self._count()

    def retint(self) -> None:
        """Draw the icons in the theme's colours."""
        with QSignalBlocker(self):
            for group, item in self._groups.items():
                item.setIcon(_NAME, icon(ICONS[group]))

    def _new_group(self) -> QTreeWidgetItem:
        made = QTreeWidgetItem(self)
        font = self.font()
        font.setBold(True)
        made.setFont(_NAME, font)
        made.setTextAlignment(_COUNT, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        made.setCheckState(_NAME, Qt.CheckState.Unchecked)
        return made

    def _new_client(self, group: QTreeWidgetItem, id_: str) -> QTreeWidgetItem:
        made = QTreeWidgetItem(group)
        made.setData(_NAME, CLIENT, id_)
        made.setCheckState(_NAME, Qt.CheckState.Unchecked)
        made.setFirstColumnSpanned(True)
        return made

    def _ticked(self, item: QTreeWidgetItem, column: int) -> None:
        if column != _NAME:
            return
        with QSignalBlocker(self):
            if item.data(_NAME, CLIENT) is None:
                for row in _shown(item):
                    row.setCheckState(_NAME, item.checkState(_NAME))
            self._count()
        self.changed.emit()

    def _count(self) -> None:
        """Let each group say what is ticked in it, also of what the search hides."""
        with QSignalBlocker(self):
            for item in self._groups.values():
                rows = list(_clients(item))
                ticked = sum(row.checkState(_NAME) is Qt.CheckState.Checked for row in rows)
                item.setCheckState(_NAME, _STATES[bool(ticked) + (ticked == len(rows))])
                item.setText(_COUNT, self.tr("{n} of {all}").format(n=ticked, all=len(rows)) if ticked else "")


def _shown(group: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    return (row for row in _clients(group) if not row.isHidden())


def _clients(group: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for place in range(group.childCount()):
        row = group.child(place)
        if row is not None:
            yield row
