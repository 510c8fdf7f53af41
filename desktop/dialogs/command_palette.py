"""The command palette: every action, template and block by a few letters, with the keyboard alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QListView, QMenu, QVBoxLayout

from desktop.dialogs.list_keys import ListKeys
from desktop.dialogs.palette_delegate import PaletteDelegate
from desktop.dialogs.popup import Popup
from desktop.icons import icon
from desktop.language import current_language
from desktop.main_window import MainWindow
from desktop.models.palette_model import FOUND, Entry, Found, PaletteModel
from desktop.widgets import GRID, label
from templates.blocks import blocks

_KEPT = "palette"  # what was used lately, in the window's settings
_RECENT = 12
_WIDTH, _HEIGHT = 600, 440


class CommandPalette(Popup):
    """A field and what answers it. Enter or a click does it, Escape does nothing."""

    def __init__(self, entries: Sequence[Entry], window: MainWindow) -> None:
        super().__init__(window)
        self._preferences = window.preferences
        self.recent = _recent(self._preferences.state(_KEPT))
        self.model = PaletteModel(entries, self.recent, self)
        self.field, self.list, self.nothing = QLineEdit(), QListView(), label("muted")
        self.field.setProperty("large", True)
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("Search for a command, a template or a block"))
        self.list.setAccessibleName(self.tr("Commands"))
        self.nothing.setText(self.tr("Nothing is called that."))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._choose_current)
        self.keys = ListKeys(self.list, self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        for each in (self.field, self.list, self.nothing):
            column.addWidget(each)
        self.resize(_WIDTH, _HEIGHT)
        top = window.mapToGlobal(window.rect().topLeft())
        self.move(top.x() + (window.width() - _WIDTH) // 2, top.y() + window.height() // 8)
        self._search("")

    def _search(self, text: str) -> None:
        self.model.search(text)
        self.nothing.setVisible(not self.model.rowCount())
        self.list.setVisible(bool(self.model.rowCount()))
        self.list.setCurrentIndex(self.model.index(0))
        self.list.scrollToTop()

    def _choose_current(self) -> None:
        self._choose(self.list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        one: Found | None = index.data(FOUND)
        if one is None or not one.entry.enabled:
            return
        recent = [one.entry.key, *(key for key in self.recent if key != one.entry.key)]
        self._preferences.keep_state(_KEPT, QByteArray(json.dumps(recent[:_RECENT]).encode()))
        self.accept()  # first: what follows may ask where the keyboard is
        one.entry.run()


def show_palette(window: MainWindow) -> CommandPalette:
    """Open the palette with what can be done in the window now."""
    palette = CommandPalette([*_actions(window), *_templates(window), *_blocks(window)], window)
    palette.show()
    palette.activateWindow()
    return palette


def _actions(window: MainWindow) -> Iterator[Entry]:
    for action, path in _in_menus(window):
        if action.objectName() != "help.palette":
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            title, icon_, enabled = action.text().rstrip("…"), action.icon(), action.isEnabled()
            yield Entry(action.objectName(), title, action.trigger, path, keys, icon_, enabled=enabled)


def _in_menus(window: MainWindow) -> Iterator[tuple[QAction, str]]:
    """Yield each action of the menu bar with the titles of the menus that lead to it."""
    stack = [(action.menu(), "") for action in reversed(window.menuBar().actions())]
    while stack:
        menu, before = stack.pop()
        if not isinstance(menu, QMenu):
            continue
        path = f"{before} › {menu.title()}".lstrip(" ›").replace("&", "")
        for action in menu.actions():
            if action.menu() is not None:
                stack.append((action.menu(), path))
            elif not action.isSeparator() and action.objectName():
                yield action, path


def _templates(window: MainWindow) -> Iterator[Entry]:
    opened, kind = window.workspace, QCoreApplication.translate("CommandPalette", "Template")
    for name in opened.model.names() if opened else []:
        card = opened.model.card(name) if opened else None
        title = card.title(current_language()) if card else name
        yield Entry(
            f"template:{name}", title, partial(window.open_template, name), f"{kind} · {name}", icon=icon("mail")
        )


def _blocks(window: MainWindow) -> Iterator[Entry]:
    document = window.document
    if document is None:
        return
    language, kind = current_language(), QCoreApplication.translate("CommandPalette", "Insert a block")
    for block in blocks():
        insert = partial(window.editor.blocks.insert, block)
        title = block.title.get(language, block.id)
        yield Entry(f"block:{block.id}", title, insert, kind, icon=icon("plus"), enabled=document.editable)


def _recent(kept: QByteArray) -> list[str]:
    try:
        names = json.loads(bytes(kept.data()) or b"[]")
    except ValueError:
        return []
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
