"""Saved pictures as small as a card shows them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from renderers.proofs.small import SmallPictures, card_pixels
from renderers.render.cache import PictureCache
from templates.errors import StorageError

KEY = "ab" * 32


def jpeg(width: int, height: int) -> bytes:
    """Red above, blue below the first third."""
    image = Image.new("RGB", (width, height), (20, 20, 220))
    image.paste((220, 20, 20), (0, 0, width, height // 3))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=95)
    return out.getvalue()


def test_the_top_of_a_picture_fills_the_card():
    """Four bytes a pixel, the blue one first; what is below is cut."""
    pixels = card_pixels(jpeg(400, 3000), 100, 120)
    assert len(pixels) == 4 * 100 * 120
    for byte, wanted in zip(pixels[-4:], (20, 20, 220, 255), strict=True):
        assert byte == pytest.approx(wanted, abs=6)


def test_below_a_short_mail_goes_on_its_last_colour():
    """A picture that is lower than the card."""
    pixels = card_pixels(jpeg(400, 60), 100, 120)
    assert pixels[-4] == pytest.approx(220, abs=6)


def test_the_small_file_does_without_the_picture(tmp_path: Path):
    """It is made once."""
    path = tmp_path / "picture.jpg"
    path.write_bytes(jpeg(400, 3000))
    small = SmallPictures(PictureCache(tmp_path / "cache"))
    first = small.pixels(KEY, path, 100, 120)
    path.unlink()
    assert small.pixels(KEY, path, 100, 120) == pytest.approx(first, abs=8)


def test_what_is_gone_or_damaged_is_told(tmp_path: Path):
    """As a failure with advice."""
    small = SmallPictures(PictureCache(tmp_path / "cache"))
    with pytest.raises(StorageError, match="not there any more"):
        small.pixels(KEY, tmp_path / "gone.jpg", 100, 120)
    (tmp_path / "bad.jpg").write_bytes(b"no picture")
    with pytest.raises(StorageError, match="damaged"):
        small.pixels(KEY, tmp_path / "bad.jpg", 100, 120)
