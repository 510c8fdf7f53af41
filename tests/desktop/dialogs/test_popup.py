"""Popups close by themselves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.dialogs.popup import Popup


@pytest.fixture
def window(qtbot):
    """A window with a button at its bottom right."""
    made = QWidget()
    made.button = QPushButton("x", made)
    made.resize(300, 200)
    made.button.setGeometry(250, 170, 40, 24)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_closes_when_something_else_is_used(window, qtbot):
    """The window behind it gets the keyboard."""
    popup = Popup(window)
    closed = []
    popup.finished.connect(closed.append)
    popup.show_below(window.button)
    qtbot.waitUntil(popup.isActiveWindow)
    window.activateWindow()
    qtbot.waitUntil(lambda: closed == [0])


def test_escape_closes_it(window, qtbot):
    """Nothing was chosen."""
    popup = Popup(window)
    closed = []
    popup.finished.connect(closed.append)
    popup.show_below(window.button)
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert closed == [0]


def test_it_stays_on_the_screen(window):
    """Below its button where there is room, above it at the bottom of the screen."""
    screen = window.screen().availableGeometry()
    popup = Popup(window)
    popup.setFixedSize(200, 100)
    window.move(screen.left(), screen.top())
    popup.show_below(window.button)
    assert popup.y() >= window.button.mapToGlobal(window.button.rect().bottomLeft()).y()
    window.move(screen.right() - 300, screen.bottom() - 200)
    popup.show_below(window.button)
    assert screen.contains(popup.geometry())
    popup.close()
