"""A logo file is enough for a kit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from templates.brand.kit import extract_brand
from templates.brand.logos.logo_alone import is_picture, name_of_file
from templates.brand.store import load_brand, save_brand
from templates.errors import InputError

Draw = Callable[..., bytes]
WIDE = (
    '<svg viewBox="0 0 90 30"><path d="M0 0h30v30H0z" fill="#14532d"/><path d="M40 0h50v30H40z" fill="#f97316"/></svg>'
)
SQUARE = '<svg viewBox="0 0 30 30"><path d="M5 0h20v30H5zM0 9h4v9H0z" fill="#111111"/></svg>'


def test_a_logo_gives_its_colours_its_shape_and_its_name(tmp_path: Path) -> None:
    """A wide drawing fills the wide slot, its colours two roles; everything else stays empty."""
    file = tmp_path / "acme-logo-rgb.svg"
    file.write_text(WIDE)
    kit = extract_brand(str(file))
    assert (kit.name, kit.logo_wide, kit.logo_square) == ("Acme", str(file), "")
    assert {kit.primary, kit.accent} == {"#14532d", "#f97316"}
    assert (kit.site, kit.address, kit.button, dict(kit.socials)) == ("", "", "", {})
    assert {one.source for one in kit.candidates["primary"]} == {"logo file"}
    assert kit.candidates["logo_wide"][0].source == "logo file"


def test_a_black_square_is_a_black_brand_with_a_square_logo(tmp_path: Path) -> None:
    """The shape decides the slot, and a logo without a hue has the colour that it has."""
    file = tmp_path / "mark.svg"
    file.write_text(SQUARE)
    kit = extract_brand(str(file))
    assert (kit.logo_wide, kit.logo_square, kit.primary, kit.accent) == ("", str(file), "#111111", "")
    save_brand(kit, tmp_path / "brand")
    assert load_brand(tmp_path / "brand").primary == "#111111"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "ICO"])
def test_bitmaps_of_every_kind_are_logos(tmp_path: Path, picture: Draw, kind: str) -> None:
    """What the file is called does not matter."""
    file = tmp_path / "Blue Acorn logo.html"
    file.write_bytes(picture(200, 200, "#204080", kind, 20))
    kit = extract_brand(str(file))
    assert kit.name == "Blue Acorn"
    assert "square" in kit.logo_files
    assert kit.primary.startswith("#")


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("acme-logo-rgb", "Acme"),
        ("Logo_Société générale (2)", "Société Générale"),
        ("BlueAcorn-Logo@2x", "BlueAcorn"),
        ("AcmeLogo", "Acme"),
        ("McKay_and_sons_white_512x512", "McKay And Sons"),
        ("logo", ""),
        ("favicon-32x32", ""),
        ("studio-54-logo-512", "Studio 54"),
        ("3-suisses (1)", "3 Suisses"),
        ("", ""),
    ],
)
def test_the_name_is_what_is_left_of_the_files(stem: str, name: str) -> None:
    """Words for kinds of logos, sizes and numbers are no part of a company's name."""
    assert name_of_file(stem) == name


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (b"<svg/>", True),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE svg PUBLIC "-//W3C" "x.dtd">\n<svg/>', True),
        (b'<!DOCTYPE svg [ <!ENTITY ns "http://x"> ]><svg/>', True),
        (b"<!doctype html><svg></svg>", True),
        (b"<!doctype html><title>x</title><svg></svg>", False),
        (b"<header><svg></svg></header>", False),
        (b"<!-- never closed", False),
        (b"", False),
    ],
)
def test_a_drawing_is_known_by_its_root(tmp_path: Path, data: bytes, answer: bool) -> None:
    """A page with a drawing in it is a page."""
    (tmp_path / "file").write_bytes(data)
    assert is_picture(tmp_path / "file") is answer


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<svg", "cannot be drawn"),
        (b"\x89PNG\r\n\x1a\n garbage", "cannot be read"),
        (b'<svg viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>', "one flat rectangle"),
        (b"\x89PNG" + bytes(6_000_000), "the limit is 5 MB"),
    ],
)
def test_what_is_no_logo_says_why(tmp_path: Path, data: bytes, message: str) -> None:
    """A broken, a blank and a huge picture each have one sentence."""
    (tmp_path / "logo.png").write_bytes(data)
    with pytest.raises(InputError, match=message):
        extract_brand(str(tmp_path / "logo.png"))
