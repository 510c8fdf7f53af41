"""The picture behind an ``<img>`` or its like: which of its many addresses, and in what shape."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from templates.brand.logos.svg import view_box
from templates.brand.reading.page import Page

LAZY = (
    *("data-src", "data-lazy-src", "data-original", "data-srcset", "data-lazy-srcset", "data-lazy", "data-hi-res-src"),
    *("data-image", "data-echo", "data-url"),
)
SOURCE = {"object": "data", "image": "href"}  # where elements other than <img> name their picture
DARK_MEDIA = re.compile(r"prefers-color-scheme\s*:\s*dark")
WANTED_WIDTH = 800  # twice the widest logo we show, and room for a trim


def picture_source(page: Page, image: HtmlElement) -> str:
    """The picture's address: ``src`` unless it is a placeholder, else a lazy attribute or the best of ``srcset``."""
    source = image.get(SOURCE.get(str(image.tag), "src"), "").strip()
    lazy = next((image.get(name, "").strip() for name in LAZY if image.get(name, "").strip()), "")
    if source and not (_placeholder(source) and (lazy or _in_sets(page, image))):
        return page.absolute(source)
    return page.absolute(best_of_srcset(lazy) if " " in lazy else lazy) or _in_sets(page, image)


def dark_source(page: Page, image: HtmlElement) -> str:
    """What the ``<picture>`` around ``image`` shows where people prefer dark pages; "" when it says nothing of that."""
    sets = [source.get("srcset", "") for source in _sources(image) if DARK_MEDIA.search(source.get("media", ""))]
    return _first(page, sets)


def best_of_srcset(srcset: str) -> str:
    """The largest picture of a ``srcset`` up to what a logo can need."""
    # A comma also stands inside data addresses; one that parts two entries has a space behind it or a size before.
    entries = [entry.split() for entry in re.split(r",\s+|(?<=\d[wx]),", srcset)]
    sized = [(_width(*entry[1:2]), entry[0].strip(",")) for entry in entries if entry and entry[0].strip(",")]
    fitting = [entry for entry in sized if entry[0] <= WANTED_WIDTH]
    return (max(fitting) if fitting else min(sized, default=(0.0, "")))[1]


def picture_ratio(element: HtmlElement) -> float | None:
    """Width by height from the viewBox or the attributes; None when the page does not say."""
    if element.tag == "svg":
        box = view_box(element)
        return box[0] / box[1] if box else None
    sizes = [re.fullmatch(r"\s*([\d.]+)(?:px)?\s*", element.get(name, "")) for name in ("width", "height")]
    if sizes[0] and sizes[1] and _number(sizes[0][1]) > 4 and _number(sizes[1][1]) > 4:
        return _number(sizes[0][1]) / _number(sizes[1][1])
    return None


def ratio_of_name(url: str) -> float | None:
    """The shape that a file's name tells: ``logo-600x60.png`` is wide, ``icon-192.png`` is square."""
    if url.startswith("data:"):
        return None
    name = url.split("?")[0].rsplit("/", 1)[-1].lower()
    size = re.search(r"(?<!\d)(\d{2,4})x(\d{2,4})(?!\d)", name)
    if size and int(size[2]) > 0:
        return int(size[1]) / int(size[2])
    if re.search(r"icon|square|touch|avatar|glyph|symbol|\bmark\b", name):
        return 1.0
    return None


def _width(descriptor: str = "1x") -> float:
    """Pixels that ``700w`` or ``2x`` stand for: a logo is shown some 200 wide."""
    number = _number(descriptor[:-1])
    return number if descriptor.endswith("w") else number * 200


def _number(text: str) -> float:
    """The number that digits and dots spell; 1 for what is none, such as ``1.2.3``."""
    try:
        return float(text or 1)
    except ValueError:
        return 1.0


def _placeholder(source: str) -> bool:
    return source.startswith("data:") or bool(
        re.search(r"blank|placeholder|spacer|transparent\.|loading|1x1|pixel", source[:500], re.I)
    )


def _sources(image: HtmlElement) -> list[HtmlElement]:
    picture = next(image.iterancestors("picture"), None)  # not the parent: <source> is left open in the tree
    return list(picture.iter("source")) if picture is not None else []


def _in_sets(page: Page, image: HtmlElement) -> str:
    light = [source for source in _sources(image) if "dark" not in source.get("media", "")]
    return _first(page, [one.get(name, "") for one in (image, *light) for name in ("srcset", "data-srcset")])


def _first(page: Page, sets: list[str]) -> str:
    found = (best_of_srcset(srcset) for srcset in sets if srcset.strip())
    return next((address for url in found if (address := page.absolute(url))), "")
