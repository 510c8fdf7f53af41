"""Comparing two texts as pictures: what moved is the same, what changed is found, what fails says why."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.engines import BrowserMissingError, Capabilities
from renderers.proofs.compare import Band, Compared, Seen, compare_texts, counterpart, differing_bands
from renderers.render.pool import RenderPool
from templates.errors import InputError, MailwrightError
from templates.workspace import Workspace


def seen(rows: str) -> Seen:
    """A picture of ten pixels' width; each letter is a row."""
    return Seen(10, len(rows), b"".join(letter.encode() * 30 for letter in rows))


BODY = "abcdefghijklmnopqrstuvwxyz"


def test_what_moved_down_is_the_same() -> None:
    """A new section above is the only difference."""
    assert differing_bands(seen(BODY), seen(f"012{BODY}")) == (Band((0, 0), (0, 3)),)


def test_differences_close_together_are_one() -> None:
    """A word and the next are one place to look at, the top and the foot of a mail are two."""
    before, after = seen(f"{BODY}{BODY.upper()}"), seen(f"1bc2{BODY[4:]}{BODY.upper()[:-1]}9")
    assert differing_bands(before, after) == (Band((0, 4), (0, 4)), Band((51, 52), (51, 52)))


def test_pictures_of_other_widths_differ_as_a_whole() -> None:
    """There are no rows to compare."""
    assert differing_bands(seen("ab"), Seen(2, 1, b"abcdef")) == (Band((0, 2), (0, 1)),)


@given(st.text("abc", max_size=60), st.text("abc", max_size=60))
def test_outside_the_bands_nothing_differs(before: str, after: str) -> None:
    """What is left of both pictures without the bands is the same."""
    bands = differing_bands(seen(before), seen(after))
    for band in reversed(bands):
        before = before[: band.before[0]] + before[band.before[1] :]
        after = after[: band.after[0]] + after[band.after[1] :]
    assert before == after


@pytest.mark.parametrize(
    ("values", "bands"),
    [
        ({3: 90}, 0),  # the corner of a rounded box
        (dict.fromkeys(range(150, 450, 40), 30), 0),  # an edge, smoothed a little differently
        (dict.fromkeys(range(150, 450, 12), 100), 1),  # another letter
        (dict.fromkeys(range(150, 450), 5), 1),  # another colour, hardly so
    ],
)
def test_smoothed_edges_are_no_difference(values: dict[int, int], bands: int) -> None:
    """A mail that moved by part of a pixel is drawn a little differently; a letter or a colour is a change."""
    rows = bytearray(seen(BODY).rgb)
    for place, step in values.items():
        rows[place] = (rows[place] + step) % 256
    assert len(differing_bands(seen(BODY), Seen(10, len(BODY), bytes(rows)))) == bands


@given(st.text("abc", max_size=40), st.text("abc", max_size=40))
def test_rows_that_are_the_same_belong_together(before: str, after: str) -> None:
    """Outside the bands a row leads to its like and back."""
    bands = differing_bands(seen(before), seen(after))
    for row in range(len(before)):
        if not any(band.before[0] <= row < band.before[1] for band in bands):
            other = counterpart(bands, row, to_after=True)
            assert after[int(other)] == before[row]
            assert counterpart(bands, other, to_after=False) == row


def test_rows_in_a_band_are_stretched() -> None:
    """Half way through what was there is half way through what is there now."""
    assert counterpart([Band((10, 20), (10, 40))], 15, to_after=True) == 25
    assert counterpart([Band((10, 10), (10, 40))], 10, to_after=True) == 40


class NoBrowser:
    """An engine that cannot be started."""

    capabilities = Capabilities()
    identity = "none"

    async def launch(self):
        raise BrowserMissingError("There is no browser.")

    async def close(self) -> None:
        pass


def compared(
    workspace: Workspace, before: str, after: str, pool: RenderPool, profile: str = "plain-mobile"
) -> Compared:
    async def work() -> Compared:
        async with pool:
            return await compare_texts(workspace, "welcome.en", before, after, profile_id=profile, pool=pool)

    return asyncio.run(work())


@pytest.mark.browser
def test_two_texts_of_a_template_are_taken_and_compared(twenty: Workspace) -> None:
    """The change is found where it is, and what is below it is the same though it moved."""
    text = twenty.template("welcome.en").text()
    done = compared(twenty, text, text.replace("</mj-text>", "<br/>And one more line.</mj-text>", 1), RenderPool())
    assert isinstance(done.before, Seen)
    assert isinstance(done.after, Seen)
    assert done.after.height > done.before.height
    assert len(done.bands) == 1
    assert done.bands[0].after[1] < done.after.height / 2
    assert len(done.after.rgb) == 3 * done.after.width * done.after.height


@pytest.mark.browser
def test_a_text_that_does_not_compile_says_why_beside_the_other(twenty: Workspace) -> None:
    """The other picture is there."""
    text = twenty.template("welcome.en").text()
    done = compared(twenty, "<mjml>{% if %}", text, RenderPool())
    assert isinstance(done.before, MailwrightError)
    assert isinstance(done.after, Seen)
    assert done.bands == ()


def test_without_a_browser_the_comparison_says_so(twenty: Workspace) -> None:
    """It is not the mail's fault."""
    text = twenty.template("welcome.en").text()
    with pytest.raises(BrowserMissingError):
        compared(twenty, text, text, RenderPool(NoBrowser()))


def test_an_unknown_profile_is_refused(twenty: Workspace) -> None:
    """Before anything is built."""
    with pytest.raises(InputError):
        compared(twenty, "", "", RenderPool(NoBrowser()), profile="none")
