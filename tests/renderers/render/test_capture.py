"""What is in the picture: the whole mail, in its profile's eyes, clipped both ways."""

import asyncio
import io
from dataclasses import replace

import pytest
from PIL import Image
from playwright.async_api import Error

from renderers.clients.profile import profile
from renderers.render.capture import NO_FRAME, capture
from renderers.render.job import Picture, RenderJob

pytestmark = pytest.mark.browser

PAGE = "<!doctype html><html><head><style>body{margin:0;background:#fff}%s</style></head><body>%s"
LIME, WHITE = (0, 255, 0), (255, 255, 255)


@pytest.mark.parametrize(
    ("profile_id", "width", "dark"),
    [("plain-desktop", 640, False), ("plain-mobile", 375, False), ("plain-mobile-dark", 375, True)],
)
def test_a_profile_decides_width_and_scheme(look, profile_id, width, dark):
    """Media queries see the profile's viewport and colour scheme."""
    style = f"@media (width: {width}px) and (prefers-color-scheme: dark) {{body{{background:#0f0}}}}"
    picture = look(PAGE % (style, ""), profile_id)
    assert picture.width == width
    assert picture.getpixel((5, 5)) == (LIME if dark else WHITE)


def test_the_whole_mail_is_in_the_picture(render):
    """A long mail gives a long picture."""
    result = render(PAGE % ("", "<div style='height:3456px'></div>"))
    assert (result.width, result.height) == (640, 3456)


@pytest.mark.parametrize("profile_id", ["plain-desktop", "apple-mail-iphone"])
def test_a_denser_picture_has_more_pixels_of_the_same(loop, pool, profile_id):
    """Whatever the device's own scale is; a hair line is then as thin as it is drawn."""
    shown = profile(profile_id)
    mail = PAGE % ("div{height:1000.5px;background:linear-gradient(90deg,#0f0 .5px,#fff .5px)}", "<div></div>")
    job = RenderJob(mail, {}, shown, format="png", density=2, engine="chromium")
    result = loop.run(pool.render(job))
    picture = Image.open(io.BytesIO(result.picture)).convert("RGB")
    assert picture.size == (result.width, result.height) == (2 * shown.width, 2002)
    assert [picture.getpixel((x, 100)) for x in (0, 1)] == [LIME, WHITE]


@pytest.mark.parametrize("width", ["1000000px", "700px"])
def test_a_page_wider_than_its_viewport_is_clipped_and_told(render, width):
    """The picture is as wide as the viewport; the width of the page says that the layout breaks."""
    result = render(PAGE % ("", f"<div style='width:{width};height:9px'></div>"))
    assert result.width == 640
    assert result.content_width == int(width.removesuffix("px"))


def test_a_mail_that_fits_is_as_wide_as_its_viewport(render):
    """No scroll bar takes room from a long mail."""
    assert render(PAGE % ("", "<div style='height:5000px'></div>"), "plain-mobile").content_width == 375


@pytest.mark.parametrize("height", [1_000_000, 30_000_000])
def test_an_endless_mail_is_cut(render, height):
    """A page of a million pixels gives a picture of 16,000."""
    assert render(PAGE % ("", f"<div style='height:{height}px'></div>")).height == 16_000


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td>" * 200,
        "<style>" + "".join(f":has(:has(b)) :nth-child({n}) ~ b," for n in range(200)) + "b{color:red}</style><b>x</b>",
        "<style>:root{--a0:xxxxxxxxxx;"
        + "".join(f"--a{n}:{f'var(--a{n - 1})' * 10};" for n in range(1, 12))
        + "}b{content:var(--a11)}</style><b>x</b>",
        "<style>@keyframes a{to{transform:rotate(360deg)}}b{animation:a 1s infinite}</style>" + "<b>x</b>" * 500,
    ],
    ids=["nested tables", "has", "variables", "endless animation"],
)
def test_an_odd_mail_has_a_picture(render, body):
    """What is merely odd is drawn like anything else."""
    assert render(PAGE % ("", body)).height >= 800


def test_the_scale_is_seen_by_the_mail_and_not_paid_for(loop, pool):
    """Media queries see the profile's ratio; the picture has one pixel per CSS pixel; the next mail has its own."""
    sharp = replace(profile("plain-mobile"), scale=2.0)
    html = PAGE % ("@media (min-resolution: 2dppx) {body{background:#0f0}}", "")
    for seen, colour in ((sharp, LIME), (profile("plain-mobile"), WHITE), (sharp, LIME)):
        result = loop.run(pool.render(RenderJob(html, {}, seen, format="png")))
        picture = Image.open(io.BytesIO(result.picture)).convert("RGB")
        assert picture.size == (375, 667)
        assert picture.getpixel((5, 5)) == colour


@pytest.mark.parametrize(("form", "media_type"), [("jpeg", "image/jpeg"), ("png", "image/png")])
def test_both_formats_can_be_had(loop, pool, form, media_type):
    """JPEG for looking, PNG for comparing."""
    result = loop.run(pool.render(RenderJob("<p>Hi", {}, profile("plain-mobile"), format=form)))
    with Image.open(io.BytesIO(result.picture)) as picture:
        assert picture.format == form.upper()
        assert picture.size == (result.width, result.height)
    assert result.media_type == media_type


def test_the_colour_scheme_of_one_mail_does_not_reach_the_next(loop, pool):
    """A mail that declares dark support, then one that does not: the second is as in a fresh browser, in every lane."""
    declares = "<!doctype html><html><head><meta name=color-scheme content='light dark'></head><body><p>Hi"
    silent = "<!doctype html><html><head></head><body><p>Hi"
    dark = profile("plain-mobile-dark")

    async def grounds() -> list[tuple[int, int, int]]:
        found = []
        for html in (declares, silent) * 6:
            result = await pool.render(RenderJob(html, {}, dark, format="png"))
            found.append(Image.open(io.BytesIO(result.picture)).convert("RGB").getpixel((300, 600)))
        return found

    found = loop.run(grounds())
    assert set(found[1::2]) == {WHITE}
    assert WHITE not in found[::2]


class Busy:
    """A page and its DevTools that have no frame ready for the first ``refusals`` pictures."""

    def __init__(self, refusals: int, message: str = NO_FRAME) -> None:
        self.asked, self._refusals, self._message = 0, refusals, message

    async def emulate_media(self, **_media: str) -> None:
        pass

    async def goto(self, _address: str, **_options: object) -> None:
        pass

    async def send(self, method: str, _options: object = None) -> dict[str, object]:
        if method != "Page.captureScreenshot":
            return {"cssContentSize": {"width": 640, "height": 9}}
        self.asked += 1
        if self.asked <= self._refusals:
            raise Error(f"Protocol error ({method}): {self._message}")
        return {"data": "AA=="}


def taken(busy: Busy) -> Picture:
    job = RenderJob(PAGE % ("", ""), {}, profile("plain-desktop"))
    return asyncio.run(capture(busy, busy, job, lambda job: "http://mail.invalid/1"))


@pytest.mark.parametrize(("refusals", "asked"), [(0, 1), (2, 3)])
def test_a_frame_that_is_not_ready_is_asked_for_again(refusals, asked):
    """A busy machine costs a moment, not the page."""
    busy = Busy(refusals)
    assert taken(busy).data == b"\0"
    assert busy.asked == asked


@pytest.mark.parametrize(("busy", "asked"), [(Busy(3), 3), (Busy(1, "Target crashed"), 1)])
def test_a_page_without_frames_is_given_up(busy, asked):
    """What does not pass, and what is no matter of time, ends the attempt."""
    with pytest.raises(Error):
        taken(busy)
    assert busy.asked == asked
