"""Pictures compared: by a divider, side by side, through each other, by what differs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.proofs.look.compare_head import WAYS

RED, BLUE = ["red"] * 6, ["blue"] * 6


@pytest.fixture
def several(compared, looked):
    """Two pictures of which one has a band more."""
    page = compared(looked(*RED), looked("red", "red", "blue", *RED[2:]))
    page.several.pair.set_zoom(1.0)
    return page.several


def middle(view) -> tuple[int, int]:
    """A point in the first band, left of its middle."""
    return round(view.origin.x()) + 250, round(view.origin.y()) + 45


def test_the_divider_parts_the_pictures(compared, looked, colour_at, press) -> None:
    """The one left of it, the other right of it; arrows and the mouse move it."""
    pair = compared(looked(*RED), looked(*BLUE)).several.pair
    left, y = round(pair.origin.x()), round(pair.origin.y()) + 45
    assert [colour_at(pair.viewport(), left + x, y) for x in (140, 300)] == ["red", "blue"]
    for _ in range(3):
        press(pair, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pair.share == pytest.approx(0.8)
    assert colour_at(pair.viewport(), left + 300, y) == "red"
    at = QPoint(left + round(0.8 * 390), 200)
    QTest.mousePress(pair.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(pair.viewport(), QPoint(left + 39, 200))
    QTest.mouseRelease(pair.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(left + 39, 200))
    assert pair.share == pytest.approx(0.1, abs=0.01)
    press(pair, Qt.Key.Key_Space)
    assert colour_at(pair.viewport(), left + 300, y) == "red"


def test_the_second_shines_through_the_first(compared, looked, colour_at) -> None:
    """As much of it as the slider says."""
    several = compared(looked(*RED), looked(*BLUE)).several
    several.head.ways["onion"].trigger()
    seen = []
    for share in (0, 100, 50):
        several.head.share.setValue(share)
        seen.append(colour_at(several.pair.viewport(), *middle(several.pair)))
    assert seen[:2] == ["red", "blue"]
    assert seen[2] not in {"red", "blue"}


def test_what_differs_is_marked(several, colour_at) -> None:
    """Everything else is pale; the band that came in is framed with its sign."""
    several.head.ways["difference"].trigger()
    pair = several.pair
    x, y = middle(pair)
    assert colour_at(pair.viewport(), x, y) not in {"red", "blue"}
    assert several.found.size == "large"
    assert several.head.score.text() == "Large difference  ·  14%  ·  1 place"
    assert not several.level.isEnabled()


def test_what_belongs_together_is_level(several, colour_at) -> None:
    """The first picture has a gap where the other has a band more; as they are, it has none."""
    several.head.ways["side"].trigger()
    side = several.side
    side.set_zoom(1.0)
    (first, _), (second, _) = side.columns()
    rows = [round(side.origin.y()) + 80 * band + 45 for band in range(6)]
    look = [[colour_at(side.viewport(), round(left) + 250, row) for row in rows] for left in (first, second)]
    assert look[1] == ["red", "red", "blue", "red", "red", "red"]
    assert look[0][2] not in {"red", "blue"}
    assert [look[0][at] for at in (0, 1, 3, 4, 5)] == ["red"] * 5
    several.level.trigger()
    assert colour_at(side.viewport(), round(first) + 250, rows[2]) == "red"


def test_one_goes_from_difference_to_difference(compared, looked, qtbot) -> None:
    """F7 and Shift+F7, round and round; the place comes to sight."""
    before, after = ["red"] * 40, ["red"] * 40
    after[5] = after[30] = "blue"
    several = compared(looked(*before), looked(*after)).several
    assert several.head.place.text() == ""
    seen = []
    for action in (several.head.next, several.head.next, several.head.next, several.head.previous):
        action.trigger()
        seen.append(several.head.place.text())
    assert seen == ["1 of 2", "2 of 2", "1 of 2", "2 of 2"]
    assert several.pair.verticalScrollBar().value() > 1500


@pytest.mark.parametrize("way", WAYS)
def test_every_way_keeps_the_zoom(several, way) -> None:
    """Who looks closely goes on to."""
    several.area.set_zoom(1.6)
    several.head.ways[way].trigger()
    assert several.area.zoom == 1.6
    assert several.zoom.percent.text() == "160%"


def test_other_widths_have_no_difference(compared, looked) -> None:
    """It is said why; the divider shows both, centred."""
    several = compared(looked(*RED), looked(*BLUE, client="gmail-web")).several
    assert several.head.score.text() == "Different widths"
    assert not several.level.isEnabled()
    several.head.ways["difference"].trigger()
    assert several.nothing.isVisible()
    assert "390 pixels wide, the other 1000" in several.nothing.text.text()
    several.head.ways["slider"].trigger()
    assert several.pair.isVisible()


def test_three_are_compared_with_the_first(compared, looked, colour_at) -> None:
    """Side by side all of them; else the one that is chosen."""
    several = compared(looked(*RED), looked(*RED), looked(*BLUE)).several
    assert several.head.other.isVisible()
    assert several.head.score.text() == "No visible difference"
    several.head.other.setCurrentIndex(1)
    several.head.other.activated.emit(1)
    several.pair.set_share(0.0)
    assert colour_at(several.pair.viewport(), *middle(several.pair)) == "blue"
    several.head.ways["side"].trigger()
    assert len(several.side.columns()) == 3
    assert not several.head.next.isEnabled()


def test_a_damaged_picture_says_so(page, looked, qtbot) -> None:
    """In its place, side by side with the others."""
    page.compare([replace(looked(*RED), picture=b"none"), looked(*BLUE)])
    several = page.several
    qtbot.waitUntil(lambda: "damaged" in several.nothing.title.text())
    several.head.ways["side"].trigger()
    assert several.side.isVisible()


def test_back_leads_to_where_one_came_from(shown, compared, looked, qtbot, press) -> None:
    """From a comparison to the picture whose menu it was chosen in, else to all pictures."""
    page = shown(looked(*RED), others=[looked(*BLUE, mode="dark")])
    page.one.head.menu.aboutToShow.emit()
    page.one.head.menu.actions()[0].trigger()
    assert page.is_comparing
    assert [each.mode for each in page.several.pictures] == ["Dark", "Light"]
    qtbot.waitUntil(lambda: page.several.found is not None)
    press(page.several.pair, Qt.Key.Key_Escape)
    assert not page.is_comparing
    compared(looked(*RED), looked(*BLUE))
    with qtbot.waitSignal(page.left):
        press(page.several.pair, Qt.Key.Key_Escape)
