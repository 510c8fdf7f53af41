"""What was chosen on the review sheet reaches the brands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from templates.brand.batch.choices import Choice, apply_choices, read_choices
from templates.brand.doubts import doubtful
from templates.brand.kit import extract_brand
from templates.brand.parts import edited_parts
from templates.brand.store import load_brand
from templates.errors import InputError, StorageError
from templates.generate import add_brand
from templates.workspace import Workspace


@pytest.fixture
def brand(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A company's brand in its workspace, extracted from a saved page; no illustrations."""
    monkeypatch.setattr("templates.generate.write_artwork", lambda folder, palette: None)
    kit = extract_brand(str(pages / "header-image"))
    workspace = Workspace.create(tmp_path / "osier", name=kit.name)
    return workspace.brand_folder(add_brand(workspace, kit))


def chosen(**values: str) -> list[Choice]:
    return [Choice(brand="osier/brands/osier-lark", field=field, value=value) for field, value in values.items()]


def test_choices_are_a_persons_own(brand: Path, tmp_path: Path) -> None:
    """Texts, colours and profiles are written with the source user, and are not doubted any more."""
    choices = chosen(name="Osier", button="#aa3355", address="")
    choices.append(Choice(brand="osier/brands/osier-lark", field="socials.x", value="https://x.com/osier"))
    told: list[tuple[int, int, str]] = []
    rows = apply_choices(tmp_path, choices, lambda *now: told.append(now))
    assert [(row.error, len(row.choices), row.kept_parts) for row in rows] == [(None, 4, ())]
    assert told == [(1, 1, "osier/brands/osier-lark")]
    made = load_brand(brand)
    assert (made.name, made.colours.button, made.address) == ("Osier", "#aa3355", "")
    assert made.socials["x"] == "https://x.com/osier"
    assert {made.evidence[field][0].source for field in ("name", "button", "address", "socials.x")} == {"user"}
    assert not {"name", "button", "address"} & {doubt.field for doubt in doubtful(made)}


def test_a_candidates_picture_becomes_the_logo(brand: Path, tmp_path: Path) -> None:
    """Its bytes are those that were kept, so that nothing is fetched; "" goes back to a drawn one."""
    references = [one.value for one in load_brand(brand).evidence["logo_wide"]]
    rows = apply_choices(tmp_path, chosen(logo_wide=references[0], logo_square=""))
    assert rows[0].error is None
    made = load_brand(brand)
    assert not made.logo.drawn
    assert made.evidence["logo_wide"][0].source == "user"
    assert made.evidence["logo_wide"][0].value == references[0]
    assert apply_choices(tmp_path, chosen(logo_wide=""))[0].error is None
    assert load_brand(brand).logo.drawn


def test_a_drawing_of_the_page_can_be_chosen(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has no address is taken from what was kept beside the brand."""
    monkeypatch.setattr("templates.generate.write_artwork", lambda folder, palette: None)
    kit = extract_brand(str(pages / "inline-drawing"))
    workspace = Workspace.create(tmp_path / "w", name=kit.name)
    folder = workspace.brand_folder(add_brand(workspace, kit))
    reference = load_brand(folder).evidence["logo_wide"][0].value
    assert reference.startswith("inline-svg:")
    choice = Choice(brand=f"w/brands/{folder.name}", field="logo_wide", value=reference)
    assert apply_choices(tmp_path, [choice])[0].error is None
    assert not load_brand(folder).logo.drawn


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"field": "primary", "value": "reddish"}, "reddish is not a colour"),
        ({"field": "shoe_size", "value": "42"}, "A brand has no value shoe_size"),
        ({"field": "fetcher", "value": "x"}, "A brand has no value fetcher"),
        ({"field": "logo", "value": "https://acme.example/logo.svg"}, "A brand has no value logo"),
        ({"field": "radius", "value": "8"}, "a number of pixels"),
        ({"field": "logo_wide", "value": "https://acme.example/other.svg"}, "was not kept"),
        ({"field": "logo_wide", "value": "/etc/passwd"}, "was not kept"),
        ({"brand": "../elsewhere"}, "There is no brand"),
        ({"brand": "osier"}, "There is no brand"),
        ({"brand": "/etc"}, "There is no brand"),
        ({"brand": "osier\0"}, "There is no brand"),
    ],
)
def test_choices_that_cannot_be_used_change_nothing(
    brand: Path, tmp_path: Path, choice: dict[str, str], message: str
) -> None:
    """A brand's choices are taken together or not at all, and the row says why."""
    before = (brand / "brand.toml").read_bytes()
    wrong = Choice(**{"brand": "osier/brands/osier-lark", "field": "name", "value": "x", **choice})
    rows = apply_choices(tmp_path, [*chosen(name="Osier"), wrong])
    assert message in str(rows[-1].error)
    if "brand" not in choice:
        assert (brand / "brand.toml").read_bytes() == before


def test_the_last_word_on_a_field_counts(brand: Path, tmp_path: Path) -> None:
    """Two choices for one field are one."""
    rows = apply_choices(tmp_path, [*chosen(name="First"), *chosen(name="Second")])
    assert [one.value for one in rows[0].choices] == ["Second"]
    assert load_brand(brand).name == "Second"


def test_parts_that_were_edited_by_hand_are_told(brand: Path, tmp_path: Path) -> None:
    """They stay as they are."""
    (brand / "parts" / "header.mjml").write_text("<!-- mine -->")
    assert apply_choices(tmp_path, chosen(name="Osier"))[0].kept_parts == ("header.mjml",)
    assert edited_parts(brand) == ["header.mjml"]


def test_the_sheets_file_is_read(tmp_path: Path) -> None:
    """Each choice names the brand, the field and the value."""
    choice = {"brand": "a/brands/a", "field": "name", "value": "A"}
    (tmp_path / "choices.json").write_text(json.dumps({"format": 1, "choices": [choice]}))
    assert read_choices(tmp_path / "choices.json") == (Choice(brand="a/brands/a", field="name", value="A"),)


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"format": 2, "choices": []},
        {"format": 1, "choices": [{"brand": "a"}]},
        {"format": 1, "choices": [{"brand": "a", "field": "name", "value": 7}]},
        {"format": 1, "choices": [{"brand": "", "field": "name", "value": "x"}]},
    ],
)
def test_another_file_holds_no_choices(tmp_path: Path, document: Any) -> None:
    """The sentence names the file and what to do."""
    (tmp_path / "choices.json").write_text(json.dumps(document))
    with pytest.raises(InputError, match="holds no choices") as caught:
        read_choices(tmp_path / "choices.json")
    assert caught.value.advice
    with pytest.raises(StorageError):
        read_choices(tmp_path / "missing.json")
