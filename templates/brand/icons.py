"""Logos that a page declares for machines: icons, tiles, the web manifest, and structured data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from templates.brand.evidence import Candidate, clipped
from templates.brand.page import Json, Page, join
from templates.brand.site import Site

ORGANISATIONS = re.compile(
    r"organi[sz]ation|corporation|localbusiness|brand|store|restaurant|newsmedia|publisher|person$", re.I
)
RELS = {  # link relation -> score
    "apple-touch-icon": 0.5,
    "apple-touch-icon-precomposed": 0.5,
    "fluid-icon": 0.45,
    "icon": 0.45,
    "shortcut": 0.45,
    "mask-icon": 0.3,
}


def icon_candidates(site: Site) -> Iterator[Candidate]:
    """Icons of ``<link>``, tiles and the manifest, larger ones with a higher score."""
    page = site.page
    for link in page.root.iter("link"):
        rel = next((name for name in link.get("rel", "").lower().split() if name in RELS), "")
        url = page.absolute(link.get("href", "")) if rel else ""
        if url:
            size = _size(link.get("sizes", "") or url) or (180 if rel.startswith("apple") else 0)
            yield Candidate(url, rel, clipped(RELS[rel] + _size_bonus(url, size)), f"link[rel={rel}]")
    for content in page.meta("msapplication-tileimage", "msapplication-square150x150logo"):
        if url := page.absolute(content):
            yield Candidate(url, "tile", 0.4, "meta")
    yield from _manifest_icons(site)


def structured_logos(page: Page) -> Iterator[tuple[Candidate, float | None]]:
    """Logos of JSON-LD organisations and publishers, ``itemprop=logo`` and ``og:logo``, with their aspect ratio."""
    for node, source in organisations(page):
        for logo in _list(node.get("logo")):
            url, ratio = _image(logo)
            if address := page.absolute(url):
                yield Candidate(address, source, 0.5, "JSON-LD logo"), ratio or ratio_of_name(address)
    for content in page.meta("og:logo", "logo"):
        if address := page.absolute(content):
            yield Candidate(address, "og:logo", 0.5, "meta"), ratio_of_name(address)
    for element in page.select("[itemprop=logo]"):
        source = element.get("src") or element.get("href") or element.get("content") or ""
        if not source:
            source = next((image.get("src", "") for image in element.iter("img")), "")
        source = source or next((link.get("href", "") for link in element.iter("link", "meta")), "")
        if address := page.absolute(source):
            yield Candidate(address, "itemprop", 0.5, "[itemprop=logo]"), ratio_of_name(address)


def organisations(page: Page) -> Iterator[tuple[Json, str]]:
    """JSON-LD nodes that stand for the company: top-level organisations, and publishers of what the page is."""
    for node in page.json_ld:
        if ORGANISATIONS.search(" ".join(map(str, _list(node.get("@type"))))):
            yield node, "JSON-LD"
        for publisher in _list(node.get("publisher")):
            if isinstance(publisher, dict):
                yield publisher, "JSON-LD publisher"


def _manifest_icons(site: Site) -> Iterator[Candidate]:
    link = next(iter(site.page.select("link[rel~=manifest]")), None)
    url = site.page.absolute(link.get("href", "")) if link is not None else ""
    data = site.get(url, "manifest") if url else None
    try:
        manifest = json.loads(data) if data else {}
    except (ValueError, RecursionError):
        return
    for icon in _list(manifest.get("icons") if isinstance(manifest, dict) else None):
        if isinstance(icon, dict) and "monochrome" not in str(icon.get("purpose", "")):
            source = str(icon.get("src", ""))
            if address := join(url, source):
                yield Candidate(
                    address, "manifest", clipped(0.45 + _size_bonus(source, _size(str(icon.get("sizes", ""))))), "icons"
                )


def _list(value: object) -> list[object]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _image(value: object) -> tuple[str, float | None]:
    """Address and ratio of a JSON-LD ImageObject or plain URL."""
    if isinstance(value, str):
        return value, None
    if not isinstance(value, dict):
        return "", None
    url = next((value[key] for key in ("url", "contentUrl", "@id") if isinstance(value.get(key), str)), "")
    sizes = [re.match(r"[\d.]+", str(value.get(key, ""))) for key in ("width", "height")]
    if sizes[0] and sizes[1] and float(sizes[1][0]) > 0:
        return url, float(sizes[0][0]) / float(sizes[1][0])
    return url, None


def ratio_of_name(url: str) -> float | None:
    """The shape that a file's name tells: ``logo-600x60.png`` is wide, ``icon-192.png`` is square."""
    name = url.split("?")[0].rsplit("/", 1)[-1].lower()
    size = re.search(r"(\d{2,4})x(\d{2,4})", name)
    if size:
        return int(size[1]) / int(size[2])
    if re.search(r"icon|square|touch|avatar|glyph|symbol|\bmark\b", name):
        return 1.0
    return None


def _size(text: str) -> int:
    match = re.search(r"(\d{2,4})[xX×](\d{2,4})", text)
    return int(match[1]) if match else 0


def _size_bonus(url: str, size: int) -> float:
    """A scalable or large icon is better; one of a favicon's size only when there is nothing else."""
    if url.split("?")[0].endswith(".svg"):
        return 0.1
    if size >= 120:
        return min(0.08, size / 4000)
    return {True: -0.05, False: -0.2}[size >= 64]
