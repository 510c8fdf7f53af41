"""The grid: where cards are, and where the keyboard goes."""

from __future__ import annotations

from time import perf_counter

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, QStringListModel, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.panels.card_view import USUAL
from desktop.proofs.gallery.drawn_cards import FRAME_S
from desktop.proofs.gallery.grid_view import HEADING, Group, GroupedView
from desktop.proofs.proof_view import PictureDelegate

COUNT = 3_000


class Cards(PictureDelegate):
    """Counts what it draws."""

    painted = 0
    wait = 0.0

    def paint(self, painter: QPainter, option: object, index: object) -> None:
        self.painted += 1
        end = perf_counter() + self.wait
        while perf_counter() < end:
            pass


@pytest.fixture
def view(qtbot):
    """Two groups, of 5 and of all others, at four columns."""
    around = QWidget()
    qtbot.addWidget(around)
    made = GroupedView(Cards(around), around)
    made.setModel(QStringListModel([""] * COUNT, made))
    made.resize(QSize(4 * 208 + 44, 700))
    around.resize(made.size())
    around.show()
    made.set_groups([Group("First", 0, 5), Group("Second", 5, COUNT - 5)])
    yield made
    around.close()


def test_a_card_is_found_where_it_is(view):
    """Anywhere, also far below what is seen."""
    for row in (0, 4, 5, 6, 1_234, COUNT - 1):
        index = view.model().index(row, 0)
        assert view.indexAt(view.visualRect(index).center()).row() == row


def test_there_is_no_card_in_a_heading_or_beside_the_last_of_a_line(view):
    """The second line of the first group has one card."""
    assert not view.indexAt(QPoint(60, HEADING // 2)).isValid()
    beside = view.visualRect(view.model().index(4, 0)).center() + QPoint(208, 0)
    assert not view.indexAt(beside).isValid()


@pytest.mark.parametrize(
    ("begin", "key", "end"),
    [
        (1, Qt.Key.Key_Right, 2),
        (3, Qt.Key.Key_Right, 4),
        (1, Qt.Key.Key_Down, 4),  # a shorter line: its last card
        (4, Qt.Key.Key_Down, 5),  # over a heading
        (6, Qt.Key.Key_Up, 4),
        (5, Qt.Key.Key_End, COUNT - 1),
        (70, Qt.Key.Key_Home, 0),
        (0, Qt.Key.Key_Up, 0),
    ],
)
def test_the_keyboard_goes_from_card_to_card(view, qtbot, begin, key, end):
    """Headings and short lines are no obstacle."""
    view.setCurrentIndex(view.model().index(begin, 0))
    qtbot.keyClick(view, key)
    assert view.currentIndex().row() == end


def test_what_the_keyboard_is_on_is_seen(view, qtbot):
    """Below the heading that stays at the upper edge."""
    view.setCurrentIndex(view.model().index(2_000, 0))
    area = view.visualRect(view.currentIndex())
    assert area.top() >= 0
    assert area.bottom() <= view.viewport().height()
    view.setCurrentIndex(view.model().index(1_000, 0))
    assert view.visualRect(view.currentIndex()).top() >= HEADING


def test_shift_selects_everything_between(view, qtbot):
    """In the order of the cards."""
    view.setCurrentIndex(view.model().index(2, 0))
    at = view.visualRect(view.model().index(7, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, at)
    assert sorted(index.row() for index in view.selectedIndexes()) == [2, 3, 4, 5, 6, 7]


def test_only_what_is_seen_is_painted(view):
    """Of thousands a few, and each once until it shows something else."""
    view.set_card_width(USUAL)
    view.delegate.painted = 0
    seen = len(view.rows_between(*view.sight))
    assert seen < 24
    for _ in range(seen):
        view.viewport().repaint()
    assert view.delegate.painted == seen
    view.redraw([0, COUNT - 1])
    view.viewport().repaint()
    assert view.delegate.painted == seen + 1


def test_a_page_of_slow_cards_does_not_stop_the_scrolling(view, qtbot):
    """One frame draws a few of them, the next ones draw the rest without being asked."""
    view.delegate.wait = 2 * FRAME_S
    view.set_card_width(USUAL)
    seen = len(view.rows_between(*view.sight))
    view.delegate.painted = 0
    view.viewport().repaint()
    assert view.delegate.painted == 1
    qtbot.waitUntil(lambda: view.delegate.painted == seen, timeout=5000)


def test_another_size_keeps_the_selected_card_in_sight(view):
    """The rows change, the card does not leave."""
    view.selectionModel().setCurrentIndex(view.model().index(500, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    view.set_card_width(120)
    area = view.visualRect(view.currentIndex())
    assert area.bottom() > 0
    assert area.top() < view.viewport().height()
