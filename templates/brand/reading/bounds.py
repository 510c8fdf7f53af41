"""What a page may hold. Real ones keep far below these limits; what is above was made to wear its reader down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

TAGS, ATTRIBUTES = 200_000, 1_000  # of a page, of a tag
ADDRESS, DATA_ADDRESS = 4_096, 7_000_000  # characters; a data address may carry a picture of 5 MB
HINT = 4_000  # characters of a class, an alternative text, a selector, the content of a <meta>
SELECTORS = 400  # looked up to find one that names a drawing
TEXT = 20_000  # characters that are read of one element's words
JSON_TEXT, JSON_OBJECTS = 1_000_000, 500  # characters of one JSON-LD script, its objects on a page

#: Attributes that extractors match patterns on.
HINTS = frozenset(
    {"alt", "aria-label", "class", "color", "data-icon", "data-name", "data-testid", "height", "id", "itemprop"}
    | {"itemtype", "lang", "media", "name", "property", "rel", "role", "sizes", "title", "type", "width"}
)
# The parser's time for one tag grows with the square of its attributes. The pattern reads a tag as browsers do, and
# each character once.
OVERLOADED = re.compile(
    r"""<[a-z][^\s/>]*+(?>[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+))?+)"""
    rf"{{{ATTRIBUTES}}}",
    re.I,
)
# Characters that nobody sees or that turn the words around them about; those that join emoji and Persian stay.
UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff]"
)
# Control characters, as they are or by number: the parser lets them in, and then they break what is made of its tree.
CONTROLS = re.compile(
    "[\0-\x08\x0b\x0e-\x1f\ufffe\uffff]|"
    r"&#0*+(?:(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)|x0*+(?:[0-8bcef]|1[\da-f]|fff[ef])(?![\da-f]));?",
    re.I,
)
HALF_PAIR = re.compile(r"(\\ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2})|\\ud[89a-f][\da-f]{2}", re.I)


def bounded_html(text: str) -> str:
    """HTML without control characters and tags of too many attributes, cut after the last tag that is read."""
    pieces = OVERLOADED.sub("", CONTROLS.sub("", text.replace("\f", " "))).split("<", TAGS)
    return "<".join(pieces[:TAGS])


def drop_long_hints(root: HtmlElement) -> None:
    """Remove attributes that extractors match patterns on, where they are as long as a book."""
    for value in root.xpath("//@*[string-length() > $longest]", longest=HINT):
        if value.attrname in HINTS:
            del value.getparent().attrib[value.attrname]


def without_half_pairs(text: str) -> str:
    """JSON without escapes that stand for half a character; no file and no address can hold those."""
    return HALF_PAIR.sub(lambda pair: pair[1] or "", text)


def first_words(element: HtmlElement) -> str:
    """The text inside an element as it is written, scripts and styles left out; of a very long one the beginning."""
    pieces, length = [], 0
    for piece in _pieces(element):
        pieces.append(piece)
        length += len(piece)
        if length > TEXT:
            break
    return " ".join(pieces)[:TEXT]


def _pieces(element: HtmlElement) -> Iterator[str]:
    for node in element.iter():
        if node.text and isinstance(node.tag, str) and node.tag not in {"script", "style"}:
            yield node.text
        if node.tail and node is not element:
            yield node.tail
