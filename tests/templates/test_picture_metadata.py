"""Notes in pictures."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from templates.picture_metadata import without_metadata


def photograph(form: str) -> bytes:
    """A picture that tells where it was taken, and who took it."""
    picture = Image.effect_noise((40, 30), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x013B] = "Somebody Private"
    exif.get_ifd(0x8825)[1] = "N"
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Somebody Private")
    out = io.BytesIO()
    picture.save(out, form, exif=exif.tobytes(), pnginfo=notes, comment=b"Somebody Private")
    return out.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_notes_go_and_the_pixels_stay(form: str) -> None:
    """Neither the place nor the name of the photographer is left, and not a pixel is different."""
    data = photograph(form)
    clean = without_metadata(data)
    assert b"Somebody" in data
    assert b"Somebody" not in clean
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(clean)) as after:
        assert before.tobytes() == after.tobytes()
        assert not after.getexif()


def test_what_has_no_notes_and_other_kinds_stay_as_they_are() -> None:
    """A clean picture and a GIF come back byte for byte."""
    clean = without_metadata(photograph("JPEG"))
    assert without_metadata(clean) == clean
    assert without_metadata(b"GIF89a whatever") == b"GIF89a whatever"


@given(st.binary(max_size=200), st.sampled_from([b"\xff\xd8", b"\x89PNG\r\n\x1a\n"]), st.integers(0, 200))
def test_damaged_pictures_raise_nothing(junk: bytes, magic: bytes, cut: int) -> None:
    """Whatever follows the first bytes, something comes back that is not longer."""
    data = magic + junk
    assert len(without_metadata(data)) <= len(data)
    assert len(without_metadata(photograph("JPEG")[:cut])) <= cut
