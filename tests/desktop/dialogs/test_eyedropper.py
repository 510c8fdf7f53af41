"""The eyedropper, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.dialogs.eyedropper import EyedropperDialog, Scene
from templates.brand.evidence import Candidate
from templates.files import write_text


@pytest.fixture
def page(tmp_path):
    """A picture with a green half and an orange one, and one red pixel."""
    picture = QImage(200, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("#1d5b4c"))
    for x in range(100, 200):
        for y in range(100):
            picture.setPixelColor(x, y, QColor("#c24a1f"))
    picture.setPixelColor(20, 50, QColor("#ff0000"))
    path = tmp_path / "page.png"
    picture.save(str(path))
    return path


@pytest.fixture
def parent(qtbot):
    """The window that the dialog belongs to."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def open_dialog(jobs, parent):
    def make(*scenes):
        rows = (Candidate("#c0481e", "buttons", 0.6), Candidate("#1d5b4c", "theme-color", 0.9))
        made = EyedropperDialog("Links", scenes, rows, jobs, parent)
        made.open()
        return made

    return make


def place(dialog, x: int, y: int) -> QPoint:
    return dialog.view.place(QPoint(x, y)).toPoint()


def test_a_click_marks_and_the_button_takes(open_dialog, page, qtbot):
    """The colour under the mark is told with the candidate that is nearest to it."""
    dialog = open_dialog(Scene("Page", page))
    qtbot.mouseClick(dialog.view, Qt.MouseButton.LeftButton, pos=place(dialog, 150, 50))
    assert dialog.hex.text() == "#c24a1f"
    assert "buttons" in dialog.nearest.text()
    with qtbot.waitSignal(dialog.picked) as caught:
        dialog.take.click()
    assert caught.args == ["#c24a1f"]


def test_the_arrow_keys_move_by_a_pixel(open_dialog, page, qtbot):
    """With Shift by ten, never out of the picture; Enter takes the colour."""
    dialog = open_dialog(Scene("Page", page))
    qtbot.mouseClick(dialog.view, Qt.MouseButton.LeftButton, pos=place(dialog, 31, 49))
    qtbot.keyClick(dialog.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Left)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Down)
    assert dialog.view.spot == QPoint(20, 50)
    assert dialog.view.accessibleDescription() == "#ff0000"
    with qtbot.waitSignal(dialog.picked) as caught:
        qtbot.keyClick(dialog.view, Qt.Key.Key_Return)
    assert caught.args == ["#ff0000"]


def test_the_mark_stays_in_the_picture(open_dialog, page, qtbot):
    """At the edge the keys do nothing."""
    dialog = open_dialog(Scene("Page", page))
    qtbot.mouseClick(dialog.view, Qt.MouseButton.LeftButton, pos=place(dialog, 3, 2))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(dialog.view, key, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.view.spot == QPoint(0, 0)


def test_the_mouse_looks_without_marking(open_dialog, page, qtbot):
    """Moving tells the colour beneath; the mark, and what is taken, stay."""
    dialog = open_dialog(Scene("Page", page))
    qtbot.mouseClick(dialog.view, Qt.MouseButton.LeftButton, pos=place(dialog, 50, 50))
    there = QPointF(place(dialog, 150, 50))
    no = Qt.MouseButton.NoButton
    dialog.view.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, there, there, no, no, Qt.KeyboardModifier.NoModifier))
    assert dialog.hex.text() == "#c24a1f"
    assert dialog.take.text() == "Take #1d5b4c"
    dialog.view.leaveEvent(QEvent(QEvent.Type.Leave))
    assert dialog.hex.text() == "#1d5b4c"


def test_the_nearest_candidate_can_be_taken_instead(open_dialog, page, qtbot):
    """A picture's pixels are seldom exact."""
    dialog = open_dialog(Scene("Page", page))
    qtbot.mouseClick(dialog.view, Qt.MouseButton.LeftButton, pos=place(dialog, 20, 50))
    assert dialog.take_nearest.text() == "Take #c0481e"
    with qtbot.waitSignal(dialog.picked) as caught:
        dialog.take_nearest.click()
    assert caught.args == ["#c0481e"]


def test_a_double_click_takes_at_once(open_dialog, page, qtbot):
    """The quick way."""
    dialog = open_dialog(Scene("Page", page))
    with qtbot.waitSignal(dialog.picked) as caught:
        qtbot.mouseDClick(dialog.view, Qt.MouseButton.LeftButton, pos=place(dialog, 150, 20))
    assert caught.args[0].startswith("#")


def test_any_picture_can_be_opened(open_dialog, page, tmp_path, qtbot):
    """Without a picture of the page the dialog asks for one; one that cannot be read is refused with a sentence."""
    dialog = open_dialog(Scene("Page", tmp_path / "missing.png"))
    assert not dialog.take.isEnabled()
    assert "no picture of the page" in dialog.note.text()
    wrong = tmp_path / "wrong.png"
    write_text(wrong, "no picture")
    dialog.open_picture(str(wrong))
    qtbot.waitUntil(lambda: dialog.note.property("role") == "danger", timeout=20_000)
    dialog.open_picture(str(page))
    qtbot.waitUntil(dialog.take.isEnabled, timeout=20_000)
    assert dialog.hex.text() in {"#1d5b4c", "#c24a1f"}
    assert dialog.note.property("role") == "muted"


def test_what_is_transparent_is_white(open_dialog, tmp_path):
    """A logo is looked at as mails show it."""
    picture = QImage(20, 20, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    picture.save(str(tmp_path / "logo.png"))
    dialog = open_dialog(Scene("Logo", tmp_path / "logo.png"))
    assert dialog.hex.text() == "#ffffff"


def test_it_goes_when_it_is_closed(page, jobs, parent, dies):
    """Nothing keeps the dialog."""

    def shown():
        dialog = EyedropperDialog("Links", [Scene("Page", page)], (), jobs, parent)
        dialog.show()
        return dialog

    dies(shown)


def test_a_file_that_is_too_large_is_not_read(open_dialog, page, tmp_path, qtbot):
    """It is told, and what was shown stays."""
    with (tmp_path / "big.png").open("wb") as file:
        file.truncate(60_000_000)
    dialog = open_dialog(Scene("Page", page))
    dialog.open_picture(str(tmp_path / "big.png"))
    qtbot.waitUntil(lambda: "are read" in dialog.note.text())
