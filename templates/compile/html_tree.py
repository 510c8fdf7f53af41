"""HTML as lxml reads it: the one place that knows the parser's limits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from templates.errors import LimitError

DOCTYPE = re.compile(r"<!doctype[^>]*>", re.IGNORECASE)

if TYPE_CHECKING:
    from lxml.etree import _Element


def parsed(html: str) -> _Element:
    """Return the root of ``html``; a text without any markup becomes a page as well.

    Raises LimitError past 2,048 elements in each other, where the parser would drop the rest without a word.
    """
    # Imported here: lxml is a large library that `mailwright --help` does not need.
    from lxml import etree

    # Without huge_tree that happens at 256 elements.
    parser = etree.HTMLParser(huge_tree=True)
    root = etree.fromstring(html, parser) if html.strip() else None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise LimitError("The mail's HTML is nested too deeply.", advice="Look for elements that are not closed.")
    return etree.fromstring("<html><body></body></html>", parser) if root is None else root


def serialised(tree: _Element) -> str:
    """Return the HTML of ``tree`` without a doctype; nothing is indented, because blanks show in a mail."""
    from lxml import etree

    return etree.tostring(tree, method="html", encoding="unicode")


def walk(html: str) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Yield (event, name or text, attributes) in document order; events are start, end, text and comment."""
    from lxml import etree

    for event, element in etree.iterwalk(parsed(html), events=("start", "end", "comment")):
        if event == "comment":
            yield "comment", element.text or "", {}
            yield "text", element.tail or "", {}
            continue
        yield event, str(element.tag), dict(element.attrib)
        yield "text", (element.text if event == "start" else element.tail) or "", {}
