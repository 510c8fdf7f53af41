"""Logos that a page shows: pictures and inline drawings that stand, or are called, like one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from templates.brand.evidence import Candidate, clipped
from templates.brand.logos.pictures import picture_ratio, picture_source, ratio_of_name
from templates.brand.logos.svg_inline import svg_reference
from templates.brand.reading.elements import LOGO, Standing, standing
from templates.brand.reading.page import Page, tokens
from templates.brand.reading.spelling import likeness, plain

FIRST, LAST = 300, 100  # pictures looked at from the top and from the bottom; beyond these a page is a gallery
SAME_CLASS = 4  # pictures of one page that may have the class of its logo: header, menu, footer, light and dark
SHORT = 20  # drawings for which a short selector is looked for
TAGS = ("img", "svg", "object", "embed", "image", "amp-img")
PICTURE = re.compile(r"\.(?:svg|png|jpe?g|gif|webp|avif)\b|^data:image/|^image/", re.I)
BESIDE = "beside the name"
HIDDEN = re.compile(
    r"sr-only|visually-?hidden|screen-?reader|offscreen|off-screen|a11y|assistive|hidden|hide|text-indent"
)
NOISE = re.compile(r"\b(?:logo(?:type)?|brand|home(?: ?page)?|accueil|startseite|icon|image|img|of|de|du|the)\b", re.I)


@dataclass(frozen=True)
class Shown:
    """A picture of the page that may be a logo; ``ratio`` is width by height, None where the page does not say."""

    candidate: Candidate
    ratio: float | None
    element: HtmlElement
    place: Standing


def shown_logos(page: Page, name: str) -> Iterator[Shown]:
    """Pictures and inline drawings that may be logos, in the page's order.

    ``name`` is the company's name as far as it is known; a picture that is called so is more likely its logo.
    """
    og_images = {page.absolute(url) for url in page.meta("og:image", "twitter:image")}
    first_in_header, drawings = True, 0
    pictures = _pictures(page)
    everywhere = _everywhere(pictures)
    for element in pictures:
        place = standing(page, element)
        base = _named_score(page, element, place, name) or place_score(place)
        score = base + _adjustment(page, element, place, name)
        if not place.home and everywhere & set((element.get("class") or "").split()):
            score -= 0.4
        if place.zone == "header" and first_in_header and base > 0:
            first_in_header, score = False, score + 0.05
        drawings += element.tag == "svg" and base > 0
        reference = _reference(page, element, drawings <= SHORT) if base > 0 and score > 0 else ""
        score -= 0.3 if reference in og_images else 0.0
        if reference and score > 0:
            source = f"{place.zone} {'svg' if element.tag == 'svg' else 'img'}"
            if beside_name(element, page.label, name):
                source, score = f"{source} {BESIDE}", score - 0.15
            candidate = Candidate(reference, source, clipped(score), page.root.getroottree().getpath(element))
            yield Shown(candidate, picture_ratio(element) or ratio_of_name(reference), element, place)


def place_score(place: Standing) -> float:
    """The weight of where it stands and what it is called, before bonuses and penalties."""
    if place.zone == "footer":
        return 0.25 if place.hinted else 0.0
    if place.zone == "header":
        return {(True, True): 0.75, (True, False): 0.6, (False, True): 0.62}.get((place.home, place.hinted), 0.0)
    if place.hinted:
        return 0.55 if place.home else 0.2
    return 0.25 if place.home else 0.0


def beside_name(element: HtmlElement, *names: str) -> bool:
    """Whether the link around a picture also writes the company's name for everybody to see: it holds a mark, then."""
    link = next(islice((node for node in element.iterancestors("a", "h1", "h2")), 1), None)
    if link is None or len(list(islice(link.iter(), 30))) == 30:
        return False
    texts = [link.text or ""]
    for part in link.iter():
        hidden = any(HIDDEN.search(tokens(node)) for node in (part, *islice(part.iterancestors(), 3)))
        seen = isinstance(part.tag, str) and part.tag not in {"title", "desc", "style", "script", "text"} and not hidden
        texts += [(part.text or "") if seen and part is not link else "", (part.tail or "") if part is not link else ""]
    return any(likeness(" ".join(texts), name) > 0.8 for name in names)


def called(text: str, *names: str) -> bool:
    """Whether any of the names is written in ``text``, letters and digits only."""
    there = plain(text)
    return any(len(plain(name)) > 2 and plain(name) in there for name in names)


def _named_score(page: Page, element: HtmlElement, place: Standing, name: str) -> float:
    """The weight of a header's picture whose label is the company's name and no more, whatever its class."""
    label = NOISE.sub(" ", element.get("alt") or element.get("aria-label") or "")
    if place.zone != "header" or place.hinted or place.home or not label.strip():
        return 0.0
    return 0.45 if max(likeness(label, name), likeness(label, page.label)) > 0.85 else 0.0


def _pictures(page: Page) -> list[HtmlElement]:
    found = [element for element in page.root.iter(*TAGS) if _drawn(element)]
    return found if len(found) <= FIRST + LAST else found[:FIRST] + found[-LAST:]


def _drawn(element: HtmlElement) -> bool:
    """Whether the element shows a picture of its own: no part of a drawing, store of symbols, player or stencil."""
    stencil = next(element.iterancestors("template"), None)
    if stencil is not None and not stencil.get("shadowrootmode"):
        return False
    if element.tag in {"svg", "image"}:
        stores = element.tag == "svg" and len(element) > 0 and all(part.tag in {"symbol", "defs"} for part in element)
        return not stores and next(element.iterancestors("svg"), None) is None
    if element.tag in {"object", "embed"}:
        return bool(
            PICTURE.search(f"{element.get('data') or element.get('src') or ''} {element.get('type', '')}"[:500])
        )
    return True


def _everywhere(pictures: list[HtmlElement]) -> set[str]:
    """Classes called a logo that so many pictures have that they mean something else."""
    counts = Counter(name for one in pictures for name in (one.get("class") or "").split()[:20])
    return {name for name, count in counts.items() if count > SAME_CLASS and LOGO.search(name.lower())}


def _reference(page: Page, element: HtmlElement, short: bool) -> str:
    return svg_reference(page, element, short=short) if element.tag == "svg" else picture_source(page, element)


def _adjustment(page: Page, element: HtmlElement, place: Standing, name: str) -> float:
    bonus = 0.0
    if called(place.own, page.label, name):
        bonus += 0.15
    elif place.zone == "header" and not place.home and not LOGO.search(place.own):
        # What holds a logo often holds an award beside it, which says its own name.
        bonus -= 0.4 if NOISE.sub("", element.get("alt") or "").strip() else 0.15
    elif LOGO.search(place.own):
        bonus += 0.05
    elif not place.hinted and next(element.iterancestors("li"), None) is not None:
        bonus -= 0.35  # a menu's pictures link home too
    if place.something_else:
        bonus -= 0.4
    if place.zone == "content":
        bonus -= 0.4
    if place.elsewhere:
        bonus -= 0.5
    if place.button and not place.home:
        bonus -= 0.3
    if _odd_size(element):
        bonus -= 0.3
    return bonus


def _odd_size(element: HtmlElement) -> bool:
    """Smaller than any logo, or as large as a photograph."""
    sizes = [
        int(match[0])
        for name in ("width", "height")
        if (match := re.match(r"\d{1,6}(?=(?:px)?$)", element.get(name, "").strip()))
    ]
    return bool(sizes) and (max(sizes) < 24 or (len(sizes) == 2 and sizes[0] * sizes[1] > 1_000_000))
