"""The ways in to a company's brand: what a source is, and how its site is opened."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from templates.brand.opening.live_site import live_site
from templates.brand.opening.mhtml import is_mhtml, mhtml_site
from templates.brand.opening.saved_page import page_file, read_page_file, saved_site
from templates.brand.opening.zip_site import ZIP_BYTES, zip_site
from templates.brand.site import Site
from templates.errors import InputError
from templates.files import storage_errors

if TYPE_CHECKING:
    from templates.brand.opening.fetch import Fetcher

LOGO_SUFFIXES = ("svg", "png", "jpg", "jpeg", "webp", "gif", "ico")
MEANT_AS_FILE = re.compile(rf"\.(?:html?|xhtml|mht(?:ml)?|zip|{'|'.join(LOGO_SUFFIXES)})$", re.I)
ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")


@contextmanager
def opened_site(
    source: str,
    base_url: str | None = None,
    fetcher: Fetcher | None = None,
    cancel: threading.Event | None = None,
) -> Iterator[Site]:
    """Open a site as long as it is needed: offline for a file or folder, over the network for a domain or URL.

    A ``fetcher`` that is given serves both. Raises what ``open_site`` raises, and Cancelled once ``cancel`` is set.
    """
    if fetcher is not None or is_local(source):
        yield open_site(source, base_url, fetcher)
        return
    from templates.brand.opening.fetch import HttpFetcher  # the network's libraries load only when they are used

    with HttpFetcher(cancel=cancel) as http:
        yield open_site(source, base_url, http)


def open_site(source: str, base_url: str | None = None, fetcher: Fetcher | None = None) -> Site:
    """Open a saved page (``.html``, ``.mhtml``), a folder or a zip with one, a URL or a domain.

    What a file is, its first bytes say. It is read offline unless a ``fetcher`` is given; ``base_url`` says where it
    came from when the page does not. Raises InputError, FetchError or StorageError.
    """
    path = local_path(source)
    if path is not None:
        return _saved(page_file(path) if path.is_dir() else path, base_url, fetcher)
    if looks_like_path(source):
        raise InputError("There is no file or folder {path}.", advice="Check the path.", path=source)
    if fetcher is None:
        raise InputError(
            "{source} is not on this computer.", advice="Give a saved page, or allow the network.", source=source
        )
    return live_site(source, fetcher)


def is_local(source: str) -> bool:
    """Whether ``source`` means a file or a folder of this computer."""
    return looks_like_path(source) or local_path(source) is not None


def looks_like_path(source: str) -> bool:
    """Whether somebody meant a file although there is none: a file's ending or a path's beginning."""
    if "://" in source:
        return False
    # A name without a dot before the first slash is a folder, no host.
    beginning = re.match(r"[/\\~]|\.\.?[/\\]|[^./\\:@]+[/\\]|[A-Za-z]:\\", source)
    return bool(beginning or MEANT_AS_FILE.search(source))


def local_path(source: str) -> Path | None:
    """The file or folder that ``source`` names; None when there is none, or one without an end such as a device."""
    if not source or "\0" in source or len(source) > 4096:
        return None
    try:
        path = Path(source).expanduser()
        return path if path.is_file() or path.is_dir() else None
    except (OSError, RuntimeError):  # a name that the file system cannot hold, a user without a home
        return None


def _saved(file: Path, base_url: str | None, fetcher: Fetcher | None) -> Site:
    with storage_errors(file), file.open("rb") as opened:
        packed = opened.read(4).startswith(ZIP_MAGIC)
    if packed:
        return zip_site(file, _zip_bytes(file), base_url, fetcher)
    data = read_page_file(file)
    open_it = mhtml_site if is_mhtml(data) else saved_site
    return open_it(file, data, base_url, fetcher)


def _zip_bytes(file: Path) -> bytes:
    with storage_errors(file), file.open("rb") as opened:
        data = opened.read(ZIP_BYTES + 1)
    if len(data) > ZIP_BYTES:
        raise InputError(
            "{path} has more than {limit} MB.",
            advice="Unpack it and give the folder.",
            path=str(file),
            limit=ZIP_BYTES // 1_000_000,
        )
    return data
