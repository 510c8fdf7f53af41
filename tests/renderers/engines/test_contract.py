"""What every engine must do, the same for all of them: the right picture, no way out, and life after death."""

from __future__ import annotations

import asyncio
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import pytest
from PIL import Image

from renderers.clients.profile import Profile, profile
from renderers.engines import BrowserMissingError, BrowserProcess
from renderers.engines.offers import Offer, offers
from renderers.engines.processes import descendants
from renderers.render.engine_pool import EnginePool
from renderers.render.job import RenderJob, RenderResult
from templates.errors import LimitError

LIME, MAGENTA = (0, 255, 0), (255, 0, 255)
GROUND = "<!doctype html><html><head><style>html,body{background:#0f0 !important;margin:0}</style>"
NARROW = replace(profile("plain-mobile"), engine="chromium")

# Each must send nothing and leave a picture; {http} is a real server on this computer.
ATTACKS = {
    "scripts": "<script>new Image().src='{http}/s'; document.documentElement.style.background='red'</script>"
    "<img src=x onerror=\"new Image().src='{http}/e'\"><body onload=\"fetch('{http}/f')\">"
    "<script>new WebSocket('ws://{host}/w'); navigator.sendBeacon('{http}/b'); new Worker('{http}/k.js');"
    "new RTCPeerConnection({{iceServers:[{{urls:'stun:{host}'}}]}}).createDataChannel('')</script>",
    "pictures": "<img src='{http}/i.png'><img srcset='{http}/2.png 2x'>"
    "<picture><source srcset='{http}/p'><img></picture>"
    "<body background='{http}/b.png'><svg><image href='{http}/v.png'/><use href='{http}/u.svg#a'/></svg>"
    "<img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='{http}/n.png'/></svg>\">",
    "refresh": "<meta http-equiv=refresh content='0;url={http}/r'>",
    "frames": "<iframe src='{http}/f'></iframe><iframe srcdoc=\"<img src='{http}/d'>\"></iframe>"
    "<object data='{http}/o'></object><embed src='{http}/e'>",
    "style sheets": "<style>@import '{http}/a.css'; @font-face{{font-family:f;src:url({http}/f.woff)}}"
    "p{{font-family:f;background:url({http}/b.png)}}</style><p>text<link rel=stylesheet href='{http}/l.css'>",
    "links": "<link rel=preconnect href='{http}'><link rel=dns-prefetch href='{http}'>"
    "<link rel=prefetch href='{http}/p'><link rel=preload as=image href='{http}/o'><link rel=icon href='{http}/i.ico'>",
    "media": "<video src='{http}/v' poster='{http}/p' autoplay></video><audio src='{http}/a' autoplay></audio>",
    "form": "<form action='{http}/f' id=f><input name=a></form><script>f.submit()</script>",
    "base": "<base href='{http}/'><img src='rel.png'><a href=x target=_blank>x</a><a href='#' ping='{http}/p'>x</a>",
}

# Ten million copies of one dot: the renderer spins and answers nothing.
USE_BOMB = (
    "<svg width=600 height=600><defs><g id=a0><circle r=9 /></g>"
    + "".join(f"<g id=a{n}>{f'<use href=#a{n - 1} x=1 />' * 10}</g>" for n in range(1, 9))
    + "</defs><use href=#a8 /></svg>"
)


@pytest.fixture(scope="module", params=["chromium", "firefox", "thunderbird"])
def offer(request: pytest.FixtureRequest) -> Offer:
    """One kind of engine; the tests of one that is not installed are skipped."""
    chosen = offers()[request.param]
    try:
        chosen.find()
    except BrowserMissingError as missing:
        pytest.skip(f"{missing.what} {missing.advice}")
    return chosen


@pytest.fixture(scope="module")
def started() -> list[BrowserProcess]:
    """Every browser that the engine launched."""
    return []


@pytest.fixture(scope="module")
def engine(loop: asyncio.Runner, offer: Offer, started: list[BrowserProcess]) -> Iterator[EnginePool]:
    """The engine at work, as long as the module's tests of it."""
    made = offer.make()
    launch = made.launch

    async def remembered() -> BrowserProcess:
        started.append(await launch())
        return started[-1]

    made.launch = remembered
    pool = EnginePool(made, lanes=offer.lanes or 2)
    yield pool
    loop.run(pool.close())


@pytest.fixture
def take(loop: asyncio.Runner, engine: EnginePool) -> Callable[..., RenderResult]:
    """Take one lossless picture: ``take(html, profile, images)``."""

    def take(html: str, shown: Profile = NARROW, images: Mapping[str, bytes] | None = None, **more) -> RenderResult:
        return loop.run(engine.render(RenderJob(html, images or {}, shown, format="png", **more)))

    return take


@pytest.fixture
def look(take: Callable[..., RenderResult]) -> Callable[..., Image.Image]:
    """Take one picture and open it."""

    def look(*args: object, **more: object) -> Image.Image:
        return Image.open(io.BytesIO(take(*args, **more).picture)).convert("RGB")

    return look


def test_a_picture_is_as_wide_as_the_viewport_and_as_high_as_the_mail(take):
    """One pixel per CSS pixel; what is wider than the viewport is told and cut off."""
    result = take(GROUND + "<div style='width:900px;height:1234px'>")
    assert (result.width, result.height, result.content_width) == (375, 1234, 900)
    assert Image.open(io.BytesIO(result.picture)).size == (375, 1234)


def test_a_picture_ends_at_the_limit(take):
    """A mail of a million pixels costs no gigabytes."""
    assert take(GROUND + "<div style='height:1000000px'>", max_height=2000).height == 2000


def test_media_queries_see_viewport_and_scale(offer, look):
    """The scale is that of the device, the picture is not larger for it."""
    if offer.is_client:
        pytest.skip("which media queries a client heeds is its own affair")
    query = "@media (width: 412px) and (min-resolution: 2.6dppx)"
    mail = GROUND + f"<style>{query} {{html,body{{background:#f0f !important}}}}</style>"
    picture = look(mail, replace(NARROW, width=412, scale=2.625))
    assert (picture.width, picture.getpixel((5, 5))) == (412, MAGENTA)
    assert look(mail).getpixel((5, 5)) == LIME


def test_a_jpeg_is_one(loop, engine):
    """The gallery's format."""
    result = loop.run(engine.render(RenderJob(GROUND, {}, NARROW)))
    assert (result.media_type, Image.open(io.BytesIO(result.picture)).format) == ("image/jpeg", "JPEG")


def test_the_colour_scheme_is_that_of_the_job(look):
    """Mail after mail, whatever the one before had: the scheme is not kept."""
    mail = "<!doctype html><html><head><meta name=color-scheme content='light dark'></head><body><p>Hi"
    shown = [look(mail, NARROW.in_mode(mode)).getpixel((300, 5)) for mode in ("light", "dark", "light", "dark")]
    assert [max(colour) < 64 for colour in shown] == [False, True, False, True]
    assert shown[0] == shown[2] == (255, 255, 255)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_no_request_leaves(look, listener, attack):
    """The server hears nothing, not even a connection; the mail's own ground shows that no script changed it."""
    mail = GROUND + attack.format(http=f"http://{listener.address}", host=listener.address)
    picture = look(mail)
    look("<p>A next mail, so that whatever the first one began has come to its end.")
    assert picture.getpixel((374, picture.height - 1)) == LIME
    assert listener.heard == []


def test_no_file_is_read(look, png, tmp_path):
    """Pictures and pages of this computer do not appear."""
    (tmp_path / "secret.png").write_bytes(png("magenta", (99, 99)))
    (tmp_path / "secret.html").write_text("<body style='background:magenta'>")
    picture, page = (tmp_path / "secret.png").as_uri(), (tmp_path / "secret.html").as_uri()
    mail = (
        f"<img src='{picture}'><iframe src='{page}'></iframe><object data='{picture}'></object><embed src='{page}'>"
        f"<p style='height:99px;background:url({picture})'></p><meta http-equiv=refresh content='0;url={page}'>"
    )
    assert MAGENTA not in {colour for _, colour in look(GROUND + mail).getcolors(1 << 20)}


def test_only_the_jobs_own_pictures_are_served(look, png):
    """A picture of the mail before is not there for the next one; a changed one is new under the same name."""
    mail = GROUND + "<img src='http://mail.invalid/brands/a/logo.png'>"
    name = "brands/a/logo.png"
    assert look(mail, NARROW, {name: png("red")}).getpixel((5, 5)) == (255, 0, 0)
    assert look(mail, NARROW, {name: png("blue")}).getpixel((5, 5)) == (0, 0, 255)
    assert look(mail).getpixel((5, 5)) not in {(255, 0, 0), (0, 0, 255)}


def test_jobs_at_once_do_not_mix(loop, engine, png):
    """Each has its own picture under the same name."""
    colours = [(20 * number, 0, 255) for number in range(6)]
    mail = GROUND + "<img src='http://mail.invalid/a.png'>"

    async def at_once() -> list[RenderResult]:
        jobs = (RenderJob(mail, {"a.png": png(colour)}, NARROW, format="png") for colour in colours)
        return await asyncio.gather(*map(engine.render, jobs))

    pictures = [Image.open(io.BytesIO(result.picture)).convert("RGB") for result in loop.run(at_once())]
    assert [picture.getpixel((5, 5)) for picture in pictures] == colours


@pytest.mark.slow
def test_a_bomb_fails_alone(loop, engine, take, started, monkeypatch):
    """A page that spins is stopped with its browser, and the next mail has its picture."""
    take(GROUND)
    spinning = started[-1]
    monkeypatch.setattr(engine, "_timeout_s", 2.0)
    with pytest.raises(LimitError, match="took longer than 2 seconds"):
        loop.run(engine.render(RenderJob(USE_BOMB, {}, NARROW)))
    monkeypatch.undo()
    assert take(GROUND + "<p>after").width == 375
    assert not spinning.alive


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that kills")
def test_a_browser_that_is_killed_is_replaced(take, engine, started, ended):
    """kill -9 between two mails: the next one has its picture, and nothing of the old browser is left over."""
    take(GROUND)
    killed = started[-1]
    family = [killed.pid, *descendants(killed.pid)]
    os.kill(killed.pid, signal.SIGKILL)
    assert take(GROUND + "<p>more").width == 375
    assert started[-1] is not killed
    assert not killed.alive
    assert all(ended(pid) for pid in family)
