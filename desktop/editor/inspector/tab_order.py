"""Tab goes through what is seen from top to bottom, whatever was made first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_tabs(*widgets: QWidget) -> None:
    """Put the controls in ``widgets`` into the order in which their layouts show them."""
    for before, after in pairwise([control for widget in widgets for control in controls(widget)]):
        QWidget.setTabOrder(before, after)


def controls(widget: QWidget) -> Iterator[QWidget]:
    """Yield what takes the keyboard, from top to bottom."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        inner, nested = (item.widget(), item.layout()) if item else (None, None)
        if inner is not None:
            yield from controls(inner)
        elif nested is not None:
            yield from _in_layout(nested)
