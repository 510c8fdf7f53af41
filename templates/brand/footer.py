"""What a company must print on its mails: postal address, legal line, language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from templates.brand.evidence import Candidate, merged
from templates.brand.icons import organisations
from templates.brand.name import COPYRIGHT, LEGAL_FORM
from templates.brand.page import Json, Page, squeezed, words

POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|"  # United Kingdom
    r"(?:[A-Z]{1,2}-)?\d{4,5}(?:-\d{4})?\s+[A-ZÀ-Ý][\w'’-]+|"  # the continent: number before the town
    r"[A-Z]{2}\s+\d{5}(?:-\d{4})?)\b"  # United States
)
STREET = re.compile(
    r"\d+[\w/-]*,?\s+(?:bis\s+|ter\s+)?(?:rue|avenue|av\.|boulevard|bd|place|quai|chemin|allée|impasse|route|cours|[A-ZÀ-Ý])|"
    r"(?:street|road|lane|square|avenue|steps|stra(?:ß|ss)e|weg|platz|gasse)\b",
    re.I,
)
REGISTERED = re.compile(
    r"registered (?:in|office|no)|company (?:no|number)|\bRCS\b|\bSIREN\b|\bSIRET\b|\bHRB\b|VAT (?:no|reg)|"
    r"TVA|capital (?:de|social)|au capital",
    re.I,
)
COUNTRY_LANGUAGES = re.compile(r"^[a-z]{2,3}(?:[-_][a-z0-9]+)*$", re.I)


def find_addresses(page: Page) -> tuple[Candidate, ...]:
    """Ranked postal addresses, each in one line with commas."""
    return merged(_addresses(page), key=lambda text: re.sub(r"\W+", "", text.casefold()))


def find_legal_lines(page: Page) -> tuple[Candidate, ...]:
    """Ranked legal lines: the company's full name, with its registration where the page prints it."""
    return merged(_legal_lines(page))


def find_languages(page: Page) -> tuple[Candidate, ...]:
    """Ranked languages as two or three letters, such as ``fr``."""
    declared = [
        (page.root.get("lang") or page.root.get("{http://www.w3.org/XML/1998/namespace}lang") or "", "html lang", 0.9),
        *((content, "og:locale", 0.5) for content in page.meta("og:locale")),
        *(
            (element.get("content", ""), "content-language", 0.5)
            for element in page.select("meta[http-equiv=content-language i]")
        ),
        *((content, "meta", 0.4) for content in page.meta("language", "inlanguage")),
    ]
    votes = [
        Candidate(re.split(r"[-_]", tag.strip())[0].lower(), source, score)
        for tag, source, score in declared
        if COUNTRY_LANGUAGES.match(tag.strip())
    ]
    return merged(votes)


def _addresses(page: Page) -> Iterator[Candidate]:
    for node, source in organisations(page):
        for address in _list(node.get("address")):
            line = (
                _postal(address) if isinstance(address, dict) else squeezed(address) if isinstance(address, str) else ""
            )
            if line:
                yield Candidate(line, source, 0.8, "address")
    for element in page.select("[itemtype*=PostalAddress]"):
        yield from _found(_lines(element), "itemprop", 0.6, declared=True)
    for element in page.select("address"):
        yield from _found(_lines(element), "address element", 0.55, declared=True)
    for element in page.select("footer, [class*=footer], [id*=footer]")[:4]:
        for block in element.iter("p", "li", "div", "td"):
            if len(block) < 12 and len(words(block)) < 200:
                yield from _found(_lines(block), "footer", 0.35)


def _found(lines: list[str], source: str, score: float, *, declared: bool = False) -> Iterator[Candidate]:
    """The lines from the street to the postcode and what follows, if they are an address at all.

    Where the page itself says ``declared`` that this is one, the street may have a name of any language.
    """
    kept = [
        line
        for line in lines
        if not re.search(r"@|https?:|\bwww\.|©|\btel\b|phone|tél|fax|^\+?[\d ().-]{8,}$", line, re.I)
    ]
    text = ", ".join(kept)
    if POSTCODE.search(text) and (declared or STREET.search(text)) and len(text) < 160:
        start = next((index for index, line in enumerate(kept) if re.search(r"\d", line)), 0)
        yield Candidate(", ".join(kept[start:]), source, score)


def _lines(element: HtmlElement) -> list[str]:
    texts = [squeezed(str(text)) for text in element.xpath(".//text()[not(parent::script or parent::style)]")]
    parts = (part.strip(" ,") for text in texts for part in re.split(r"\s+[·•|–—]\s+", text))
    return [part for part in parts if part]


def _postal(address: Json) -> str:
    def part(name: str) -> str:
        value = address.get(name)
        if isinstance(value, dict):
            value = value.get("name")
        return squeezed(value) if isinstance(value, str) else ""

    town = " ".join(filter(None, (part("addressLocality"), part("addressRegion"), part("postalCode"))))
    if re.fullmatch(r"\d{5}", part("postalCode")) and part("addressCountry").upper() in {
        "FR",
        "FRANCE",
        "DE",
        "ES",
        "IT",
        "",
    }:
        town = " ".join(filter(None, (part("postalCode"), part("addressLocality"))))
    return ", ".join(filter(None, (part("streetAddress"), town, part("addressCountry"))))


def _legal_lines(page: Page) -> Iterator[Candidate]:
    for node, source in organisations(page):
        name = node.get("legalName")
        if isinstance(name, str) and name.strip():
            yield Candidate(squeezed(name), source, 0.6, "legalName")
    for element in page.select(
        "footer p, footer li, footer small, footer div, [class*=footer] p, [class*=legal], [class*=copyright]"
    )[:40]:
        text = words(element)
        if len(text) > 240:
            continue
        if REGISTERED.search(text):
            yield Candidate(_without_year(text), "footer", 0.7)
        elif match := COPYRIGHT.search(text):
            owner = text[match.start(1) :][:80]  # not the match itself, which ends at the first dot: B.V., Lda.
            if form := LEGAL_FORM.search(owner):
                yield Candidate(_without_stop(squeezed(owner[: form.end()])), "copyright", 0.5)


def _without_stop(name: str) -> str:
    """Without the full stop of the sentence, but with that of an abbreviation: Acme SAS, but Zestra B.V."""
    return name if re.search(r"\.\w+\.$", name) else name.rstrip(".")


def _without_year(text: str) -> str:
    """A printed year would be wrong in the next mail."""
    text = re.sub(r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*", "", text, flags=re.I)
    return squeezed(
        re.sub(r"(?:all rights reserved|tous droits réservés|alle rechte vorbehalten)\.?", "", text, flags=re.I)
    )


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
