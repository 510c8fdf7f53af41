"""Pages of invented companies, pictures drawn for a test, and a web server that plays a company's."""

from __future__ import annotations

import io
import threading
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from templates.brand.opening.fetch import HttpFetcher, Limits
from templates.brand.reading.page import Page, parse_page
from templates.brand.site import Site
from templates.errors import FetchError

PAGES = Path(__file__).parent / "pages"


@pytest.fixture(scope="session")
def pages() -> Path:
    """The folder of the invented companies' pages."""
    return PAGES


@pytest.fixture(scope="session")
def expected() -> dict[str, dict[str, Any]]:
    """What each of those pages says, by folder."""
    return tomllib.loads((PAGES / "expected.toml").read_text("utf-8"))


@pytest.fixture
def page() -> Callable[..., Page]:
    """Parses HTML as the page of a company."""

    def parse(html: str, url: str = "https://www.acme.example/") -> Page:
        return parse_page(html, url)

    return parse


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Site]:
    """A site whose page is ``html`` and whose files lie in ``tmp_path``."""

    def make(html: str, url: str = "https://www.acme.example/", **files: bytes) -> Site:
        for name, data in files.items():
            (tmp_path / name.replace("_", ".")).write_bytes(data)
        return Site(parse_page(html, url), tmp_path)

    return make


@pytest.fixture(scope="session")
def picture() -> Callable[..., bytes]:
    """Draws a bitmap: bars of one colour, transparent between them and all around."""

    def draw(width: int = 300, height: int = 80, colour: str = "#204080", kind: str = "PNG", border: int = 10) -> bytes:
        image = Image.new("RGBA", (width, height), (255, 255, 255, 0))
        pen = ImageDraw.Draw(image)
        for left in range(border, width - border, 20):
            pen.rectangle((left, border, min(left + 9, width - border - 1), height - border - 1), fill=colour)
        buffer = io.BytesIO()
        (image if kind != "JPEG" else image.convert("RGB")).save(buffer, kind)
        return buffer.getvalue()

    return draw


@dataclass
class Company:
    """A web server: ``answers`` by path are (status, headers, body); ``requests`` are what it was asked."""

    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    port: int = 0
    before_answer: Callable[[], object] = list  # called by the server when it has a request

    def page(self, path: str, body: str | bytes, **headers: str) -> None:
        """Answer ``path`` with a page."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (200, {"Content-Type": "text/html; charset=utf-8", **named}, data)

    def redirect(self, path: str, target: str) -> None:
        """Answer ``path`` with a redirect."""
        self.answers[path] = (302, {"Location": target}, b"")

    def refuse(self, path: str, status: int) -> None:
        """Answer ``path`` with an error."""
        self.answers[path] = (status, {}, b"no")


class Loopback:
    """The tests' resolver: every name is the server on this machine, except those that are said to be missing."""

    def __init__(self, company: Company, missing: frozenset[str] = frozenset()) -> None:
        self.company, self.missing, self.asked = company, missing, list[str]()

    def endpoints(self, host: str, port: int) -> list[tuple[str, int]]:
        self.asked.append(host)
        if host in self.missing:
            raise FetchError("The domain {host} cannot be found.", host=host)
        return [("127.0.0.1", self.company.port)]


@pytest.fixture
def company(monkeypatch: pytest.MonkeyPatch) -> Iterator[Company]:
    """A running web server, and no proxy between it and the test."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    company = Company()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            company.requests.append((self.path, dict(self.headers)))
            company.before_answer()
            status, headers, body = company.answers.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(body)
            except ConnectionError:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    company.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield company
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def fetcher(company: Company) -> Iterator[Callable[..., HttpFetcher]]:
    """Makes fetchers that find every name on the test's server, and closes them."""
    made: list[HttpFetcher] = []

    def make(*, missing: frozenset[str] = frozenset(), limits: Limits | None = None, **options: Any) -> HttpFetcher:
        made.append(HttpFetcher(resolver=Loopback(company, missing), limits=limits, **options))
        return made[-1]

    yield make
    for one in made:
        one.close()
