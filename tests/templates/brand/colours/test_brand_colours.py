"""The colours that a company is known by."""

from __future__ import annotations

import pytest

from templates.brand.colours.brand_colours import BrandColours
from templates.brand.colours.contrast import luminance
from templates.brand.colours.palette import palettes


def test_palettes_are_those_of_the_roles() -> None:
    """Every role has its say."""
    roles = {"button": "#174a3e", "link": "#0b5fff", "background": "#fbf7f0", "text": "#14213d"}
    assert BrandColours("#1d5b4c", "#e2673a", **roles).palettes == palettes("#1d5b4c", "#e2673a", **roles)


@pytest.mark.parametrize("primary", ["#1d5b4c", "#ffffff", "#000000", "#c6ff00"])
def test_the_neutrals_go_from_paper_to_night(primary: str) -> None:
    """Nine steps, each darker than the one before."""
    steps = [luminance(colour) for colour in BrandColours(primary).neutrals]
    assert len(steps) == 9
    assert steps == sorted(steps, reverse=True)
