"""Edits of ``brand.toml`` by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets import asset
from templates.brand.brand_file import read_brand_file
from templates.brand.hand_edits import edited_by_hand
from templates.brand.kit import BrandKit, extract_brand
from templates.brand.store import load_brand, save_brand, update_brand
from templates.files import read_text, write_text


@pytest.fixture(scope="module")
def kit() -> BrandKit:
    """What the sample site gives."""
    return extract_brand(str(asset("samples", "site")))


def test_what_was_written_into_the_file_outlives_the_next_extraction(kit: BrandKit, tmp_path: Path) -> None:
    """Text, colour and profile alike, and what was chosen in a window before; the rest follows the site."""
    save_brand(kit, tmp_path)
    update_brand(tmp_path, name="Chosen")
    text = read_text(tmp_path / "brand.toml")
    for old, new in (
        (kit.address, "5 Hand Lane, York"),
        (kit.primary, "#7a2fb5"),
        ('name = "Chosen"', 'name = "Ours"'),
    ):
        text = text.replace(old, new, 1)
    write_text(tmp_path / "brand.toml", text)
    save_brand(kit, tmp_path)
    brand = load_brand(tmp_path)
    assert (brand.address, brand.primary, brand.name) == ("5 Hand Lane, York", "#7a2fb5", "Ours")
    assert (brand.legal, brand.colours.button) == (kit.legal, kit.button)
    assert brand.evidence["primary"][0].source == "user"


@pytest.mark.parametrize("page", ["no-logo", "sprite", "header-image", "white-on-dark", "near-white"])
def test_what_an_extraction_writes_is_no_edit(pages: Path, tmp_path: Path, page: str) -> None:
    """Nothing of a fresh brand passes for somebody's hand, found or derived."""
    save_brand(extract_brand(str(pages / page)), tmp_path)
    assert edited_by_hand(read_brand_file(tmp_path)) == {}
