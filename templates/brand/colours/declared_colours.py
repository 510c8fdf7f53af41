"""Colours that a page declares to browsers, systems and scripts: who writes one there means the company's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from templates.brand.colours.weights import WEIGHTS
from templates.brand.evidence import Candidate
from templates.brand.reading.css import css_colour
from templates.brand.reading.page import Page
from templates.brand.site import Site

TILES = {"msapplication-tilecolor", "msapplication-navbutton-color"}
WIDGETS = {"twitter:widgets:link-color", "twitter:widgets:border-color"}
MOST_SCRIPT = 2_000_000  # characters of scripts that are read
#: ``"brandColor": "#1d5b4c"`` in a page's settings.
SETTING = re.compile(
    r"""["']?\b((?:brand|theme|primary|main)[-_]?colou?r)["']?\s*[:=]\s*["'](\#[0-9a-f]{3,6})["']""", re.I
)
ATTRIBUTES = ("data-theme-color", "data-brand-color", "data-primary-color", "data-main-color")


def declared_colours(site: Site) -> Iterator[Candidate]:
    """Colours of the head, of the manifest, and of the settings in scripts and attributes."""
    page = site.page
    yield from _metas(page)
    for link in page.root.iter("link"):
        if link.get("rel", "").lower() == "mask-icon":
            yield _vote(link.get("color", ""), "mask-icon", "mask-icon", "link[rel=mask-icon]")
    yield from _manifest(site)
    yield from _settings(page)


def _metas(page: Page) -> Iterator[Candidate]:
    for element in page.root.iter("meta"):
        name, content = element.get("name", "").lower(), element.get("content", "")[:500]
        if name == "theme-color":
            kind = "dark theme-color" if "dark" in element.get("media", "") else "theme-color"
            yield _vote(content, "theme-color", kind, "meta[name=theme-color]")
        elif name in TILES:
            yield _vote(content, "tile", "tile", f"meta[name={name}]")
        elif name in WIDGETS:
            yield _vote(content, "widget", "widget", f"meta[name='{name}']")
        elif name == "yandex-tableau-widget":
            match = re.search(r"color\s*=\s*(#?\w+)", content)
            yield _vote(match[1] if match else "", "tile", "browser tile", f"meta[name={name}]")


def _manifest(site: Site) -> Iterator[Candidate]:
    link = next(iter(site.page.select("link[rel~=manifest]")), None)
    url = site.page.absolute(link.get("href", "")) if link is not None else ""
    data = site.get(url, "manifest") if url else None
    try:
        manifest = json.loads(data) if data else None
    except (ValueError, RecursionError):
        return
    if isinstance(manifest, dict):
        yield _vote(str(manifest.get("theme_color", "")), "manifest", "manifest", f"{url} /theme_color")


def _settings(page: Page) -> Iterator[Candidate]:
    found: dict[str, set[str]] = {}
    left = MOST_SCRIPT
    for script in page.root.iter("script"):
        text = (script.text or "")[:left]
        left -= len(text)
        for name, colour in SETTING.findall(text) if "olo" in text else ():
            found.setdefault(name, set()).add(colour.lower())
    for name, colours in found.items():
        if len(colours) == 1:  # with several values it is no setting but data
            yield _vote(colours.pop(), "setting", "setting", f"script {name}")
    for element in page.root.xpath("//*[" + " or ".join(f"@{name}" for name in ATTRIBUTES) + "]")[:20]:
        for name in ATTRIBUTES:
            yield _vote(element.get(name, ""), "setting", "setting", f"{element.tag}[{name}]")


def _vote(colour: str, source: str, kind: str, locator: str) -> Candidate:
    return Candidate(css_colour(colour), source, WEIGHTS[kind], locator)
