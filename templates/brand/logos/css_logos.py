"""Logos that a style sheet paints: backgrounds, masks and generated pictures of elements where a logo stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from templates.brand.evidence import Candidate, clipped
from templates.brand.logos.shown_logos import HIDDEN, place_score
from templates.brand.reading.css import Rule, Styles
from templates.brand.reading.elements import LOGO, leads_home, standing
from templates.brand.reading.page import Page, join, tokens
from templates.brand.reading.spelling import likeness

MOST_ELEMENTS, MOST_RULES = 60, 400  # looked at: sheets are full of logos of other pages
PROPERTIES = ("background-image", "background", "mask-image", "-webkit-mask-image", "mask", "-webkit-mask", "content")
PAINTS = re.compile(r"url\(|var\(--[\w-]*(?:logo|brand)")
PSEUDO = re.compile(r"::?(?:before|after)$")
SIMPLE = re.compile(r"[.#][\w-]+|^[a-z][\w-]*")
ADDRESS = re.compile(r"""url\(\s*+(?:"([^"]*+)"|'([^']*+)'|([^"'()]*+))\s*+\)""")
SPRITE = re.compile(r"sprite|icons?[-_.]|\barrow|pattern|texture|gradient|\bbg\b|background|hero", re.I)


def painted_logos(page: Page, styles: Styles, name: str = "") -> Iterator[tuple[Candidate, float | None]]:
    """Pictures that rules and style attributes paint where a logo stands, with their aspect ratio if it is known.

    ``name`` is the company's name as far as it is known.
    """
    painting = [rule for rule in styles.rules if PAINTS.search(rule.body)]
    places = _places(page) | _replaced(page, name) if painting else {}
    for rule in _named(painting, places):
        url = _painted(rule.declarations, styles)
        element = _matched(page, rule, places) if url and not _piece(rule.declarations, url) else None
        if element is not None:
            address = join(rule.sheet if rule.sheet != "style" else page.base, url)
            score = clipped(0.9 * places[element])
            yield Candidate(address, _kind(rule.body), score, f"{rule.sheet} {rule.selector[:120]}"), _ratio(rule)
    for element in page.select("[style*='url(']")[:MOST_RULES]:
        place = standing(page, element)
        url = address_in(element.get("style", ""))
        if url and LOGO.search(place.own) and place.zone != "content" and not place.elsewhere:
            yield Candidate(page.absolute(url), "style attribute", 0.5, page.root.getroottree().getpath(element)), None


def mask_colour(styles: Styles, reference: str, base: str) -> str:
    """The ``#rrggbb`` that shows through a mask; "" when ``reference`` is not used as one.

    ``base`` is the page's address, for masks of its own ``<style>``.
    """
    for rule in styles.rules:
        if "mask" in rule.body and "url(" in rule.body:
            values = [rule.declarations.get(name, "") for name in PROPERTIES if "mask" in name]
            sheet = base if rule.sheet == "style" else rule.sheet
            if any(join(sheet, address_in(styles.resolved(value))) == reference for value in values if value):
                ground = rule.declarations.get("background-color") or rule.declarations.get("background", "")
                return styles.colour(ground) or styles.colour(rule.declarations.get("color", ""))
    return ""


def address_in(value: str) -> str:
    """The address of the first ``url(…)`` in a CSS value."""
    match = ADDRESS.search(value)
    return next((part for part in match.groups() if part), "").strip() if match else ""


def _places(page: Page) -> dict[HtmlElement, float]:
    """Elements where a logo stands, with a score: called one, or leading home from the header; with what they hold."""
    found: dict[HtmlElement, float] = {}
    home: dict[str, bool] = {}
    for element in page.root.iter("a", "div", "span", "h1", "h2", "p", "i", "strong", "figure"):
        href = element.get("href", "") if element.tag == "a" else None
        if href is not None and href not in home:
            home[href] = leads_home(page, href)
        if (href is not None and home[href]) or LOGO.search(tokens(element)):
            for one in (element, *(part for part in element if isinstance(part.tag, str))):
                place = standing(page, one)
                if place_score(place) >= 0.5 and not place.elsewhere:
                    found[one] = place_score(place)
        if len(found) >= MOST_ELEMENTS:
            break
    return found


def _replaced(page: Page, name: str) -> dict[HtmlElement, float]:
    """Elements whose written name only screen readers get: a picture stands there for everybody else."""
    found: dict[HtmlElement, float] = {}
    for element in page.root.iter("span", "strong", "em", "b", "i"):
        if HIDDEN.search(tokens(element)) and len(found) < MOST_ELEMENTS:
            text = (element.text or "")[:100]
            mine = max(likeness(text, name), likeness(text, page.label)) > 0.8
            if mine and standing(page, element).zone in {"header", "body"}:
                found |= dict.fromkeys((element, *islice(element.iterancestors("a", "div", "h1", "p"), 2)), 0.6)
    return found


def _named(painting: list[Rule], places: dict[HtmlElement, float]) -> Iterator[Rule]:
    """Rules whose last compound names one of the places."""
    names = {f".{c}" for element in places for c in (element.get("class") or "").split()}
    names |= {f"#{element.get('id')}" for element in places} | {str(element.tag) for element in places}
    looked = 0
    for rule in painting:
        last = [PSEUDO.sub("", part.strip()).split()[-1:] for part in rule.selector[:2000].split(",")]
        if looked < MOST_RULES and any(one and names & set(SIMPLE.findall(one[0])) for one in last):
            looked += 1
            yield rule


def _painted(declarations: dict[str, str], styles: Styles) -> str:
    values = (styles.resolved(declarations[name]) for name in PROPERTIES if name in declarations)
    return next((url for value in values if (url := address_in(value)) and not url.startswith("#")), "")


def _matched(page: Page, rule: Rule, places: dict[HtmlElement, float]) -> HtmlElement | None:
    for part in rule.selector[:2000].split(","):
        css = PSEUDO.sub("", part.strip())
        if css and ":" not in css:
            for element in page.select(css)[:20]:
                if element in places:
                    return element
    return None


def _piece(declarations: dict[str, str], url: str) -> bool:
    """Whether only a piece of the picture is shown: a sprite; or it is a ground and no logo."""
    position = declarations.get("background-position", "") + declarations.get("background", "").rpartition(")")[2]
    name = "" if url.startswith("data:") else url.split("?")[0].rsplit("/", 1)[-1]
    return bool(re.search(r"(?<![\w.])-\d", position)) or (bool(SPRITE.search(name)) and not LOGO.search(name.lower()))


def _kind(body: str) -> str:
    return "css mask" if "mask" in body else "css background"


def _ratio(rule: Rule) -> float | None:
    sizes = [re.fullmatch(r"(\d+(?:\.\d+)?)px", rule.declarations.get(name, "")) for name in ("width", "height")]
    if sizes[0] and sizes[1] and float(sizes[1][1]) > 0:
        return float(sizes[0][1]) / float(sizes[1][1])
    return None
