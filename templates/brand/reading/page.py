"""A web page, parsed once, and the questions that every extractor asks it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

import lxml.html
from lxml.cssselect import CSSSelector, SelectorError
from lxml.etree import ParserError, XPathError
from lxml.html import HtmlElement

from templates.brand.reading.bounds import (
    ADDRESS,
    DATA_ADDRESS,
    HINT,
    JSON_OBJECTS,
    JSON_TEXT,
    SELECTORS,
    UNSEEN,
    bounded_html,
    drop_long_hints,
    first_words,
    without_half_pairs,
)

Json = dict[str, Any]

#: The parser drops what follows; browsers do not, and a frame's page pasted into another ends in the middle.
EARLY_END = re.compile(r"</(?:body|html)\s*>", re.I)


@dataclass(frozen=True)
class Page:
    """``url`` is where the page came from; ``root`` its parsed tree. Broken HTML gives a tree too.

    ``text`` is the HTML as it came: what a browser is shown.
    """

    url: str
    root: HtmlElement
    hops: tuple[str, ...] = field(default=())
    text: str = field(default="", repr=False)

    @cached_property
    def base(self) -> str:
        """The address that relative references start from: the page's own or its ``<base href>``."""
        base = join(self.url, str(next(iter(self.root.xpath("//base/@href")), "")))
        return base if base.startswith(("http", "file")) else self.url

    def absolute(self, reference: str) -> str:
        """Resolve a reference of the page; "" for what leads nowhere (empty, malformed, ``javascript:``)."""
        reference = reference.strip()
        return join(self.base, reference) if reference and not reference.startswith("#") else ""

    def select(self, css: str) -> list[HtmlElement]:
        """Elements that match a CSS selector, in document order; none for a selector that only browsers understand."""
        try:
            found = selector(css)(self.root) if len(css) <= HINT else []
        except (SelectorError, XPathError, ValueError, RecursionError):  # the last two: control characters, a>a>a>…
            return []
        return [element for element in found if isinstance(element, HtmlElement)] if isinstance(found, list) else []

    def first(self, css: str) -> HtmlElement | None:
        """The first element that matches; remembered, since a page of a thousand drawings asks for the same ones."""
        if css not in self._firsts:
            self._firsts[css] = next(iter(self.select(css)), None) if len(self._firsts) < SELECTORS else None
        return self._firsts[css]

    @cached_property
    def _firsts(self) -> dict[str, HtmlElement | None]:
        return {}

    def meta(self, *names: str) -> list[str]:
        """Contents of ``<meta>`` elements by ``name``, ``property`` or ``itemprop``, in the order of the names."""
        return [content for name in names for content in self._metas.get(name.casefold(), ())]

    @cached_property
    def _metas(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for element in self.root.iter("meta"):
            content = squeezed(element.get("content", "")[:HINT])
            for attribute in ("name", "property", "itemprop"):
                name = element.get(attribute, "").strip().casefold()
                if name and content:
                    found.setdefault(name, []).append(content)
        return found

    @cached_property
    def json_ld(self) -> list[Json]:
        """Top-level JSON-LD objects, ``@graph`` and arrays unfolded; what is not JSON is skipped."""
        found: list[Json] = []
        for script in self.root.iter("script"):
            if "ld+json" in script.get("type", "").lower() and len(script.text or "") <= JSON_TEXT:
                found.extend(islice(_objects(script.text or ""), JSON_OBJECTS - len(found)))
        return found

    @cached_property
    def main(self) -> HtmlElement | None:
        """The element that holds the page's main part, where one is marked as such."""
        return next(iter(self.root.xpath("//main | //*[@role='main'] | //*[@id='main' or @id='content']")), None)

    @cached_property
    def heading(self) -> HtmlElement | None:
        """The first heading that is more than a logo."""
        headings = islice(self.root.iter("h1", "h2"), 20)
        return next((one for one in headings if one.find(".//img") is None and one.find(".//svg") is None), None)

    @cached_property
    def label(self) -> str:
        """The domain's own word, such as ``acme`` for ``www.acme.co.uk``; "" for a page without an address."""
        from templates.brand.domain import registrable

        return registrable(urlsplit(self.url).hostname or "").split(".")[0]


def parse_page(text: str, url: str, hops: tuple[str, ...] = ()) -> Page:
    """Parse HTML however broken; text without any element gives an empty document."""
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_pis=True)
    try:
        html = EARLY_END.sub("", bounded_html(text))
        root = lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except ParserError:  # nothing but white space or comments
        root = lxml.html.document_fromstring(b"<html><body></body></html>", parser=parser)
    drop_long_hints(root)
    return Page(url, root, hops, text)


@lru_cache(maxsize=256)
def selector(css: str) -> CSSSelector:
    """Compile a CSS selector once."""
    return CSSSelector(css, translator="html")


def join(base: str, reference: str) -> str:
    """``urljoin`` for hostile input: "" when the result is no http, https or data address.

    A page of this computer may name its neighbours too (``file:``); one from elsewhere never leads to this computer.
    """
    reference = reference.strip()
    if reference[:5].lower() == "data:":
        return reference if len(reference) <= DATA_ADDRESS else ""
    try:
        address = urljoin(base, reference) if len(reference) <= ADDRESS else ""
        scheme = urlsplit(address).scheme
    except ValueError:
        return ""
    allowed = {"http", "https", "file"} if base[:5].lower() == "file:" else {"http", "https"}
    return address if scheme in allowed and not UNSEEN.search(address) else ""


def squeezed(text: str) -> str:
    """Text with runs of white space, no-break ones too, made one space, and without characters that nobody sees."""
    return re.sub(r"\s+", " ", UNSEEN.sub("", text)).strip()


def words(element: HtmlElement) -> str:
    """The text a reader sees inside an element, in one line; of a very long one the beginning."""
    return squeezed(first_words(element))


def tokens(element: HtmlElement) -> str:
    """Class and id of an element, lower-case, for hints such as ``logo`` or ``site-header``."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def _objects(text: str) -> Iterator[Json]:
    try:
        # Comments and CDATA wrappers around the object are old but alive; strict=False lets raw line breaks pass.
        text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", text)
        value = json.loads(without_half_pairs(text), strict=False)
    except (ValueError, RecursionError):
        return
    yield from _unfold(value)


def _unfold(value: object) -> Iterator[Json]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item
            yield from (node for node in _list(item.get("@graph")) if isinstance(node, dict))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
