"""The logo as mails show it."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image

from templates.brand.colours.brand_colours import BrandColours
from templates.brand.logos.ground import seen_on
from templates.brand.logos.logo_file import LogoFile, media_type
from templates.brand.logos.logo_png import LogoPngs, make_logos, seen

GREEN = "#1d5b4c"


def made(wide: bytes | None = None, square: bytes | None = None, primary: str = GREEN, name: str = "Acme") -> LogoPngs:
    """The pictures of a company with these originals."""
    files = {slot: LogoFile("", data, media_type(data)) for slot, data in (("wide", wide), ("square", square)) if data}
    return make_logos(name, BrandColours(primary), files)


def size(data: bytes) -> tuple[int, int]:
    """Pixels of a PNG."""
    return Image.open(io.BytesIO(data)).size


def drawing(width: int, height: int, colour: str = GREEN) -> bytes:
    """An SVG whose two bars fill its viewBox."""
    half = width * 0.45
    path = f"M0 0h{half}v{height}H0zM{width - half} 0h{half}v{height}h-{half}z"
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    return f'{opening}<path fill="{colour}" d="{path}"/></svg>'.encode()


@pytest.mark.parametrize(
    ("width", "height", "shown"),
    [(200, 50, (200, 50)), (1200, 100, (200, 16.7)), (100, 100, (56, 56)), (40, 10, (200, 50)), (100, 300, (18.7, 56))],
)
def test_a_drawing_fills_the_box_at_twice_its_size(width: int, height: int, shown: tuple[float, float]) -> None:
    """At most 200 by 56, in its own shape, drawn with twice the pixels."""
    logos = made(drawing(width, height))
    assert (logos.width, logos.height) == pytest.approx(shown, abs=1)
    assert size(logos.wide) == pytest.approx((2 * shown[0], 2 * shown[1]), abs=1)


def test_an_oversized_bitmap_is_scaled_down(picture: Callable[..., bytes]) -> None:
    """A picture of thousands of pixels ends at twice the shown size and a few kilobytes."""
    logos = made(picture(3000, 800))
    assert (logos.width, logos.height) == pytest.approx((200, 53), abs=1)
    assert size(logos.wide)[0] == 400
    assert len(logos.wide) < 60_000


def test_a_tiny_bitmap_is_never_blown_up(picture: Callable[..., bytes]) -> None:
    """It is shown in its natural size, with the pixels it has."""
    logos = made(picture(100, 40, border=0))
    assert (logos.width, logos.height) == (90, 40)
    assert size(logos.wide) == (90, 40)


@pytest.mark.parametrize("colour", ["#ffffff", "#fdfdf5", "#000000", GREEN, "#c6ff00", "#ffd100"])
@pytest.mark.parametrize("primary", ["#ffffff", "#c6ff00", GREEN, "#000000"])
def test_every_logo_is_seen_on_both_headers(colour: str, primary: str) -> None:
    """White, black and anything between, for pale and dark companies."""
    logos = made(drawing(200, 50, colour), primary=primary)
    assert seen_on(Image.open(io.BytesIO(logos.wide)).convert("RGBA"), "#ffffff", 1.15)
    assert seen_on(Image.open(io.BytesIO(logos.wide_dark)).convert("RGBA"), "#1b1b1f", 3)


@pytest.mark.parametrize("primary", ["#ffffff", "#fdf6ee", "#c6ff00", GREEN, "#000000", "#777777"])
def test_without_a_logo_the_name_is_set(primary: str) -> None:
    """In a colour that can be read on either header, at the height of a line."""
    logos = made(primary=primary)
    assert logos.drawn
    assert 16 <= logos.height <= 24
    assert seen_on(Image.open(io.BytesIO(logos.wide)).convert("RGBA"), "#ffffff", 4.5)
    assert seen_on(Image.open(io.BytesIO(logos.wide_dark)).convert("RGBA"), "#1b1b1f", 4.5)
    assert size(logos.square) == (128, 128)


def test_an_icon_stands_beside_the_set_name(picture: Callable[..., bytes]) -> None:
    """A square logo that is large enough makes the set name a logo; a favicon does not."""
    with_icon, without = made(square=drawing(100, 100)), made(square=picture(30, 30, border=0))
    assert with_icon.drawn
    assert with_icon.height > without.height
    assert size(without.square) == (30, 30)


def test_a_logo_of_half_a_megabyte_becomes_small() -> None:
    """Photographs and noise end under the target, too."""
    noise = Image.effect_noise((900, 300), 90).convert("RGB")
    buffer = io.BytesIO()
    noise.save(buffer, "PNG")
    assert len(made(buffer.getvalue()).wide) <= 60_000


def test_an_original_that_got_broken_is_drawn_anew() -> None:
    """A file that somebody damaged counts as missing."""
    assert made(wide=b"<svg", square=b"\x89PNG").drawn


def test_loud_colours_are_seen() -> None:
    """A neon yellow is seen on white although its contrast is low; a cream is not."""
    assert seen("#c6ff00")
    assert seen(GREEN)
    assert not seen("#fdf6ee")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<svg xmlns=''/>", "image/svg+xml"),
        (b"\x89PNG....", "image/png"),
        (b"\xff\xd8\xff..", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF....WEBP", "image/webp"),
        (b"....ftypavif", "image/avif"),
        (b"\0\0\x01\0..", "image/x-icon"),
    ],
)
def test_what_bytes_are_is_told_by_the_bytes(data: bytes, kind: str) -> None:
    """The first bytes decide."""
    assert media_type(data) == kind
