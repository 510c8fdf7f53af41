"""Bars: every part that is there is seen, and they fill the room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.theme import DARK, LIGHT
from desktop.tokens.bar_list import MOST, BarList, shortened
from desktop.tokens.bars import GAP, LEAST, paint_bar, part_colour, widths
from desktop.tokens.words import PARTS


def test_parts_share_the_room():
    """Nothing takes nothing, little is still seen, gaps included they fill it."""
    found = widths([1_000_000, 0, 1, 500_000], 200)
    assert found[1] == 0
    assert found[2] == LEAST
    assert sum(found) + 2 * GAP == pytest.approx(200)
    assert found[0] == pytest.approx(2 * found[3])
    assert widths([0, 0], 200) == [0, 0]


@pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])
def test_a_bar_has_its_colours_in_their_order(qapp, roles):
    """What is left comes first, what is spent last; neighbours differ."""
    image = QImage(400, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_bar(painter, QRectF(0, 0, 400, 8), dict.fromkeys(PARTS, 25), roles)
    painter.end()
    seen = [image.pixelColor(50 + 100 * place, 4) for place in range(4)]
    assert seen == [QColor(part_colour(part, roles)) for part in PARTS]
    assert len({colour.name() for colour in seen}) == len(PARTS)


def test_a_long_list_ends_with_all_others():
    """Their sum is in the last line, so that the shares add up."""
    named = [(f"t{n}", 20 - n) for n in range(9)]
    rows = shortened(named, "4 others")
    assert len(rows) == MOST
    assert rows[-1] == ("4 others", 15 + 14 + 13 + 12)
    assert shortened(named[:MOST], "none") == named[:MOST]


def test_a_list_speaks_its_rows(qtbot):
    """Drawn bars are text for a screen reader; without any there is a word."""
    made = BarList()
    qtbot.addWidget(made)
    made.name("Templates", "Nothing was spent.")
    made.show_rows([("welcome.en", 1200), ("welcome.fr", 1)])
    assert made.bars.accessibleDescription() == "welcome.en: 1,200; welcome.fr: 1"
    assert made.nothing.isHidden()
    made.show_rows([])
    assert made.bars.isHidden()
    assert not made.nothing.isHidden()
