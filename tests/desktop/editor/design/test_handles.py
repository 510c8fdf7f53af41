"""The bar beside the selected component stays where it can be seen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QDrag
from PySide6.QtWidgets import QWidget

from desktop.editor.design.handles import HandleBar, place_of
from desktop.editor.mime import node_of
from templates.source.parse import parse

STAGE = QRect(0, 0, 700, 500)


def test_the_bar_stands_above_below_or_inside():
    """Above where there is room, else below, else at the top of the stage; never beside the stage."""
    assert place_of(QRect(50, 100, 200, 50), STAGE, 150, 30) == QPoint(50, 64)
    assert place_of(QRect(50, 10, 200, 50), STAGE, 150, 30) == QPoint(50, 65)
    assert place_of(QRect(50, -100, 200, 900), STAGE, 150, 30) == QPoint(50, 6)
    assert place_of(QRect(680, 100, 200, 50), STAGE, 150, 30).x() <= 700 - 150


def test_the_handle_carries_its_component(qtbot, monkeypatch):
    """Pulled a little way, the handle starts a drag of the component's id; a click does not."""
    parent = QWidget()
    qtbot.addWidget(parent)
    bar = HandleBar(parent)
    section = parse("<mjml><mj-body><mj-section /></mj-body></mjml>").elements("mj-section")[0]
    bar.fill([QAction("Duplicate", bar)])
    bar.show_for(section)
    parent.show()
    bar.place_at(QRect(10, 100, 50, 50), STAGE)
    started = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: started.append(node_of(drag.mimeData())))
    qtbot.mouseClick(bar.handle, Qt.MouseButton.LeftButton)
    assert started == []
    qtbot.mousePress(bar.handle, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    qtbot.mouseMove(bar.handle, QPoint(30, 30))
    assert started == [section.id]
    bar.show_for(None)
    assert bar.isHidden()
