"""From a template that names pictures and a font of the web to its picture: real server, real browser."""

from __future__ import annotations

import asyncio
import io
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PIL import Image

from assets import asset
from renderers.preview import preview
from renderers.render.pool import RenderPool
from renderers.render.remote.shelf import Shelf
from renderers.render.remote.web import Remote, over_http
from templates.compile.pipeline import Build
from templates.workspace import Workspace

pytestmark = pytest.mark.browser
SITE = "http://cdn.example"
BLACK, WHITE, RED, BLUE, LIME = (0, 0, 0), (255, 255, 255), (255, 0, 0), (0, 0, 255), (0, 255, 0)


@dataclass
class Server:
    """Files by their path; ``asked`` is what it was asked for."""

    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    port: int = 0

    def endpoints(self, host: str, port: int) -> list[tuple[str, int]]:
        """The tests' resolver: every name is this server."""
        return [("127.0.0.1", self.port)]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path) -> Iterator[Server]:
    """A running web server, which previews take for the web."""
    for name in ("http_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    made = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append(self.path)
            body = made.files.get(self.path)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            return

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.port = http.server_port
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    remote = Remote(Shelf(tmp_path / "shelf"), fetch=partial(over_http, resolver=made))
    monkeypatch.setattr("renderers.render.remote.web.users_remote", lambda: remote)
    yield made
    http.shutdown()
    http.server_close()
    thread.join()


@pytest.fixture
def take(loop: asyncio.Runner, pool: RenderPool, tmp_path):
    """Take the picture of a mail: ``take(html, profile_id, mode)`` returns the proof and its picture."""
    workspace = Workspace.create(tmp_path / "work", name="Acme")

    def take(html: str, profile_id: str = "plain-desktop", mode: str = "light"):
        def build(*_, **__) -> Build:
            return Build(html, "text", "Subject", "Preheader", (), (), "<mjml></mjml>", html)

        (proof,) = loop.run(preview(workspace, ["a"], profiles=[profile_id], modes=[mode], build=build, pool=pool))
        return proof, Image.open(io.BytesIO(proof.result.picture)).convert("RGB")

    return take


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether two colours are the same but for what JPEG does to them."""
    return all(abs(a - b) < 40 for a, b in zip(one, other, strict=True))


def test_pictures_of_the_web_are_shown(server, take, png):
    """As elements, as backgrounds of tables and in styles; each is fetched once, and one that is gone is said."""
    server.files = {"/red.png": png("red"), "/blue.png": png("blue"), "/lime.png": png("lime")}
    cell = "<td width=100 height=50 "
    mail = (
        f"<!doctype html><body style='margin:0'><table cellspacing=0 cellpadding=0><tr>"
        f"{cell}><img src='{SITE}/red.png' width=100 height=50 style='display:block'>"
        f"{cell}background='{SITE}/blue.png'>{cell}style='background:url(&quot;{SITE}/lime.png&quot;)'>"
        f"{cell}><img src='{SITE}/gone.png' width=100 height=50></table><img src='{SITE}/red.png'>"
    )
    proof, picture = take(mail)
    assert [near(picture.getpixel((x, 25)), colour) for x, colour in ((50, RED), (150, BLUE), (250, LIME))] == [
        True
    ] * 3
    assert proof.missing == (f"{SITE}/gone.png",)
    assert sorted(server.asked) == ["/blue.png", "/gone.png", "/lime.png", "/red.png"]


def test_a_web_font_is_used(server, take):
    """By way of a linked style sheet; a mail that is shown the font's letters is not the same as one that is not."""
    server.files = {
        "/f/inter.css": b"@font-face{font-family:Web;font-weight:400;src:url(../inter.ttf)}",
        "/inter.ttf": asset("fonts", "Inter-Bold.ttf").read_bytes(),
    }
    link = f"<link rel=stylesheet href='{SITE}/f/inter.css'>"
    mail = "<!doctype html>{}<body><span style='font:80px Web,serif;background:#0f0'>Mail"
    proof, with_font = take(mail.format(link))
    _, without = take(mail.format(""))
    assert proof.missing == ()
    assert with_font.tobytes() != without.tobytes()
    assert server.asked == ["/f/inter.css", "/inter.ttf"]


def test_who_shows_no_pictures_fetches_none(server, take, png):
    """In the mode without pictures, nor fonts."""
    server.files = {"/red.png": png("red")}
    take(f"<style>@import '{SITE}/a.css'</style><img src='{SITE}/red.png'>", "gmail-web", "images-off")
    assert server.asked == []


def test_a_client_without_web_fonts_fetches_none(server, take):
    """Gmail drops the rules that name them before anybody looks."""
    mail = f"<style>@font-face{{font-family:W;src:url({SITE}/f.woff2)}}</style><p style='font-family:W'>x"
    take(mail, "gmail-web")
    assert server.asked == []


def test_a_client_that_ignores_fonts_gets_the_sheet_without_them(server, take):
    """Outlook reads a linked style sheet, and lets its fonts lie."""
    server.files = {"/x.css": b"@font-face{font-family:W;src:url(f.woff2)}p{font-family:W}"}
    proof, _ = take(f"<link rel=stylesheet href='{SITE}/x.css'><p>x", "outlook-windows-96")
    assert (server.asked, proof.missing) == (["/x.css"], ())


def test_what_comes_is_as_hostile_as_the_mail(server, take, listener):
    """Drawings and style sheets lead nowhere: not to a server, not to a file, and no script in them runs."""
    http = f"http://{listener.address}"
    server.files = {
        "/x.svg": (
            f"<svg xmlns='http://www.w3.org/2000/svg' width='50' height='50' onload=\"fetch('{http}/o')\">"
            f"<script>fetch('{http}/s')</script><image href='{http}/i.png'/><use href='{http}/u.svg#a'/>"
            f"<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='{http}/f'/></foreignObject>"
            "<rect width='50' height='50' fill='#f00'/></svg>"
        ).encode(),
        "/x.css": f"@import '{http}/a.css';html{{background:#0f0 url({http}/b.png)}}p{{font:9px W}}"
        f"@font-face{{font-family:W;src:url({http}/f.woff)}}".encode(),
    }
    sheet = f"<!doctype html><link rel=stylesheet href='{SITE}/x.css'>"
    mail = f"{sheet}<body style='margin:0'><p>text<img src='{SITE}/x.svg'>"
    proof, picture = take(mail)
    assert near(picture.getpixel((639, picture.height - 1)), LIME)
    assert near(picture.getpixel((40, 30)), RED)
    assert [address.partition("/")[0] for address in proof.missing] == ["http:"] * 3
    assert listener.heard == []
