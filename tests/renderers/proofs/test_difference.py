"""Comparing two pictures of a mail: what people would see, however JPEG drew it and however far it moved."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from assets import asset
from renderers.proofs.difference import ADDED, CHANGED, REMOVED, Difference, difference, look_same
from templates.errors import StorageError

WIDTH, SECTION = 320, 60
INKS = ("#1b6e45", "#b3261e", "#191c22", "#4250d6", "#835400")
FONT = ImageFont.truetype(asset("fonts", "Inter-Regular.ttf"), 15)


def section(number: int) -> Image.Image:
    """A heading, a line of words, a coloured box or a noisy photo, and always the same for a number."""
    made = Image.new("RGB", (WIDTH, SECTION), "#fdfbf5")
    draw, ink = ImageDraw.Draw(made), INKS[number % len(INKS)]
    if number % 3 == 2:
        noise = Image.effect_noise((90, 44), 30 + number).filter(ImageFilter.GaussianBlur(1))
        made.paste(Image.merge("RGB", (noise, noise.transpose(Image.Transpose.FLIP_LEFT_RIGHT), noise)), (20, 8))
    else:
        draw.rounded_rectangle((14, 8, 104, 50), 8, fill=ink)
    draw.text((120, 10), f"Section {number}, of many", fill=ink, font=FONT)
    draw.text((120, 32), f"Word {number * 37 % 101} and {number * 91 % 97}", fill="#191c22", font=FONT)
    return made


SECTIONS = [section(number) for number in range(12)]


def page(numbers: Sequence[int], *, above: int = 0) -> Image.Image:
    """Sections below each other; ``above`` are empty rows before them."""
    made = Image.new("RGB", (WIDTH, above + SECTION * len(numbers)), "#fdfbf5")
    for place, number in enumerate(numbers):
        made.paste(SECTIONS[number], (0, above + SECTION * place))
    return made


def jpeg(picture: Image.Image, quality: int = 80) -> bytes:
    """The picture as the gallery keeps it."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


def compared(before: Image.Image, after: Image.Image) -> Difference:
    """Compare two pictures as JPEGs."""
    return difference(jpeg(before), jpeg(after))


def kinds(found: Difference) -> list[str]:
    """What the places are."""
    return [box.kind for box in found.boxes]


@pytest.mark.parametrize("quality", [70, 80, 92])
def test_what_jpeg_makes_of_it_is_no_difference(quality: int) -> None:
    """The same thing in two qualities looks the same."""
    whole = page(range(12))
    found = difference(jpeg(whole), jpeg(whole, quality))
    assert (found.is_same, found.score, found.size) == (True, 0.0, "none")
    assert set(found.mask) == {0}
    assert look_same(jpeg(whole), jpeg(whole, quality))


@pytest.mark.parametrize("above", [1, 3, 4, 7, 8, 21, 37])
def test_what_moved_is_the_same(above: int) -> None:
    """JPEG draws a mail differently at every height; only the rows that push it down are new."""
    found = compared(page(range(12)), page(range(12), above=above))
    assert kinds(found) == ["added"]
    assert found.boxes[0].bottom - found.boxes[0].top == above
    assert found.score == pytest.approx(above / (12 * SECTION + above))


@given(st.lists(st.integers(0, 11), min_size=3, max_size=8, unique=True), st.integers(0, 7))
@settings(max_examples=25)
def test_a_new_section_is_all_that_is_new(numbers: list[int], place: int) -> None:
    """Wherever it comes in, the sections around it stay the same."""
    *others, new = numbers
    place = min(place, len(others))
    found = compared(page(others), page([*others[:place], new, *others[place:]]))
    assert kinds(found).count("removed") == 0
    added = sum(box.bottom - box.top for box in found.boxes if box.kind == "added")
    assert added == SECTION
    # At the seams JPEG mixes a row or two of the one section with the other.
    assert found.mask.count(CHANGED) < 0.04 * len(found.mask)
    assert found.height == SECTION * (len(others) + 1)


def test_a_section_that_went_is_removed() -> None:
    """The aligned pictures keep its place."""
    found = compared(page([0, 1, 2, 3, 4]), page([0, 1, 3, 4]))
    assert "removed" in kinds(found)
    assert found.height == 5 * SECTION
    assert found.mask.count(REMOVED) == SECTION * WIDTH
    assert found.mask.count(ADDED) == 0


def test_another_word_is_found_where_it_is() -> None:
    """One box around it, and a small score."""
    before, after = page(range(10)), page(range(10))
    ImageDraw.Draw(after).text((120, 332), "and more", fill="#191c22", font=FONT)
    found = compared(before, after)
    assert found.size == "small"
    assert kinds(found) == ["changed"]
    box = found.boxes[0]
    assert 100 < box.left < box.right < 260
    assert 320 < box.top < box.bottom < 365
    assert 0 < found.mask.count(CHANGED) == round(found.score * len(found.mask))
    assert not look_same(jpeg(before), jpeg(after))


def test_a_full_stop_is_seen() -> None:
    """Two dark pixels by two are a difference, however little it is."""
    after = page(range(4))
    after.paste("#191c22", (300, 100, 302, 102))
    found = compared(page(range(4)), after)
    assert kinds(found) == ["changed"]
    assert found.score < 0.001


@pytest.mark.parametrize(("colour", "is_same"), [("#fdfbf5", True), ("#fcfaf4", True), ("#f4f2ec", False)])
def test_a_slightly_other_ground_is_seen_where_there_is_a_lot_of_it(colour: str, is_same: bool) -> None:
    """A level more or less nobody sees; nine do, though no letter may differ so little."""
    before = Image.new("RGB", (WIDTH, 200), "#fdfbf5")
    assert compared(before, Image.new("RGB", (WIDTH, 200), colour)).is_same is is_same


def test_another_mail_is_large() -> None:
    """There is little that both have."""
    found = compared(page([0, 1, 2]), page([9, 10, 11, 4]))
    assert found.size == "large"
    assert 0.1 < found.score <= 1


def test_other_widths_are_not_compared() -> None:
    """They differ, and there is nothing to show of it."""
    found = difference(jpeg(page([0])), jpeg(Image.new("RGB", (200, 60))))
    assert (found.is_comparable, found.is_same, found.boxes, found.mask) == (False, False, (), b"")
    assert found.widths == (WIDTH, 200)
    assert not look_same(jpeg(page([0])), jpeg(page([0, 1])))


def test_the_same_bytes_are_the_same_at_once() -> None:
    """No place, one strip."""
    found = compared(page([0, 1]), page([0, 1]))
    assert found.is_same
    assert (len(found.strips), found.boxes) == (1, ())


def test_no_picture_is_an_error() -> None:
    """Damaged files say so, also those of which Pillow finds no word but ValueError."""
    head = b"IHDR12345"
    cut = b"\x89PNG\r\n\x1a\n" + (5).to_bytes(4, "big") + head + zlib.crc32(head).to_bytes(4, "big")
    for damaged in (b"no picture", cut):
        with pytest.raises(StorageError, match="damaged"):
            difference(damaged, jpeg(page([0])))
