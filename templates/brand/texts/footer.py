"""What a company must print on its mails: its postal address and the line that the law asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from templates.brand.evidence import Candidate, merged
from templates.brand.reading.landmarks import unnamed_footers
from templates.brand.reading.lines import line_parts, text_lines
from templates.brand.reading.organisations import as_list, organisations
from templates.brand.reading.page import Json, Page, squeezed, words
from templates.brand.texts.languages import find_languages
from templates.brand.texts.name import COPYRIGHT, LEGAL_FORM
from templates.brand.texts.postal import address_in, one_line

__all__ = ["find_addresses", "find_languages", "find_legal_lines"]

FOOTERS = "footer, [class*=footer], [id*=footer]"
CONTACTS = (
    "[class*=contact], [class*=adress], [class*=address], [class*=coordonn], [class*=kontakt], [class*=impressum], "
    "[id*=contact], [id*=kontakt], [id*=coordonn]"
)
SMALL_PRINT = f"{FOOTERS}, [class*=legal], [class*=copyright], [class*=mentions], [class*=imprint]"
PLACES = (  # selector, source, score, and whether the element itself says that it is an address
    ("address", "address element", 0.8, True),
    (FOOTERS, "footer", 0.75, False),
    (CONTACTS, "contact block", 0.5, False),
)
MOST = 6  # elements of a kind that are read
REGISTERED = re.compile(
    r"registered (?:in|office|no|company)|company (?:no|number|reg)|\bR\.?C\.?S\.?\b|\bSIREN\b|\bSIRET\b|\bHR[AB]\b|"
    r"handelsregister|"
    r"amtsgericht|ust\.?-?id|\bVAT (?:no|reg|id|number|:)|\bTVA\s*(?:intra|n[°o]|:|[A-Z]{2}\s?\d)|capital (?:de|"
    r"social)|au capital|"
    r"capitale sociale|p(?:artita|\.)?\s?iva|\bR\.?E\.?A\.?\b|registro mercantil|\b[CN]IF\b|\bkvk\b|\bbtw\b|"
    r"\bR\.?P\.?M\.?\b|\bBCE\b|"
    r"\bCHE-\d|\bNEQ\b|charity (?:no|number|reg)",
    re.I,
)
RIGHTS = re.compile(
    r"(?:all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|"
    r"tutti i diritti riservati|"
    r"alle rechten voorbehouden)\.?",
    re.I,
)
YEAR = re.compile(r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*(?:\d{4}|\w+))?)?\s*", re.I)
PART = 160  # characters between two commas; what is longer is no part of an address
LONGEST = 240  # characters of a legal line
PARTS = {  # schema.org's name of a part -> the class that microformats give it
    "streetAddress": "street-address",
    "postalCode": "postal-code",
    "addressLocality": "locality",
    "addressRegion": "region",
    "addressCountry": "country-name",
}


def find_addresses(page: Page) -> tuple[Candidate, ...]:
    """Ranked postal addresses, each in one line with commas."""
    return merged(_addresses(page), key=lambda text: re.sub(r"\W+", "", text.casefold()))


def find_legal_lines(page: Page) -> tuple[Candidate, ...]:
    """Ranked legal lines: the company's full name, with its registration where the page prints it."""
    return merged(_legal_lines(page))


def _addresses(page: Page) -> Iterator[Candidate]:
    yield from _marked_addresses(page)
    for css, source, score, declared in PLACES:
        for element in page.select(css)[:MOST]:
            if line := address_in(_parts(element), declared=declared):
                yield Candidate(line, source, score, _path(page, element))
    for element in islice(unnamed_footers(page), MOST):
        if line := address_in(_parts(element)):
            yield Candidate(line, "footer", 0.7, _path(page, element))


def _marked_addresses(page: Page) -> Iterator[Candidate]:
    """Addresses that the page declares for machines."""
    for node, source in organisations(page):
        for address in as_list(node.get("address"))[:MOST]:
            line = (
                _of_json(address)
                if isinstance(address, dict)
                else squeezed(address)
                if isinstance(address, str)
                else ""
            )
            if line:
                yield Candidate(line, source, 0.85, f"{source} /address")
    for element in page.select("[itemtype*=PostalAddress], .adr, .h-adr")[:MOST]:
        line = _of_marks(element) or address_in(_parts(element), declared=True)
        if line:
            yield Candidate(line, "itemprop address", 0.8, _path(page, element))


def _parts(element: HtmlElement) -> list[str]:
    """What stands between an element's line breaks, dots, dashes and commas."""
    return [
        part
        for line in text_lines(element)
        for piece in line_parts(line)
        for part in re.split(r"\s?,\s(?!(?:bis|ter)\b)", piece)
        if 0 < len(part) <= PART
    ]


def _of_json(address: Json) -> str:
    def part(name: str) -> str:
        value = address.get(name)
        if isinstance(value, dict):
            value = value.get("name")
        return squeezed(str(value)) if isinstance(value, str | int) else ""

    return one_line(*(part(name) for name in PARTS))


def _of_marks(element: HtmlElement) -> str:
    """An address whose parts are marked one by one, with schema.org's names or microformats' classes."""
    found = {}
    for name, css_class in PARTS.items():
        marked = element.xpath(
            ".//*[contains(concat(' ', @itemprop, ' '), $name) or contains(concat(' ', @class, ' '), $class)]",
            name=f" {name} ",
            **{"class": f"{css_class} "},
        )
        found[name] = (marked[0].get("content") or words(marked[0])) if marked else ""
    return one_line(*found.values()) if found["streetAddress"] else ""


def _legal_lines(page: Page) -> Iterator[Candidate]:
    for node, source in organisations(page):
        name = node.get("legalName")
        if isinstance(name, str) and name.strip():
            yield Candidate(squeezed(name), source, 0.8, f"{source} /legalName")
    for element in (*page.select(SMALL_PRINT)[: 2 * MOST], *islice(unnamed_footers(page), MOST)):
        registered = ""
        for line in text_lines(element):
            if len(line) > LONGEST:
                continue
            if registration := _registration(line):
                joined = f"{registered}, {registration}" if registered else registration
                registered = joined if len(joined) <= LONGEST else registered
            elif registered:
                break
            elif owner := _owner(line):
                yield Candidate(owner, "copyright", 0.75, _path(page, element))
        if registered:
            yield Candidate(registered, "footer", 0.85, _path(page, element))


def _registration(line: str) -> str:
    """Those parts of a line that name a register, without the year; "" when there are none."""
    pieces = [piece.strip() for piece in re.split(r"\s*[|·•]\s*", line)]
    kept = [piece for piece in pieces if REGISTERED.search(piece) and re.search(r"\d", piece)]
    named = [piece for piece in pieces if piece in kept or (kept and LEGAL_FORM.search(piece) and len(piece) < 80)]
    return " · ".join(filter(None, map(_without_year, named)))


def _owner(line: str) -> str:
    """The name behind the copyright sign, if it has a legal form."""
    match = COPYRIGHT.search(line)
    owner = (
        line[match.start(1) :][:80] if match else ""
    )  # not the match itself, which ends at the first dot: B.V., Lda.
    form = LEGAL_FORM.search(owner)
    return _without_stop(squeezed(owner[: form.end()])) if form else ""


def _without_stop(name: str) -> str:
    """Without the full stop of the sentence, but with that of an abbreviation: Acme SAS, but Zestra B.V."""
    return name if re.search(r"\.\w+\.$", name) else name.rstrip(".")


def _without_year(text: str) -> str:
    """A printed year would be wrong in the next mail."""
    return squeezed(RIGHTS.sub("", YEAR.sub("", text))).strip(" ,–—-")


def _path(page: Page, element: HtmlElement) -> str:
    return str(page.root.getroottree().getpath(element))
