"""The bar above the pictures."""

from __future__ import annotations

import pytest

from desktop.language import set_language
from desktop.proofs.gallery.filter_bar import FilterBar


@pytest.fixture
def bar(owner, qtbot) -> FilterBar:
    """In a language of long words, in a window that decides how wide it is."""
    set_language("fr")
    made = FilterBar(owner)
    made.resize(2000, 80)
    with qtbot.waitExposed(owner):
        owner.show()
    return made


@pytest.mark.parametrize("room", [40, -60])
def test_no_word_is_cut(bar, room, qtbot):
    """Where there is no room for words beside the signs, the tips and screen readers have them."""
    changed, is_wide = bar.toggles["changed"], room > 0
    assert changed.text() == " Modifiées"
    bar.resize(bar.full_width() + room, bar.height())
    shown = (bar.device, bar.mode, bar.verdict, *bar.toggles.values())
    qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in shown))
    assert ("Modifiées" in changed.text(), changed.accessibleName()) == (is_wide, "Modifiées")
    assert ("Modifiées" in changed.toolTip()) != is_wide
