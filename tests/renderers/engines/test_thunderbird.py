"""The real Thunderbird, and our model of it in Firefox: the same picture."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterator

import pytest
from PIL import Image, ImageChops

from renderers.clients.pipeline import ClientHtml, in_client
from renderers.clients.profile import profile
from renderers.engines import BrowserMissingError
from renderers.engines.offers import offers
from renderers.mails import build_template, files_of
from renderers.render.cast import Cast
from renderers.render.engine_pool import EnginePool
from renderers.render.images import fake_url
from renderers.render.mail_job import ClientMail

SHOWN = profile("thunderbird-linux")
REAL, MODEL = Cast("thunderbird", "", "real-client", takes_mail=True), Cast("firefox", "", "real-engine")


@pytest.fixture(scope="module")
def engines(loop: asyncio.Runner) -> Iterator[dict[str, EnginePool]]:
    """Both at work."""
    try:
        made = {kind: offers()[kind].make() for kind in ("thunderbird", "firefox")}
    except BrowserMissingError as missing:
        pytest.skip(f"{missing.what} {missing.advice}")
    pools = {kind: EnginePool(engine, lanes=1) for kind, engine in made.items()}
    yield pools
    for pool in pools.values():
        loop.run(pool.close())


@pytest.fixture
def look(loop, engines):
    """Have a mail drawn: ``look(mail, cast)``."""

    def look(mail: ClientMail, cast: Cast) -> Image.Image:
        result = loop.run(engines[cast.kind].render(mail.job(cast, "png")))
        return Image.open(io.BytesIO(result.picture)).convert("RGB")

    return look


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_model_draws_what_thunderbird_draws(twenty, look, mode):
    """Each pixel, or nearly: fonts are smoothed alike, because it is the same engine."""
    build = build_template(twenty, "gdpr-requalification.fr", image_url=fake_url)
    files = files_of(twenty, build)[0]
    mail = ClientMail(build.html, in_client(build.html, SHOWN, mode=mode), files, SHOWN, mode)
    real, model = look(mail, REAL), look(mail, MODEL)
    assert real.size == model.size
    steps = ImageChops.difference(real, model).convert("L").histogram()
    assert sum(steps[33:]) <= 0.001 * real.width * real.height


def test_pictures_that_the_reader_did_not_allow_are_not_asked_for(look, png):
    """Thunderbird itself holds them back; their text stands in their place."""
    html = "<!doctype html><html><body style='margin:0'><img src='http://mail.invalid/a.png' alt='Our logo'></body>"
    sent = ClientMail(html, ClientHtml(html, ()), {"a.png": png("red", (200, 200))}, SHOWN, "light")
    assert look(sent, REAL).getpixel((100, 100)) == (255, 0, 0)
    without = look(ClientMail(html, sent.client, sent.images, SHOWN, "images-off"), REAL)
    assert (255, 0, 0) not in {colour for _, colour in without.getcolors(1 << 20)}
