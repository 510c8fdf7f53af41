"""The brand kit, and how it is extracted from a company's site."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from templates.brand.colour import find_accents, find_colours
from templates.brand.css import Styles, page_styles
from templates.brand.evidence import Candidate, chosen
from templates.brand.font import Font, find_font, find_radius
from templates.brand.footer import find_addresses, find_languages, find_legal_lines
from templates.brand.logo import Logos, find_logos
from templates.brand.logo_colour import logo_colours
from templates.brand.logo_file import Choice, LogoFile, choose_logo
from templates.brand.name import find_names
from templates.brand.site import Site, file_path, is_local, open_site
from templates.brand.social import find_socials
from templates.errors import Cancelled

if TYPE_CHECKING:
    from templates.brand.fetch import Fetcher

__all__ = ["BrandKit", "Candidate", "Font", "LogoFile", "extract_brand", "kit_of"]

NEUTRAL = "#3d4451"  # a quiet slate for a site that shows no colour at all


@dataclass(frozen=True)
class BrandKit:
    """What a mail needs to know of a company.

    ``candidates`` holds the ranked evidence of the fields name, logo_wide, logo_square, primary, accent, address,
    legal, language and ``socials.<network>``. A logo's reference is an absolute URL, a file's path, ``inline-svg:<css
    selector>``, or "" when there is none; ``logo_files`` has the bytes of those slots ("wide", "square") that could be
    had. ``accent`` is "" when the site's buttons are not known.
    """

    site: str
    name: str
    legal: str
    address: str
    language: str
    logo_wide: str
    logo_square: str
    primary: str
    accent: str
    font: Font
    radius: int
    socials: Mapping[str, str]
    candidates: Mapping[str, tuple[Candidate, ...]]
    logo_files: Mapping[str, LogoFile]
    warnings: tuple[str, ...]


def extract_brand(
    source: str,
    *,
    base_url: str | None = None,
    fetcher: Fetcher | None = None,
    progress: Callable[[str], None] | None = None,
    cancel: threading.Event | None = None,
) -> BrandKit:
    """Make a brand kit from a domain, a URL, a saved page (``.html``) or a folder with one.

    ``base_url`` says where a saved page came from. A domain or URL is fetched, politely and within limits; a file or
    folder is read offline, unless a ``fetcher`` is given. ``progress`` hears one line a step; setting ``cancel`` ends
    the work with Cancelled. Raises InputError for what is no site, FetchError when the page cannot be had,
    StorageError when a file cannot be read. Everything else that goes wrong becomes a warning of the kit.
    """
    step = _Steps(progress, cancel)
    step("Opening the site")
    if fetcher is not None or is_local(source):
        return kit_of(open_site(source, base_url, fetcher), step)
    from templates.brand.fetch import HttpFetcher  # the network's libraries load only when they are used

    with HttpFetcher(cancel=cancel) as http:
        return kit_of(open_site(source, base_url, http), step)


def kit_of(site: Site, step: Callable[[str], None] = lambda text: None) -> BrandKit:
    """Extract the kit of a site that is open."""
    page = site.page
    step("Reading the style sheets")
    styles = page_styles(site)
    step("Looking for the name and the logo")
    names = find_names(page)
    logos = find_logos(site, styles, chosen(names))
    wide, square = _choices(site, styles, logos, step)
    step("Choosing the colours")
    shown = wide.file or square.file
    in_logo = logo_colours(shown.data, shown.reference) if shown else ()
    colours = find_colours(page, styles, in_logo, logo_seen=shown is not None)
    accents = find_accents(styles)
    socials = find_socials(page)
    candidates = {
        "name": names,
        "logo_wide": logos.wide,
        "logo_square": logos.square,
        "primary": colours,
        "accent": accents,
        "address": find_addresses(page),
        "legal": find_legal_lines(page),
        "language": find_languages(page),
        **{f"socials.{network}": found for network, found in socials.items()},
    }
    return BrandKit(
        site=_site_address(page.url),
        name=chosen(names),
        legal=chosen(candidates["legal"]),
        address=chosen(candidates["address"]),
        language=chosen(candidates["language"]) or "en",
        logo_wide=file_path(wide.reference),
        logo_square=file_path(square.reference),
        primary=chosen(colours) or NEUTRAL,
        accent=chosen(accents),
        font=find_font(page, styles),
        radius=find_radius(styles),
        socials={network: chosen(found) for network, found in socials.items() if found[0].score >= 0.4},
        candidates=candidates,
        logo_files={slot: one.file for slot, one in (("wide", wide), ("square", square)) if one.file},
        warnings=tuple(dict.fromkeys(site.warnings)),
    )


class _Steps:
    """Tells the listener each step, and stops between two of them when the user cancels."""

    def __init__(self, progress: Callable[[str], None] | None, cancel: threading.Event | None) -> None:
        self._progress, self._cancel = progress, cancel

    def __call__(self, text: str) -> None:
        if self._cancel is not None and self._cancel.is_set():
            raise Cancelled("The extraction was stopped.")
        if self._progress is not None:
            self._progress(text)


def _choices(site: Site, styles: Styles, logos: Logos, step: Callable[[str], None]) -> tuple[Choice, Choice]:
    step("Fetching the logo of the header")
    wide = choose_logo(site, styles, logos.wide, "wide")
    step("Fetching the icon")
    return wide, choose_logo(site, styles, logos.square, "square")


def _site_address(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
