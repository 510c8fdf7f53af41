"""The company's name: votes of everything that claims to know it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from templates.brand.evidence import Candidate, merged
from templates.brand.reading.elements import LOGO, standing
from templates.brand.reading.landmarks import unnamed_footers
from templates.brand.reading.lines import text_lines
from templates.brand.reading.organisations import organisations
from templates.brand.reading.page import Page, squeezed
from templates.brand.reading.spelling import likeness, plain
from templates.brand.reading.words import words as word_list

SEPARATORS = re.compile(r"\s+[|\-–—·•»:/]+\s+|\s*[|»•]\s*|:\s+")
LEGAL_FORM = re.compile(
    r",?\s+(?:S\.?A\.?S\.?U?|S\.?A\.?R\.?L\.?|EURL|S\.?A\.?|GmbH|AG|e\.?K\.?|Ltd|Limited|LLC|LLP|Inc|Incorporated|Corp|Corporation|"
    r"PLC|Pty|B\.?V\.?|N\.?V\.?|S\.?r\.?l\.?|S\.?p\.?A\.?|Oy|AB|A/S|Lda|S\.?L\.?)\.?(?=\s*$|[\s,.])",
    re.I,
)
LONGEST_TITLE = 1000  # characters
GENERIC = word_list("generic-names")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}\s*[-–—/]?\s*(?:\d{2,4}|present)?)?\s*(?:by\s+)?([^.|©\n]{2,60})", re.I
)


AFTER_OWNER = re.compile(
    r"\s*(?:,|\b(?:19|20)\d\d\b|all rights|tous droits|alle rechte|todos los|tutti i|—|–|\||\b(?:au )?capital)", re.I
)
SPELLED = 0.8  # likeness to the domain's word from which a piece of text is the company's name
METAS = (
    (("og:site_name",), "og:site_name", 0.65),
    (("application-name", "apple-mobile-web-app-title"), "application-name", 0.5),
    (("twitter:app:name:iphone", "publisher", "copyright"), "meta", 0.25),
)


def find_names(page: Page) -> tuple[Candidate, ...]:
    """Ranked names; the same name from several sources adds up. Empty only for a page without a word and an address."""
    votes = [vote for vote in _votes(page) if _may_be_name(vote.value, page.label) and len(vote.value) < 60]
    ranked = merged(votes, key=_same)
    # Among near equals the name that the domain spells wins.
    return tuple(
        sorted(ranked, key=lambda candidate: -(candidate.score + 0.25 * likeness(candidate.value, page.label)))
    )


def _may_be_name(value: str, label: str) -> bool:
    """Whether a value is more than a generic word or a year; a company that is a number has it in its domain."""
    letters = plain(value)
    return bool(letters) and value.casefold() not in GENERIC and (not letters.isdigit() or letters == plain(label))


def cleaned(name: str, label: str = "") -> str:
    """A name as a reader would say it: no marks, no legal form, no ``.com``, no slogan behind a separator."""
    name = squeezed(re.sub(r"[™®©]", "", name)).strip(" \"'“”-–—|·:,")
    name = LEGAL_FORM.sub("", name).strip(" ,.-")
    name = re.sub(r"^(?:welcome to|bienvenue (?:chez|sur)|home(?:page)? of)\s+", "", name, flags=re.I)
    if plain(name) != plain(label) or "." in name:
        name = re.sub(r"(?<=\w)\.(?:com|net|org|fr|de|eu|io|co\.uk|co)$", "", name, flags=re.I)
    parts = [part for part in SEPARATORS.split(name) if part and part.strip()]
    return _nearest(parts, label) if len(parts) > 1 and not LOGO.search(name.lower()) else name


def _votes(page: Page) -> Iterator[Candidate]:
    yield from _structured_votes(page)
    for names, source, weight in METAS:
        for content in page.meta(*names)[:2]:
            yield from _vote(page, content, source, weight, "meta")
    yield from _logo_votes(page)
    yield from _title_votes(page)
    yield from _copyright_votes(page)
    if page.label:
        yield Candidate(page.label.replace("-", " ").title(), "domain", 0.15)


def _vote(page: Page, text: object, source: str, weight: float, locator: str) -> Iterator[Candidate]:
    name = cleaned(text, page.label) if isinstance(text, str) else ""
    if name:
        yield Candidate(name, source, weight, locator)


def _structured_votes(page: Page) -> Iterator[Candidate]:
    for node, source in organisations(page):
        if "person" not in str(node.get("@type", "")).lower():
            yield from _vote(page, node.get("name"), source, 0.55 if "publisher" in source else 0.6, "name")
    for node in page.json_ld:
        if "WebSite" in str(node.get("@type", "")):
            yield from _vote(page, node.get("name"), "JSON-LD WebSite", 0.6, "name")


def _logo_votes(page: Page) -> Iterator[Candidate]:
    for element in page.select(
        "header img[alt], nav img[alt], [class*=logo] img[alt], [class*=logo] svg[aria-label], img[class*=logo]"
    )[:12]:
        place = standing(page, element)
        text = element.get("alt") or element.get("aria-label") or ""
        text = cleaned(re.sub(r"\b(?:logo|home ?page|home|accueil|icon|image)\b", "", text, flags=re.I), page.label)
        if text and place.hinted and not place.elsewhere and place.zone != "content":
            yield Candidate(text, "logo", 0.4 if place.home else 0.25, "alt")


def _title_votes(page: Page) -> Iterator[Candidate]:
    title = squeezed(" ".join(page.root.xpath("//head/title/text()")[:1])[:LONGEST_TITLE])
    parts = [cleaned(part, page.label) for part in SEPARATORS.split(title) if part and part.strip()]
    # A comma parts a slogan too, but names have commas: only the piece that the domain spells is one.
    parts += [piece for piece in title.split(", ") if likeness(piece, page.label) > SPELLED and piece != title]
    parts = [part for part in parts if part.casefold() not in GENERIC and len(part) < 50]
    if parts:
        best = _nearest(parts, page.label)
        yield Candidate(best, "title", 0.4 if likeness(best, page.label) > 0.5 else 0.25, "title")


def _copyright_votes(page: Page) -> Iterator[Candidate]:
    named = page.select("footer, [class*=footer], [id*=footer], [class*=copyright]")[:6]
    for element in (*named, *islice(unnamed_footers(page), 6)):
        matches = (COPYRIGHT.search(line) for line in text_lines(element))
        if match := next(filter(None, matches), None):
            owner = AFTER_OWNER.split(match[1])[0]
            yield Candidate(cleaned(owner, page.label), "copyright", 0.3, page.root.getroottree().getpath(element))
            return


def _nearest(parts: list[str], label: str) -> str:
    """The part that the domain spells; without a likeness the last one, where sites put their name."""
    scored = [(likeness(part, label), index) for index, part in enumerate(parts)]
    best, index = max(scored)
    return parts[index if best > 0.3 else -1].strip()


def _same(name: str) -> str:
    return re.sub(r"^the", "", plain(name))
