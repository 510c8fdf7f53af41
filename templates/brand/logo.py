"""Candidates for the two slots of a logo: the wide one of the header, the square one of the icons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from templates.brand.css import Styles
from templates.brand.elements import LOGO, Standing, standing
from templates.brand.evidence import Candidate, best_first, clipped
from templates.brand.icons import icon_candidates, ratio_of_name, structured_logos
from templates.brand.page import Page, join
from templates.brand.pictures import picture_ratio, picture_source
from templates.brand.site import Site
from templates.brand.spelling import plain
from templates.brand.svg_inline import svg_reference

MAX_DRAWN = 400  # pictures looked at; beyond these a page is a gallery


@dataclass(frozen=True)
class Logos:
    """Ranked candidates of both slots."""

    wide: tuple[Candidate, ...]
    square: tuple[Candidate, ...]


def find_logos(site: Site, styles: Styles, name: str) -> Logos:
    """Collect logos from the header, the structured data, the icons and the style sheets.

    ``name`` is the company's name as far as it is known; a picture that is called so is more likely its logo.
    """
    page = site.page
    wide: list[Candidate] = []
    square: list[Candidate] = []
    drawn = (*_drawn(page, name), *_backgrounds(page, styles))
    structured = tuple(structured_logos(page))
    for candidate, ratio in (*drawn, *structured):
        if ratio is None or ratio >= 1.2:
            wide.append(candidate)
    # Icons are declared for the square slot; what the header shows goes there only when there is none.
    square.extend(
        _squarely(candidate, 0.4 if ratio is None else 0.5) for candidate, ratio in drawn if _may_be_square(ratio)
    )
    square.extend(
        _squarely(candidate, 0.6 if ratio is None else 0.95) for candidate, ratio in structured if _may_be_square(ratio)
    )
    square.extend(icon_candidates(site))
    return Logos(_ranked(wide), _ranked(square))


def _may_be_square(ratio: float | None) -> bool:
    return ratio is None or 0.8 <= ratio <= 1.25


def _squarely(candidate: Candidate, factor: float) -> Candidate:
    return replace(candidate, score=clipped(candidate.score * factor))


def _ranked(candidates: list[Candidate]) -> tuple[Candidate, ...]:
    """Best first, each reference once, with a little more confidence for one that several sources name."""
    best: dict[str, Candidate] = {}
    for candidate in best_first(candidates):
        known = best.setdefault(candidate.value, candidate)
        if known is not candidate and candidate.source not in known.source:
            score = clipped(known.score + 0.05)
            best[candidate.value] = replace(known, source=f"{known.source}, {candidate.source}", score=score)
    return best_first(best.values())


def _drawn(page: Page, name: str) -> Iterator[tuple[Candidate, float | None]]:
    """Pictures and inline drawings that stand or are called like a logo, with their aspect ratio where it is known."""
    og_images = {page.absolute(url) for url in page.meta("og:image", "twitter:image")}
    first_in_header = True
    for element in list(page.root.iter("img", "svg"))[:MAX_DRAWN]:
        if element.tag == "svg" and next(element.iterancestors("svg"), None) is not None:
            continue
        place = standing(page, element)
        score = _base_score(place) + _adjustment(page, element, place, name)
        if place.zone == "header" and first_in_header:
            first_in_header, score = False, score + 0.05
        reference = svg_reference(page, element) if element.tag == "svg" and score > 0 else ""
        reference = reference or (picture_source(page, element) if element.tag == "img" else "")
        if reference in og_images:
            score -= 0.3
        if score > 0 and reference and _base_score(place) > 0:
            source = f"{place.zone} {'svg' if element.tag == 'svg' else 'img'}"
            ratio = picture_ratio(element) or ratio_of_name(reference)
            yield Candidate(reference, source, clipped(score), page.root.getroottree().getpath(element)), ratio


def _base_score(place: Standing) -> float:
    """The weight of where it stands and what it is called, before bonuses and penalties."""
    if place.zone == "footer":
        return 0.25 if place.hinted else 0.0
    if place.zone == "header":
        return {(True, True): 0.75, (True, False): 0.6, (False, True): 0.62}.get((place.home, place.hinted), 0.0)
    if place.hinted:
        return 0.55 if place.home else 0.2
    return 0.25 if place.home else 0.0


def _adjustment(page: Page, element: HtmlElement, place: Standing, name: str) -> float:
    bonus = 0.0
    if called(place.own, page.label, name):
        bonus += 0.15
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


def called(text: str, *names: str) -> bool:
    """Whether any of the names is written in ``text``, letters and digits only."""
    there = plain(text)
    return any(len(plain(name)) > 2 and plain(name) in there for name in names)


def _odd_size(element: HtmlElement) -> bool:
    """Smaller than any logo, or as large as a photograph."""
    sizes = [
        int(match[0])
        for name in ("width", "height")
        if (match := re.match(r"\d+(?=(?:px)?$)", element.get(name, "").strip()))
    ]
    return bool(sizes) and (max(sizes) < 24 or (len(sizes) == 2 and sizes[0] * sizes[1] > 1_000_000))


def _backgrounds(page: Page, styles: Styles) -> Iterator[tuple[Candidate, float | None]]:
    """Background pictures of elements that are called a logo: in a rule or in a style attribute."""
    for rule in styles.rules:
        last = rule.selector.split(",")[0].split()[-1:] or [""]
        if LOGO.search(last[0].lower()) and "url(" in rule.body and ":" not in last[0]:
            url = _url(
                styles.resolved(rule.declarations.get("background-image") or rule.declarations.get("background") or "")
            )
            base = rule.sheet if rule.sheet != "style" else page.base
            if url and _on_page(page, last[0]):
                yield Candidate(join(base, url), "css background", 0.45, rule.selector), _css_ratio(rule.declarations)
    for element in page.select("[style*='url(']"):
        place = standing(page, element)
        if LOGO.search(place.own) and place.zone != "content" and not place.elsewhere:
            yield Candidate(page.absolute(_url(element.get("style", ""))), "style attribute", 0.5), None


def _on_page(page: Page, compound: str) -> bool:
    """Whether a simple selector matches anything: sheets are full of logos of other pages."""
    return any(standing(page, element).zone in {"header", "body"} for element in page.select(compound)[:3])


def _url(value: str) -> str:
    match = re.search(r"""url\(\s*["']?([^"')]+)["']?\s*\)""", value)
    return match[1].strip() if match else ""


def _css_ratio(declarations: dict[str, str]) -> float | None:
    sizes = [re.fullmatch(r"([\d.]+)px", declarations.get(name, "")) for name in ("width", "height")]
    if sizes[0] and sizes[1] and float(sizes[1][1]) > 0:
        return float(sizes[0][1]) / float(sizes[1][1])
    return None
