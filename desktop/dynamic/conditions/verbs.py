"""What the window does about conditions and loops: it opens their popups for what is selected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRect

from desktop.dynamic.conditions.loop_popup import LoopPopup
from desktop.dynamic.conditions.popup import ConditionPopup
from desktop.dynamic.conditions.show import on_screen, show_condition, show_loop
from desktop.main_window import MainWindow
from desktop.structure import can_change


def ask_condition(window: MainWindow) -> ConditionPopup | None:
    """Ask who sees the selected component."""
    document = window.document
    if document is None or not can_change(document):
        return None
    return show_condition(document, document.selected, window, _anchor(window), data=_data(window))


def ask_loop(window: MainWindow) -> LoopPopup | None:
    """Ask for which list the selected component is repeated."""
    document = window.document
    if document is None or not can_change(document):
        return None
    return show_loop(document, document.selected, window, _anchor(window), data=_data(window))


def _data(window: MainWindow) -> str | Mapping[str, Any]:
    """The data set with which the mail is shown."""
    opened = window.editor.documents.current
    return opened.live.shown.data if opened else "default"


def _anchor(window: MainWindow) -> QRect:
    """Where the popup is expected: at the row in the outline, in the inspector, else at the bar on the canvas."""
    editor, focus = window.editor, window.focusWidget() or window
    if editor.outline.isAncestorOf(focus):
        view = editor.outline.view
        row = view.visualRect(view.currentIndex())
        return QRect(view.viewport().mapToGlobal(row.topLeft()), row.size())
    bar, box = editor.design.handles, editor.inspector.visibility
    for each in (box, bar) if box.isAncestorOf(focus) else (bar, box):
        if each.isVisible():
            return on_screen(each)
    return QRect(window.mapToGlobal(window.rect().center()), window.size() / 100)
