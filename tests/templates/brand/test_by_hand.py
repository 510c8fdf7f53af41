"""A kit from what a person types."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from templates.brand.by_hand import brand_by_hand
from templates.brand.colours.brand_colours import NEUTRAL
from templates.brand.doubts import doubtful
from templates.brand.store import load_brand, save_brand
from templates.errors import InputError, StorageError

Draw = Callable[..., bytes]


def test_a_name_is_enough(tmp_path: Path) -> None:
    """Everything else is neutral, and the logo is set in type."""
    kit = brand_by_hand("  Acme   Ltd ")
    assert (kit.name, kit.primary, kit.language) == ("Acme Ltd", NEUTRAL, "en")
    save_brand(kit, tmp_path)
    assert load_brand(tmp_path).logo.drawn


def test_what_is_typed_is_a_persons_choice(tmp_path: Path, picture: Draw) -> None:
    """Each value given is kept with the source user, and nothing of it is doubted afterwards."""
    kit = brand_by_hand(
        "Acme",
        "1D5B4C",
        picture(),
        logo_square=picture(100, 100),
        button="#abc",
        address="1 High Street",
        socials={"x": "https://x.com/acme"},
    )
    save_brand(kit, tmp_path)
    brand = load_brand(tmp_path)
    assert (brand.primary, brand.colours.button, brand.address) == ("#1d5b4c", "#aabbcc", "1 High Street")
    assert brand.socials == {"x": "https://x.com/acme"}
    assert not brand.logo.drawn
    assert [doubt for doubt in doubtful(brand) if doubt.field not in {"accent"}] == []
    assert brand.evidence["name"][0].source == "user"


def test_the_logo_lends_its_colour(picture: Draw) -> None:
    """Without a colour the logo's own is taken, and it stays a candidate beside one that is typed."""
    assert brand_by_hand("Acme", logo=picture(colour="#204080")).primary != NEUTRAL
    kit = brand_by_hand("Acme", "#ff0000", picture(colour="#204080"))
    assert [one.source for one in kit.candidates["primary"]][:2] == ["user", "logo file"]


def test_a_logo_goes_where_its_shape_fits(picture: Draw) -> None:
    """A square one fills the square slot; beside another for that slot it is taken for the wide one."""
    assert set(brand_by_hand("Acme", logo=picture(100, 100)).logo_files) == {"square"}
    assert set(brand_by_hand("Acme", logo=picture(300, 80)).logo_files) == {"wide"}
    both = brand_by_hand("Acme", logo=picture(100, 100), logo_square=picture(90, 90))
    assert set(both.logo_files) == {"wide", "square"}


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"name": " "}, "needs a name"),
        ({"name": "Acme", "primary": "reddish"}, "reddish is not a colour"),
        ({"name": "Acme", "language": "English"}, "English is not a language"),
        ({"name": "Acme", "logo": b"no picture"}, "cannot be read"),
        ({"name": "Acme", "socials": {"myspace": "https://x"}}, "`myspace` is not known"),
        ({"name": "Acme", "socials": {"x": "@acme"}}, "@acme is not the address of a profile"),
    ],
)
def test_what_cannot_be_used_says_why(values: dict[str, Any], message: str) -> None:
    """Each field has its own sentence."""
    with pytest.raises(InputError, match=message):
        brand_by_hand(**values)


def test_a_logo_that_is_not_there_is_missed_as_a_file() -> None:
    """The path is named."""
    with pytest.raises(StorageError, match=r"nowhere\.svg"):
        brand_by_hand("Acme", logo="nowhere.svg")


def test_what_is_typed_is_cleaned_as_in_the_panel() -> None:
    """One validator for both ways in: addresses of the web only, names that can be seen."""
    assert brand_by_hand("A\0cme", site="acme.example").site == "https://acme.example"
    for values in ({"name": "\u200b"}, {"name": "Acme", "site": "javascript:alert(1)"}):
        with pytest.raises(InputError):
            brand_by_hand(**values)
