"""Mails that are made to choke a browser, among innocent ones: each ends in time, and all others have their picture."""

from __future__ import annotations

import asyncio
import base64

import pytest

from renderers.clients.profile import profile
from renderers.render.images import fake_url
from renderers.render.job import MAX_HEIGHT, RenderJob, RenderResult
from renderers.render.pool import RenderPool
from templates.errors import LimitError
from tests.hostile_mails import BOMBS, huge_picture

pytestmark = pytest.mark.browser
DEADLINE_S = 3.0
# They work for seconds and come to an end, or to the deadline; the benchmark of the proofs shows each of them.
LONG = {"boxes inside one another", "huge blurs", "endless animations", "a filter on a filter"}


def mail(html: str, **images: bytes) -> RenderJob:
    """A mail on a small screen."""
    return RenderJob(f"<!doctype html><body>{html}", images, profile("plain-mobile"))


@pytest.fixture(scope="module")
def outcomes(loop) -> dict[str, RenderResult | Exception]:
    """Every bomb and as many innocent mails at once on one pool: what became of each, by name."""
    embedded = f"<img src='data:image/png;base64,{base64.b64encode(huge_picture()).decode()}'>"
    jobs = {name: mail(html) for name, html in BOMBS.items() if name not in LONG}
    jobs["a huge picture"] = mail(f"<img src='{fake_url('huge')}'>", huge=huge_picture())
    jobs["a huge picture inside the mail"] = mail(embedded)
    jobs |= {f"innocent {name}": mail(f"<p>{name}") for name in list(jobs)}

    async def scene() -> list[RenderResult | Exception]:
        async with RenderPool(lanes=3, timeout_s=DEADLINE_S) as pool:
            return await asyncio.gather(*map(pool.render, jobs.values()), return_exceptions=True)

    return dict(zip(jobs, loop.run(scene()), strict=True))


def test_every_innocent_mail_has_its_picture(outcomes):
    """Whatever was beside it."""
    innocent = [outcome for name, outcome in outcomes.items() if name.startswith("innocent")]
    assert {type(each) for each in innocent} == {RenderResult}
    assert {each.height for each in innocent} == {667}


def test_a_bomb_has_a_picture_or_is_stopped(outcomes):
    """Nothing else comes of any, no error of a library, no picture beyond the limits."""
    bombs = [outcome for name, outcome in outcomes.items() if not name.startswith("innocent")]
    assert {type(each) for each in bombs} == {RenderResult, LimitError}
    assert all(each.width == 375 and each.height <= MAX_HEIGHT for each in bombs if isinstance(each, RenderResult))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("a drawing of ten million dots", "took longer than 3 seconds"),
        ("three hundred thousand nodes", "more than 50000 tags"),
        ("a huge picture", "more than 25 million pixels"),
        ("a huge picture inside the mail", "more than 25 million pixels"),
    ],
)
def test_who_stops_a_bomb_says_why(outcomes, name, sentence):
    """In one sentence, before the browser sees it where that can be."""
    assert sentence in str(outcomes[name])


@pytest.mark.parametrize(
    "name", ["a page of thirty million pixels", "a line of a million pixels", "tables inside one another"]
)
def test_what_is_only_large_is_clipped(outcomes, name):
    """It has its picture."""
    assert isinstance(outcomes[name], RenderResult)
