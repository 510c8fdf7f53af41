"""Asking a parsed page, with types."""

from __future__ import annotations

from typing import Any

from lxml.html import HtmlElement


def found(element: HtmlElement, path: str, **names: str) -> list[Any]:
    """The nodes, or the values of attributes, that an XPath finds."""
    nodes = element.xpath(path, **names)
    assert isinstance(nodes, list)
    return nodes


def text_at(element: HtmlElement, path: str, **names: str) -> str:
    """The text of the first node that an XPath finds; empty when there is none."""
    return str(element.xpath(f"string({path})", **names))
