"""What structured data says of the company: JSON-LD organisations with their logos, and ``itemprop`` marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from templates.brand.evidence import Candidate
from templates.brand.logos.pictures import ratio_of_name
from templates.brand.reading.page import Json, Page
from templates.brand.reading.spelling import likeness, plain

COMPANY = re.compile(
    r"organi[sz]ation|corporation|business|brand|store|shop|restaurant|newsmedia|publisher|hotel|lodging|bakery|cafe|"
    r"dentist|clinic|pharmacy|agen(?:t|cy)|attorney|notary|plumber|electrician|contractor|salon|winery|brewery|school|"
    r"(?:professional|legal|financial|accounting|emergency)service|person$",
    re.I,
)
DECLARED = 0.5
STRANGER = 0.25  # what is left for the logo of a publisher with another name: a parent, a host
MOST = 200  # nodes read


def organisations(page: Page) -> Iterator[tuple[Json, str]]:
    """JSON-LD nodes that stand for the company: top-level organisations, and publishers of what the page is."""
    found = list(_named(page))
    companies = [(node, source) for node, source in found if not _is_person(node)]
    yield from companies or found  # a person is the company only where no other is named: else an author


def structured_logos(page: Page, name: str) -> Iterator[tuple[Candidate, float | None]]:
    """Logos of JSON-LD organisations and publishers, ``itemprop=logo`` and ``og:logo``, with their aspect ratio.

    ``name`` is the company's name as far as it is known: an organisation that is called otherwise counts less.
    """
    for node, source in organisations(page):
        score = DECLARED if _same_company(node, name, page.label) else STRANGER
        for logo in as_list(node.get("logo"))[:MOST]:
            url, ratio = _image(page, logo)
            if (address := page.absolute(url)) and address != page.url:  # some name the page instead
                yield Candidate(address, source, score, "JSON-LD /logo"), ratio or ratio_of_name(address)
    for content in page.meta("og:logo", "logo")[:MOST]:
        if address := page.absolute(content):
            yield Candidate(address, "og:logo", DECLARED, "meta[property='og:logo']"), ratio_of_name(address)
    for address in _marked(page):
        yield Candidate(address, "itemprop", DECLARED, "[itemprop=logo]"), ratio_of_name(address)


def as_list(value: object) -> list[object]:
    """A JSON value as a list: itself, alone, or nothing for null."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _named(page: Page) -> Iterator[tuple[Json, str]]:
    for node in page.json_ld[:MOST]:
        if _is_company(node):
            yield node, "JSON-LD"
        for publisher in as_list(node.get("publisher"))[:MOST]:
            if isinstance(publisher, dict):
                yield publisher, "JSON-LD publisher"


def _is_person(node: Json) -> bool:
    return "person" in str(node.get("@type", "")).lower()


def _is_company(node: Json) -> bool:
    kinds = " ".join(map(str, as_list(node.get("@type"))[:MOST]))
    return bool(COMPANY.search(kinds)) or ("logo" in node and "name" in node)


def _same_company(node: Json, *names: str) -> bool:
    """Whether an organisation's name is the company's: alike, or one inside the other. No name is no objection."""
    own = node.get("name")
    if not isinstance(own, str) or not any(plain(name) for name in names):
        return True
    mine = plain(own)
    theirs = [plain(name) for name in names if plain(name)]
    return any(mine in name or name in mine or likeness(mine, name) > 0.6 for name in theirs)


def _marked(page: Page) -> Iterator[str]:
    """Addresses of ``itemprop=logo``: the element's own, or of the picture or link in it."""
    for element in page.select("[itemprop~=logo]")[:MOST]:
        places = (element, *element.iter("img", "link", "meta"))
        named = (one.get(name, "") for one in places for name in ("src", "href", "content"))
        if address := page.absolute(next(filter(None, named), "")):
            yield address


def _image(page: Page, value: object) -> tuple[str, float | None]:
    """Address and ratio of a JSON-LD ImageObject, of a reference to one, or of a plain URL."""
    if isinstance(value, str):
        return value, None
    if not isinstance(value, dict):
        return "", None
    keys = ("url", "contentUrl")
    if not any(isinstance(value.get(key), str) for key in keys):
        named = (node for node in page.json_ld[:MOST] if node.get("@id") == value.get("@id") and node is not value)
        value = next(named, value)
    url = next((value[key] for key in keys if isinstance(value.get(key), str)), "")
    sizes = [re.match(r"\d{1,6}(?:\.\d+)?", _plain_number(value.get(key))) for key in ("width", "height")]
    if sizes[0] and sizes[1] and float(sizes[1][0]) > 0:
        return url, float(sizes[0][0]) / float(sizes[1][0])
    return url, None


def _plain_number(value: object) -> str:
    """A size as JSON-LD writes it: a number, a text, or a QuantitativeValue."""
    return str(value.get("value", "") if isinstance(value, dict) else value)
