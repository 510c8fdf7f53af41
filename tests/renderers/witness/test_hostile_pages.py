"""Pages that want out, or want the computer: nothing leaves, and a look ends with what could be seen or with None."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from renderers.witness import browser_witness, memory
from templates.brand.opening.fetch import Answer, HttpFetcher
from templates.brand.reading.page import parse_page
from templates.brand.site import Site
from templates.brand.witness import Rendered, Witness
from templates.errors import Cancelled, FetchError

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("no_process_left")]

PAGE = "<!doctype html><body><header><a href=/><img class=logo src=logo.svg width=200></a></header><p>Words{}"
REFERENCE = "https://www.acme.example/logo.svg"

# Each must reach nothing and leave a look; {http} is a real server on this computer, {udp} another.
CALLS = (
    "<script>fetch('{http}/f', {{mode: 'no-cors'}}); navigator.sendBeacon('{http}/b'); new Image().src = '{http}/i';"
    "new WebSocket('ws://{host}/w'); new EventSource('{http}/e'); new Worker('{http}/k.js');"
    "</script><script>const peer = new RTCPeerConnection({{iceServers: [{{urls: 'stun:{udp}'}},"
    "{{urls: 'turn:{host}?transport=tcp', username: 'a', credential: 'b'}}]}}); peer.createDataChannel('');"
    "peer.createOffer().then(offer => peer.setLocalDescription(offer))</script>"
)
DOCUMENTS = (
    "<iframe src='{http}/f'></iframe>"
    "<iframe srcdoc=\"<img src='{http}/d'><script>fetch('{http}/s')</script>\"></iframe>"
    "<object data='{http}/o'></object><embed src='{http}/e'><img src='file:///etc/hosts'>"
    "<link rel=prefetch href='{http}/p'><link rel=preconnect href='{http}'><link rel=stylesheet href='{http}/c.css'>"
    '<script type=speculationrules>{{"prerender":[{{"urls":["{http}/s"]}}]}}</script>'
)
WINDOWS = (
    "<form action='{http}/f' id=f target=_blank></form><a id=d download href='{http}/d'></a><script>"
    "for (let i = 0; i < 9; i++) open('{http}/w'); f.submit(); d.click(); alert(1); print()</script>"
)
LEAVING = (
    "<meta http-equiv=refresh content='0;url={http}/m'><script>setTimeout(() => location.reload(), 50);"
    "location = 'file:///etc/hosts'; location = '{http}/l'</script>"
)


@pytest.fixture
def udp() -> Iterator[socket.socket]:
    """A real UDP port on this computer."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as port:
        port.bind(("127.0.0.1", 0))
        port.setblocking(False)
        yield port


@pytest.mark.parametrize("attack", [CALLS + DOCUMENTS + WINDOWS, LEAVING], ids=["calls", "leaving"])
def test_nothing_leaves_and_the_page_is_seen(
    look: Callable[..., Rendered], listener: Any, udp: socket.socket, attack: str
) -> None:
    """The servers hear nothing, not even a connection; the page stays where it is, with its logo."""
    where = {"http": f"http://{listener.address}", "host": listener.address, "udp": f"127.0.0.1:{udp.getsockname()[1]}"}
    seen = look(PAGE.format(attack.format(**where)))
    assert [logo.reference for logo in seen.logos] == [REFERENCE]
    assert listener.heard == []
    with pytest.raises(BlockingIOError):
        udp.recv(1)


@pytest.mark.parametrize(
    "attack",
    [
        "<script>while (true) alert(1)</script>",
        "<script>JSON.stringify = () => '{}'; getComputedStyle = () => ({}); Array.prototype.push = null;"
        "Element.prototype.getBoundingClientRect = Document.prototype.createTreeWalker = null</script>"
        "<form name=querySelectorAll></form><form name=documentElement></form><form name=createTreeWalker></form><form>"
        "<input name=getBoundingClientRect><input name=children><input name=style><input name=localName></form>"
        "<img name=body>",
        "<script>for (let i = 0; i < 1e4; i++) { const a = new Image(); a.className = 'logo'; a.src = 'logo.svg';"
        "document.querySelector('header').append(a) }</script>",
    ],
    ids=["endless loop", "pretending", "10,000 logos"],
)
def test_an_odd_page_is_seen_nevertheless(look: Callable[..., Rendered], attack: str) -> None:
    """What spins is ended, what pretends is not believed, what is too much is cut."""
    seen = look(PAGE.replace("{}", "") + attack)
    assert seen.logos[0].reference == REFERENCE
    assert len(seen.logos) <= 8


@pytest.mark.parametrize(
    "attack",
    [
        "<script>while (true) { const d = document.createElement('div'); d.textContent = 'x'.repeat(1e5);"
        "document.body.append(d) }</script>",
        "<style>" + "".join(f":has(:has(b)) :nth-child({n}) ~ b," for n in range(200)) + "b{}</style>"
        "<style>*{filter:blur(200px)}</style>" + "<div>" * 5000,
    ],
    ids=["memory", "style sheet"],
)
def test_a_page_that_cannot_be_looked_at_is_given_up(saved: Callable[..., Site], attack: str) -> None:
    """The browser ends with everything it started, and the site's warnings tell."""
    site = saved(PAGE.replace("{}", "") + attack)
    assert browser_witness(seconds=2.0)(site) is None
    assert len(site.warnings) == 1


def test_a_browser_that_takes_too_much_memory_is_ended(
    saved: Callable[..., Site], witness: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script can fill a computer's memory faster than a look's time is over."""
    monkeypatch.setattr(memory, "MOST_BYTES", 1_000_000)
    site = saved(PAGE)
    assert witness(site) is None
    assert site.warnings == ["The page brought the browser down and was not looked at."]


def test_the_fetcher_refuses_this_computer_for_the_page_too(witness: Witness, listener: Any) -> None:
    """Over the network the page's requests go through the checks of every fetch; that they failed is not told."""
    html = f"<img src='http://{listener.address}/i.png'><link rel=stylesheet href='http://127.0.0.1/c.css'>"
    with HttpFetcher() as http:
        site = Site(parse_page(html, "https://www.acme.example/"), None, http)
        assert witness(site) is not None
    assert listener.heard == []
    assert site.warnings == []


class Shelf:
    """A fetcher with a few answers that remembers what it was asked."""

    def __init__(self, **answers: bytes) -> None:
        self.asked: list[str] = []
        self._answers = {f"https://www.acme.example/{name.replace('_', '.')}": data for name, data in answers.items()}

    def fetch(self, url: str, kind: str = "page") -> Answer:
        self.asked.append(url)
        if url not in self._answers:
            raise FetchError("{url} is not there.", url=url)
        return Answer(url, self._answers[url])


def test_a_live_page_is_answered_by_the_sites_fetcher(witness: Witness) -> None:
    """Its own pieces are fetched; trackers, films, fonts and other companies' data are not."""
    html = (
        "<body><p>Hi<script src=https://www.googletagmanager.com/gtm.js></script><script src=/app.js></script>"
        "<video src=/film.mp4 autoplay></video>"
        "<style>@font-face{font-family:f;src:url(/f.woff)}p{font-family:f}</style>"
    )
    script = b"fetch('https://data.example/x.json'); document.body.style.background = '#123456'"
    shelf = Shelf(app_js=script)
    seen = witness(Site(parse_page(html, "https://www.acme.example/"), None, shelf))
    assert shelf.asked == ["https://www.acme.example/app.js"]
    assert ("background", "#123456") in {(one.kind, one.value) for one in seen.colours}


def test_the_scripts_of_a_saved_page_send_nothing_of_what_lies_beside_it(
    saved: Callable[..., Site], witness: Witness
) -> None:
    """They may read the folder, so that no request of theirs goes to the network, whatever the site may fetch."""
    site = saved(
        "<script>fetch('/secret.txt').then(r => r.text()).then(t => { new Image().src = '/' + t })</script>",
        secret_txt="told",
    )
    site.fetcher = shelf = Shelf()
    assert witness(site) is not None
    assert shelf.asked == []


def test_cancelling_inside_a_fetch_ends_the_look(witness: Witness) -> None:
    """The site's fetcher knows first that the user does not want to wait."""

    class Stopped(Shelf):
        def fetch(self, url: str, kind: str = "page") -> Answer:
            raise Cancelled("The extraction was stopped.")

    with pytest.raises(Cancelled):
        witness(Site(parse_page("<script src=/a.js></script>", "https://www.acme.example/"), None, Stopped()))
