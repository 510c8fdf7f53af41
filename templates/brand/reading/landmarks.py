"""The page's big blocks where no tag and no class names them: what stands before the main part, and what after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from lxml.html import HtmlElement

from templates.brand.reading.page import Page, words

Side = Literal["before", "inside", "after", ""]

BAR_LINKS = 3  # a bar at the top of a page has a menu
BAR_SIZE = 250  # elements; more than that is no bar but a page
FOOTER_TEXT = 4000  # characters
SMALL_PRINT = 800
RIGHTS = re.compile(r"©|\(c\) ?\d{4}|copyright", re.I)


def side_of(page: Page, element: HtmlElement) -> Side:
    """Where an element stands to the page's main part, or to its first heading; "" on a page that has neither."""
    if page.main is not None:
        return _side(page.main, element)
    heading = page.heading
    return "before" if heading is not None and _side(heading, element) == "before" else ""


def in_bar(element: HtmlElement) -> bool:
    """Whether an element stands in a bar with a menu."""
    for node in islice(element.iterancestors(), 6):
        if node.tag == "body" or len(list(islice(node.iter(), BAR_SIZE))) == BAR_SIZE:
            return False
        if len(list(islice(node.iter("a"), BAR_LINKS))) == BAR_LINKS:
            return True
    return False


def unnamed_footers(page: Page) -> Iterator[HtmlElement]:
    """Blocks below the main part that hold words but no page, and the one around the page's last copyright sign."""
    node = page.main
    while node is not None and node.tag != "body":
        for later in node.itersiblings("div", "section", "p", "table"):
            if 0 < len(words(later)) < FOOTER_TEXT:
                yield later
        node = node.getparent()
    signs = [element for element in page.root.iter("p", "div", "td", "small", "span", "li") if _signed(element)]
    if signs:
        yield _small_print(signs[-1])


def _side(landmark: HtmlElement, element: HtmlElement) -> Side:
    around = dict.fromkeys(landmark.iterancestors())
    branch = element
    for node in element.iterancestors():
        if landmark in {node, branch}:
            return "inside"
        if node in around:
            own = next(one for one in (landmark, *around) if one.getparent() is node)
            return "before" if node.index(branch) < node.index(own) else "after"
        branch = node
    return ""


def _signed(element: HtmlElement) -> bool:
    own = "".join(filter(None, (element.text, *(part.tail for part in islice(element, 20)))))
    return bool(RIGHTS.search(own[:SMALL_PRINT]))


def _small_print(element: HtmlElement) -> HtmlElement:
    """The largest block around a copyright sign that still is small print."""
    for node in element.iterancestors():
        if node.tag in {"body", "html", "main"} or len(words(node)) > SMALL_PRINT:
            break
        element = node
    return element
