"""A thumbnail of a block shows what is in the picture, not the ground around it."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from renderers.proofs.cutout import MARGIN, cutout
from templates.errors import StorageError


def picture(size: tuple[int, int], *boxes: tuple[tuple[int, int, int, int], str], ground: str = "white") -> bytes:
    """A picture with coloured boxes on its ground."""
    image = Image.new("RGB", size, ground)
    for box, colour in boxes:
        image.paste(colour, box)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def opened(data: bytes | None) -> Image.Image:
    assert data is not None
    return Image.open(io.BytesIO(data))


def test_only_what_is_shown_is_left() -> None:
    """The ground goes, but for a margin; small things are not enlarged."""
    shown = opened(cutout(picture((600, 300), ((100, 50, 160, 80), "red")), 228, 152))
    assert shown.size == (60 + 2 * MARGIN, 30 + 2 * MARGIN)
    assert shown.getpixel((MARGIN + 5, MARGIN + 5)) == (255, 0, 0)
    assert shown.getpixel((2, shown.height - 2)) == (255, 255, 255)


@pytest.mark.parametrize(("box", "size"), [((0, 0, 600, 100), (228, 46)), ((250, 0, 350, 800), (27, 152))])
def test_a_large_thing_is_made_to_fit(box: tuple[int, int, int, int], size: tuple[int, int]) -> None:
    """It is as large as the card lets it be, in its own shape."""
    assert opened(cutout(picture((600, 801), (box, "red")), 228, 152)).size == size


def test_the_ground_is_that_below() -> None:
    """A line of colour over the top of a section is not taken for its ground."""
    header = picture((600, 100), ((0, 0, 600, 4), "green"), ((250, 40, 350, 60), "black"))
    assert opened(cutout(header, 600, 400)).height == 60 + MARGIN


@pytest.mark.parametrize("colour", ["white", "#101012"])
def test_an_empty_picture_shows_nothing(colour: str) -> None:
    """Whatever its ground is."""
    assert cutout(picture((600, 40), ground=colour), 228, 152) is None


def test_a_damaged_picture_is_said() -> None:
    """Bytes of something else are no picture."""
    with pytest.raises(StorageError, match="damaged"):
        cutout(b"no picture", 10, 10)
