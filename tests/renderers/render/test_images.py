"""Pictures of a mail are looked at before the browser may decode them."""

import base64
import zlib

import pytest

from renderers.render.images import MAX_BYTES, check_embedded_images, fake_url, load_image, remote_name
from templates.errors import LimitError, StorageError
from tests.hostile_mails import huge_picture


@pytest.fixture
def bomb():
    return huge_picture()


def test_the_address_of_a_picture_leads_nowhere():
    """Names are quoted, and the origin is one that never resolves."""
    assert fake_url("brands/acme/löwe 1.png") == "http://mail.invalid/brands/acme/l%C3%B6we%201.png"


@pytest.mark.parametrize(("form", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("GIF", "image/gif")])
def test_the_media_type_is_read_from_the_bytes(png, form, media_type):
    """A wrong file name does not matter."""
    assert load_image("a.bin", png(form=form)).media_type == media_type


@pytest.mark.parametrize("data", [b"", b"<html>", b"\x89PNG\r\n\x1a\n broken", b"BM" + b"\0" * 9])
def test_what_is_no_picture_has_no_media_type(data):
    """It is then shown as broken, as a client would show it."""
    assert load_image("a.png", data).media_type == ""


def test_too_many_pixels_are_refused_by_name(bomb):
    """A small file can hold a picture that costs the browser gigabytes."""
    with pytest.raises(LimitError, match=r"The picture hero\.png has more than 25 million pixels"):
        load_image("hero.png", bomb)


def test_just_above_the_limit_is_refused_and_below_is_not(png):
    """The limit is ours, not the one at which Pillow warns."""
    assert load_image("a.png", png(0, (5000, 4999), "1")).media_type == "image/png"
    with pytest.raises(LimitError):
        load_image("a.png", png(0, (5000, 5001), "1"))


@pytest.mark.parametrize("entity", ["data:", "d&#97;ta:"])
def test_a_bomb_inside_the_html_is_refused(bomb, entity):
    """Written with entities it is found as well."""
    with pytest.raises(LimitError, match="million pixels"):
        check_embedded_images(f'<img src="{entity}image/png;base64,{base64.b64encode(bomb).decode()}">')


@pytest.mark.parametrize("name", ["a.svg", "remote/a", remote_name(b"", is_sheet=True)])
def test_a_bomb_inside_a_drawing_or_a_sheet_is_refused(bomb, name):
    """Browsers show the pictures in them too."""
    address = f"data:image/png;base64,{base64.b64encode(bomb).decode()}"
    with pytest.raises(LimitError, match="million pixels"):
        load_image(name, f"<svg><style>p{{background:url({address})}}</style></svg>".encode())


@pytest.mark.parametrize("chunk", [b"\0\0\0\1tEXta\0\0\0\0", b"\0\0\0\1pHYsa" + zlib.crc32(b"pHYsa").to_bytes(4)])
def test_a_damaged_bomb_is_one(bomb, chunk):
    """A browser passes over the chunk that is wrong, and shows the picture."""
    assert len(chunk) == 13
    with pytest.raises(LimitError, match="million pixels"):
        load_image("a.png", bomb[:33] + chunk + bomb[33:])


def test_a_damaged_jpeg_is_one_too(png):
    """A byte before its first segment stops a strict reader only."""
    picture = png(0, (5001, 5000), "L", "JPEG")
    with pytest.raises(LimitError, match="million pixels"):
        load_image("a.jpg", picture[:2] + b"a" + picture[2:])
    small = png(0, (500, 500), "L", "JPEG")
    assert load_image("a.jpg", small[:2] + b"a" + small[2:]).media_type == ""


def test_small_and_broken_pictures_inside_the_html_pass(png):
    """A data URI that is small, or that no browser could decode, is no reason to refuse a mail."""
    small = base64.b64encode(png()).decode()
    check_embedded_images(f'<img src="data:image/png;base64,{small}"><img src="data:image/png;base64,%%%=A">')


def test_a_file_is_read_again_after_it_changed(tmp_path, png):
    """A new logo under the old name is the new logo."""
    path = tmp_path / "logo.png"
    path.write_bytes(png("red"))
    before = load_image("logo.png", path)
    path.write_bytes(png("blue", (41, 30)))
    assert load_image("logo.png", path).digest != before.digest


def test_a_missing_file_is_a_storage_error(tmp_path):
    """The message names the file."""
    with pytest.raises(StorageError, match=r"gone\.png: This file does not exist"):
        load_image("gone.png", tmp_path / "gone.png")


def test_a_huge_file_is_refused_unread(tmp_path):
    """The size is looked at first: a sparse file of gigabytes is not read into memory."""
    path = tmp_path / "huge.png"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(LimitError, match="larger than 20 MB"):
        load_image("huge.png", path)


def test_fonts_are_told_by_their_bytes_and_sheets_by_our_names():
    """Only what we fetched and named ourselves is a style sheet."""
    assert load_image("remote/a", b"wOF2...").media_type == "font/woff2"
    assert load_image("remote/a", b"\0\1\0\0...").media_type == "font/ttf"
    assert load_image(remote_name(b"p{}", is_sheet=True), b"p{}").media_type == "text/css"
    assert load_image("templates/a.css", b"p{}").media_type == ""
