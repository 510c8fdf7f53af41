"""Files dropped on a window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.file_drop import FileDrop


@pytest.fixture
def window(qtbot) -> QWidget:
    """A window with something in it that takes drops itself."""
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(QPlainTextEdit())
    return made


def drop(widget: QWidget, *urls: QUrl) -> bool:
    """Drop files on a widget; whether the drag was accepted on the way."""
    data = QMimeData()
    data.setUrls(list(urls))
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, button, keys)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), action, data, button, keys))
    return enter.isAccepted()


def test_mails_are_handed_on_wherever_they_fall(window, qtbot):
    """On the window and on what takes drops in it: there no address is typed into the text."""
    watch, inner = FileDrop(window), window.findChild(QPlainTextEdit)
    watch.enabled = True
    watch.watch(window)
    watch.watch(window)
    taken: list[list[Path]] = []
    watch.dropped.connect(taken.append)
    mails = [QUrl.fromLocalFile(f"/a/{name}") for name in ("x.MJML", "y.html", "z.png")]
    assert drop(window, *mails)
    assert drop(inner.viewport(), *mails)
    assert taken == [[Path("/a/x.MJML"), Path("/a/y.html")]] * 2
    assert inner.toPlainText() == ""


@pytest.mark.parametrize("url", ["file:///a/x.png", "https://example.com/x.html", "file:///a/html"])
def test_other_things_are_left_to_others(window, url):
    """Pictures and addresses are for the canvas or the code; without a workspace so are mails."""
    watch = FileDrop(window)
    watch.watch(window)
    taken: list[list[Path]] = []
    watch.dropped.connect(taken.append)
    watch.enabled = True
    assert not drop(window, QUrl(url))
    watch.enabled = False
    assert not drop(window, QUrl.fromLocalFile("/a/x.mjml"))
    assert taken == []
