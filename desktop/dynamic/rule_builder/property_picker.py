"""Choosing what a row asks about: a button that opens a list to search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.list_keys import ListKeys
from desktop.dialogs.palette_delegate import PaletteDelegate
from desktop.dynamic.rule_builder.names import BuilderName
from desktop.dynamic.rule_builder.words import ICONS, sample_words, sort_title
from desktop.icons import icon
from desktop.models.palette_model import FOUND, Entry, Found, PaletteModel
from desktop.widgets import PushButton, Translated, label

_WIDTH, _HEIGHT = 340, 300
_SAMPLES = 3


class PropertyList(QFrame):
    """All names with their types and a few values. A real pop-up: a small window that opened it stays open."""

    chosen = Signal(str)
    """The path."""

    def __init__(self, names: Sequence[BuilderName], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("property-list")
        self.model = PaletteModel([_entry(name) for name in names], (), self)
        self.field, self.list, self.nothing = QLineEdit(), QListView(), label("muted", wrap=True)
        self.field.setPlaceholderText(self.tr("Search a property"))
        self.field.setAccessibleName(self.tr("Search a property"))
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._choose_current)
        self.keys = ListKeys(self.list, self.field)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Properties"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys reach it from the field
        self.list.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for each in (self.field, self.list, self.nothing):
            column.addWidget(each)
        self.setFixedSize(_WIDTH, _HEIGHT)
        self._search("")

    def show_below(self, widget: QWidget, path: str) -> None:
        """Show it below ``widget``, on the screen in any case, with the name of ``path`` current."""
        screen = widget.screen().availableGeometry()
        corner = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        if corner.y() + _HEIGHT > screen.bottom():
            corner.setY(max(screen.top(), widget.mapToGlobal(QPoint(0, 0)).y() - _HEIGHT - 2))
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - _WIDTH)))
        self.move(corner)
        self.show()
        self.field.setFocus()
        for row in range(self.model.rowCount()):
            if self.model.index(row).data(FOUND).entry.key == path:
                self.list.setCurrentIndex(self.model.index(row))

    def _search(self, text: str) -> None:
        self.model.search(text)
        there = bool(self.model.rowCount())
        self.list.setVisible(there)
        self.nothing.setVisible(not there)
        self.nothing.setText(self.tr("No property is called that. Properties are listed in contacts.toml."))
        self.list.setCurrentIndex(self.model.index(0))

    def _choose_current(self) -> None:
        self._choose(self.list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        one: Found | None = index.data(FOUND)
        if one is not None:
            path = one.entry.key
            self.close()
            self.chosen.emit(path)


class PropertyButton(Translated, PushButton):
    """Shows the property of a row with the icon of its type; elides what does not fit."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("property")
        self._names: Sequence[BuilderName] = ()
        self._shown: BuilderName | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(88)
        self.clicked.connect(self.open)
        self.retranslate()

    def show_name(self, name: BuilderName | None, names: Sequence[BuilderName]) -> None:
        """Show the property (None: not chosen yet) and offer these."""
        self._names, self._shown = names, name
        self.retranslate()

    def open(self) -> PropertyList:
        """Open the list."""
        opened = PropertyList(self._names, self)
        opened.chosen.connect(self.chosen)
        opened.show_below(self, self._shown.path if self._shown else "")
        return opened

    def retranslate(self) -> None:
        """Set every text anew."""
        shown = self._shown
        self.setIcon(icon(ICONS[shown.sort]) if shown else icon("plus"))
        title = shown.title if shown else self.tr("Choose a property")
        self.setAccessibleName(self.tr("Property: {name}").format(name=title))
        self.setToolTip(f"{shown.path} · {sort_title(shown.sort)}" if shown else title)
        self._title = title
        self.setText(title.replace("&", "&&"))

    def sizeHint(self) -> QSize:
        """Wide enough for most names; longer ones are elided."""
        return QSize(max(132, min(220, super().sizeHint().width())), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It may be narrower than its words."""
        return QSize(self.minimumWidth(), super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide anew."""
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button with as much of its words as fits."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        room = inside.width() - (self.iconSize().width() + 6)
        option.text = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room).replace("&", "&&")
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


def _entry(name: BuilderName) -> Entry:
    samples = ", ".join(sample_words(name)[:_SAMPLES])
    detail = f"{sort_title(name.sort)} · {samples}" if samples else sort_title(name.sort)
    return Entry(name.path, name.title, detail=detail, icon=icon(ICONS[name.sort]))
