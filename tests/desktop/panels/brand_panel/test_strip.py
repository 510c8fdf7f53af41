"""The strip of candidates: what it shows, says, and how one is picked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent

from desktop.panels.brand_panel.field import offered
from desktop.panels.brand_panel.strip import CandidateStrip
from templates.brand.evidence import Candidate

ROWS = (
    Candidate("#1d5b4c", "logo fill, theme-color", 0.94, "meta[name=theme-color]"),
    Candidate("#c24a1f", "buttons", 0.6, "style.css .button"),
    Candidate("#e2673a", "icon fill", 0.3),
)


@pytest.fixture(params=["colour", "logo", "text"])
def strip(request, qtbot):
    """A strip of each kind with three candidates, the first in use."""
    made = CandidateStrip(request.param)
    made.name_for("Dominant colour")
    qtbot.addWidget(made)
    made.resize(250, made.height())
    made.offer(ROWS, "#1D5B4C")
    made.show()
    return made


def test_a_click_picks(strip, qtbot):
    """One click takes a candidate."""
    spot = strip.visualRect(strip.model().index(1, 0)).center()
    with qtbot.waitSignal(strip.picked) as caught:
        qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert caught.args == [ROWS[1]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_arrow_keys_and_enter_pick(strip, qtbot, key):
    """The keyboard starts at the one in use, goes along the strip, and takes what it is on."""
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    with qtbot.waitSignal(strip.picked) as caught:
        qtbot.keyClick(strip, key)
    assert caught.args == [ROWS[2]]


def test_a_screen_reader_hears_value_source_and_how_sure(strip):
    """Each row says all that is drawn, and which one is in use."""
    model = strip.model()
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken[0] == "#1d5b4c, logo fill, theme-color, sure, in use"
    assert spoken[1] == "#c24a1f, buttons, likely"
    assert spoken[2].endswith("a guess")
    assert strip.accessibleName() == "Dominant colour: candidates"


def test_the_tip_tells_where_it_was_found(strip):
    """Value, source with its score, and the place in the page."""
    tip = strip.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines() == ["#c24a1f", "buttons – likely (60%)", "style.css .button"]


def test_a_tip_is_never_html(strip):
    """A stranger's page cannot bring pictures of this computer into a tool tip."""
    strip.offer([Candidate("<img src='file:///secret.png'>", "title", 0.3)], "")
    tip = strip.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<" not in tip
    assert "secret.png" in tip


def test_what_is_painted_tells_the_chosen_one(strip):
    """The chosen candidate looks different from the same one that is not chosen."""
    before = strip.grab().toImage()
    strip.show_value("#c24a1f")
    assert strip.grab().toImage() != before


def test_up_and_down_scroll_the_panel(strip, qtbot):
    """The wheel and the vertical arrows are the panel's: the strip has one row."""
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    strip.wheelEvent(wheel)
    assert not wheel.isAccepted()
    assert strip.horizontalScrollBar().value() == 0


def test_more_than_fits_is_reached_by_the_arrows(qtbot):
    """An arrow stands at the end where candidates are hidden, and brings them."""
    strip = CandidateStrip("colour")
    qtbot.addWidget(strip)
    strip.resize(150, strip.height())
    strip.offer([Candidate(f"#0000{number}0", "page", 0.2) for number in range(6)], "")
    strip.show()
    qtbot.waitUntil(strip._on.isVisible)
    assert not strip._back.isVisible()
    for _ in range(6):
        strip._on.click()
    assert strip._back.isVisible()
    assert not strip._on.isVisible()


@pytest.mark.parametrize(
    ("rows", "value", "always", "shown"),
    [
        ((), "", False, False),
        (ROWS[:1], "#1d5b4c", False, False),
        (ROWS[:1], "#1d5b4c", True, True),
        (ROWS[:1], "#000000", False, True),
        (ROWS, "#1d5b4c", False, True),
    ],
)
def test_it_is_there_when_there_is_something_to_choose(qtbot, rows, value, always, shown):
    """One candidate that is in use anyway is no choice, unless it is to be confirmed."""
    strip = CandidateStrip("text")
    qtbot.addWidget(strip)
    strip.offer(rows, value, always=always)
    assert strip.isHidden() is not shown


def test_a_logo_is_drawn_on_both_grounds(qtbot):
    """A white picture is seen on the dark half."""
    strip = CandidateStrip("logo")
    qtbot.addWidget(strip)
    strip.resize(110, strip.height())
    strip.offer([Candidate("https://acme.example/logo.png", "header img", 0.9)], "")
    without = strip.grab().toImage()
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    strip.show_pictures({"https://acme.example/logo.png": picture})
    middle = strip.visualRect(strip.model().index(0, 0)).center()
    assert without != strip.grab().toImage()
    assert strip.grab().toImage().pixelColor(middle.x(), 46).name() == "#ffffff"


def test_one_value_is_offered_once():
    """A person's choice does not stand beside the candidate that it was chosen from."""
    user, found = Candidate("#1D5B4C", "user", 1.0), Candidate("#1d5b4c", "theme-color", 0.6)
    assert offered([user, found, ROWS[1]]) == [found, ROWS[1]]
    assert offered([Candidate("", "user", 1.0), ROWS[1]]) == [ROWS[1]]
    assert offered([Candidate("#123456", "user", 1.0)]) == [Candidate("#123456", "user", 1.0)]


def test_the_model_behaves(qtmodeltester, qtbot):
    """Qt's own checks of models pass."""
    strip = CandidateStrip("text")
    qtbot.addWidget(strip)
    strip.offer(ROWS, "")
    qtmodeltester.check(strip.candidates)
