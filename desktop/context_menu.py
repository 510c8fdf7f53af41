"""Context menus: actions of the window by their ids, so that they say and do what the menus do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


def show_context_menu(widget: QWidget, ids: Sequence[str | None], at: QPoint) -> QMenu:
    """Show a menu at ``at`` (of the screen) with the actions of the widget's window; None is a separator."""
    menu = QMenu(widget)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for each in ids:
        action = widget.window().findChild(QAction, each) if each else None
        if action is not None:
            menu.addAction(action)
        elif each is None:
            menu.addSeparator()
    menu.popup(at)
    return menu
