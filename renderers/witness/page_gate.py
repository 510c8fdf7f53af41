"""Answers the requests of a company's page: from the open site, within its limits, or not at all."""

from __future__ import annotations

import asyncio
import contextlib
from concurrent.futures import Executor
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from renderers.render.images import load_image
from renderers.witness.trackers import is_tracker
from renderers.witness.walls import DRAWING_POLICY, POLICY
from templates.brand.domain import registrable
from templates.errors import Cancelled, LimitError

if TYPE_CHECKING:
    from playwright.async_api import Request, Route

    from templates.brand.site import Site

SAVED = "http://saved-page.invalid/"  # where a page of this computer stands: .invalid never resolves (RFC 2606)
MOST_ANSWERS = 120
MOST_FETCHED = 24  # of a live page's requests: the site's fetcher has forty for everything
MOST_BYTES = 20_000_000
KINDS = {"stylesheet": "style", "script": "page", "image": "image", "xhr": "page", "fetch": "page", "other": "image"}
MEDIA_TYPES = {"stylesheet": "text/css", "script": "text/javascript"}


class PageGate:
    """A Playwright route handler for one look at one site; ``pending`` counts the answers that are under way.

    ``stopped`` is set when the site's fetcher says that the user cancelled.
    """

    def __init__(self, site: Site, threads: Executor) -> None:
        self._site = site
        self._threads = threads
        self._local = not site.page.url.startswith(("http://", "https://"))
        self._base = urljoin(site.page.url, ".")
        self._left = MOST_ANSWERS if site.fetcher is None else MOST_FETCHED
        self._bytes = 0
        self._shown = False
        self.pending = 0
        self.stopped = asyncio.Event()
        self.address = SAVED if self._local else site.page.url

    def original(self, url: str) -> str:
        """The address in the site of what the browser knows as ``url``."""
        if not self._local or not url.startswith(SAVED):
            return url
        return urljoin(self._base, url.removeprefix(SAVED))

    async def answer(self, route: Route, request: Request) -> None:
        """Handle one request."""
        from playwright.async_api import Error

        self.pending += 1
        try:
            with contextlib.suppress(Error):  # the page may be gone by now: nobody waits for the answer
                await self._answer(route, request)
        finally:
            self.pending -= 1

    async def _answer(self, route: Route, request: Request) -> None:
        if request.is_navigation_request() and request.frame.parent_frame is None:
            await self._answer_navigation(route, request)
        elif request.is_navigation_request():
            await self._answer_drawing(route, request)
        elif data := await self._data(request):
            headers = {"x-content-type-options": "nosniff", "access-control-allow-origin": "*"}
            kind = MEDIA_TYPES.get(request.resource_type) or _media_type(request, data)
            await (route.fulfill(body=data, content_type=kind, headers=headers) if kind else route.abort())
        else:
            await route.abort()

    async def _answer_navigation(self, route: Route, request: Request) -> None:
        """The page once; whoever wants to leave it, or to load it again, stays."""
        if self._shown or request.url.partition("#")[0] != self.address.partition("#")[0]:
            await route.fulfill(status=204)
            return
        self._shown = True
        headers = {"content-security-policy": POLICY, "referrer-policy": "no-referrer"}
        text = self._site.page.text
        await route.fulfill(body=text, content_type="text/html; charset=utf-8", headers=headers)

    async def _answer_drawing(self, route: Route, request: Request) -> None:
        """``<object>`` shows a drawing as a document; no other document gets into the page."""
        data = await self._data(request) if urlsplit(request.url).path.endswith(".svg") else None
        if data is None or _picture_type(request.url, data) != "image/svg+xml":
            await route.abort()
        else:
            headers = {"content-security-policy": DRAWING_POLICY}
            await route.fulfill(body=data, content_type="image/svg+xml", headers=headers)

    async def _data(self, request: Request) -> bytes | None:
        """What the site has for a request, when it may be asked."""
        kind = "image" if request.is_navigation_request() else KINDS.get(request.resource_type, "")
        if not kind or request.method != "GET" or self._left <= 0 or self._bytes >= MOST_BYTES:
            return None
        url = self.original(request.url)
        if not self._own(request.url) and (is_tracker(url) or request.resource_type in {"xhr", "fetch"}):
            return None
        self._left -= 1
        try:
            loop = asyncio.get_running_loop()
            data = await loop.run_in_executor(self._threads, self._site.get, url, kind)
        except Cancelled:
            self.stopped.set()
            return None
        self._bytes += len(data or b"")
        return data

    def _own(self, url: str) -> bool:
        """Whether an address is the company's: a page may ask its own server for a piece of itself, and no other."""
        own, other = urlsplit(self.address).hostname or "", urlsplit(url).hostname or ""
        return own == other or (bool(registrable(own)) and registrable(own) == registrable(other))


def _media_type(request: Request, data: bytes) -> str:
    """Of a picture what its bytes say, "" for one that must not be decoded; other answers are text."""
    if request.resource_type in {"xhr", "fetch"} and b"<svg" not in data[:1024]:
        return "text/plain"
    return _picture_type(request.url, data)


def _picture_type(url: str, data: bytes) -> str:
    try:
        return load_image(url, data).media_type
    except LimitError:
        return ""
