"""Pages that somebody saved: an HTML file with what lies beside it, or a folder with one."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from templates.brand.opening.page_text import look_around, saved_text
from templates.brand.reading.page import Page, parse_page
from templates.brand.site import Archive, Site
from templates.errors import InputError
from templates.files import storage_errors

if TYPE_CHECKING:
    from templates.brand.opening.fetch import Fetcher

PAGE_BYTES = 20_000_000  # pages that browsers save as one file carry their pictures inside
PAGE_NAMES = ("index.html", "index.htm")
PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
ARCHIVE_SUFFIXES = (".mhtml", ".mht")


def page_file(folder: Path) -> Path:
    """The page that a folder stands for: ``index.html``, else its first page, else that of its only subfolder.

    Raises InputError when there is none, StorageError.
    """
    for place in (folder, *_only_subfolder(folder)):
        names = _page_names(place)
        if names:
            return place / names[0]
    raise InputError(
        "There is no HTML page in the folder {path}.", advice="Save the home page there.", path=str(folder)
    )


def first_page(names: list[str]) -> str:
    """The best page among paths with ``/``: the nearest to the root, ``index.html`` before others; "" for none."""
    pages = [name for name in names if name.lower().endswith(PAGE_SUFFIXES)]
    return min(pages, key=lambda name: (name.count("/"), _rank(name), name), default="")


def read_page_file(file: Path) -> bytes:
    """The bytes of a saved page. Raises InputError for one that is too large, StorageError."""
    with storage_errors(file):
        size = file.stat().st_size
        if size > PAGE_BYTES:
            raise InputError(
                "{path} has {size} MB; a saved page may have {limit}.",
                advice="Save the page as HTML without its pictures.",
                path=str(file),
                size=round(size / 1e6),
                limit=PAGE_BYTES // 1_000_000,
            )
        return file.read_bytes()


def saved_site(file: Path, data: bytes, base_url: str | None, fetcher: Fetcher | None) -> Site:
    """The site of an HTML file whose pictures and sheets lie beside it. Raises InputError for what is no page."""
    text = saved_text(data, "", str(file))
    site = Site(addressed_page(text, base_url or "", file.resolve().as_uri()), file.parent, fetcher)
    look_around(site, str(file))
    return site


def archived_site(text: str, archive: Archive, url: str, file: Path, fetcher: Fetcher | None) -> Site:
    """The site of a page that came in one file with its pictures; ``url`` is where it came from, if that is known."""
    page = addressed_page(text, url, file.resolve().as_uri())
    site = Site(page, None, fetcher, archive=archive)
    look_around(site, str(file))
    return site


def addressed_page(text: str, url: str, otherwise: str) -> Page:
    """Parse a page; where it came from is ``url``, else what the page says, else ``otherwise``."""
    url = url or _saved_from(text)
    page = parse_page(text, url or otherwise)
    return page if url else replace(page, url=_canonical(page) or page.url)


def _page_names(folder: Path) -> list[str]:
    with storage_errors(folder):
        names = [file.name for file in folder.iterdir() if file.suffix.lower() in (*PAGE_SUFFIXES, *ARCHIVE_SUFFIXES)]
    return sorted(names, key=lambda name: (_rank(name), name))


def _only_subfolder(folder: Path) -> list[Path]:
    """What an archive was unpacked into is often one folder more than one thinks."""
    with storage_errors(folder):
        folders = [path for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", "__"))]
    return folders if len(folders) == 1 else []


def _rank(name: str) -> int:
    base = name.rpartition("/")[2].lower()
    if base in PAGE_NAMES:
        return PAGE_NAMES.index(base)
    return len(PAGE_NAMES) + base.endswith(ARCHIVE_SUFFIXES)


def _saved_from(text: str) -> str:
    """Browsers note the address in a comment at the top of a page they save."""
    match = re.search(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)", text[:4096])
    return match[1] if match else ""


def _canonical(page: Page) -> str:
    links = [link.get("href", "") for link in page.select("link[rel~=canonical]")]
    return next((url for url in links + page.meta("og:url") if url.startswith(("http://", "https://"))), "")
