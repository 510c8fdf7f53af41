"""A brand as one file: out of one workspace, into another; and what strangers may put into such a file."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest

from templates.brand.brand_file import change_brand_file
from templates.brand.logos.candidate_files import read_candidate, write_candidates
from templates.brand.logos.logo_file import LogoFile
from templates.brand.parts import edited_parts
from templates.brand.store import load_brand, update_brand
from templates.brands import archive
from templates.brands.archive import export_brand, import_brand
from templates.errors import InputError
from templates.files import write_bytes, write_text
from templates.workspace import Workspace


@pytest.fixture
def exported(two, tmp_path) -> Path:
    """Acme as one file."""
    path = tmp_path / "acme.mwbrand"
    export_brand(two, "acme", path)
    return path


@pytest.fixture
def elsewhere(tmp_path) -> Workspace:
    """An empty workspace."""
    return Workspace.create(tmp_path / "elsewhere", name="Elsewhere")


def repacked(path: Path, changes: dict[str, bytes | None], mode: int = 0o644) -> Path:
    """The same file with other entries; None takes one out."""
    with zipfile.ZipFile(path) as archive:
        entries: dict[str, bytes | None] = {name: archive.read(name) for name in archive.namelist()}
        comment = archive.comment
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, data in {**entries, **changes}.items():
            if data is not None:
                entry = zipfile.ZipInfo(name)
                entry.external_attr = mode << 16 if name in changes else 0
                archive.writestr(entry, data)
    path.write_bytes(whole.getvalue())
    return path


def test_the_same_brand_gives_the_same_bytes(two, exported, tmp_path):
    """And they hold what a person or the site gave, not what is made from it."""
    export_brand(two, "acme", tmp_path / "again.mwbrand")
    assert (tmp_path / "again.mwbrand").read_bytes() == exported.read_bytes()
    with zipfile.ZipFile(exported) as archive:
        assert archive.namelist() == ["brand.toml", "logo-wide-original.svg"]


def test_a_brand_arrives_as_it_left(two, exported, elsewhere):
    """Values, evidence, logos, pictures and parts; the comments in its file too."""
    slug = import_brand(elsewhere, exported)
    assert slug == "acme"
    old, new = load_brand(two.brand_folder("acme")), load_brand(elsewhere.brand_folder("acme"))
    for field in ("name", "address", "colours", "font", "socials", "evidence", "radius"):
        assert getattr(new, field) == getattr(old, field)
    paths = [path.relative_to(old.folder) for path in old.folder.rglob("*.*") if path.suffix != ".toml"]
    assert len(paths) > 15
    for path in paths:
        assert (new.folder / path).read_bytes() == (old.folder / path).read_bytes(), path
    assert (new.folder / "brand.toml").read_text("utf-8").startswith("# The brand kit")


def test_what_was_edited_by_hand_comes_along(two, tmp_path, elsewhere):
    """Parts that are not as they were made, those that a designer added, the page's picture; they stay hand-made."""
    parts = two.brand_folder("acme") / "parts"
    write_text(parts / "header.mjml", '<mj-section><mj-image src="brands/acme/logo-wide.png" /></mj-section>\n')
    write_text(parts / "banner.mjml", "<mj-section></mj-section>\n")
    write_bytes(parts.parent / "page.png", (parts.parent / "logo-wide.png").read_bytes())
    export_brand(two, "acme", tmp_path / "acme.mwbrand")
    (elsewhere.root / "brands" / "acme").mkdir(parents=True)
    slug = import_brand(elsewhere, tmp_path / "acme.mwbrand")
    folder = elsewhere.brand_folder(slug)
    assert slug == "acme-2"
    assert edited_parts(folder) == ["header.mjml"]
    assert "brands/acme-2/logo-wide.png" in (folder / "parts" / "header.mjml").read_text("utf-8")
    assert (folder / "parts" / "banner.mjml").is_file()
    assert (folder / "page.png").is_file()


def test_no_path_of_this_computer_leaves(two, tmp_path):
    """A logo from the disk is known by its name only, and candidates that are files here stay here."""
    folder = two.brand_folder("acme")
    logo = tmp_path / "private" / "logo.svg"
    write_bytes(logo, (folder / "logo-wide-original.svg").read_bytes())
    update_brand(folder, logo=logo)
    text = (folder / "brand.toml").read_text("utf-8")
    rows = "".join(
        f"[[evidence.logo_square]]\nvalue = '{value}'\nsource = 'icon'\nscore = 0.5\nlocator = '{locator}'\n"
        for value, locator in ((tmp_path / "x.png", ""), ("https://a.example/i.png", tmp_path / "page.html"))
    )
    write_text(folder / "brand.toml", text.replace('site = "https://logo.example"', f"site = '{tmp_path}'") + rows)
    export_brand(two, "acme", tmp_path / "acme.mwbrand")
    with zipfile.ZipFile(tmp_path / "acme.mwbrand") as archive:
        written = archive.read("brand.toml").decode()
    assert str(tmp_path) not in written
    assert 'reference_wide = "logo.svg"' in written
    assert "https://a.example/i.png" in written
    assert "x.png" not in written
    assert "page.html" in written


@pytest.mark.parametrize(
    "name", ["../outside.mjml", "/etc/passwd", "parts/../../x.mjml", "parts\\x.mjml", "run.py", "parts/.hidden.mjml"]
)
def test_what_is_no_part_of_a_brand_is_refused(exported, elsewhere, name):
    """Whatever leads out of the folder, or is none of the files that a brand has; nothing is written then."""
    before = sorted(elsewhere.root.rglob("*"))
    with pytest.raises(InputError):
        import_brand(elsewhere, repacked(exported, {name: b"x"}))
    assert sorted(elsewhere.root.rglob("*")) == before


def test_a_link_is_refused(exported, elsewhere):
    """It could lead anywhere."""
    with pytest.raises(InputError):
        import_brand(elsewhere, repacked(exported, {"parts/x.mjml": b"/etc/passwd"}, stat.S_IFLNK | 0o777))


def test_a_bomb_is_refused(exported, elsewhere):
    """Small as a zip, too large when unpacked: one file, or many together."""
    with pytest.raises(InputError):
        import_brand(elsewhere, repacked(exported, {"page.png": bytes(30_000_000)}))
    with pytest.raises(InputError):
        import_brand(elsewhere, repacked(exported, {"page.png": None, "brand.toml": b"#" * 400_000}))
    many = {f"parts/p{number}.mjml": b"x" for number in range(100)}
    with pytest.raises(InputError):
        import_brand(elsewhere, repacked(exported, {"brand.toml": b"x", **many}))


def test_a_size_that_lies_is_no_way_in(exported, elsewhere, monkeypatch):
    """What is read is counted, whatever the zip says of itself."""
    monkeypatch.setattr(archive, "ALL", 10**9)
    with pytest.raises(InputError):
        import_brand(elsewhere, repacked(exported, {"page.png": bytes(7_000_000)}))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"https://www.facebook.com/acme", b"javascript:alert(1)"),
        (b'url = ""', b'url = "file:///etc/passwd"'),
        (b'site = "https://logo.example"', b'site = "javascript:alert(1)"'),
        (b'primary = "#1144aa"', b'primary = "red"'),
        (b"format = 1", b"format = 99"),
        (b"format = 1", b"format ="),
        (b'name = "Acme"', b'name = "\xff"'),
    ],
)
def test_values_are_checked(exported, elsewhere, old, new):
    """Addresses are those of the web, colours are colours, and a newer version's file is not misread."""
    with zipfile.ZipFile(exported) as archive:
        text = archive.read("brand.toml")
    assert old in text
    with pytest.raises(InputError):
        import_brand(elsewhere, repacked(exported, {"brand.toml": text.replace(old, new)}))
    assert elsewhere.brands() == []


def test_file_names_in_the_settings_are_not_believed(exported, elsewhere):
    """The logos are drawn anew into the brand's own folder, wherever the file says they are."""
    with zipfile.ZipFile(exported) as archive:
        text = archive.read("brand.toml")
    hostile = text.replace(b'wide = "logo-wide.png"', b'wide = "../../../../etc/passwd"')
    slug = import_brand(elsewhere, repacked(exported, {"brand.toml": hostile}))
    assert load_brand(elsewhere.brand_folder(slug)).logo.wide.is_relative_to(elsewhere.root)
    assert load_brand(elsewhere.brand_folder(slug)).logo.wide.name == "logo-wide.png"


def test_a_picture_that_is_none_is_refused(exported, elsewhere):
    """A logo that cannot be drawn would be a brand without one."""
    with pytest.raises(InputError):
        import_brand(elsewhere, repacked(exported, {"logo-wide-original.svg": b"<svg><!ENTITY"}))
    assert elsewhere.brands() == []


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip at all", None])
def test_what_is_no_brand_is_one_sentence(exported, elsewhere, tmp_path, data):
    """Empty, cut off, something else, or a zip without a brand."""
    path = tmp_path / "x.mwbrand"
    path.write_bytes(data if data is not None else repacked(exported, {"brand.toml": None}).read_bytes())
    with pytest.raises(InputError) as error:
        import_brand(elsewhere, path)
    assert "no brand in this file" in error.value.what


def test_candidates_come_along(two, tmp_path, elsewhere):
    """So that a logo can be chosen among them without the network; what is no picture stays behind."""
    folder = two.brand_folder("acme")
    good, junk = "https://a.example/i.svg", "https://a.example/404"
    rows = [{"value": value, "source": "icon", "score": 0.5, "locator": ""} for value in (good, junk)]
    change_brand_file(folder, {"evidence": {"logo_square": rows}})
    svg = (folder / "logo-wide-original.svg").read_bytes()
    write_candidates(folder, {good: LogoFile(good, svg, ""), junk: LogoFile(junk, b"<html>no</html>", "")})
    export_brand(two, "acme", tmp_path / "acme.mwbrand")
    arrived = elsewhere.brand_folder(import_brand(elsewhere, tmp_path / "acme.mwbrand"))
    kept = read_candidate(arrived, good)
    assert kept is not None
    assert kept.data == svg
    assert read_candidate(arrived, junk) is None


def test_more_candidates_than_a_brand_has_are_refused(exported, elsewhere):
    """Each is drawn, which takes time."""
    many = {f"candidates/{number:020x}": b"x" for number in range(30)}
    with pytest.raises(InputError):
        import_brand(elsewhere, repacked(exported, many))


def test_the_pages_picture_is_a_png(exported, elsewhere):
    """Nothing else is ever decoded under that name."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="9"/></svg>'
    with pytest.raises(InputError, match="no PNG"):
        import_brand(elsewhere, repacked(exported, {"page.png": svg}))


def test_what_is_exported_can_be_imported(two, tmp_path, elsewhere):
    """Many parts, and parts with a space in their name."""
    folder = two.brand_folder("acme")
    for number in range(70):
        write_text(folder / "parts" / f"my part {number}.mjml", "<mj-text>x</mj-text>")
    export_brand(two, "acme", tmp_path / "acme.mwbrand")
    arrived = elsewhere.brand_folder(import_brand(elsewhere, tmp_path / "acme.mwbrand"))
    assert len(list(arrived.glob("parts/my part *.mjml"))) == 70


def test_what_could_not_be_imported_is_not_exported(two, tmp_path, monkeypatch):
    """It is told when the brand is written, not when somebody wants to use it."""
    folder, path = two.brand_folder("acme"), tmp_path / "acme.mwbrand"
    write_text(folder / "parts" / "why?.mjml", "<mj-text>x</mj-text>")
    with pytest.raises(InputError, match="name is not usable"):
        export_brand(two, "acme", path)
    (folder / "parts" / "why?.mjml").unlink()
    monkeypatch.setattr(archive, "MOST_FILES", 1)
    with pytest.raises(InputError, match="more than a file can hold"):
        export_brand(two, "acme", path)
    monkeypatch.setattr(archive, "MOST_FILES", 9)
    monkeypatch.setattr(archive, "LARGEST", {"": 10})
    with pytest.raises(InputError, match="too large for an exported brand"):
        export_brand(two, "acme", path)
    monkeypatch.undo()
    change_brand_file(folder, {"site": "javascript:alert(1)"})
    with pytest.raises(InputError, match="no address of the web"):
        export_brand(two, "acme", path)
    assert not path.exists()
