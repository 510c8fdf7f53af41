"""A build of Playwright, driven by what all of them have; the Chromium of this computer stands for it."""

from __future__ import annotations

import asyncio
import io
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PIL import Image

from renderers.clients.profile import Profile, profile
from renderers.engines import BrowserMissingError, Lane, PageLostError
from renderers.engines.locate import Browser, locate
from renderers.engines.playwright.build_engine import BuildProcess, PlaywrightBuildEngine
from renderers.engines.processes import descendants, kill_tree
from renderers.render.job import Picture, RenderJob

pytestmark = pytest.mark.browser

LIME, WHITE = (0, 255, 0), (255, 255, 255)
PHONE = profile("plain-mobile")
PAGE = "<!doctype html><html><head><style>body{margin:0;background:#fff}%s</style></head><body>%s"


@pytest.fixture(scope="module")
def engine(loop: asyncio.Runner) -> Iterator[PlaywrightBuildEngine]:
    """The engine."""
    made = PlaywrightBuildEngine(locate(), "chromium")
    yield made
    loop.run(made.close())


@pytest.fixture(scope="module")
def process(loop: asyncio.Runner, engine: PlaywrightBuildEngine) -> Iterator[BuildProcess]:
    """A running browser."""
    started = loop.run(engine.launch())
    yield started
    loop.run(started.close())


@pytest.fixture(scope="module")
def lane(loop: asyncio.Runner, process: BuildProcess) -> Iterator[Lane]:
    """A lane of it."""
    opened = loop.run(process.open_lane())
    yield opened
    loop.run(opened.close())


@pytest.fixture
def take(loop: asyncio.Runner, lane: Lane) -> Callable[..., Picture]:
    """Take one lossless picture: ``take(html, profile)``."""

    def take(html: str, shown: Profile = PHONE, **more) -> Picture:
        return loop.run(lane.render(RenderJob(html, {}, shown, **{"format": "png", **more})))

    return take


def colour(picture: Picture) -> tuple[int, int, int]:
    """Return the colour in the middle."""
    image = Image.open(io.BytesIO(picture.data)).convert("RGB")
    assert image.size == (picture.width, picture.height)
    return image.getpixel((image.width // 2, image.height // 2))


def test_the_picture_is_clipped_both_ways(take):
    """As wide as the viewport, as high as the mail or the limit; the page's own width is told."""
    taken = take(PAGE % ("", "<div style='width:900px;height:1234px'>"))
    assert (taken.width, taken.height, taken.content_width) == (375, 1234, 900)
    assert take(PAGE % ("", "<div style='height:1000000px'>"), max_height=2000).height == 2000
    assert colour(taken) == WHITE


@pytest.mark.parametrize("html", ["<p>Hi", "<frameset><frame></frameset>", "<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_any_document_can_be_measured(take, html):
    """Also in quirks mode, and without a body."""
    assert (take(html).width, take(html).height) == (375, 667)


def test_each_scale_is_seen_and_none_is_paid_for(take):
    """A lane goes from one screen to another and back; a picture has one pixel for one of CSS, also of odd ones."""
    html = PAGE % ("@media (min-resolution: 2dppx) {body{background:#0f0}}", "")
    for scale, expected in ((1.0, WHITE), (2.625, LIME), (2.625, LIME), (1.0, WHITE)):
        assert colour(take(html, replace(PHONE, width=412, scale=scale))) == expected


@pytest.mark.parametrize("form", ["jpeg", "png"])
@pytest.mark.parametrize(
    ("scale", "density", "width"),
    [(3.0, 2, 750), (2.625, 2.625, 984), (1.0, 2, 375), (3.0, 0.5, 188)],
    ids=["between", "the screen's", "more than the screen has", "less than one"],
)
def test_a_picture_is_as_dense_as_asked_for(take, form, scale, density, width):
    """Or as the screen at most."""
    taken = take(PAGE % ("body{background:#0f0}", ""), replace(PHONE, scale=scale), density=density, format=form)
    red, green, blue = colour(taken)
    assert taken.width == width
    assert (red < 9, green > 240, blue < 9) == (True, True, True)


def test_what_is_too_large_is_not_dense(take):
    """A long mail at five pixels for one of CSS would take gigabytes."""
    long = take(PAGE % ("", "<div style='height:16000px'>"), replace(PHONE, scale=5.0), density=5)
    assert (long.width, long.height) == (375, 16_000)


def test_a_lane_keeps_its_page_as_long_as_the_scale_stays(take, process):
    """A new context costs time."""
    take("<p>")
    before = process._browser.contexts
    take("<p>", replace(PHONE, width=500))
    assert process._browser.contexts == before
    take("<p>", replace(PHONE, scale=3.0))
    assert len(process._browser.contexts) == len(before)
    assert process._browser.contexts != before


def test_the_scheme_is_that_of_the_job(take):
    """Whatever the mail before declared."""
    dark = PAGE % ("@media (prefers-color-scheme: dark) {body{background:#0f0}}", "")
    shown = [colour(take(dark, PHONE.in_mode(mode))) for mode in ("light", "dark", "light")]
    assert shown == [WHITE, LIME, WHITE]


def test_both_formats_can_be_had(take):
    """JPEG for looking, PNG for comparing."""
    kinds = [Image.open(io.BytesIO(take("<p>", format=form).data)).format for form in ("jpeg", "png")]
    assert kinds == ["JPEG", "PNG"]


def test_nothing_gets_out(take, listener):
    """No script runs, and no request leaves."""
    http = f"http://{listener.address}"
    attack = (
        f"<script>document.body.style.background='red';new Image().src='{http}/s';new WebSocket('ws://{listener.address}')"
        f"</script><img src='{http}/i.png'><link rel=prefetch href='{http}/p'><link rel=preconnect href='{http}'>"
        f"<iframe src='{http}/f'></iframe><meta http-equiv=refresh content='0;url={http}/r'>"
        f"<style>@import '{http}/a.css'</style><object data='{http}/o'></object><video src='{http}/v' autoplay></video>"
        "<div style='height:3000px'></div>"
    )
    taken = take(PAGE % ("body{background:#0f0 !important}", attack))
    take("<p>A next mail, so that whatever the first one began has come to its end.")
    assert colour(taken) == LIME
    assert listener.heard == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell which process it is")
def test_a_kill_in_mid_shot_is_noticed_at_once(loop, engine, ended):
    """The job fails as one that lost its page, and nothing of the browser is left over."""

    async def scene() -> list[int]:
        process = await engine.launch()
        lane = await process.open_lane()
        await lane.render(RenderJob("<p>", {}, PHONE))
        assert process.pid in descendants(os.getpid())
        family = [process.pid, *descendants(process.pid)]
        asyncio.get_running_loop().call_soon(kill_tree, process.pid)
        with pytest.raises(PageLostError):
            await lane.render(RenderJob("<p>" * 1000, {}, PHONE))
        await lane.close()
        assert not process.alive
        await process.close()
        return family

    assert all(ended(pid) for pid in loop.run(scene()))


def test_one_whose_process_is_not_known_is_closed(loop, engine, monkeypatch):
    """Where the system does not tell its id, Playwright ends it."""
    monkeypatch.setattr("renderers.engines.playwright.build_engine.marked", lambda *_: None)

    async def scene() -> bool:
        process = await engine.launch()
        await process.kill()
        return process.alive

    assert loop.run(scene()) is False


@pytest.mark.parametrize(("kind", "advice"), [("chromium", "Reinstall it"), ("webkit", "install --with-deps webkit")])
def test_one_that_does_not_start_is_named(loop, tmp_path, kind, advice):
    """With what it said; a build of Playwright mostly lacks a library, which its installer adds."""
    broken = tmp_path / "pw_run.sh"
    broken.write_text("#!/bin/sh\necho 'libgone.so: cannot open' >&2\nexit 127\n")
    broken.chmod(0o755)
    other = PlaywrightBuildEngine(Browser(broken, "webkit", "build 1"), kind)
    with pytest.raises(BrowserMissingError, match=r"pw_run.sh does not start: libgone.so: cannot open") as failed:
        loop.run(other.launch())
    assert advice in failed.value.advice
    loop.run(other.close())
