"""Corrections before a brand is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assets import asset
from templates.brand.corrected import corrected
from templates.brand.kit import BrandKit, extract_brand
from templates.brand.store import load_brand, save_brand


@pytest.fixture(scope="module")
def kit() -> BrandKit:
    """What the sample site gives."""
    return extract_brand(str(asset("samples", "site")))


def test_what_a_person_corrected_outlives_the_next_extraction(kit: BrandKit, tmp_path: Path) -> None:
    """Name, colour and a profile that were typed stay when the site is read again; what was let be follows it."""
    save_brand(corrected(kit, {"name": "Northlight", "primary": kit.primary, "facebook": ""}), tmp_path)
    save_brand(replace(kit, name="Somebody Else", primary="#112233"), tmp_path)
    brand = load_brand(tmp_path)
    assert (brand.name, brand.primary, brand.socials.get("facebook")) == ("Northlight", "#112233", None)
    assert brand.evidence["name"][0].source == "user"
    assert len(brand.evidence["name"]) > 1


def test_a_kit_that_was_let_be_is_the_same(kit: BrandKit) -> None:
    """Values that are those of the kit make no choice of them."""
    same = {"name": kit.name, "primary": kit.primary, "linkedin": kit.socials.get("linkedin", "")}
    assert corrected(kit, same) == kit
