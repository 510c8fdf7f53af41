"""Pictures as mails need them."""

from __future__ import annotations

import io
import os
from collections.abc import Callable

import pytest
from PIL import Image

from templates.brand.logos import raster
from templates.brand.logos.raster import (
    checked_logo,
    is_svg,
    open_picture,
    pixel_counts,
    png_bytes,
    svg_to_png,
    trimmed,
)
from templates.errors import InputError

NS = 'xmlns="http://www.w3.org/2000/svg"'
SVG = f'<svg {NS} viewBox="0 0 200 50"><path fill="#1d5b4c" d="M50 10h40v30H50zM100 10h50v30h-50z"/></svg>'.encode()


def png(image: Image.Image) -> bytes:
    """The bytes of a picture."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def test_a_drawing_becomes_a_png_of_the_asked_width() -> None:
    """In the aspect of its viewBox, transparent where nothing is drawn."""
    picture = Image.open(io.BytesIO(svg_to_png(SVG, 400)))
    assert (picture.format, picture.size, picture.mode) == ("PNG", (400, 100), "RGBA")
    assert picture.getpixel((0, 0))[3] == 0
    assert picture.getpixel((150, 50)) == (29, 91, 76, 255)


@pytest.mark.parametrize("data", [b"", b"<svg", b'<svg xmlns="http://www.w3.org/2000/svg"><path</svg>', b"words"])
def test_a_broken_drawing_is_one_sentence(data: bytes) -> None:
    """What cannot be drawn is an InputError that says why."""
    with pytest.raises(InputError, match=r"This SVG cannot be drawn: .+\."):
        svg_to_png(data, 100)


def test_a_drawing_that_asks_for_all_memory_is_refused() -> None:
    """The process that draws it may die; this one goes on."""
    pattern = (
        '<pattern id="p" width="900" height="900" patternTransform="scale(50)"><rect width="9" height="9"/></pattern>'
    )
    svg = f'<svg {NS} viewBox="0 0 100 100">{pattern}<rect fill="url(#p)" width="100" height="100"/></svg>'
    with pytest.raises(InputError, match="This SVG cannot be drawn"):
        open_picture(svg.encode())


def test_a_drawing_that_takes_hours_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Masks of masks of masks are given up when the time is over."""
    monkeypatch.setattr(raster, "SECONDS", 0.5)
    square = '<rect width="9" height="9" fill="#fff" mask="url(#m{inner})"/>'
    masks = "".join(f'<mask id="m{n}">{square.format(inner=n - 1) * 4}</mask>' for n in range(1, 16))
    svg = f'<svg {NS} viewBox="0 0 9 9">{masks}<rect width="9" height="9" mask="url(#m15)"/></svg>'
    with pytest.raises(InputError, match="takes longer than"):
        open_picture(svg.encode())


def test_text_is_drawn_in_the_shipped_font() -> None:
    """Letters appear wherever the mail is made, whatever fonts the machine has."""
    svg = f'<svg {NS} viewBox="0 0 100 30"><text x="5" y="22" font-family="Nowhere">Acme</text></svg>'
    assert trimmed(open_picture(svg.encode())).width > 100


def test_nothing_outside_a_drawing_is_read(tmp_path, picture: Callable[..., bytes]) -> None:
    """A picture beside is not pulled in."""
    (tmp_path / "a.png").write_bytes(picture())
    svg = f'<svg {NS} viewBox="0 0 9 9"><image href="{tmp_path / "a.png"}" width="9" height="9"/></svg>'
    with pytest.raises(InputError, match="This picture is empty"):
        checked_logo(svg.encode())


def test_a_tall_drawing_stays_small() -> None:
    """Neither side is longer than asked, however strange the shape."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 500"><path d="M0 0h9v500H0z"/></svg>'
    assert max(open_picture(svg).size) <= 1000
    with pytest.raises(InputError, match="too thin"):
        open_picture(svg.replace(b"500", b"99999"))


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "BMP", "JPEG"])
def test_every_usual_format_is_decoded(picture: Callable[..., bytes], kind: str) -> None:
    """Whatever it is called, by its bytes."""
    assert open_picture(picture(kind=kind)).mode == "RGBA"


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda data: data[:60], "cannot be read"),
        (lambda data: b"GIF89a\1\0\1\0" + b"\xff" * 40, "cannot be read"),
        (lambda data: b"", "cannot be read"),
        (lambda data: b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "cannot be read"),
        (lambda data: data + b"\0" * 5_000_001, "limit is 5 MB"),
    ],
)
def test_damaged_pictures_are_one_sentence(
    picture: Callable[..., bytes], damage: Callable[[bytes], bytes], message: str
) -> None:
    """Cut, random, empty and oversized data."""
    with pytest.raises(InputError, match=message):
        open_picture(damage(picture()))


def test_a_picture_bomb_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small bytes of a huge picture are refused before the pixels are made."""
    monkeypatch.setattr(raster, "MAX_PIXELS", 10_000)
    with pytest.raises(InputError, match="more than 40 million pixels"):
        open_picture(png(Image.new("1", (200, 200))))
    with pytest.raises(InputError, match="more than 40 million pixels"):
        open_picture(png(Image.new("1", (14_000, 14_000))))


def test_borders_are_trimmed(picture: Callable[..., bytes]) -> None:
    """Transparent margins go, all around."""
    assert trimmed(open_picture(picture(300, 80, border=20))).size[1] == 40


@pytest.mark.parametrize(
    ("image", "message"),
    [
        (Image.new("RGBA", (50, 50), (0, 0, 0, 0)), "empty"),
        (Image.new("RGBA", (1, 1), (255, 0, 0, 255)), "too small"),
        (Image.new("RGBA", (200, 50), (255, 0, 0, 255)), "flat rectangle"),
    ],
)
def test_what_is_no_logo_is_refused(image: Image.Image, message: str) -> None:
    """Nothing, a tracking pixel, and a plain rectangle."""
    with pytest.raises(InputError, match=message):
        checked_logo(png(image))


def test_pngs_are_kept_small() -> None:
    """Noise of any size ends at the target, in fewer colours and then fewer pixels."""
    noise = Image.frombytes("RGBA", (400, 112), os.urandom(400 * 112 * 4))
    assert len(png_bytes(noise)) <= 60_000
    data = png_bytes(noise, 20_000)
    assert len(data) <= 20_000
    assert Image.open(io.BytesIO(data)).width < 400


def test_small_pngs_keep_their_colours(picture: Callable[..., bytes]) -> None:
    """Nothing is lost where nothing has to be."""
    image = open_picture(picture())
    assert Image.open(io.BytesIO(png_bytes(image))).convert("RGBA").tobytes() == image.tobytes()


def test_pixels_are_counted() -> None:
    """By red, green, blue and alpha."""
    assert pixel_counts(Image.new("RGBA", (3, 2), (1, 2, 3, 4))) == {(1, 2, 3, 4): 6}


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (SVG, True),
        (b"\xef\xbb\xbf  <?xml version='1.0'?><!-- x --><svg/>", True),
        (b"<!DOCTYPE html><html><svg/></html>", False),
        (b"<p>no</p>", False),
        (b"\x89PNG<svg", False),
    ],
)
def test_a_drawing_is_known_by_its_bytes(data: bytes, answer: bool) -> None:
    """Never by a name or a header."""
    assert is_svg(data) is answer
