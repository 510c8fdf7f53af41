"""Small versions of a picture."""

import io

import pytest
from PIL import Image

from renderers.proofs.thumbnail import thumbnail
from templates.errors import StorageError


@pytest.fixture
def picture() -> bytes:
    """640 x 2000, red above 1000, blue below."""
    image = Image.new("RGB", (640, 2000), "blue")
    image.paste((255, 0, 0), (0, 0, 640, 1000))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    """Decode."""
    return Image.open(io.BytesIO(data))


def test_it_is_scaled_whole(picture):
    """Without a height nothing is cut."""
    small = opened(thumbnail(picture, 160))
    assert (small.format, small.size) == ("JPEG", (160, 500))


def test_it_is_cut_from_the_top(picture):
    """A gallery shows how the mail begins."""
    small = opened(thumbnail(picture, 160, height=200))
    assert small.size == (160, 200)
    assert small.getpixel((80, 199))[0] > 200


def test_a_short_picture_stays_short(picture):
    """It is not padded to the height."""
    assert opened(thumbnail(picture, 160, height=900)).size == (160, 500)


def test_it_is_never_enlarged(picture):
    """A narrow picture stays as it is."""
    assert opened(thumbnail(picture, 2000)).size == (640, 2000)


def test_webp_can_be_had(picture):
    """Half the bytes, for a sheet that is sent."""
    assert opened(thumbnail(picture, 100, media="webp")).format == "WEBP"


@pytest.mark.parametrize("data", [b"", b"no picture"])
def test_what_is_no_picture_is_said(data):
    """A damaged file is a sentence, not Pillow's exception."""
    with pytest.raises(StorageError, match="This picture is damaged"):
        thumbnail(data, 100)


def test_a_cut_off_picture_is_said(picture):
    """Half a file is damaged too."""
    with pytest.raises(StorageError, match="damaged"):
        thumbnail(picture[: len(picture) // 2], 100)
