"""The company's name: votes of everything that claims to know it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from templates.brand.elements import LOGO, standing
from templates.brand.evidence import Candidate, merged
from templates.brand.icons import organisations
from templates.brand.page import Page, squeezed, words
from templates.brand.spelling import likeness, plain
from templates.brand.words import words as word_list

SEPARATORS = re.compile(r"\s+[|\-–—·•»:/]+\s+|\s*[|»•]\s*|:\s+")
LEGAL_FORM = re.compile(
    r",?\s+(?:S\.?A\.?S\.?U?|S\.?A\.?R\.?L\.?|EURL|S\.?A\.?|GmbH|AG|e\.?K\.?|Ltd|Limited|LLC|LLP|Inc|Incorporated|Corp|Corporation|"
    r"PLC|Pty|B\.?V\.?|N\.?V\.?|S\.?r\.?l\.?|S\.?p\.?A\.?|Oy|AB|A/S|Lda|S\.?L\.?)\.?(?=\s*$|[\s,.])",
    re.I,
)
GENERIC = word_list("generic-names")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}\s*[-–—/]?\s*(?:\d{2,4}|present)?)?\s*(?:by\s+)?([^.|©\n]{2,60})", re.I
)


METAS = (
    (("og:site_name",), "og:site_name", 0.65),
    (("application-name", "apple-mobile-web-app-title"), "application-name", 0.5),
    (("twitter:app:name:iphone", "publisher", "copyright"), "meta", 0.25),
)


def find_names(page: Page) -> tuple[Candidate, ...]:
    """Ranked names; the same name from several sources adds up. Empty only for a page without a word and an address."""
    votes = [
        vote
        for vote in _votes(page)
        if plain(vote.value) and vote.value.casefold() not in GENERIC and len(vote.value) < 60
    ]
    ranked = merged(votes, key=_same)
    # Among near equals the name that the domain spells wins.
    return tuple(
        sorted(ranked, key=lambda candidate: -(candidate.score + 0.25 * likeness(candidate.value, page.label)))
    )


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
    title = squeezed(" ".join(page.root.xpath("//head/title/text()")[:1]))
    parts = [cleaned(part, page.label) for part in SEPARATORS.split(title) if part and part.strip()]
    parts = [part for part in parts if part.casefold() not in GENERIC and len(part) < 50]
    if parts:
        best = _nearest(parts, page.label)
        yield Candidate(best, "title", 0.4 if likeness(best, page.label) > 0.5 else 0.25, "title")


def _copyright_votes(page: Page) -> Iterator[Candidate]:
    for element in page.select("footer, [class*=footer], [id*=footer], [class*=copyright]")[:6]:
        match = COPYRIGHT.search(words(element))
        if match:
            owner = re.split(r"\s*(?:,|all rights|tous droits|alle rechte|—|–|\|)", match[1], flags=re.I)[0]
            yield Candidate(cleaned(owner, page.label), "copyright", 0.3, "footer")
            return


def _nearest(parts: list[str], label: str) -> str:
    """The part that the domain spells; without a likeness the last one, where sites put their name."""
    scored = [(likeness(part, label), index) for index, part in enumerate(parts)]
    best, index = max(scored)
    return parts[index if best > 0.3 else -1].strip()


def _same(name: str) -> str:
    return re.sub(r"^the", "", plain(name))
