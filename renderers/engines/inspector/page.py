"""A window of one size, walled in, which shows mail after mail and has its picture taken."""

from __future__ import annotations

import asyncio
import base64
import io
import itertools
from collections.abc import Mapping

from PIL import Image

from renderers.engines.inspector.program import Program
from renderers.engines.inspector.session import Parameters, Session
from renderers.render.capture import JPEG_QUALITY
from renderers.render.images import ORIGIN
from renderers.render.isolation import FAMILIES, POLICY, with_policy
from renderers.render.job import Picture, RenderJob

Size = tuple[int, int]
Answer = tuple[str, str]
"""Media type, and the bytes as base64."""
NOTHING: Answer = ("", "")
HTML = "text/html; charset=utf-8"

_LAID_OUT = """(root => [root.scrollWidth, root.scrollHeight, document.fonts.status])(
  document.scrollingElement ?? document.documentElement)"""


class Page:
    """An open window; its viewport is ``size``, in CSS pixels."""

    def __init__(self, program: Program, session: Session, size: Size) -> None:
        self._program = program
        self._session = session
        self._documents = itertools.count(1)
        self._address = ""
        self._html = ""
        self._images: Mapping[str, Answer] = {}
        self._kinds: dict[str, str] = {}
        self._shown = asyncio.Event()
        self.size = size

    @classmethod
    async def opened(cls, program: Program, size: Size) -> Page:
        """Open a window and put its walls up before it is given anything to show. Raises PageLostError."""
        session = await program.open_window(*size)
        page = cls(program, session, size)
        try:
            await page._wall_in()
        except BaseException:
            await page.close()
            raise
        return page

    async def show(self, job: RenderJob) -> Picture:
        """Show the job's mail as a new document and take its picture. Raises PageLostError."""
        self._html, self._images = await asyncio.to_thread(_answers, job)
        self._address = f"{ORIGIN}?document={next(self._documents)}"
        self._kinds.clear()
        self._shown.clear()
        scheme = job.profile.scheme.capitalize()
        self._session.post("Page.overrideUserPreference", name="PrefersColorScheme", value=scheme)
        await self._session.command("Page.navigate", url=self._address)
        await self._session.until(self._shown)
        width, height = await self._laid_out()
        clip = {"x": 0, "y": 0, "width": job.profile.width, "height": min(height, job.max_height)}
        shot = await self._session.command("Page.snapshotRect", **clip, coordinateSystem="Page")
        data = await asyncio.to_thread(_encoded, shot["dataURL"], job)
        return Picture(data, clip["width"], clip["height"], width)

    async def _laid_out(self) -> Size:
        """Return the size of the document in the letters that it is drawn with: they are asked for only now."""
        while True:
            width, height, fonts = await self._session.value(_LAID_OUT)
            if fonts != "loading":
                return width, height

    async def close(self) -> None:
        """Close the window."""
        await self._program.close_window(self._session)

    async def _wall_in(self) -> None:
        session = self._session
        session.stay()
        session.handlers = {
            "Network.requestWillBeSent": self._note_kind,
            "Network.requestIntercepted": self._answer,
            "Page.loadEventFired": self._note_load,
        }
        for domain in ("Page", "Runtime", "Network"):
            session.post(f"{domain}.enable")
        session.post("Page.overrideUserPreference", name="PrefersReducedMotion", value="Reduce")
        session.post("Network.setResourceCachingDisabled", disabled=True)  # the next mail may have another of this name
        await session.command("Page.overrideSetting", setting="ScriptEnabled", value=False)
        await session.command("Network.setInterceptionEnabled", enabled=True)
        await session.command("Network.addInterception", url="", stage="request")  # every address has "" in it

    def _note_kind(self, event: Parameters) -> None:
        self._kinds[event["requestId"]] = event.get("type", "").lower()

    def _answer(self, event: Parameters) -> None:
        """Answer one request: the mail's own document, once, and what belongs to it; nothing else gets anything."""
        media_type, content = self._content(event["request"]["url"], self._kinds.get(event["requestId"], ""))
        headers = {"content-type": media_type, "x-content-type-options": "nosniff", "access-control-allow-origin": "*"}
        if media_type == HTML:
            # As a header too: a mail cannot get around that by any trick of the parser.
            headers["content-security-policy"] = POLICY
        self._session.post(
            "Network.interceptRequestWithResponse",
            requestId=event["requestId"],
            content=content,
            base64Encoded=True,
            mimeType=media_type.partition(";")[0],
            # "No content" leaves the page as it is: a refresh comes to nothing.
            status=200 if media_type else 204,
            statusText="OK" if media_type else "No Content",
            headers=headers if media_type else {},
        )

    def _content(self, url: str, kind: str) -> Answer:
        if kind == "document":
            return self._document(url)
        found = self._images.get(url, NOTHING)
        family = FAMILIES.get(kind)
        return found if family and found[0].startswith(family) else NOTHING

    def _document(self, url: str) -> Answer:
        """The mail, once: one that loads itself again would do so for ever."""
        if url != self._address or not self._html:
            return NOTHING
        html, self._html = self._html, ""
        return HTML, html

    def _note_load(self, _event: Parameters) -> None:
        if not self._html:  # it is the mail's, and not that of the document before it
            self._shown.set()


def _answers(job: RenderJob) -> tuple[str, Mapping[str, Answer]]:
    """Return the document and its pictures as the inspector takes them. Reads the files."""
    images = {
        url: (image.media_type, base64.b64encode(image.data).decode())
        for url, image in job.served.items()
        if image.media_type
    }
    return base64.b64encode(with_policy(job.html).encode()).decode(), images


def _encoded(address: str, job: RenderJob) -> bytes:
    """Return the picture of a ``data:`` address, which is always a PNG, in the format that is asked for."""
    data = base64.b64decode(address.partition(",")[2])
    if job.format == "png":
        return data
    out = io.BytesIO()
    with Image.open(io.BytesIO(data)) as image:
        image.convert("RGB").save(out, "JPEG", quality=JPEG_QUALITY)
    return out.getvalue()
