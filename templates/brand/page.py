"""A web page, parsed once, and the questions that every extractor asks it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import urljoin, urlsplit

import lxml.html
from lxml.cssselect import CSSSelector, SelectorError
from lxml.etree import ParserError, XPathError
from lxml.html import HtmlElement

Json = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """``url`` is where the page came from; ``root`` its parsed tree. Broken HTML gives a tree too."""

    url: str
    root: HtmlElement
    hops: tuple[str, ...] = field(default=())

    @cached_property
    def base(self) -> str:
        """The address that relative references start from: the page's own or its ``<base href>``."""
        base = next(iter(self.root.xpath("//base/@href")), "")
        return join(self.url, str(base)) or self.url

    def absolute(self, reference: str) -> str:
        """Resolve a reference of the page; "" for what leads nowhere (empty, malformed, ``javascript:``)."""
        reference = reference.strip()
        return join(self.base, reference) if reference and not reference.startswith("#") else ""

    def select(self, css: str) -> list[HtmlElement]:
        """Elements that match a CSS selector, in document order; none for a selector that only browsers understand."""
        try:
            found = selector(css)(self.root)
        except (SelectorError, XPathError):
            return []
        return [element for element in found if isinstance(element, HtmlElement)] if isinstance(found, list) else []

    def meta(self, *names: str) -> list[str]:
        """Contents of ``<meta>`` elements by ``name``, ``property`` or ``itemprop``, in the order of the names."""
        return [content for name in names for content in self._metas.get(name.casefold(), ())]

    @cached_property
    def _metas(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for element in self.root.iter("meta"):
            content = squeezed(element.get("content", ""))
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
            if "ld+json" in script.get("type", "").lower():
                found.extend(_objects(script.text or ""))
        return found

    @cached_property
    def label(self) -> str:
        """The domain's own word, such as ``acme`` for ``www.acme.co.uk``; "" for a page without an address."""
        from templates.brand.domain import registrable

        return registrable(urlsplit(self.url).hostname or "").split(".")[0]


def parse_page(text: str, url: str, hops: tuple[str, ...] = ()) -> Page:
    """Parse HTML however broken; text without any element gives an empty document."""
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_pis=True)
    try:
        root = lxml.html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except ParserError:  # nothing but white space or comments
        root = lxml.html.document_fromstring(b"<html><body></body></html>", parser=parser)
    return Page(url, root, hops)


@lru_cache(maxsize=256)
def selector(css: str) -> CSSSelector:
    """Compile a CSS selector once."""
    return CSSSelector(css, translator="html")


def join(base: str, reference: str) -> str:
    """``urljoin`` for hostile input: "" when the result is no http, https, file or data address."""
    try:
        address = urljoin(base, reference.strip())
        scheme = urlsplit(address).scheme
    except ValueError:
        return ""
    return address if scheme in {"http", "https", "file", "data"} else ""


def squeezed(text: str) -> str:
    """Text with runs of white space, no-break ones too, made one space."""
    return re.sub(r"\s+", " ", text).strip()


def words(element: HtmlElement) -> str:
    """The text a reader sees inside an element, in one line."""
    return squeezed(" ".join(str(piece) for piece in element.xpath(".//text()[not(parent::script or parent::style)]")))


def tokens(element: HtmlElement) -> str:
    """Class and id of an element, lower-case, for hints such as ``logo`` or ``site-header``."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def _objects(text: str) -> Iterator[Json]:
    try:
        # Comments and CDATA wrappers around the object are old but alive; strict=False lets raw line breaks pass.
        value = json.loads(re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", text), strict=False)
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
