"""A brand on disk."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from assets import asset
from templates import files
from templates.brand.brand_file import change_brand_file
from templates.brand.colours.palette import failing_pairs
from templates.brand.kit import BrandKit, extract_brand
from templates.brand.opening.fetch import HttpFetcher
from templates.brand.store import load_brand, record_hashes, recorded_hashes, save_brand, update_brand
from templates.errors import FetchError, InputError, StorageError


@pytest.fixture(scope="module")
def kit() -> BrandKit:
    """The sample company's kit."""
    return extract_brand(str(asset("samples", "site")))


@pytest.fixture
def folder(kit: BrandKit, tmp_path: Path) -> Path:
    """The sample company on disk."""
    save_brand(kit, tmp_path / "acme")
    return tmp_path / "acme"


def test_a_brand_is_read_as_it_was_written(kit: BrandKit, folder: Path) -> None:
    """Values, logos and evidence come back; the pictures have the sizes that the file tells."""
    brand = load_brand(folder)
    assert (brand.name, brand.site, brand.primary, brand.accent) == (kit.name, kit.site, kit.primary, kit.accent)
    assert (brand.legal, brand.address, brand.language, brand.radius) == (
        kit.legal,
        kit.address,
        kit.language,
        kit.radius,
    )
    assert (brand.font, dict(brand.socials)) == (kit.font, dict(kit.socials))
    assert brand.evidence["name"][0] == kit.candidates["name"][0]
    for path, width in ((brand.logo.wide, brand.logo.width), (brand.logo.wide_dark, brand.logo.dark_width)):
        with Image.open(path) as picture:
            assert picture.width == 2 * width
    assert (folder / "logo-wide-original.svg").read_bytes() == kit.logo_files["wide"].data
    assert not brand.logo.drawn
    assert [failing_pairs(palette) for palette in brand.palettes] == [[], []]


def test_the_file_begins_with_a_word_and_a_format(folder: Path) -> None:
    """Whoever opens it learns what it is."""
    text = (folder / "brand.toml").read_text("utf-8")
    assert text.startswith("# The brand kit of this company.")
    assert tomllib.loads(text)["format"] == 1


def test_saving_again_keeps_comments_unknown_keys_and_choices(kit: BrandKit, folder: Path) -> None:
    """A new extraction replaces what it found, and nothing that people wrote."""
    update_brand(folder, name="Kettlewren Teas", primary="#123456", facebook="", radius=12, font_body="Georgia, serif")
    path = folder / "brand.toml"
    path.write_text(
        "# our house colours\n"
        + path.read_text("utf-8").replace("[colour]", 'own = "kept"\n\n[colour] # mind the green')
    )
    save_brand(replace(kit, name="Wrong", primary="#ffffff", legal="New legal line", radius=4), folder)
    brand = load_brand(folder)
    text = path.read_text("utf-8")
    assert (brand.name, brand.primary, brand.radius, brand.font.body) == (
        "Kettlewren Teas",
        "#123456",
        12,
        "Georgia, serif",
    )
    assert "facebook" not in brand.socials
    assert brand.legal == "New legal line"
    assert "# our house colours" in text
    assert "# mind the green" in text
    assert 'own = "kept"' in text


def test_a_profile_that_is_gone_is_removed(kit: BrandKit, folder: Path) -> None:
    """A new extraction without a network forgets it."""
    save_brand(replace(kit, socials={"x": "https://x.com/new"}), folder)
    assert dict(load_brand(folder).socials) == {"x": "https://x.com/new"}


def test_a_changed_colour_changes_the_pictures(folder: Path) -> None:
    """The drawn parts follow the colour, and the choice is remembered as a person's."""
    update_brand(folder, logo="", logo_square="")
    before = (folder / "logo-wide.png").read_bytes()
    brand = update_brand(folder, primary="#b3261e", accent="")
    assert brand.primary == "#b3261e"
    assert (folder / "logo-wide.png").read_bytes() != before
    assert brand.evidence["primary"][0].source == "user"
    assert brand.logo.drawn


def test_a_logo_is_taken_as_bytes_path_or_address(
    folder: Path, tmp_path: Path, picture: Callable[..., bytes], company, fetcher: Callable[..., HttpFetcher]
) -> None:
    """Each of them replaces the slot, and the original is kept in its own format."""
    (tmp_path / "new.png").write_bytes(picture(300, 100))
    company.page("/new.png", picture(600, 100))
    by_bytes = update_brand(folder, logo=picture(400, 100, kind="WEBP")).logo
    assert (folder / "logo-wide-original.webp").exists()
    by_path = update_brand(folder, logo=tmp_path / "new.png").logo
    by_text = update_brand(folder, logo=str(tmp_path / "new.png")).logo
    by_url = update_brand(folder, logo="http://acme.example/new.png", fetcher=fetcher()).logo
    assert by_bytes.height != by_path.height == by_text.height != by_url.height


def test_a_chosen_logo_survives_a_new_extraction(kit: BrandKit, folder: Path, picture: Callable[..., bytes]) -> None:
    """What a person put there stays there."""
    update_brand(folder, logo=picture(300, 100))
    save_brand(kit, folder)
    assert load_brand(folder).logo.height == pytest.approx(57, abs=15)
    assert (folder / "logo-wide-original.png").exists()
    assert 'original_wide = "logo-wide-original.png"' in (folder / "brand.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"primary": "green"}, "is not a colour"),
        ({"primary": ""}, "is not a colour"),
        ({"accent": "#12"}, "is not a colour"),
        ({"radius": -1}, "from 0 to 40"),
        ({"radius": "8"}, "from 0 to 40"),
        ({"radius": True}, "from 0 to 40"),
        ({"name": "  "}, "needs a name"),
        ({"language": "English"}, "is not a language"),
        ({"facebook": "acme"}, "is not the address of a profile"),
        ({"myspace": "https://myspace.com/acme"}, "has no value myspace"),
        ({"logo": b"no picture"}, "cannot be read"),
        ({"name": "New", "logo": b"<svg"}, "."),
    ],
)
def test_a_bad_value_changes_nothing(folder: Path, changes: dict[str, object], message: str) -> None:
    """The message says what is expected, and all files stay as they were."""
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with pytest.raises(InputError, match=message):
        update_brand(folder, **changes)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_a_logo_that_cannot_be_had_changes_nothing(folder: Path, company, fetcher: Callable[..., HttpFetcher]) -> None:
    """Neither a missing file nor a missing address."""
    with pytest.raises(StorageError, match="does not exist"):
        update_brand(folder, logo="nowhere.png")
    with pytest.raises(FetchError, match="404"):
        update_brand(folder, logo="http://acme.example/gone.png", fetcher=fetcher())


@pytest.mark.parametrize(
    ("old", "new", "line_has", "message"),
    [
        ('primary = "#1d5b4c"', 'primary = "green"', "primary", "primary"),
        ("radius = 8", 'radius = "eight"', "radius", "radius"),
        ('name = "Kettlewren"', "", "", "name"),
        ("format = 1", "format = 9", "format", "newer Mailwright"),
        ("[colour]", "[colour", "[colour", ""),
    ],
)
def test_a_damaged_file_names_its_line_and_key(folder: Path, old: str, new: str, line_has: str, message: str) -> None:
    """Wrong values, missing keys, later formats and broken TOML each say where and what is expected."""
    path = folder / "brand.toml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1))
    with pytest.raises(InputError) as caught:
        load_brand(folder)
    place = caught.value.place
    assert place is not None
    assert place.file == str(path)
    assert message in str(caught.value)
    if line_has:
        assert place.line is not None
        assert line_has in path.read_text("utf-8").splitlines()[place.line - 1]


def test_a_brand_that_is_not_there_says_so(tmp_path: Path) -> None:
    """A folder without the file is a storage error with its path."""
    with pytest.raises(StorageError, match=r"brand.toml"):
        load_brand(tmp_path)


def test_a_full_disk_leaves_the_old_brand(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is replaced in one step or not at all."""
    before = (folder / "brand.toml").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(StorageError, match="disk is full"):
        update_brand(folder, name="New")
    assert (folder / "brand.toml").read_bytes() == before


def test_a_missing_original_is_drawn(folder: Path) -> None:
    """When somebody deleted the logo's file, the name is set in type."""
    (folder / "logo-wide-original.svg").unlink()
    assert update_brand(folder, primary="#b3261e").logo.drawn


def test_hashes_of_parts_are_remembered(folder: Path, tmp_path: Path) -> None:
    """They are read back, replaced as a whole, and survive a new extraction."""
    assert recorded_hashes(tmp_path / "new") == {}
    record_hashes(folder, {"head.mjml": "aa", "footer.mjml": "bb"})
    record_hashes(folder, {"head.mjml": "cc"})
    update_brand(folder, primary="#b3261e")
    assert recorded_hashes(folder) == {"head.mjml": "cc"}


def test_a_kit_without_anything_is_saved(kit: BrandKit, tmp_path: Path) -> None:
    """No name, no logo, no colours but the neutral one: still a brand that can be read."""
    bare = replace(kit, name="", logo_files={}, socials={}, candidates={}, accent="", legal="", address="")
    save_brand(bare, tmp_path)
    brand = load_brand(tmp_path)
    assert brand.name == "www.kettlewren.example"
    assert brand.logo.drawn
    with Image.open(io.BytesIO(brand.logo.square.read_bytes())) as square:
        assert square.size == (128, 128)


@pytest.mark.parametrize(
    "changes",
    [
        {"site": "javascript:alert(1)"},
        {"font_url": "file:///etc/passwd"},
        {"facebook": 'https://x"onclick=alert(1)'},
        {"name": "\u200b"},
        {"name": "x" * 201},
        {"logo": "a\0b"},
    ],
)
def test_what_a_person_cannot_have_meant_is_refused(folder: Path, changes: dict[str, str]) -> None:
    """Each with one sentence, and the file stays as it was."""
    before = (folder / "brand.toml").read_bytes()
    with pytest.raises(InputError):
        update_brand(folder, **changes)
    assert (folder / "brand.toml").read_bytes() == before


def test_a_dark_logo_that_nobody_would_see_is_refused(folder: Path) -> None:
    """It would be left out silently; one in light colours is taken."""
    with pytest.raises(InputError, match="cannot be seen on a dark ground"):
        update_brand(folder, logo_dark=_bars("#141414"))
    before = load_brand(folder).logo.wide_dark.read_bytes()
    assert update_brand(folder, logo_dark=_bars("#ffffff")).logo.wide_dark.read_bytes() != before


def test_a_dark_logo_needs_no_wide_one(folder: Path) -> None:
    """Dark mails show it, light ones the name."""
    drawn = update_brand(folder, logo="", logo_dark="").logo.wide_dark.read_bytes()
    brand = update_brand(folder, logo_dark=_bars("#ffff00"))
    with Image.open(brand.logo.wide_dark) as picture:
        assert (255, 255, 0, 255) in [colour for _, colour in picture.convert("RGBA").getcolors(100_000) or []]
    assert brand.logo.wide_dark.read_bytes() != drawn
    assert brand.logo.drawn


def test_logos_are_looked_for_in_the_brands_folder_only(folder: Path) -> None:
    """Whatever path the file gives."""
    change_brand_file(folder, {"logo": {"wide": "/etc/logo.png", "square": "../../../secret.png"}})
    logo = load_brand(folder).logo
    assert (logo.wide, logo.square) == (folder / "logo.png", folder / "secret.png")


def test_a_file_that_is_too_large_is_not_read(folder: Path, tmp_path: Path) -> None:
    """Its limit is told."""
    with (tmp_path / "big.png").open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(InputError, match="at most 5 MB are read"):
        update_brand(folder, logo=tmp_path / "big.png")


def _bars(colour: str) -> bytes:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 30" fill="{colour}">'
    return f'{drawing}<circle cx="15" cy="15" r="15"/><rect x="40" y="5" width="80" height="20"/></svg>'.encode()
