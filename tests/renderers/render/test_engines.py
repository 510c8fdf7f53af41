"""One pool for every kind of engine: what is missing or broken is stood in for, and never asked twice."""

from __future__ import annotations

import asyncio

import pytest

from renderers.camera import Camera
from renderers.clients.pipeline import ClientHtml
from renderers.clients.profile import profile
from renderers.engines import BrowserMissingError, Capabilities
from renderers.engines.locate import Browser
from renderers.engines.offers import Offer
from renderers.render import pool as pools
from renderers.render.job import RenderJob
from renderers.render.mail_job import ClientMail
from renderers.render.pictures import Pictures
from renderers.render.pool import RenderPool


def missing() -> Browser:
    raise BrowserMissingError("{name} was not found.", name="It")


@pytest.fixture
def installed(monkeypatch, fake_engine):
    """Say which kinds there are: ``installed(firefox=engine)``; Chromium is a fake engine."""

    def installed(**engines) -> None:
        made = {"chromium": lambda: fake_engine, "firefox": missing, "thunderbird": missing, **engines}
        found = {kind: Offer(kind, kind.title(), find=missing, make=make) for kind, make in made.items()}
        monkeypatch.setattr(pools, "offers", lambda: found)

    return installed


def mail(profile_id: str) -> ClientMail:
    return ClientMail("<p>sent", ClientHtml("<p>shown", ()), {}, profile(profile_id), "light")


def taken(profile_id: str, times: int = 1):
    """Take the picture of a mail; return who took it and what it shows."""

    async def scene():
        async with RenderPool() as pool:
            camera = Camera(pool, Pictures(pool, None))
            return [await camera.take(mail(profile_id)) for _ in range(times)]

    return [(cast.kind, cast.instead_of, result.picture) for cast, result in asyncio.run(scene())]


class Broken:
    """An engine that is found and does not start."""

    identity = "broken 1"
    capabilities = Capabilities()

    def __init__(self) -> None:
        self.launches = 0

    async def launch(self):
        self.launches += 1
        raise BrowserMissingError("The browser {path} does not start: {reason}.", path="x", reason="y")

    async def close(self) -> None:
        """Nothing runs."""


def test_what_is_missing_is_stood_in_for(installed):
    """By Chromium, which says so."""
    installed()
    assert taken("thunderbird-windows") == [("chromium", "Firefox", b"<p>shown")]


def test_what_does_not_start_is_stood_in_for_and_asked_once(installed):
    """The second mail does not wait for it again."""
    broken = Broken()
    installed(firefox=lambda: broken)
    assert taken("thunderbird-windows", times=2) == [("chromium", "Firefox", b"<p>shown")] * 2
    assert broken.launches == 1


def test_each_kind_takes_its_own(installed, fake_engine):
    """A profile's engine takes the client's mail."""
    firefox = type(fake_engine)()
    installed(firefox=lambda: firefox)
    assert taken("thunderbird-windows") == [("firefox", "", b"<p>shown")]
    assert taken("gmail-web") == [("chromium", "", b"<p>shown")]
    assert [len(engine.taken) for engine in (firefox, fake_engine)] == [1, 1]


def test_without_the_one_that_all_need_nothing_begins(installed):
    """The others alone cannot stand in."""
    installed(chromium=missing)
    with pytest.raises(BrowserMissingError):
        taken("gmail-web")


def test_a_job_of_no_particular_engine_goes_to_its_profiles(installed, fake_engine):
    """Also in its place where that is missing; the key is that of who takes it."""
    installed()

    async def scene() -> bool:
        async with RenderPool() as pool:
            job = RenderJob("<p>", {}, profile("thunderbird-windows"))
            return (await pool.render(job)).key == pool.key(job)

    assert asyncio.run(scene())
    assert len(fake_engine.taken) == 1
