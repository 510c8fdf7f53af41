"""Style attributes as texts: mails repeat themselves, so each text is read once and its reading remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from lxml import etree

from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail

REMEMBERED = 4096
"""Readings that a stage keeps: enough for the attributes of a few dozen mails."""

_STYLED = cast("Callable[[Element], list[Element]]", etree.XPath("//*[@style]"))


def style_texts(mail: Mail) -> Iterator[tuple[Element, str]]:
    """Yield every element with a style attribute, and the attribute's text."""
    for element in _STYLED(mail.root):
        yield element, element.get("style", "")


def set_text(element: Element, text: str) -> None:
    """Set a style attribute; without a text it goes."""
    if text:
        element.set("style", text)
    else:
        element.attrib.pop("style", None)
