"""One picture: at any size, in its device or alone, or why there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.proofs.look.looked import Looked
from desktop.proofs.look.zoom_area import MARGIN, MOST
from templates.errors import EngineError

TALL = ("red", "blue") * 15


def alone(page):
    """The view without the device."""
    page.one.framed.setChecked(False)
    return page.one.view


def turn(view, notches: int, at: QPointF) -> None:
    """Turn the wheel with Ctrl held."""
    event = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_a_picture_fits_and_is_never_enlarged_for_that(shown, looked) -> None:
    """A phone's picture stays as it is, a webmail's is made as narrow as the room."""
    view = alone(shown(looked(*TALL)))
    assert (view.zoom, view.scale) == (None, 1.0)
    view = alone(shown(looked(*TALL, client="gmail-web")))
    assert view.scale == pytest.approx((view.viewport().width() - 2 * MARGIN) / 1000)
    assert view.horizontalScrollBar().maximum() == 0


def test_keys_change_the_size(shown, looked, press) -> None:
    """Plus, minus, 0, 1 and 2; never beyond what there is of it."""
    view = alone(shown(looked(*TALL)))
    press(view, Qt.Key.Key_Plus)
    assert view.scale == 1.25
    press(view, Qt.Key.Key_2)
    assert view.scale == MOST
    press(view, Qt.Key.Key_Plus)
    assert view.scale == MOST
    press(view, Qt.Key.Key_Minus)
    assert view.scale == 1.6
    press(view, Qt.Key.Key_0)
    assert view.zoom is None


def test_what_is_under_the_pointer_stays_there(shown, looked) -> None:
    """The wheel with Ctrl enlarges around the pointer."""
    page = shown(looked(*TALL))
    page.resize(500, 700)
    view = alone(page)
    view.verticalScrollBar().setValue(600)
    at = QPointF(view.viewport().width() / 2 + 40, 200)
    before = (at - view.origin) / view.scale
    turn(view, 3, at)
    assert view.scale > 1.5
    after = (at - view.origin) / view.scale
    assert (after - before).manhattanLength() < 2


def test_a_picture_is_moved_by_dragging(shown, looked) -> None:
    """As if it were held."""
    view = alone(shown(looked(*TALL)))
    view.set_zoom(2.0)
    view.verticalScrollBar().setValue(500)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    QTest.mouseMove(view.viewport(), QPoint(300, 220))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 220))
    assert view.verticalScrollBar().value() == 580


def test_the_bar_steers_and_says_the_size(shown, looked) -> None:
    """Buttons, slider and number are one."""
    page = shown(looked(*TALL))
    bar, view = page.one.zoom, alone(page)
    bar.double.trigger()
    assert (view.scale, bar.percent.text(), bar.larger.isEnabled()) == (2.0, "200%", False)
    bar.smaller.click()
    assert (bar.percent.text(), bar.double.isChecked()) == ("160%", False)
    bar.slider.setValue(0)
    assert (view.scale, bar.smaller.isEnabled()) == (pytest.approx(0.1), False)
    bar.fit.trigger()
    assert (view.zoom, bar.fit.isChecked()) == (None, True)


def test_a_picture_scrolls_behind_the_glass_of_its_device(shown, looked, colour_at) -> None:
    """The device stands still, the screen is as high as the client's, and the end of the picture comes to sight."""
    page = shown(looked(*["red"] * 20, "blue", "blue"))
    view = page.one.view
    assert view.device is not None
    assert view.device.kind == "phone"
    screen = view.device.screen_in(view.outer, view.scale)
    assert screen.height() / view.scale == pytest.approx(844)
    middle = round(screen.center().x()) + 60
    assert colour_at(view.viewport(), middle, round(screen.bottom()) - 20) == "red"
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert colour_at(view.viewport(), middle, round(screen.bottom()) - round(40 * view.scale)) == "blue"
    assert colour_at(view.viewport(), middle, round(screen.top()) - 4) == "white"  # the status bar


def test_the_picture_before_stays_until_the_next_is_there(shown, looked, qtbot) -> None:
    """Flipping through them does not flicker; one that takes long leaves an empty ground under its name."""
    page = shown(looked(*TALL))
    view, before = page.one.view, page.one.view.raster
    page.show_looked(looked("blue", client="gmail-web"))
    assert (view.raster, page.one.head.name.text()) == (before, "Apple Mail, iPhone")
    page.one._blink.timeout.emit()
    assert (view.raster, page.one.head.name.text()) == (None, "Gmail, web")
    qtbot.waitUntil(lambda: view.raster is not None)
    assert view.raster.width == 1000


def test_two_fingers_change_the_size(shown, looked) -> None:
    """A pinch on a touchpad."""
    view = alone(shown(looked(*TALL)))
    at = QPointF(view.viewport().rect().center())
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, at, at, at, 0.5, QPointF()
    )
    QApplication.sendEvent(view.viewport(), pinch)
    assert view.scale == pytest.approx(1.5)


def test_the_device_is_put_on_and_taken_off(shown, looked, press) -> None:
    """By F; the choice stays for the next picture."""
    page = shown(looked(*TALL))
    press(page.one.view, Qt.Key.Key_F)
    assert page.one.view.device is None
    shown(looked("red", client="gmail-web"))
    assert page.one.view.device is None
    press(page.one.view, Qt.Key.Key_F)
    assert page.one.view.device is not None
    assert page.one.view.device.kind == "browser"


def test_a_client_that_is_gone_has_no_device(shown, looked) -> None:
    """The picture stands alone."""
    made = looked("red")
    page = shown(replace(made, shot=replace(made.shot, profile="my-own")))
    assert page.one.view.device is None


def test_the_head_says_whose_it_is(shown, looked) -> None:
    """Name, facts, how true; and for who listens."""
    page = shown(looked("red"))
    assert page.one.head.name.text() == "Apple Mail, iPhone"
    assert page.one.head.facts.text() == "Light  ·  welcome.en  ·  390 × 80"
    assert page.one.head.truth.isVisible()
    assert page.one.view.accessibleName() == "Picture: Apple Mail, iPhone"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"picture": b"no picture"}, "This picture is damaged."),
        ({"picture": None, "error": EngineError("The browser crashed.")}, "No picture, and nothing charged"),
        ({"picture": None}, "Taking the picture…"),
        ({"picture": None, "given_up": True}, "Not taken"),
    ],
)
def test_without_a_picture_it_is_said_why(page, looked, qtbot, change, said) -> None:
    """And there is nothing to zoom."""
    page.show_looked(replace(looked("red"), **change))
    qtbot.waitUntil(lambda: page.one.why.isVisible() and page.one.why.title.text() == said)
    assert not page.one.zoom.isVisible()


def test_a_file_that_is_gone_is_said(page, looked, qtbot, tmp_path) -> None:
    """Somebody cleaned up."""
    page.show_looked(replace(looked("red"), picture=tmp_path / "gone.jpg"))
    qtbot.waitUntil(lambda: page.one.why.title.text() == "This picture is not there any more.")


def test_arrows_ask_for_the_neighbours(shown, looked, qtbot, press) -> None:
    """Only where there are some, and only while there is nothing to scroll sideways."""
    page = shown(looked(*TALL), next_=True)
    asked: list[int] = []
    page.stepped.connect(asked.append)
    view = alone(page)
    press(view, Qt.Key.Key_Right)
    press(view, Qt.Key.Key_Left)
    assert asked == [1]
    view.set_zoom(2.0)
    page.resize(500, 700)
    press(view, Qt.Key.Key_Right)
    assert asked == [1]
    with qtbot.waitSignal(page.left):
        press(view, Qt.Key.Key_Escape)


def test_a_picture_that_was_asked_for_too_late_is_not_shown(page, looked, qtbot) -> None:
    """Who goes on to the next one sees the next one."""
    page.show_looked(looked(*TALL))
    page.show_looked(looked("blue", client="gmail-web"))
    qtbot.waitUntil(lambda: not page.one.is_reading)
    assert page.one.view.raster.width == 1000
    assert isinstance(page.looked, Looked)


def test_what_is_missing_in_a_picture_is_said_above_it(shown, looked) -> None:
    """By name; a picture in which nothing is missing says nothing."""
    missing = ("assets/hat.png", "https://pictures.example/hero.png")
    page = shown(looked(*TALL, missing=missing))
    assert page.one.missing.isVisible()
    assert page.one.missing.text() == "Missing in this picture: assets/hat.png, https://pictures.example/hero.png"
    assert page.one.missing.toolTip() == "\n".join(missing)
    assert not shown(looked(*TALL)).one.missing.isVisible()
