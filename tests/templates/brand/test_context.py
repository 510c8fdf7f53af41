"""What ``{{ brand.* }}`` means."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets import asset
from templates.brand.brand_file import change_brand_file
from templates.brand.context import brand_values
from templates.brand.kit import extract_brand
from templates.brand.store import load_brand, save_brand, update_brand
from templates.brand.texts.networks import NETWORKS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("brand") / "kettlewren"
    save_brand(extract_brand(str(asset("samples", "site"))), path)
    return path


def test_the_names_of_the_design(folder: Path) -> None:
    """Templates find every documented name, and every network, asked for or not."""
    brand = brand_values(load_brand(folder), "brands/kettlewren")
    assert {"name", "site", "address", "legal", "language", "radius", "logo", "font", "social"} <= brand.keys()
    roles = {
        "primary",
        "on_primary",
        "accent",
        "action",
        "on_action",
        "ink",
        "muted",
        "line",
        "surface",
        "page",
        "link",
    }
    assert roles <= brand["colour"].keys()
    assert roles <= brand["dark"].keys()
    assert brand["logo"]["wide"] == "brands/kettlewren/logo-wide.png"
    assert brand["social"].keys() == NETWORKS.keys()
    assert brand["social"]["facebook"]
    assert brand["social"]["tiktok"] == ""


def test_fonts_need_no_quotes(folder: Path) -> None:
    """A stack stands in attributes and in sheets: names of plain words lose their quotes, others keep them."""
    update_brand(folder, font_heading="'Avenir Next', \"Source Sans 3\", Georgia, serif")
    font = brand_values(load_brand(folder), "brands/kettlewren")["font"]
    assert font["heading"] == 'Avenir Next, "Source Sans 3", Georgia, serif'
    assert font["name"] == "Avenir Next"


def test_no_address_but_those_of_the_web_reaches_a_mail(folder: Path) -> None:
    """An older file, or one that was edited by hand, is still read; what it points at elsewhere is left out."""
    evil = "javascript:alert(1)"
    change_brand_file(
        folder, {"site": evil, "font": {"url": evil}, "social": {"facebook": evil, "x": "https://x.com/a"}}
    )
    brand = brand_values(load_brand(folder), "brands/kettlewren")
    assert (brand["site"], brand["font"]["url"], brand["social"]["facebook"]) == ("", "", "")
    assert brand["social"]["x"] == "https://x.com/a"
