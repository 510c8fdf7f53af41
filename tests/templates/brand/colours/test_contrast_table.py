"""The table of contrasts beside a brand's colours."""

from __future__ import annotations

import pytest

from templates.brand.colours.brand_colours import BrandColours
from templates.brand.colours.contrast_table import checks
from templates.brand.colours.palette import PAIRS
from templates.errors import InputError


def test_every_pair_of_both_schemes_is_listed() -> None:
    """With its two colours, its ratio and the least it may have; all pass."""
    table = checks(BrandColours("#1d5b4c"))
    assert [(one.role, one.ground, one.least) for one in table] == [*PAIRS, *PAIRS]
    assert [one.scheme for one in table] == ["light"] * len(PAIRS) + ["dark"] * len(PAIRS)
    assert all(one.passes for one in table)
    light, dark = BrandColours("#1d5b4c").palettes
    assert (table[0].used, table[0].on) == (light.ink, light.surface)
    assert (table[-1].used, table[-1].on) == (dark.on_band_action, dark.band_action)


def test_what_had_to_move_says_how_far() -> None:
    """A link that can be read stays; a pale one is moved, and the table tells from what and how far."""

    def link(colours: BrandColours) -> tuple[str, float]:
        found = next(one for one in checks(colours) if one.role == "link")
        return found.wanted, found.moved_by

    assert link(BrandColours("#1d5b4c", link="#0b5fff")) == ("#0b5fff", 0.0)
    wanted, moved_by = link(BrandColours("#1d5b4c", link="#FFD100"))
    assert wanted == "#ffd100"
    assert moved_by > 10
    assert link(BrandColours("#ffd100"))[0] == "#ffd100"


def test_nobody_asked_for_a_lent_colour() -> None:
    """A derived role has no wanted colour, and in the dark scheme text and page only change places."""
    table = checks(BrandColours("#1d5b4c", text="#222222", background="#fbf7f0"))
    assert {one.wanted for one in table if one.role == "action"} == {""}
    assert {(one.scheme, one.wanted) for one in table if one.role == "ink"} == {("light", "#222222"), ("dark", "")}


def test_what_is_no_colour_is_refused() -> None:
    """As everywhere."""
    with pytest.raises(InputError):
        checks(BrandColours("green"))
