"""A company's site as the extractor sees it: one page, and whatever the page points at that can be had."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import unquote, unquote_to_bytes, urlsplit
from urllib.request import url2pathname

from templates.brand.domain import registrable
from templates.brand.reading.page import Page, join
from templates.errors import FetchError

if TYPE_CHECKING:
    from templates.brand.opening.fetch import Fetcher

FILE_BYTES = 5_000_000  # of one picture or style sheet
ALL_BYTES = 15_000_000  # of everything that one page points at, from wherever it comes


class Archive(Protocol):
    """A saved page with its files in one file."""

    def read(self, url: str, paths: list[str]) -> bytes | None:
        """The bytes saved for ``url``, by its address or by one of its paths from the page; None when there are none.

        Never more than ``FILE_BYTES`` of them.
        """
        ...


@dataclass
class Site:
    """``page`` is parsed; ``get`` brings what it points at. ``warnings`` say what went oddly but not wrong.

    ``folder`` is where a saved page lies, ``archive`` what came in one file with it.
    """

    page: Page
    folder: Path | None = None
    fetcher: Fetcher | None = None
    warnings: list[str] = field(default_factory=list)
    archive: Archive | None = None
    wasted: float = 0.0  # seconds spent on pictures that could not be drawn
    _kept: dict[str, bytes | None] = field(default_factory=dict)
    _bytes: int = 0

    def get(self, url: str, kind: str = "image") -> bytes | None:
        """The bytes at ``url``: a data address, a file beside the page, or fetched; None when it cannot be had.

        ``kind`` is "style", "image" or "manifest" and decides how large it may be.
        """
        if url not in self._kept:
            data = self._found(url, kind) if self._bytes < ALL_BYTES else None
            self._bytes += len(data or b"")
            self._kept[url] = data
        return self._kept[url]

    def keep(self, reference: str, data: bytes) -> None:
        """Have ``data`` at hand for a reference that need not be an address: a picture that a browser took."""
        self._kept[reference] = data

    def _found(self, url: str, kind: str) -> bytes | None:
        if url.startswith("data:"):
            return data_url(url)
        beside = self._beside(url)
        if beside is not None:
            return beside
        if self.fetcher is None or not url.startswith(("http://", "https://")):
            return None
        try:
            return self.fetcher.fetch(url, kind).data
        except FetchError as error:
            self.warnings.append(error.what)
            return None

    def _beside(self, url: str) -> bytes | None:
        """What was saved for ``url`` together with the page."""
        if self.folder is None and self.archive is None:
            return None
        paths = [path for path in map(unquote, self._paths(url)) if path and "\0" not in path]
        if self.archive is not None:
            return self.archive.read(url, paths)
        assert self.folder is not None  # noqa: S101 - for the type checker: one of the two is there
        return next((data for path in paths if (data := _inside(self.folder, path)) is not None), None)

    def _paths(self, url: str) -> Iterator[str]:
        """Where ``url`` may lie: below the page's folder as the page or its ``<base>`` names it, or below the root."""
        address = re.split(r"[?#]", url)[0]
        for here in (join(self.page.url, "."), join(self.page.base, ".")):
            if here and address.startswith(here):
                yield address.removeprefix(here)
        one, other = urlsplit(self.page.url), urlsplit(address)
        if registrable(one.hostname or "") == registrable(other.hostname or ""):
            yield other.path.lstrip("/")


def data_url(url: str) -> bytes | None:
    """The bytes of a ``data:`` address; None when it is malformed."""
    head, comma, body = url.partition(",")
    if not comma:
        return None
    if not head.endswith(";base64"):
        return unquote_to_bytes(body)
    try:
        return base64.b64decode(re.sub(r"\s+", "", unquote(body)) + "==", validate=False)
    except (binascii.Error, ValueError):
        return None


def file_path(url: str) -> str:
    """A ``file:`` address as a path of this system; any other address as it is."""
    return url2pathname(urlsplit(url).path) if url.startswith("file:") else url


def _inside(folder: Path, path: str) -> bytes | None:
    """A file of the folder, and of nowhere else; None for what is not there, too large or cannot be read."""
    try:
        file = (folder / path).resolve()
        if not file.is_relative_to(folder.resolve()) or not file.is_file() or file.stat().st_size > FILE_BYTES:
            return None
        return file.read_bytes()
    except (OSError, RuntimeError):  # a name too long for the file system, a circle of links, no permission
        return None
