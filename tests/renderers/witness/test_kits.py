"""A kit that a browser had a look at: never worse than one without, better where the page alone says little."""

from __future__ import annotations

from pathlib import Path

import pytest

from assets import asset
from templates.brand.brand_kit import BrandKit
from templates.brand.kit import extract_brand
from templates.brand.witness import Witness

pytestmark = pytest.mark.browser

PAGES = Path(__file__).parents[2] / "templates" / "brand" / "pages"
FIELDS = ("name", "site", "language", "legal", "address", "logo_square")


@pytest.mark.parametrize("company", sorted(folder.name for folder in PAGES.iterdir() if folder.is_dir()))
def test_a_look_takes_nothing_away(company: str, witness: Witness, expected: dict[str, dict[str, object]]) -> None:
    """What each invented company's page says is found with a look as without."""
    kit = extract_brand(str(PAGES / company), witness=witness)
    wanted = expected[company]
    named = (*FIELDS, "logo_wide", "primary", "button")
    assert {name: getattr(kit, name) for name in named} == {name: wanted.get(name, "") for name in named}
    assert dict(kit.socials) == wanted.get("socials", {})
    assert kit.radius == wanted["radius"]
    assert kit.page_picture.startswith(b"\x89PNG")
    assert len(kit.page_picture) < 1_000_000


def built(tmp_path: Path, witness: Witness | None) -> BrandKit:
    """The kit of a page whose script builds everything that it shows."""
    (tmp_path / "app.js").write_text(
        "document.body.innerHTML = `<header><a href='/' class='logo'></a></header><h1>Oak</h1><p>We make tables.</p>"
        "<a class='action' href='/order'>Order a table</a><footer><a href='https://www.instagram.com/acmetables'>"
        "Instagram</a></footer>`"
    )
    (tmp_path / "sprite.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 100'><path fill='#8a1c3c' "
        "d='M0 50h160v20H0zM0 80h90v20H0z'/><path fill='#fff' d='M0 0h200v40H0z'/></svg>"
    )
    (tmp_path / "index.html").write_text(
        "<!doctype html><title>Acme Tables</title><link rel=canonical href='https://www.acmetables.example/'><style>"
        ".logo{display:block;width:200px;height:50px;background:url(sprite.svg) 0 -50px/200px 100px}"
        "#app .x{color:red}.action{all:unset;display:inline-block;padding:14px 30px;background:#8a1c3c;color:#fff;"
        "border-radius:12px} p{font-family:Lato,sans-serif}</style><body><script src=app.js></script>"
    )
    return extract_brand(str(tmp_path), witness=witness)


def test_a_page_that_a_script_builds_gets_its_logo_colours_and_profiles(tmp_path: Path, witness: Witness) -> None:
    """Without a browser there is nothing to be found in it."""
    alone, kit = built(tmp_path, None), built(tmp_path, witness)
    assert (alone.logo_wide, dict(alone.socials), alone.page_picture) == ("", {}, b"")
    assert kit.logo_wide == "rendered:header"
    assert kit.logo_files["wide"].media_type == "image/png"
    assert kit.candidate_files["rendered:header"].data == kit.logo_files["wide"].data
    assert (kit.primary, kit.button, kit.radius) == ("#8a1c3c", "#8a1c3c", 12)
    assert kit.font.body.startswith("Lato")
    assert dict(kit.socials) == {"instagram": "https://www.instagram.com/acmetables"}


def test_evidence_says_what_was_seen_where(witness: Witness) -> None:
    """A value that both witnesses know has the names of both."""
    kit = extract_brand(str(asset("samples", "site")), witness=witness)
    sources = {field: kit.candidates[field][0].source for field in ("logo_wide", "button")}
    assert sources["logo_wide"].endswith("rendered header")
    assert sources["button"].endswith("rendered buttons")
