"""A company's site as the extractor sees it: one page, and whatever the page points at that can be had."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes, urlsplit
from urllib.request import url2pathname

from templates.brand.domain import normalise, registrable
from templates.brand.encoding import decoded, is_binary
from templates.brand.page import Page, join, parse_page
from templates.errors import FetchError, InputError
from templates.files import storage_errors

if TYPE_CHECKING:
    from templates.brand.fetch import Answer, Fetcher

SAVED_PAGE_BYTES = 20_000_000  # pages that browsers save as one file carry their pictures inside
FILE_BYTES = 5_000_000
PAGE_NAMES = ("index.html", "index.htm")
CHALLENGES = re.compile(
    r"just a moment|attention required|access denied|are you a (?:human|robot)|verify you are human", re.I
)
PARKED = re.compile(r"\b(?:domain|website) (?:name )?is for sale|buy this domain|domaine à vendre|parked free", re.I)


@dataclass
class Site:
    """``page`` is parsed; ``get`` brings what it points at. ``warnings`` say what went oddly but not wrong."""

    page: Page
    folder: Path | None = None
    fetcher: Fetcher | None = None
    warnings: list[str] = field(default_factory=list)
    _kept: dict[str, bytes | None] = field(default_factory=dict)

    def get(self, url: str, kind: str = "image") -> bytes | None:
        """The bytes at ``url``: a data address, a file beside the page, or fetched; None when it cannot be had.

        ``kind`` is "style", "image" or "manifest" and decides how large it may be.
        """
        if url not in self._kept:
            self._kept[url] = self._found(url, kind)
        return self._kept[url]

    def _found(self, url: str, kind: str) -> bytes | None:
        if url.startswith("data:"):
            return data_url(url)
        if self.folder is not None:
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
        """The saved file that stands for ``url``: below the page's folder, or below the site's root."""
        assert self.folder is not None  # noqa: S101 - for the type checker; the caller looked
        for path in self._paths(url):
            file = (self.folder / path).resolve()
            if file.is_relative_to(self.folder.resolve()) and file.is_file():
                with storage_errors(file):
                    return file.read_bytes() if file.stat().st_size <= FILE_BYTES else None
        return None

    def _paths(self, url: str) -> list[str]:
        here = join(self.page.url, ".")
        address = re.split(r"[?#]", url)[0]
        paths = [address.removeprefix(here)] if here and address.startswith(here) else []
        one, other = urlsplit(self.page.url), urlsplit(address)
        if registrable(one.hostname or "") == registrable(other.hostname or ""):
            paths.append(other.path.lstrip("/"))
        return [path for path in map(unquote, paths) if path and "\0" not in path]


def open_site(source: str, base_url: str | None = None, fetcher: Fetcher | None = None) -> Site:
    """Open a saved page, a folder with one, a URL or a domain.

    A file or folder is read offline unless a ``fetcher`` is given; ``base_url`` says where it came from when the page
    does not. Raises InputError, FetchError or StorageError.
    """
    path = Path(source) if source and "\0" not in source and len(source) < 4096 else None
    if path is not None and _exists(path):
        return _saved_site(path, base_url, fetcher)
    if path is not None and looks_like_path(source):
        raise InputError("There is no file or folder {path}.", advice="Check the path.", path=source)
    if fetcher is None:
        raise InputError(
            "{source} is not on this computer.", advice="Give a saved page, or allow the network.", source=source
        )
    return _live_site(source, fetcher)


def is_local(source: str) -> bool:
    """Whether ``source`` means a file or a folder of this computer."""
    return looks_like_path(source) or (bool(source) and "\0" not in source and _exists(Path(source)))


def looks_like_path(source: str) -> bool:
    """Whether somebody meant a file although there is none: a file's ending or a path's beginning."""
    if "://" in source:
        return False
    # A name without a dot before the first slash is a folder, no host.
    beginning = re.match(r"[/\\~]|\.\.?[/\\]|[^./\\:@]+[/\\]|[A-Za-z]:\\", source)
    return bool(beginning or re.search(r"\.(?:html?|mht(?:ml)?|zip)$", source, re.I))


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


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that the file system cannot hold
        return False


def _saved_site(path: Path, base_url: str | None, fetcher: Fetcher | None) -> Site:
    file = _page_file(path) if path.is_dir() else path
    with storage_errors(file):
        size = file.stat().st_size
        if size > SAVED_PAGE_BYTES:
            raise InputError(
                "{path} has {size} MB; a saved page may have {limit}.",
                advice="Save the page as HTML without its pictures.",
                path=str(file),
                size=round(size / 1e6),
                limit=SAVED_PAGE_BYTES // 1_000_000,
            )
        data = file.read_bytes()
    text = _text(data, "", str(file), InputError)
    url = base_url or _saved_from(text)
    page = parse_page(text, url or file.resolve().as_uri())
    if not url:
        page = replace(page, url=_canonical(page) or page.url)
    site = Site(page, file.parent, fetcher)
    _look_around(site, str(file))
    return site


def _page_file(folder: Path) -> Path:
    pages = [folder / name for name in PAGE_NAMES if (folder / name).is_file()]
    pages += sorted(file for file in folder.iterdir() if file.suffix.lower() in {".html", ".htm"})
    if not pages:
        raise InputError(
            "There is no HTML page in the folder {path}.", advice="Save the home page there.", path=str(folder)
        )
    return pages[0]


def _saved_from(text: str) -> str:
    """Browsers note the address in a comment at the top of a page they save."""
    match = re.search(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)", text[:4096])
    return match[1] if match else ""


def _canonical(page: Page) -> str:
    links = [link.get("href", "") for link in page.select("link[rel~=canonical]")]
    return next((url for url in links + page.meta("og:url") if url.startswith(("http://", "https://"))), "")


def _first_answer(fetcher: Fetcher, urls: list[str]) -> Answer:
    """The answer of the first address that has one; when none has, what went wrong with the first."""
    problem: FetchError | None = None
    for url in urls:
        try:
            return fetcher.fetch(url)
        except FetchError as error:
            problem = problem or error
    assert problem is not None  # noqa: S101 - for the type checker: there is always an address
    raise problem


def _live_site(source: str, fetcher: Fetcher) -> Site:
    domain = normalise(source)
    answer = _first_answer(fetcher, _addresses(source, domain.scheme, domain.host))
    text = _text(answer.data, answer.charset, domain.shown, FetchError)
    page = parse_page(text, answer.url)
    site = Site(page, None, fetcher, list(domain.warnings))
    landed = registrable(urlsplit(answer.url).hostname or "")
    if landed != domain.domain:
        site.warnings.append(f"{domain.shown} sends its visitors to {landed}; check that it is the same company.")
    _look_around(site, domain.shown)
    return site


def _addresses(source: str, scheme: str, host: str) -> list[str]:
    """The URL as it was given, or the host with and without ``www.``; http only when the user wrote it."""
    path = ""
    if "://" in source:
        parts = urlsplit(source.strip())
        path = parts.path + (f"?{parts.query}" if parts.query else "")
    other = host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"
    return [f"{scheme}://{name}{path or '/'}" for name in (host, other)]


def _text(data: bytes, charset: str, what: str, kind: type[FetchError | InputError]) -> str:
    if is_binary(data):
        raise kind("{what} is not a web page but another kind of file.", advice="Give the home page.", what=what)
    text = decoded(data, charset)
    if not text.strip() or not re.search(r"<\w", text):
        raise kind(
            "The page of {what} is empty.", advice="Open it in a browser, save it, and give the saved file.", what=what
        )
    return text


def _look_around(site: Site, what: str) -> None:
    title = " ".join(site.page.root.xpath("//title/text()"))
    body = " ".join(site.page.root.xpath("//body//text()[not(parent::script or parent::style)]")[:400])
    if CHALLENGES.search(title):
        site.warnings.append(
            f"{what} answered with a check for robots; save the page in a browser and give the saved file."
        )
    elif PARKED.search(title + " " + body):
        site.warnings.append(f"{what} looks like a parked domain; check the address.")
