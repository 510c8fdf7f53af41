"""Style attributes as texts: mails repeat themselves, so each text is read once and its reading remembered."""

from __future__ import annotations

from collections.abc import Iterator

from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail

REMEMBERED = 4096
"""Readings that a stage keeps: enough for the attributes of a few dozen mails."""


def style_texts(mail: Mail) -> Iterator[tuple[Element, str]]:
    """Yield every element with a style attribute, and the attribute's text."""
    for element in mail.with_style():
        yield element, element.get("style", "")


def set_text(element: Element, text: str) -> None:
    """Set a style attribute; without a text it goes."""
    if text:
        element.set("style", text)
    else:
        element.attrib.pop("style", None)
