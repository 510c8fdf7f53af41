"""The lines of text that a reader sees inside an element: broken where the page breaks them, not where its tags do."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

from templates.brand.reading.page import squeezed

BLOCKS = frozenset(
    {
        *(
            "p",
            "div",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "td",
            "th",
            "tr",
            "table",
            "br",
            "hr",
            "section",
            "article",
            "footer",
        ),
        *(
            "header",
            "nav",
            "aside",
            "address",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "figure",
            "blockquote",
            "main",
            "small",
        ),
    }
)
SILENT = frozenset({"script", "style", "svg", "select", "noscript", "template"})
MOST = 4000  # elements read; a footer has a few hundred
PARTS = re.compile(r"\s+[·•|–—-]\s+|\s*[·•|]\s*")


def text_lines(element: HtmlElement) -> list[str]:
    """Lines without empty ones, white space squeezed; scripts and drawings are left out."""
    pieces: list[str] = []
    silent = 0
    for count, (event, node) in enumerate(etree.iterwalk(element, events=("start", "end"))):
        if count > 2 * MOST:
            break
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag in BLOCKS:
            pieces.append("\n")
        if tag in SILENT:
            silent += 1 if event == "start" else -1
        if event == "start" and not silent and tag:
            pieces.append(node.text or "")
        elif event == "end" and not silent and node is not element:
            pieces.append(node.tail or "")
    # A source's own line ends are white space; ours are marked by a character of their own.
    text = "".join("\0" if piece == "\n" else piece for piece in pieces)
    return [line for part in text.split("\0") if (line := squeezed(part))]


def line_parts(line: str) -> list[str]:
    """The parts of a line between dots, bars and spaced dashes."""
    return [part for piece in PARTS.split(line) if (part := piece.strip(" ,"))]
