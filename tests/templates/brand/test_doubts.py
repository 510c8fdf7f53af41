"""Which fields a person should look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from templates.brand.brand_kit import BrandKit
from templates.brand.by_hand import brand_by_hand
from templates.brand.doubts import doubtful
from templates.brand.evidence import Candidate
from templates.brand.logos.logo_file import LogoFile
from templates.brand.store import load_brand, save_brand, update_brand

Found = dict[str, list[tuple[str, float]]]
SURE: Found = {
    "name": [("Acme", 0.9)],
    "logo_wide": [("https://acme.example/logo.svg", 0.95)],
    "logo_square": [("https://acme.example/icon.svg", 0.6)],
    "primary": [("#204080", 0.9)],
}


@pytest.fixture
def kit(picture: Callable[..., bytes]) -> Callable[..., BrandKit]:
    """A kit whose candidates are ``SURE`` with changes; the best of each field was chosen."""
    data = picture()

    def make(changes: Found | None = None, **values: Any) -> BrandKit:
        found = {**SURE, **(changes or {})}
        candidates = {
            field: tuple(Candidate(value, "somewhere", score) for value, score in rows) for field, rows in found.items()
        }
        best = {field: rows[0].value for field, rows in candidates.items() if rows and "." not in field}
        logos = {slot: LogoFile(best[f"logo_{slot}"], data, "image/png") for slot in ("wide", "square")}
        socials = {field[8:]: rows[0].value for field, rows in candidates.items() if "." in field}
        made = replace(brand_by_hand("x"), candidates=candidates, logo_files=logos, socials=socials, **best)
        return replace(made, **values)

    return make


def reasons(brand: Any) -> dict[str, str]:
    return {doubt.field: doubt.reason for doubt in doubtful(brand)}


def test_what_was_found_beyond_doubt_is_not_asked(kit) -> None:
    """A kit that is sure of what every mail shows has no doubts."""
    assert doubtful(kit()) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"name": [("Acme", 0.7)]}, {"name": "unsure"}),
        ({"name": [("Acme", 0.85), ("ACME", 0.84)]}, {}),
        ({"name": [("Acme", 0.85), ("Acme Tools", 0.84)]}, {"name": "close"}),
        ({"name": [("Acme", 0.97), ("Acme Tools", 0.96)]}, {}),
        ({"primary": [("#204080", 0.85), ("#d04020", 0.82)]}, {"primary": "close"}),
        ({"primary": [("#204080", 0.85), ("#214181", 0.85)]}, {}),
        ({"logo_square": [("https://acme.example/icon.svg", 0.3)]}, {"logo_square": "unsure"}),
        ({"button": [("#d04020", 0.3)]}, {"button": "unsure"}),
        ({"button": [("#d04020", 0.6)]}, {}),
        ({"socials.x": [("https://x.com/acme", 0.45)]}, {"socials.x": "unsure"}),
        ({"socials.x": [("https://x.com/acme", 0.75)]}, {}),
    ],
)
def test_low_scores_and_ties_are_doubtful(kit, changes: Found, expected: dict[str, str]) -> None:
    """The bar depends on the field; two candidates that say the same are no tie."""
    assert reasons(kit(changes)) == expected


def test_what_is_missing_is_doubtful_only_where_every_mail_shows_it(kit) -> None:
    """A logo that could not be had and a colour that nobody found are asked for, an address is not."""
    missing = kit({"primary": [], "address": []}, logo_files={}, address="")
    assert reasons(missing) == {"logo_wide": "missing", "logo_square": "missing", "primary": "missing"}
    assert doubtful(missing)[0].candidates[0].value == "https://acme.example/logo.svg"


def test_a_brand_on_disk_is_doubted_like_its_kit(kit, tmp_path: Path) -> None:
    """What was extracted and stored has the same doubts, until a person decides."""
    doubted = kit({"name": [("Acme", 0.7)], "button": [("#d04020", 0.3)]})
    save_brand(doubted, tmp_path)
    assert reasons(load_brand(tmp_path)) == reasons(doubted) == {"name": "unsure", "button": "unsure"}
    assert reasons(update_brand(tmp_path, name="Acme", button="")) == {}


def test_a_logo_that_is_drawn_is_missing(tmp_path: Path) -> None:
    """A brand without files for its logos asks for them, and not once a person wants them drawn."""
    save_brand(brand_by_hand("Acme", "#204080"), tmp_path)
    assert reasons(load_brand(tmp_path)) == {"logo_wide": "missing", "logo_square": "missing"}
    assert reasons(update_brand(tmp_path, logo="", logo_square="")) == {}
