"""Illustrations in a brand's colours."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from templates.brand.artwork import SHOWN, SOURCES, art_colours, volt, write_artwork
from templates.brand.colours.contrast import contrast
from templates.brand.colours.palette import palettes

BRANDS = ["#1d5b4c", "#0b2a6f", "#d7263d", "#f3f1ea", "#c6ff00", "#555555", "#000000", "#ffffff"]


def test_every_drawing_becomes_a_picture(tmp_path: Path) -> None:
    """One PNG for each source, twice as wide as it is shown, under 60 KB."""
    write_artwork(tmp_path, palettes("#1d5b4c", "#c24a1f")[0])
    sources = sorted(SOURCES.glob("*/*.svg"))
    assert len(sources) == len(list((tmp_path / "art").glob("*.png")))
    for source in sources:
        data = (tmp_path / "art" / f"{source.parent.name}-{source.stem}.png").read_bytes()
        assert Image.open(io.BytesIO(data)).width == 2 * SHOWN[source.parent.name]
        assert len(data) <= 60_000, source.name


def test_white_stays_white(tmp_path: Path) -> None:
    """Fewer colours must not let clouds and snow run into the tint behind them."""
    light = palettes("#1d5b4c", "#c24a1f")[0]
    write_artwork(tmp_path, light)
    tint = tuple(bytes.fromhex(art_colours(light)["tint"][1:]))
    for name in ("hero-reactivation", "hero-christmas", "spot-contact-received"):
        with Image.open(tmp_path / "art" / f"{name}.png") as picture:
            colours = {colour[:3] for _, colour in picture.convert("RGBA").getcolors(2**20) if colour[3] == 255}
        assert (255, 255, 255) in colours, name
        assert tint in colours, name


@pytest.mark.parametrize("primary", BRANDS)
def test_the_steps_keep_their_distance(primary: str) -> None:
    """Whatever the brand's colour is, dark shapes stand out from the ground and strong ones from both."""
    colours = art_colours(palettes(primary)[0])
    assert contrast(colours["deep"], colours["tint"]) >= 7
    assert contrast(colours["mid"], colours["tint"]) >= 2.5
    assert contrast(colours["deep"], colours["mid"]) >= 2


@pytest.mark.parametrize("primary", BRANDS)
def test_the_neon_can_be_read_on_black(primary: str) -> None:
    """The accent of mails that are dark by design has 4.5:1 on their ground, and their ground on it."""
    light = palettes(primary)[0]
    assert contrast(volt(primary, light.accent), "#101012") >= 4.5
