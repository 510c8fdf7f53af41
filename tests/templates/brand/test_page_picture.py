"""The picture of the page's first screen lies beside the brand: an eyedropper takes colours from it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from assets import asset
from templates.brand.kit import extract_brand
from templates.brand.store import PAGE_PICTURE, save_brand


def test_a_brand_keeps_the_picture_of_its_page(tmp_path: Path) -> None:
    """It is written where a browser looked; a later reading without one leaves it."""
    kit = extract_brand(str(asset("samples", "site")))
    save_brand(kit, tmp_path)
    assert not (tmp_path / PAGE_PICTURE).exists()
    save_brand(replace(kit, page_picture=b"\x89PNG first screen"), tmp_path)
    save_brand(kit, tmp_path)
    assert (tmp_path / PAGE_PICTURE).read_bytes() == b"\x89PNG first screen"
