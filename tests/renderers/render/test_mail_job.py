"""What an engine gets to see of a mail."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from renderers.clients.pipeline import ClientHtml
from renderers.clients.profile import profile
from renderers.render.cast import Cast
from renderers.render.images import fake_url
from renderers.render.mail_job import ClientMail

MODEL, REAL = Cast("firefox", "Firefox", "real-engine"), Cast("thunderbird", "T", "real-client", takes_mail=True)


@pytest.fixture
def moving() -> bytes:
    """A picture that is red, then blue."""
    out = io.BytesIO()
    red, blue = (Image.new("RGB", (8, 8), colour) for colour in ("red", "blue"))
    red.save(out, "GIF", save_all=True, append_images=[blue], duration=100)
    return out.getvalue()


@pytest.fixture
def mail(moving) -> ClientMail:
    """A mail of two pictures, of which the client shows the first standing still."""
    client = f"<img data-still src='{fake_url('a b.gif')}'><img src='{fake_url('c.gif')}'>"
    images = {"a b.gif": moving, "c.gif": moving}
    return ClientMail("<p>as sent", ClientHtml(client, ()), images, profile("thunderbird-linux"), "dark")


def test_an_engine_gets_what_the_client_made(mail):
    """In the colours of the mode."""
    job = mail.job(MODEL, "png")
    assert (job.html, job.engine, job.profile.scheme, job.format) == (mail.client.html, "firefox", "dark", "png")


def test_a_client_itself_gets_the_mail_as_it_is_sent(mail, moving):
    """With its own pictures: what it does to them is its affair."""
    job = mail.job(REAL)
    assert (job.html, job.engine, job.images, job.remote_images) == ("<p>as sent", "thunderbird", mail.images, True)


def test_marked_pictures_stand_still(mail, moving, tmp_path):
    """Their first frame is served, from bytes and from files; the others move."""
    path = tmp_path / "a b.gif"
    path.write_bytes(moving)
    for source in (moving, path):
        images = mail.images | {"a b.gif": source}
        served = replace(mail, images=images).job(MODEL).images
        with Image.open(io.BytesIO(served["a b.gif"])) as still:
            assert (still.format, still.convert("RGB").getpixel((1, 1))) == ("PNG", (255, 0, 0))
        assert served["c.gif"] is moving


@pytest.mark.parametrize(("cast", "remote"), [(MODEL, True), (REAL, False)])
def test_without_pictures_none_is_served(mail, cast, remote):
    """Whatever asks for one; only a client itself needs to be told, so that equal mails share a picture elsewhere."""
    job = replace(mail, mode="images-off").job(cast)
    assert (dict(job.images), job.remote_images, job.profile.scheme) == ({}, remote, "light")
