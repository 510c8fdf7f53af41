"""Arrows go through a list while a field keeps the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.dialogs.list_keys import ListKeys


@pytest.fixture
def parts(qtbot):
    """A field, and a list of twelve rows with a heading first that cannot be chosen."""
    parent = QWidget()
    qtbot.addWidget(parent)
    field, view = QLineEdit(parent), QListWidget(parent)
    for number in range(12):
        item = QListWidgetItem(str(number), view)
        if number == 0:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
    keys = ListKeys(view, field)
    view.setCurrentRow(1)
    yield field, view, keys
    parent.close()


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ([Qt.Key.Key_Down], 2),
        ([Qt.Key.Key_Up], 11),
        ([Qt.Key.Key_Up, Qt.Key.Key_Down], 1),
        ([Qt.Key.Key_PageDown], 9),
        ([Qt.Key.Key_PageDown, Qt.Key.Key_PageDown], 11),
        ([Qt.Key.Key_PageUp], 1),
        ([Qt.Key.Key_A], 1),
    ],
)
def test_rows_that_can_be_chosen_are_walked(parts, qtbot, keys, row):
    """Headings are passed over, a step beyond the end begins anew, a page stops there; letters stay in the field."""
    field, view, _ = parts
    for key in keys:
        qtbot.keyClick(field, key)
    assert view.currentRow() == row


def test_an_empty_list_is_left_alone(parts, qtbot):
    """There is nowhere to go."""
    field, view, _ = parts
    view.clear()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert view.currentRow() == -1
