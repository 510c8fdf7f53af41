"""A page saved as one ``.mhtml`` file: a MIME message whose parts are the page and what it points at.

Browsers write flat messages, so a part of parts is no part of a page: nothing here calls itself, and every header has
a length.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

from templates.brand.opening.page_text import saved_text
from templates.brand.opening.saved_page import archived_site
from templates.brand.site import FILE_BYTES, Site
from templates.errors import InputError

if TYPE_CHECKING:
    from templates.brand.opening.fetch import Fetcher

MOST_PARTS = 2_000
HEAD_BYTES = 16_384  # of a part's header
RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.I | re.M)
BLANK = re.compile(rb"\r?\n\r?\n")
CID = re.compile(r"""cid:([^"'\s)<>]{1,300})""", re.I)
PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True)
class _Part:
    """``location`` and ``number`` are what the page calls it (its address, its Content-ID); ``body`` is still coded."""

    head: Message
    body: bytes

    @property
    def location(self) -> str:
        return self.header("Content-Location")

    @property
    def number(self) -> str:
        return self.header("Content-ID").strip("<>")

    def header(self, name: str) -> str:
        """A header in one line; long addresses are folded over several."""
        return re.sub(r"\s+", "", str(self.head.get(name, "")))

    def data(self) -> bytes:
        coding = self.header("Content-Transfer-Encoding").lower()
        try:
            if coding == "base64":
                return base64.b64decode(self.body + b"==")
            return binascii.a2b_qp(self.body) if coding == "quoted-printable" else self.body
        except (binascii.Error, ValueError):
            return b""


def is_mhtml(data: bytes) -> bool:
    """Whether bytes begin with the header of such a message."""
    head = BLANK.split(data[:HEAD_BYTES].lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    return bool(re.match(rb"[A-Za-z-]+:", head) and RELATED.search(head))


def mhtml_site(file: Path, data: bytes, base_url: str | None, fetcher: Fetcher | None) -> Site:
    """The site of such a file. Raises InputError when it is damaged or holds no page."""
    message = _part(data.lstrip(b"\xef\xbb\xbf\r\n"))
    parts = _parts(message, str(file))
    start = re.sub(r"\s+", "", str(message.head.get_param("start") or "")).strip("<>")
    pages = [part for part in parts if part.head.get_content_type() in PAGES]
    root = next((part for part in pages if start and part.number == start), next(iter(pages), None))
    if root is None:
        raise InputError("There is no HTML page in {path}.", advice="Save the home page again.", path=str(file))
    text = saved_text(root.data(), str(root.head.get_param("charset") or ""), str(file))
    named = (message.header("Snapshot-Content-Location"), root.location, message.location)
    url = base_url or next((url for url in named if url.startswith(("http://", "https://"))), "")
    archive = MhtmlArchive(parts, url or file.resolve().as_uri())
    return archived_site(archive.addressed(text), archive, url, file, fetcher)


class MhtmlArchive:
    """The parts by the address that the page knows them by; one that only has a number gets an address of its own."""

    def __init__(self, parts: list[_Part], url: str) -> None:
        self._parts: dict[str, _Part] = {}
        self._addresses: dict[str, str] = {}
        for part in parts:
            address = _address(url, part.location) or _address(url, f"/cid/{quote(part.number, safe='')}")
            self._parts.setdefault(address, part)
            if part.number:
                self._addresses[part.number] = address

    def addressed(self, text: str) -> str:
        """The page with ``cid:`` references turned into addresses: a number is no address that can be resolved."""
        return CID.sub(lambda match: self._addresses.get(match[1], match[0]), text)

    def read(self, url: str, paths: list[str]) -> bytes | None:
        """The part that was saved for an address."""
        del paths  # parts are known by their whole address
        part = self._parts.get(url.partition("#")[0])
        data = part.data() if part else b""
        return data if 0 < len(data) <= FILE_BYTES else None


def _parts(message: _Part, what: str) -> list[_Part]:
    """The parts of the message, in their order."""
    boundary = re.sub(r"\s+$", "", str(message.head.get_param("boundary") or ""))
    if not boundary or not boundary.isascii():
        raise InputError("The archive {path} cannot be read.", advice="Save the page again.", path=what)
    pieces = message.body.split(b"--" + boundary.encode(), MOST_PARTS + 2)[1:]
    if len(pieces) > MOST_PARTS:
        raise InputError(
            "{path} holds more than {limit} files.",
            advice="Save the page as HTML without its pictures.",
            path=what,
            limit=MOST_PARTS,
        )
    return [_part(piece.lstrip(b"\r\n")) for piece in pieces if not piece.startswith(b"--")]


def _part(piece: bytes) -> _Part:
    end = BLANK.search(piece, 0, HEAD_BYTES)
    head, body = (piece[: end.start()], piece[end.end() :]) if end else (b"", piece)
    return _Part(BytesHeaderParser().parsebytes(head), body)


def _address(base: str, reference: str) -> str:
    """An address in full, without a fragment; "" for what is none that a page could point at."""
    try:
        address = urljoin(base, reference).partition("#")[0] if reference else ""
        return address if urlsplit(address).scheme in {"http", "https", "file"} else ""
    except ValueError:
        return ""
