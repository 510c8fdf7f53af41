"""The lines of an export of opens, with the clients that each stands for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.language import current_language
from desktop.proofs.words import percent_text
from desktop.theme import roles_of
from desktop.widgets import Translated, styled
from renderers.clients.opens.opens import Opens
from renderers.clients.profile import profile
from renderers.clients.words import profile_name

_NAME, _SHARE, _CLIENTS = range(3)
LINE = Qt.ItemDataRole.UserRole


class OpensLines(Translated, QTreeWidget):
    """What nobody knows stands above, the largest first; Enter and a double click give a line to a client."""

    give_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "hits")
        self._opens: Opens | None = None
        self.setColumnCount(3)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        head = self.header()
        head.setStretchLastSection(True)
        head.setSectionsMovable(False)
        head.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(_SHARE, QHeaderView.ResizeMode.ResizeToContents)
        head.resizeSection(_NAME, 240)
        self.itemActivated.connect(self.give_wanted)
        self.retranslate()

    @property
    def line(self) -> str:
        """The name of the current line; empty where there is none."""
        item = self.currentItem()
        return str(item.data(_NAME, LINE)) if item is not None else ""

    def show_opens(self, opens: Opens) -> None:
        """Show these lines; the current one stays the current one."""
        line, self._opens = self.line, opens
        self.clear()
        for name in sorted(opens.lines, key=lambda each: (each not in opens.unmatched, -opens.lines[each])):
            self.addTopLevelItem(self._item(name, opens))
        again = next((item for item in self._items() if item.data(_NAME, LINE) == line), self.topLevelItem(0))
        if again is not None:
            self.setCurrentItem(again)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(self.tr("Lines of the export"))
        self.setHeaderLabels([self.tr("In the export"), self.tr("Opens"), self.tr("Stands for")])
        if self._opens is not None:
            self.show_opens(self._opens)

    def _items(self) -> Sequence[QTreeWidgetItem]:
        found = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _item(self, name: str, opens: Opens) -> QTreeWidgetItem:
        item = QTreeWidgetItem([name, percent_text(opens.lines[name]), self._words(name, opens)])
        item.setData(_NAME, LINE, name)
        item.setTextAlignment(_SHARE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(_NAME, name)
        item.setToolTip(_CLIENTS, item.text(_CLIENTS))
        palette = QGuiApplication.palette()
        if name in opens.unmatched:
            item.setForeground(_CLIENTS, QBrush(QColor(roles_of(palette).warning)))
        elif opens.is_left_out(name):
            item.setForeground(_CLIENTS, QBrush(palette.color(QPalette.ColorRole.PlaceholderText)))
        return item

    def _words(self, name: str, opens: Opens) -> str:
        if opens.is_left_out(name):
            return self.tr("Left out")
        language = current_language()
        names = [profile_name(profile(id_), language) for id_ in opens.meant(name)]
        return " · ".join(names) or self.tr("No client that is known")
