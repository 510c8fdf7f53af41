"""The same company, or another one of its name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from templates.brand.by_hand import brand_by_hand
from templates.brand.kit import BrandKit
from templates.brand.store import save_brand
from templates.brands.company import brand_of
from templates.files import write_text
from templates.generate import slug_from
from templates.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with Nova of nova.example, Osier without a site, and a damaged brand."""
    made = Workspace.create(tmp_path / "agency", name="Agency")
    write_text(made.brand_folder("broken") / "brand.toml", "format = ")
    save_brand(kit("Nova", "https://www.nova.example"), made.brand_folder("nova"))
    save_brand(kit("Osier"), made.brand_folder("osier"))
    return made


def kit(name: str, site: str = "") -> BrandKit:
    """What is known of a company."""
    return replace(brand_by_hand(name, "#1d5b4c"), site=site)


@pytest.mark.parametrize(
    ("name", "site", "found"),
    [
        ("Nova SAS", "https://nova.example", "nova"),
        ("Nova", "https://nova-immobilier.example", ""),
        ("Nova", "", ""),
        ("Osier", "", "osier"),
        ("Osier", "https://osier.example", ""),
        ("北京", "", ""),
    ],
)
def test_a_company_is_known_by_its_site(workspace: Workspace, name: str, site: str, found: str) -> None:
    """One name may be two companies; the name decides only where neither has a site."""
    assert brand_of(workspace, kit(name, site)) == found


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Con", "con-brand"),
        ("LPT1", "lpt1-brand"),
        ("Console", "console"),
        ("a" * 39 + " b", "a" * 39),
        ("北京", "brand"),
    ],
)
def test_every_name_gives_a_folder_that_every_system_takes(name: str, slug: str) -> None:
    """Names of Windows' devices get a word more, and a long one is not cut behind a hyphen."""
    assert slug_from(name) == slug
