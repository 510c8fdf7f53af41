"""What a search found, as rows that are ticked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView

from desktop.models.hit_model import LINE, NAME, TEXT, HitModel
from desktop.panels.hit_delegate import HitDelegate
from templates.find_replace import Hit

HITS = [
    Hit("sale.en", 3, 7, "sale", "deal", 1, "A ", " now"),
    Hit("sale.en", 20, 25, "sa\nle", "", 4, "x" * 48, "y" * 48),
]


@pytest.fixture
def model(qapp) -> HitModel:
    made = HitModel()
    made.set_hits(HITS)
    return made


def test_it_is_a_model(model, qtmodeltester):
    """Qt's own checks find nothing."""
    qtmodeltester.check(model)


def test_a_place_is_told_in_full(model):
    """Template, line and text; a screen reader hears what becomes what."""
    assert [model.index(0, column).data() for column in (NAME, LINE, TEXT)] == ["sale.en", "1", "A sale now"]
    assert model.index(0, TEXT).data(Qt.ItemDataRole.AccessibleTextRole) == "sale becomes deal"
    assert model.headerData(TEXT, Qt.Orientation.Horizontal) == "Before and after"


def test_ticks_choose(model, qtbot):
    """All at first; one by one, or all at once."""
    assert model.chosen == HITS
    role = Qt.ItemDataRole.CheckStateRole
    with qtbot.waitSignal(model.ticked):
        assert model.setData(model.index(0, NAME), Qt.CheckState.Unchecked.value, role)
    assert model.chosen == HITS[1:]
    assert not model.setData(model.index(0, LINE), Qt.CheckState.Unchecked.value, role)
    model.tick_all(False)
    assert model.chosen == []
    model.tick_all(True)
    assert model.chosen == HITS


def test_what_comes_is_painted_beside_what_goes(model, qtbot):
    """Another replacement is another picture, and a line break is shown as a sign."""
    view = QTreeView()
    qtbot.addWidget(view)
    view.setModel(model)

    def painted() -> QImage:
        option = QStyleOptionViewItem()
        option.widget = view
        option.rect.setSize(QSize(500, 24))
        picture = QImage(QSize(500, 24), QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        HitDelegate(view).paint(painter, option, model.index(0, TEXT))
        painter.end()
        return picture

    before = painted()
    model.set_hits([Hit("sale.en", 3, 7, "sale", "bargain", 1, "A ", " now")])
    after = painted()
    model.set_hits([Hit("sale.en", 3, 7, "sa\nle", "bargain", 1, "A ", " now")])
    assert before != after != painted()
