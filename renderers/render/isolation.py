"""A mail is hostile until shown otherwise: every wall around the page that shows it, all at once.

Each wall alone leaks somewhere (a route does not see prefetch, switched-off JavaScript does not stop a meta
refresh), so none is left out because another seems to cover it.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from renderers.mail_size import check_size
from renderers.render.images import ORIGIN, REMOTE, Image, check_embedded_images
from renderers.render.job import RenderJob
from templates.errors import LimitError

if TYPE_CHECKING:
    from playwright.async_api import Request, Route

MAX_TAGS = 50_000  # 300,000 nodes keep a renderer spinning for good

BROWSER_ARGUMENTS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--proxy-server=http://127.0.0.1:9",  # the discard port: whoever gets this far reaches nothing
    "--proxy-bypass-list=<-loopback>",  # not even this computer
)

CONTEXT_OPTIONS: Mapping[str, Any] = {
    "java_script_enabled": False,
    "service_workers": "block",
    "accept_downloads": False,
    "offline": True,  # fulfilled routes still answer
}

POLICY = (
    f"default-src 'none'; img-src {ORIGIN.rstrip('/')} data:; font-src {ORIGIN}{REMOTE} data:; "
    f"style-src 'unsafe-inline' {ORIGIN}{REMOTE}; form-action 'none'; base-uri 'none'"
)

FAMILIES: Mapping[str, str] = {"image": "image/", "font": "font/", "stylesheet": "text/css"}
"""How the media types begin that may answer a request of this kind."""

# As a parser reads it, to the letter: what it takes for text opens the body, where a policy counts for nothing.
_SPACE = r"[ \t\n\f\r]*+"
_PROLOGUE = re.compile(rf"{_SPACE}(?:<!--(?!-?>).*?--!?>{_SPACE})*+(?:<!doctype[^>]*>)?", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[a-zA-Z]")


def check_mail(job: RenderJob) -> None:
    """Refuse what would choke a browser before it sees it. Raises LimitError, StorageError."""
    check_size(job.html)
    if sum(1 for _ in _TAG.finditer(job.html)) > MAX_TAGS:
        raise LimitError(
            "The mail has more than {limit} tags.", advice="Check its loops and the data they run over.", limit=MAX_TAGS
        )
    check_embedded_images(job.html)
    _ = job.served  # reads and checks the pictures


def with_policy(html: str) -> str:
    """Put the policy in front of everything but the doctype: there the parser opens the head by itself.

    Searching for a head tag would find the one that a hostile mail hides in a comment.
    """
    html = html.removeprefix("\ufeff")  # it says how the text is written, and only at its very beginning
    match = _PROLOGUE.match(html)
    start = match.end() if match else 0
    return f'{html[:start]}<meta http-equiv="Content-Security-Policy" content="{POLICY}">{html[start:]}'


class Guard:
    """Answers every request of one page: its own document, its own pictures, fonts and sheets, and nothing else."""

    def __init__(self) -> None:
        self._documents = 0
        self._address = ""
        self._html = ""
        self._images: Mapping[str, Image] = {}

    def admit(self, job: RenderJob) -> str:
        """Make this job's mail the page's document and return its address, new each time.

        A new document each time, because Chromium keeps a ``color-scheme`` over a rewritten one.
        """
        self._documents += 1
        self._address = f"{ORIGIN}?document={self._documents}"
        self._html = with_policy(job.html)
        self._images = job.served
        return self._address

    async def answer(self, route: Route, request: Request) -> None:
        """Handle one request (a Playwright route handler)."""
        from playwright.async_api import Error

        with contextlib.suppress(Error):  # the page may be gone by now: nobody waits for the answer
            await self._answer(route, request)

    async def _answer(self, route: Route, request: Request) -> None:
        image = self._images.get(request.url)
        if request.is_navigation_request():
            await self._answer_navigation(route, request)
        elif image and _is_asked_for(image, request):
            headers = {"x-content-type-options": "nosniff", "access-control-allow-origin": "*"}
            await route.fulfill(body=image.data, content_type=image.media_type, headers=headers)
        else:
            await route.abort()

    async def _answer_navigation(self, route: Route, request: Request) -> None:
        if request.frame.parent_frame is not None:
            await route.abort()
        elif request.url == self._address:
            # As a header too: a mail cannot get around that by any trick of the parser.
            headers = {"content-security-policy": POLICY}
            self._address = ""  # once: a mail that refreshes to itself would come again for ever
            await route.fulfill(body=self._html, content_type="text/html; charset=utf-8", headers=headers)
        else:
            await route.fulfill(status=204)  # "no content": the page stays, a meta refresh comes to nothing


def _is_asked_for(image: Image, request: Request) -> bool:
    """Nothing is served as what it is not: a picture as a style sheet, say."""
    family = FAMILIES.get(request.resource_type)
    return family is not None and image.media_type.startswith(family)
