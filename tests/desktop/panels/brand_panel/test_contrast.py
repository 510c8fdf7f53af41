"""The table of contrasts, and the piece of a mail."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.panels.brand_panel.contrast_model import ContrastModel, ratio_text, rows_of
from desktop.panels.brand_panel.contrast_table import ContrastTable
from desktop.panels.brand_panel.sample_mail import Look, SampleMail
from templates.brand.colours.brand_colours import BrandColours
from templates.brand.colours.contrast_table import PairCheck, checks
from templates.brand.colours.palette import PAIRS


@pytest.fixture
def table(qtbot):
    made = ContrastTable()
    qtbot.addWidget(made)
    made.resize(256, 300)
    made.show()
    return made


def test_every_pair_of_the_palettes_is_in_the_table(table):
    """One row a role, light and dark, with the weakest ground of each."""
    table.show_colours(BrandColours("#1d5b4c", link="#0645ad"))
    assert {row.role for row in table.contrasts.rows} == {role for role, _, _ in PAIRS}
    for row in table.contrasts.rows:
        pairs = [check for check in checks(BrandColours("#1d5b4c", link="#0645ad")) if check.role == row.role]
        assert row.light.ratio == min(check.ratio for check in pairs if check.scheme == "light")
    assert table.failing == 0


def test_a_colour_that_had_to_move_is_shown_with_what_was_asked_for(table):
    """A yellow link on white is darkened: both colours stand under the row, and a screen reader hears it."""
    table.show_colours(BrandColours("#1d5b4c"))
    before, plain = table.height(), table.moved
    table.show_colours(BrandColours("#1d5b4c", link="#ffd800"))
    assert table.moved == plain + 1
    assert table.height() > before
    row = next(place for place, row in enumerate(table.contrasts.rows) if row.role == "link")
    spoken = table.contrasts.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Links. Light mails: ")
    assert "moved from #ffd800" in spoken


def test_a_weak_pair_is_told():
    """The row does not pass when one of its grounds is too weak."""
    strong = PairCheck("light", "link", "surface", 7.0, 4.5, "#000000", "#ffffff")
    weak = PairCheck("light", "link", "page", 4.49, 4.5, "#000000", "#eeeeee")
    dark = PairCheck("dark", "link", "page", 5.0, 4.5, "#ffffff", "#000000")
    (row,) = rows_of([strong, weak, dark])
    assert (row.light, row.passes) == (weak, False)
    model = ContrastModel()
    model.show_checks([strong, weak, dark])
    assert "4.4 : 1, at least 4.5 : 1, too weak" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize(("ratio", "text"), [(4.49, "4.4"), (4.5, "4.5"), (15.96, "15"), (21.0, "21")])
def test_a_ratio_is_never_rounded_up(ratio, text):
    """4.49 is not 4.5."""
    assert ratio_text(ratio) == text


def test_the_model_behaves(qtmodeltester):
    """Qt's own checks of models pass."""
    model = ContrastModel()
    model.show_checks(checks(BrandColours("#7a2fb5")))
    qtmodeltester.check(model)


def test_the_piece_is_drawn_in_the_palettes(qtbot):
    """The band has the brand's colour, light at the left, dark at the right; the name stands in for a logo."""
    sample = SampleMail()
    qtbot.addWidget(sample)
    sample.resize(256, sample.height())
    colours = BrandColours("#7a2fb5")
    sample.show_look(Look(colours, "Acme"))
    picture = sample.grab().toImage()
    light, dark = colours.palettes
    assert picture.pixelColor(110, 60).name() == light.primary
    assert picture.pixelColor(242, 60).name() == dark.primary
    assert picture.pixelColor(3, 100).name() == light.page
    assert picture.pixelColor(136, 100).name() == dark.page


def test_a_wide_piece_stays_a_piece(qtbot):
    """In a wide panel the two mails do not become banners."""
    sample = SampleMail()
    qtbot.addWidget(sample)
    sample.resize(1200, sample.height())
    sample.show_look(Look(BrandColours("#7a2fb5"), "Acme"))
    picture = sample.grab().toImage()
    assert picture.pixelColor(1000, 60) == picture.pixelColor(1190, 150)
