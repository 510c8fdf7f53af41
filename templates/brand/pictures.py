"""The picture behind an ``<img>``: which of its many addresses, and in what shape."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from templates.brand.page import Page
from templates.brand.svg import view_box

LAZY = ("data-src", "data-lazy-src", "data-original", "data-srcset", "data-lazy", "data-hi-res-src")
WANTED_WIDTH = 800  # twice the widest logo we show, and room for a trim


def picture_source(page: Page, image: HtmlElement) -> str:
    """The picture's address: ``src`` unless it is a placeholder, else a lazy attribute or the best of ``srcset``."""
    source = image.get("src", "").strip()
    lazy = next((image.get(name, "").strip() for name in LAZY if image.get(name, "").strip()), "")
    if source and not (lazy and _placeholder(source)):
        return page.absolute(source)
    return page.absolute(best_of_srcset(lazy) if " " in lazy else lazy) or _from_sets(page, image)


def best_of_srcset(srcset: str) -> str:
    """The largest picture of a ``srcset`` up to what a logo can need."""
    entries = re.findall(r"(\S+?)(?:\s+([\d.]+)([wx]))?\s*(?:,\s+|,?$)", srcset.strip())
    sized = [(float(number or 1) * (200 if unit != "w" else 1), url) for url, number, unit in entries if url.strip(",")]
    fitting = [entry for entry in sized if entry[0] <= WANTED_WIDTH]
    return (max(fitting) if fitting else min(sized, default=(0.0, "")))[1]


def picture_ratio(element: HtmlElement) -> float | None:
    """Width by height from the viewBox or the attributes; None when the page does not say."""
    if element.tag == "svg":
        box = view_box(element)
        return box[0] / box[1] if box else None
    sizes = [re.fullmatch(r"\s*([\d.]+)(?:px)?\s*", element.get(name, "")) for name in ("width", "height")]
    if sizes[0] and sizes[1] and float(sizes[0][1]) > 4 and float(sizes[1][1]) > 4:
        return float(sizes[0][1]) / float(sizes[1][1])
    return None


def _placeholder(source: str) -> bool:
    return source.startswith("data:") or bool(
        re.search(r"blank|placeholder|spacer|transparent|loading|1x1|pixel", source, re.I)
    )


def _from_sets(page: Page, image: HtmlElement) -> str:
    sets = [image.get("srcset", "")]
    picture = next(image.iterancestors("picture"), None)  # not the parent: <source> is left open in the tree
    if picture is not None:
        sets += [source.get("srcset", "") for source in picture.iter("source") if "dark" not in source.get("media", "")]
    found = (best_of_srcset(srcset) for srcset in sets if srcset.strip())
    return next((address for url in found if (address := page.absolute(url))), "")
