"""HTML to a tree as browsers build it, and back.

The parser is Lexbor (the HTML standard's own algorithm: clients parse mails with browsers or with such parsers); the
tree is lxml's, because each client gets a copy of its own and lxml copies and writes 75 KB in half a millisecond.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias, cast

from lxml import etree, html
from lxml.html import HtmlElement
from selectolax.lexbor import LexborHTMLParser, LexborNode

from templates.errors import LimitError

Element: TypeAlias = HtmlElement
Finder: TypeAlias = Callable[[Element], list[Element]]

MAX_DEPTH = 512
"""Elements nested deeper become siblings, as in Chromium."""

MAX_OPEN = 8000
"""Elements that are open at once, at most: more takes seconds to parse, and no mail has a hundred."""

# Those that no other start tag closes by itself.
_NESTING = re.compile(
    r"<(/?)(?:a|address|article|aside|b|big|blockquote|center|code|div|em|fieldset|font|form|i|main|nobr|ol|pre|s|section"
    r"|small|span|strike|strong|table|tt|u|ul)(?=[\s/>])",
    re.IGNORECASE,
)
_DOCTYPE = re.compile(r"\s*(?:<!--.*?-->\s*)*<!doctype[^>]*>", re.IGNORECASE | re.DOTALL)
# XML has no characters for these; a browser shows nothing for them either.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_HYPHENS = re.compile("-(?=-|$)")

_make = html.html_parser.makeelement


def check_nesting(text: str) -> None:
    """Refuse what would nest so deep that parsing takes its square in time. Raises LimitError."""
    deepest = depth = 0
    for match in _NESTING.finditer(text):
        depth += -1 if match[1] else 1
        deepest = max(deepest, depth)
    if deepest > MAX_OPEN:
        raise LimitError(
            "The mail has more than {limit} elements inside one another.",
            advice="Close its elements: look for a tag that is opened again and again.",
            limit=MAX_OPEN,
        )


def parse(text: str) -> tuple[Element, str]:
    """Return the ``html`` element and the doctype (empty when there is none)."""
    doctype = _DOCTYPE.match(text)
    parsed = LexborHTMLParser(_UNWRITABLE.sub("\ufffd", text)).root
    root = new("html", () if parsed is None else ((key, value or "") for key, value in parsed.attributes.items()))
    if parsed is not None:
        _copy(parsed, root)
    return root, doctype[0][doctype[0].lower().rindex("<!doctype") :] if doctype else ""


def write(root: Element, doctype: str = "") -> str:
    """Return the text of the tree; marks are still in it."""
    return doctype + etree.tostring(root, encoding="unicode", method="html", with_tail=False)


def new(tag: str, attributes: Iterable[tuple[str, str]] = (), text: str | None = None) -> Element:
    """Return a new element; its name and attributes need not be XML names (``o:p``)."""
    element = _make(tag)
    for name, value in attributes:
        if name[:1] != "{":  # lxml reads a namespace there; a forgotten {{tag}} means nothing to a client
            element.set(name, value)
    element.text = text
    return element


def comment(text: str) -> Element:
    """Return a comment; hyphens that would end it too early are set apart."""
    return html.HtmlComment(_HYPHENS.sub("- ", text))


def fragment(text: str) -> list[Element | str]:
    """Parse a piece of a body: its texts and elements in order."""
    body = parse(text)[0].find("body")
    if body is None:
        return []
    pieces: list[Element | str] = [body.text] if body.text else []
    for child in list(body):
        tail, child.tail = child.tail, None
        pieces += [child, tail] if tail else [child]
    return pieces


def append_text(parent: Element, text: str | None) -> None:
    """Put text at the end of an element."""
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def finder(path: str) -> Finder:
    """Return what finds the elements of an XPath in a tree, in document order. Make it once."""
    return cast(Finder, etree.XPath(path))


def unwrap(element: Element) -> None:
    """Put an element's content in its place."""
    element.drop_tag()


def remove(element: Element) -> None:
    """Take an element out with all it holds; the text behind it stays."""
    element.drop_tree()


def rename(element: Element, tag: str) -> None:
    """Make it another element with the same attributes and content."""
    element.tag = tag


def label(element: Element) -> str:
    """Name an element for people: its tag, with its id or first class."""
    if not isinstance(element.tag, str):
        return ""
    identity = element.get("id")
    first = (element.get("class") or "").split()
    return element.tag + (f"#{identity}" if identity else f".{first[0]}" if first else "")


def _copy(source: LexborNode, target: Element) -> None:
    """Copy Lexbor's nodes under ``source`` to lxml's; a stack instead of recursion, for mails of endless nesting."""
    stack = [(source, target, 1)]
    while stack:
        parent, copy, depth = stack.pop()
        last: Element | None = None
        child = parent.first_child
        while child is not None:
            name = child.tag
            if name == "-text":
                _add_text(copy, last, child.text_content or "")
            elif name == "-comment":
                last = comment((child.html or "")[len("<!--") : -len("-->")])  # its own text is without blanks
                copy.append(last)
            elif name and name[0] not in "-!":
                last = new(name, ((key, value or "") for key, value in child.attributes.items()))
                copy.append(last)
                if child.first_child is not None:
                    stack.append((child, last if depth < MAX_DEPTH else copy, min(depth + 1, MAX_DEPTH)))
            child = child.next


def _add_text(parent: Element, last: Element | None, text: str) -> None:
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text
