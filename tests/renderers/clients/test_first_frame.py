"""Tests of renderers/clients/first_frame.py."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from renderers.clients.first_frame import first_frame


def moving(kind: str, size: tuple[int, int] = (4, 3)) -> bytes:
    """A picture that is red first and blue then."""
    data = io.BytesIO()
    red, blue = Image.new("RGB", size, "red"), Image.new("RGB", size, "blue")
    red.save(data, kind, save_all=True, append_images=[blue], duration=100, loop=0)
    return data.getvalue()


@pytest.mark.parametrize("kind", ["GIF", "PNG"])
def test_a_moving_picture_stands_on_its_first_frame(kind: str):
    """It keeps its size and has one frame."""
    with Image.open(io.BytesIO(first_frame(moving(kind)))) as still:
        assert (still.size, still.convert("RGB").getpixel((0, 0)), getattr(still, "n_frames", 1)) == (
            (4, 3),
            (255, 0, 0),
            1,
        )


def test_a_still_picture_comes_back_as_it_is():
    """Byte for byte."""
    data = io.BytesIO()
    Image.new("P", (2, 2)).save(data, "GIF")
    assert first_frame(data.getvalue()) == data.getvalue()


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"GIF89a" + 40 * b"\xff", b"\x89PNG\r\n\x1a\n", b"<svg/>"])
def test_what_cannot_be_read_comes_back_as_it_is(data: bytes):
    """A damaged picture is the browser's business."""
    assert first_frame(data) == data


def test_a_bomb_is_not_decoded():
    """Two frames of 36 million pixels in the header of a tiny file."""
    bomb = bytearray(moving("GIF"))
    bomb[6:10] = (6000).to_bytes(2, "little") * 2
    assert first_frame(bytes(bomb)) == bytes(bomb)
