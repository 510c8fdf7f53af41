"""Opening the popups beside what they are about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.dialogs.popup import Popup
from desktop.document import OpenDocument
from desktop.dynamic.conditions.loop_popup import LoopPopup
from desktop.dynamic.conditions.placing import fit, place_for
from desktop.dynamic.conditions.popup import ConditionPopup

SEGMENTS, DATA = "segments.show", "data.form"
"""The actions of the window that show the segments and the data."""


def show_condition(
    document: OpenDocument,
    node_id: int,
    window: QWidget,
    anchor: QRect,
    *,
    level: int | None = None,
    data: str | Mapping[str, Any] = "default",
) -> ConditionPopup:
    """Ask who sees a component; ``anchor`` is what the popup opens beside, on the screen."""
    popup = ConditionPopup(document, node_id, window, level=level, data=data)
    popup.segments_wanted.connect(popup.accept)
    if isinstance(action := window.findChild(QAction, SEGMENTS), QAction):
        popup.segments_wanted.connect(action.trigger)
    _open(popup, window, anchor)
    popup.first().setFocus()
    return popup


def show_loop(
    document: OpenDocument,
    node_id: int,
    window: QWidget,
    anchor: QRect,
    *,
    level: int | None = None,
    data: str | Mapping[str, Any] = "default",
) -> LoopPopup:
    """Ask for which list a component is repeated."""
    popup = LoopPopup(document, node_id, window, level=level, data=data)
    popup.data_wanted.connect(popup.accept)
    if isinstance(action := window.findChild(QAction, DATA), QAction):
        popup.data_wanted.connect(action.trigger)
    _open(popup, window, anchor)
    popup.first().setFocus()
    return popup


def on_screen(widget: QWidget) -> QRect:
    """Return where a widget is on the screen."""
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def _open(popup: Popup, window: QWidget, anchor: QRect) -> None:
    fit(popup)
    popup.move(place_for(anchor, popup.width(), popup.height(), window.screen().availableGeometry()))
    popup.show()
    popup.activateWindow()
