"""The section under the pointer offers a condition."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.dynamic.conditions.loop_popup import LoopPopup
from desktop.dynamic.conditions.popup import ConditionPopup

pytestmark = pytest.mark.webengine
LEFT = Qt.MouseButton.LeftButton
BUTTON = "mw.layer.querySelector('.offering')"


def test_two_clicks_from_hovering_a_section(hand, qtbot):
    """The button on the section, the segment in the popup; what has a loop or is selected has no button."""
    section, again = hand.id("mj-section"), hand.id("mj-section", 1)
    qtbot.mouseRelease(hand.page, LEFT, pos=hand.at(section))  # a press of an earlier test may still be held
    qtbot.mouseMove(hand.page, hand.at(hand.id("mj-text")))
    qtbot.waitUntil(lambda: bool(hand.ask(f"{BUTTON} ? 1 : 0")), timeout=20_000)
    assert hand.ask(f"{BUTTON}.textContent.trim()") == "Add a condition"
    qtbot.mouseMove(hand.page, hand.point(BUTTON))
    qtbot.mouseClick(hand.page, LEFT, pos=hand.point(BUTTON))
    qtbot.waitUntil(lambda: bool(hand.panel.findChildren(ConditionPopup)), timeout=20_000)
    (popup,) = hand.panel.findChildren(ConditionPopup)
    assert hand.document.selected == section
    text = hand.edited(popup.by_segments.rows[0].click)
    assert "{% if segment.loyalty %}\n<mj-section>" in text
    popup.close()
    qtbot.mouseMove(hand.page, hand.at(again, y=0.9))
    qtbot.waitUntil(lambda: not hand.ask(f"{BUTTON} ? 1 : 0"), timeout=20_000)


def test_a_badge_opens_the_loop_that_it_names(hand, qtbot):
    """By the id of its block; an id that is none of the mail's opens nothing."""
    again = hand.document.tree.elements("mj-section")[1]
    hand.panel.asking.ask(0)
    assert hand.panel.findChildren(ConditionPopup) == []
    hand.panel.asking.ask(again.id, hand.document.tree.blocks(again)[0].id)
    (popup,) = hand.panel.findChildren(LoopPopup)
    assert popup.items.currentText() == "[1, 2, 3]"
    assert popup.pos() != QPoint(-1, -1)
    popup.close()
