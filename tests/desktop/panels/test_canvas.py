"""The canvas shows a mail, and lets it do nothing."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWebEngineCore import QWebEnginePage

from desktop.panels.canvas import Canvas
from desktop.web.page import make_profile
from desktop.web.scheme import Page, picture_url
from renderers.render.images import Image, load_image

pytestmark = pytest.mark.webengine

HOSTILE = """<!doctype html><html><head><meta http-equiv="refresh" content="0;url=OUT/moved">
<link rel="stylesheet" href="OUT/style.css"><base href="OUT/base/">
<style>@import url(OUT/import.css); @font-face { font-family: x; src: url(OUT/font.woff) }
h1 { font-family: x; background: url(OUT/background.png) }</style>
<script>document.title = "ran"</script><script src="OUT/script.js"></script></head>
<body style="margin:0" onload="document.title = 'loaded'"><h1 id="hello">Hello</h1>
<img id="own" src="OWN"><img id="other" src="OTHER">
<img src="OUT/pixel.gif"><img src="file:///etc/hostname"><iframe src="OUT/frame"></iframe>
<video src="OUT/film.mp4"></video><a id="link" href="OUT/link">out</a><form id="form" action="OUT/form"></form>
<div style="height:3000px"></div></body></html>
"""


class Listener(BaseHTTPRequestHandler):
    """Writes down who asks for what."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def outside() -> Iterator[ThreadingHTTPServer]:
    """A server on this computer that no mail may reach."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    server.asked = []
    server.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def canvas(qtbot):
    made = Canvas()
    qtbot.addWidget(made, before_close_func=Canvas.shut_down)
    made.resize(900, 700)
    made.show()
    return made


@pytest.fixture
def logo(made) -> Image:
    """The brand's own picture."""
    return load_image("logo", made / "brands" / "kettlewren" / "logo-wide.png")


def load(canvas, qtbot, page: Page) -> None:
    with qtbot.waitSignal(canvas.loaded, timeout=20_000) as loaded:
        canvas.show_mail(page)
    assert loaded.args == [True]


def ask(canvas, qtbot, code: str) -> object:
    """The value of a script in our own world."""
    answers: list[object] = []
    canvas.run_script(f"JSON.stringify({code})", answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    return json.loads(str(answers[0]))


def test_a_hostile_mail_is_shown_and_harmless(canvas, qtbot, logo, outside):
    """Text and own pictures are there; no script ran, no request left, and the page stays where it is."""
    own, other = (picture_url(f"brands/acme/{name}.png") for name in ("logo", "secret"))
    html = HOSTILE.replace("OUT", outside.address).replace("OWN", own).replace("OTHER", other)
    load(canvas, qtbot, Page(html, {"brands/acme/logo.png": logo}))
    address = canvas.page.url()
    assert ask(canvas, qtbot, "document.getElementById('hello').textContent") == "Hello"
    assert ask(canvas, qtbot, "document.title") == ""
    assert ask(canvas, qtbot, "document.getElementById('own').naturalWidth") > 0
    assert ask(canvas, qtbot, "document.getElementById('other').naturalWidth") == 0
    canvas.run_script("document.getElementById('link').click()")
    canvas.run_script("document.getElementById('form').submit()")
    assert ask(canvas, qtbot, "document.getElementById('hello').textContent") == "Hello"
    assert canvas.page.url() == address
    assert outside.asked == []


def test_the_wall_blocks_what_the_policy_would_let_pass(qtbot, qapp, outside):
    """Even a page without our policy and with scripts reaches nothing: the interceptor is in every request's way."""
    holder = QObject()
    profile, _, wall = make_profile(holder)
    page = QWebEnginePage(profile)
    with qtbot.waitSignal(page.loadFinished, timeout=20_000):
        page.setHtml(f'<img src="{outside.address}/pixel.gif">')
    assert wall.blocked == [f"{outside.address}/pixel.gif"]
    assert outside.asked == []
    page.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_mail_is_laid_out_at_the_devices_width(canvas, qtbot):
    """Zoom and the scroll bar never change what the mail's media queries see."""
    load(canvas, qtbot, Page("<body style='margin:0'><div style='height:3000px'>tall</div></body>"))
    for width, zoom in ((320, 1.0), (375, 1.5), (640, 0.5)):
        canvas.set_width(width)
        canvas.set_zoom(zoom)
        qtbot.waitUntil(lambda w=width: ask(canvas, qtbot, "window.innerWidth") == w, timeout=20_000)


def test_the_mail_fits_when_it_should(canvas, qtbot):
    """Fitting makes it smaller where there is no room, and never larger than it is."""
    canvas.resize(400, 600)
    assert canvas.zoom < 1
    canvas.resize(1400, 600)
    assert canvas.zoom == 1


def test_light_and_dark_are_the_mails_own(canvas, qtbot):
    """The mail's dark rules hold in the dark view only, whatever the window's theme is."""
    style = "@media (prefers-color-scheme: dark) { p { color: rgb(1, 2, 3) } }"
    load(canvas, qtbot, Page(f"<html><head><style>p {{ color: rgb(9, 9, 9) }} {style}</style></head><p>x</p></html>"))
    seen = []
    for scheme in ("light", "dark"):
        with qtbot.waitSignal(canvas.loaded, timeout=20_000):
            canvas.set_scheme(scheme)
        seen.append(ask(canvas, qtbot, "getComputedStyle(document.querySelector('p')).color"))
    assert seen == ["rgb(9, 9, 9)", "rgb(1, 2, 3)"]


def test_the_bar_scrolls_the_mail(canvas, qtbot):
    """The bar beside the mail and the mail's own position follow each other."""
    load(canvas, qtbot, Page("<body style='margin:0'><div style='height:3000px'>tall</div></body>"))
    canvas.set_zoom(1.0)
    qtbot.waitUntil(lambda: canvas.bar.maximum() > 2000, timeout=20_000)
    canvas.bar.setValue(500)
    qtbot.waitUntil(lambda: ask(canvas, qtbot, "window.scrollY") == 500, timeout=20_000)
    canvas.run_script("window.scrollTo(0, 100)")
    qtbot.waitUntil(lambda: canvas.bar.value() == 100, timeout=20_000)
