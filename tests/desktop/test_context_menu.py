"""Context menus are made of the window's actions."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.context_menu import show_context_menu


def test_a_menu_holds_the_actions_of_the_window(qtbot, monkeypatch):
    """By their ids, separators between; what the window does not have is left out."""

    class Menu(QMenu):
        def popup(self, at: QPoint) -> None:
            self.shown_at = at

    monkeypatch.setattr("desktop.context_menu.QMenu", Menu)
    window = QWidget()
    qtbot.addWidget(window)
    inner = QWidget(window)
    action = QAction("Copy", window)
    action.setObjectName("structure.copy")
    menu = show_context_menu(inner, ("structure.copy", None, "no.such"), QPoint(3, 4))
    assert [each.text() for each in menu.actions()] == ["Copy", ""]
    assert menu.actions()[0] is action
    assert menu.actions()[1].isSeparator()
    assert menu.shown_at == QPoint(3, 4)
