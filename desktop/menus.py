"""Menus and tool bar as nested lists of action ids; None is a separator."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from desktop.action_table import ActionTable
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow
from desktop.widgets import action_button, segment

MENUS: tuple[tuple[str, tuple[str | None, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Menus", "&File"),
        (
            "file.new", "file.open", "file.sample", None,
            "file.export", "file.sheet", "file.folder", None,
            "file.close", "file.quit",
        ),
    ),
    (QT_TRANSLATE_NOOP("Menus", "&Edit"), ("edit.find", None, "edit.preferences")),
    (QT_TRANSLATE_NOOP("Menus", "&Brand"), ("brand.update", "brand.undo")),
    (
        QT_TRANSLATE_NOOP("Menus", "&View"),
        (
            "view.gallery", "view.split", "view.preview", None,
            "view.brand", None,
            "view.light", "view.dark", "view.other_scheme", None,
            "view.width_320", "view.width_375", "view.width_640", None,
            "view.zoom_in", "view.zoom_out", "view.zoom_fit", None,
            "view.next", "view.previous", "view.next_pane", "view.previous_pane", None,
            "file.refresh",
        ),
    ),
    (QT_TRANSLATE_NOOP("Menus", "&Help"), ("help.shortcuts",)),
)  # fmt: skip
MODES = ("view.gallery", "view.split", "view.preview")
WIDTHS = ("view.width_320", "view.width_375", "view.width_640")
SCHEMES = ("view.light", "view.dark")


class Menus(QObject):
    """Puts the actions of a window where people look for them."""

    def __init__(self, window: MainWindow, actions: ActionTable) -> None:
        super().__init__(window)
        self._menus: list[QMenu] = []
        for _, ids in MENUS:
            menu = window.menuBar().addMenu("")
            _fill(menu, ids, actions)
            self._menus.append(menu)
        _fill_tool_bar(window, actions)
        window.preview.add_switches(_these(actions, WIDTHS), _these(actions, SCHEMES))
        window.installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        for menu, (title, _) in zip(self._menus, MENUS, strict=True):
            menu.setTitle(QCoreApplication.translate("Menus", title))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().eventFilter(watched, event)


def _fill(menu: QMenu, ids: tuple[str | None, ...], actions: ActionTable) -> None:
    for each in ids:
        if each is None:
            menu.addSeparator()
        else:
            menu.addAction(actions[each])


def _fill_tool_bar(window: MainWindow, actions: ActionTable) -> None:
    bar = window.tool_bar
    bar.addWidget(action_button(actions["view.brand"]))
    bar.addSeparator()
    beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    bar.addWidget(action_button(actions["file.new"], style=beside))
    bar.addWidget(action_button(actions["file.open"]))
    bar.addWidget(_spring())
    bar.addWidget(segment(_these(actions, MODES)))
    bar.addWidget(_spring())
    bar.addWidget(action_button(actions["file.refresh"]))
    bar.addWidget(action_button(actions["file.sheet"]))
    bar.addWidget(action_button(actions["file.export"], style=beside))


def _spring() -> QWidget:
    spring = QWidget()
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spring


def _these(actions: ActionTable, ids: tuple[str, ...]) -> list[QAction]:
    return [actions[each] for each in ids]
