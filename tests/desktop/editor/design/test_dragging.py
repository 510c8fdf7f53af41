"""Dragging in the design: blocks, components, pictures, the borders of columns."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragLeaveEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.editor.mime import block_data, node_data
from templates.source.parse import parse

pytestmark = pytest.mark.webengine
LEFT, NO_BUTTON, PLAIN = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier


def test_a_block_is_dropped_where_the_line_is(hand, mail):
    """In a column as it is, between sections with a section of its own; one step, undone to the byte."""
    at = hand.at(hand.id("mj-text"), y=0.9)
    assert hand.drag(block_data("<mj-divider />"), at, drop=False)
    assert hand.panel.drops.drop is not None
    QApplication.sendEvent(hand.panel.canvas, QDragLeaveEvent())
    assert hand.panel.drops.drop is None
    assert hand.document.text == mail
    text = hand.edited(lambda: hand.drag(block_data("<mj-divider />"), at))
    assert "Left words</mj-text><mj-divider /></mj-column>" in text
    assert hand.document.selected_element.name == "mj-divider"
    hand.edited(hand.document.stack.undo)
    assert hand.document.text == mail
    below = hand.at(hand.id("mj-section"), y=0.97)
    text = hand.edited(lambda: hand.drag(block_data("<mj-text>New</mj-text>"), below))
    assert len(parse(text).elements("mj-section")) == 3
    assert text.index("Right words") < text.index("New") < text.index("{% for")


def test_a_component_is_moved_by_its_handle(hand, mail):
    """What is dropped elsewhere is the component itself; over itself there is no place."""
    left, right = hand.id("mj-text"), hand.id("mj-text", 1)
    assert not hand.drag(node_data(left), hand.at(left))
    assert hand.document.text == mail
    at = hand.at(right, y=0.9)
    text = hand.edited(lambda: hand.drag(node_data(left), at))
    assert text.index("Right words") < text.index("Left words") < text.index("{% for")
    assert not hand.drag(block_data("<mj-carousel-image src='a' />"), at)


def test_a_picture_of_the_system_becomes_one_of_the_mail(hand, qtbot, tmp_path):
    """The file is copied beside the template and shown by an mj-image where it was dropped."""
    Image.new("RGB", (40, 30), "red").save(tmp_path / "My photo.png")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "My photo.png"))])
    hand.drag(data, hand.at(hand.id("mj-text"), y=0.1))
    qtbot.waitUntil(lambda: bool(hand.document.tree.elements("mj-image")), timeout=20_000)
    source = hand.document.tree.elements("mj-image")[0].value("src")
    assert source.startswith("templates/welcome.en/images/")
    assert hand.document.workspace.file(source).is_file()
    qtbot.waitUntil(lambda: hand.ask("document.images[0]?.naturalWidth ?? 0") == 40, timeout=20_000)


def pull(hand, start: QPoint, to: QPoint, *, release: bool = True) -> None:
    page = hand.page
    hand.qtbot.mouseMove(page, start)
    hand.qtbot.mousePress(page, LEFT, pos=start)
    for step in (0.5, 1.0):
        at = start + (to - start) * step
        event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(page.mapToGlobal(at)), NO_BUTTON, LEFT, PLAIN)
        QApplication.sendEvent(page, event)
    if release:
        hand.qtbot.mouseRelease(page, LEFT, pos=to)


def test_columns_are_resized_by_their_border(hand, qtbot, mail):
    """Let go, both widths are in the text as one step, snapped to a third; Escape leaves everything as it was."""
    qtbot.mouseClick(hand.page, LEFT, pos=hand.at(hand.id("mj-text")))
    qtbot.waitUntil(lambda: hand.ask("mw.layer.querySelectorAll('.rim').length") == 1, timeout=20_000)
    border = hand.at(hand.id("mj-column"), x=1)
    pull(hand, border, border - QPoint(97, 0), release=False)
    qtbot.waitUntil(lambda: "33.3 %" in hand.ask("mw.layer.textContent"), timeout=20_000)
    qtbot.keyClick(hand.page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not hand.ask("mw.isPulling()"), timeout=20_000)
    qtbot.mouseRelease(hand.page, LEFT, pos=border)
    assert hand.document.text == mail
    with qtbot.waitSignal(hand.document.edited):
        pull(hand, border, border - QPoint(97, 0))
    text = hand.edited(lambda: None)
    assert 'width="33.33%"' in text
    assert 'width="66.66%"' in text
    width = "mw.elements({}).map((one) => Math.round(one.getBoundingClientRect().width))[0]"
    assert hand.ask(width.format(hand.id("mj-column"))) == 200
    hand.document.stack.undo()
    assert hand.document.text == mail


def test_a_column_is_added_behind_the_one_beside_the_plus(hand, qtbot):
    """The plus at a border puts an empty column there."""
    qtbot.mouseClick(hand.page, LEFT, pos=hand.at(hand.id("mj-text")))
    qtbot.waitUntil(lambda: hand.ask("mw.layer.querySelectorAll('.add').length") == 2, timeout=20_000)
    qtbot.mouseClick(hand.page, LEFT, pos=hand.point("mw.layer.querySelector('.add')"))
    qtbot.waitUntil(lambda: len(hand.document.tree.elements("mj-column")) == 4, timeout=20_000)
    assert hand.document.tree.elements("mj-column")[1].children == ()


def test_an_empty_column_can_be_seen_clicked_and_filled(open_mail, qtbot):
    """As high as its section, not as high as nothing."""
    filled = "<mj-column><mj-text>Words</mj-text></mj-column>"
    hand = open_mail(f"<mjml><mj-body><mj-section>{filled}<mj-column></mj-column></mj-section></mj-body></mjml>")
    qtbot.waitUntil(lambda: "Drop here" in hand.ask("mw.layer.textContent"), timeout=20_000)
    place = hand.point("mw.layer.querySelector('.spot')")
    qtbot.mouseClick(hand.page, LEFT, pos=place)
    qtbot.waitUntil(lambda: hand.document.selected == hand.id("mj-column", 1), timeout=20_000)
    text = hand.edited(lambda: hand.drag(block_data("<mj-divider />"), place))
    assert text.index("Words") < text.index("<mj-divider />")
    qtbot.waitUntil(lambda: "Drop here" not in hand.ask("mw.layer.textContent"), timeout=20_000)
