"""Logos that a page declares for machines: icons, tiles, the web manifest, and preview pictures."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice

from templates.brand.evidence import Candidate, clipped
from templates.brand.logos.pictures import ratio_of_name
from templates.brand.reading.elements import LOGO
from templates.brand.reading.organisations import as_list
from templates.brand.reading.page import Page, join
from templates.brand.site import Site

RELS = {  # link relation -> score: how often such an icon is the one that people would choose
    "apple-touch-icon": 0.8,
    "apple-touch-icon-precomposed": 0.8,
    "fluid-icon": 0.75,
    "icon": 0.75,
    "shortcut": 0.75,
    "mask-icon": 0.45,
}
MANIFEST, TILE, PREVIEW = 0.75, 0.65, 0.3
TILES = ("msapplication-tileimage", "msapplication-square150x150logo", "msapplication-square310x310logo")
MOST = 60  # icons looked at


def icon_candidates(site: Site) -> Iterator[Candidate]:
    """Icons of ``<link>``, tiles and the manifest, larger ones with a higher score; last, previews called a logo."""
    page = site.page
    yield from islice(_link_icons(page), MOST)
    for content in page.meta(*TILES)[:MOST]:
        if url := page.absolute(content):
            yield Candidate(url, "tile", TILE, "meta[name^=msapplication]")
    yield from _manifest_icons(site)
    for content in page.meta("og:image", "twitter:image", "image")[:4]:
        # A preview picture is a photograph; one that is called a logo is at least the company's.
        if (url := page.absolute(content)) and not url.startswith("data:") and _called_logo(url):
            yield Candidate(url, "preview picture", PREVIEW, "meta[property='og:image']")


def _link_icons(page: Page) -> Iterator[Candidate]:
    for link in page.root.iter("link"):
        rel = next((name for name in link.get("rel", "").lower().split() if name in RELS), "")
        url = page.absolute(link.get("href", "")) if rel else ""
        if url:
            size = _size(link.get("sizes", "") or url) or (180 if rel.startswith("apple") else 0)
            yield Candidate(url, rel, clipped(RELS[rel] + _size_bonus(url, size)), f"link[rel~={rel}]")


def _manifest_icons(site: Site) -> Iterator[Candidate]:
    link = next(iter(site.page.select("link[rel~=manifest]")), None)
    url = site.page.absolute(link.get("href", "")) if link is not None else ""
    data = site.get(url, "manifest") if url else None
    try:
        manifest = json.loads(data) if data else {}
    except (ValueError, RecursionError):
        return
    icons = as_list(manifest.get("icons") if isinstance(manifest, dict) else None)[:MOST]
    for index, icon in enumerate(icons):
        if isinstance(icon, dict) and "monochrome" not in str(icon.get("purpose", "")):
            source = str(icon.get("src", ""))
            if address := join(url, source) if source else "":
                score = clipped(MANIFEST + _size_bonus(source, _size(str(icon.get("sizes", "")))))
                yield Candidate(address, "manifest", score, f"{url} /icons/{index}")


def _called_logo(url: str) -> bool:
    """Whether the path of a picture says logo or icon; a ``logo`` in the host is a picture service."""
    path = url.partition("://")[2].partition("/")[2].split("?")[0].lower()
    ratio = ratio_of_name(url)
    return bool(LOGO.search(path)) and (ratio is None or 0.8 <= ratio <= 1.25)


def _size(text: str) -> int:
    match = re.search(r"(\d{2,4})[xX×](\d{2,4})", text[:500])
    return int(match[1]) if match else 0


def _size_bonus(url: str, size: int) -> float:
    """A scalable or large icon is better; one of a favicon's size only when there is nothing else."""
    if url.split("?")[0].endswith(".svg") or url.startswith("data:image/svg"):
        return 0.1
    if size >= 120:
        return min(0.08, size / 4000)
    return -0.05 if size >= 64 else -0.25
