"""The brand kit of a company: extracted from its site in one call."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from templates.brand.brand_kit import BrandKit
from templates.brand.evidence import Candidate
from templates.brand.extraction import kit_of
from templates.brand.logos.logo_alone import is_picture, kit_of_logo
from templates.brand.logos.logo_file import LogoFile
from templates.brand.opening.sources import local_path, opened_site
from templates.brand.texts.font import Font
from templates.errors import Cancelled

if TYPE_CHECKING:
    from templates.brand.opening.fetch import Fetcher
    from templates.brand.witness import Witness

__all__ = ["BrandKit", "Candidate", "Font", "LogoFile", "extract_brand", "kit_of"]


def extract_brand(
    source: str,
    *,
    base_url: str | None = None,
    fetcher: Fetcher | None = None,
    witness: Witness | None = None,
    progress: Callable[[str], None] | None = None,
    cancel: threading.Event | None = None,
) -> BrandKit:
    """Make a brand kit from a domain, a URL, a saved page (``.html``, ``.mhtml``), a folder or zip with one, or a logo.

    ``base_url`` says where a saved page came from. A domain or URL is fetched, politely and within limits; a file or
    folder is read offline, unless a ``fetcher`` is given. ``witness`` looks at the page with a browser. ``progress``
    hears one line a step; setting ``cancel`` ends the work with Cancelled. Raises InputError for what is no site,
    FetchError when the page cannot be had, StorageError when a file cannot be read. Everything else that goes wrong
    becomes a warning of the kit.
    """
    step = _Steps(progress, cancel)
    step("Opening the site")
    file = local_path(source)
    if file is not None and file.is_file() and is_picture(file):
        return kit_of_logo(file)
    with opened_site(source, base_url, fetcher, cancel) as site:
        return kit_of(site, step, witness)


class _Steps:
    """Tells the listener each step, and stops between two of them when the user cancels."""

    def __init__(self, progress: Callable[[str], None] | None, cancel: threading.Event | None) -> None:
        self._progress, self._cancel = progress, cancel

    def __call__(self, text: str) -> None:
        if self._cancel is not None and self._cancel.is_set():
            raise Cancelled("The extraction was stopped.")
        if self._progress is not None:
            self._progress(text)
