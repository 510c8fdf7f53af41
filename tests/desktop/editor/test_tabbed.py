"""Panels behind tabs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.editor.tabbed import TabbedPanels


@pytest.fixture
def drawer(qtbot):
    """A drawer with two panels, closed."""
    made = TabbedPanels((QLabel("one"), QLabel("two")), drawer=True)
    made.set_titles(("One", "Two"), "Both")
    made.set_open(False)
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def _click(qtbot, drawer, place):
    qtbot.mouseClick(drawer.bar, Qt.MouseButton.LeftButton, pos=drawer.bar.tabRect(place).center())


def test_a_drawer_opens_by_a_click_and_closes_by_a_second(drawer, qtbot):
    """A click on the tab that is shown opens and closes; a click on another one shows it."""
    assert not drawer.is_open
    _click(qtbot, drawer, 0)
    assert drawer.is_open
    _click(qtbot, drawer, 1)
    assert drawer.is_open
    assert drawer.stack.currentIndex() == 1
    _click(qtbot, drawer, 1)
    assert not drawer.is_open
    assert drawer.maximumHeight() < 100


def test_showing_a_panel_opens_the_drawer(drawer):
    """Who asks for a panel sees it."""
    drawer.show_panel(drawer.panels[1])
    assert drawer.is_open
    assert drawer.stack.currentWidget() is drawer.panels[1]


def test_the_editor_begins_with_a_closed_drawer(opened):
    """Problems and data leave their room to the mail until somebody wants them."""
    opened.open_template("welcome.en")
    drawer = opened.editor.drawer
    assert not drawer.is_open
    assert opened.editor.rows.sizes()[1] == drawer.height() < 50
    drawer.show_panel(opened.editor.data)
    assert drawer.height() >= 200
