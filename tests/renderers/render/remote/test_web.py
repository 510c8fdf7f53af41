"""What of the web a preview may use."""

import asyncio

import pytest

from renderers.render.remote import web
from renderers.render.remote.shelf import Shelf
from renderers.render.remote.web import Remote, users_remote, users_visit
from templates.brand.opening.fetch import Answer


def test_private_networks_are_refused(tmp_path, listener):
    """A mail is no way to this computer's servers, nor to the office's."""
    mail = f"<img src='http://{listener.address}/a.png'><img src='http://127.0.0.1/a.png'><img src='http://localhost/'>"

    async def scene():
        with Remote(Shelf(tmp_path)).visit() as visit:
            return await visit.files_of(mail)

    assert (len(asyncio.run(scene()).missing), listener.heard) == (3, [])


def test_nobody_learns_of_a_contact(tmp_path, png, monkeypatch):
    """A preview of a person's mail does not report it as opened by that person."""
    asked = []

    def fetch(wanted, stop):
        asked.append(wanted.url)
        return Answer(wanted.url, png())

    monkeypatch.setattr(web, "users_remote", lambda: Remote(Shelf(tmp_path), fetch=fetch))
    site = "https://a.example"
    mail = "".join(f"<img src='{site}/{rest}'>" for rest in ("o?who=Ann%40acme.example", "ann@acme.example/a", "a.png"))

    async def scene():
        with users_visit({"email": "ann@ACME.example", "age": 30, "city": "a.png"}) as visit:
            return await visit.files_of(mail)

    files = asyncio.run(scene())
    assert (len(files.data), len(files.missing), asked) == (1, 2, [f"{site}/a.png"])


@pytest.mark.parametrize(("value", "fetches"), [("true", True), ("false", False), ("perhaps", False)])
def test_the_user_decides(monkeypatch, value, fetches):
    """A setting that cannot be read might have said no."""
    monkeypatch.setenv("MAILWRIGHT_REMOTE_PICTURES", value)
    assert (users_remote() is not None) == fetches
    with users_visit() as visit:
        assert (visit is not None) == fetches
