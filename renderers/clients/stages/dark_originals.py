"""Before Outlook changes colours for dark mode it notes them in attributes, and mails select by these."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from renderers.clients.change import Change
from renderers.clients.colours import read
from renderers.clients.css.sheet import parse_declarations
from renderers.clients.dark.recolour import coloured
from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage


class DarkOriginals(Settings):
    """The attributes that keep a colour: of the text and the background, from ``style`` or from HTML attributes.

    Only what had a colour gets one: a mail's ``[data-ogsc] .x`` needs a coloured element of its own around ``.x``.
    """

    text: str = ""
    background: str = ""
    text_attribute: str = ""
    background_attribute: str = ""


def apply(mail: Mail, settings: DarkOriginals) -> Iterable[Change]:
    """Note the colours."""
    if mail.mode != "dark" or not settings.text:
        return ()
    return [
        *_noted(mail, _of_attributes(mail, settings), "dark-originals.text_attribute"),
        *_noted(mail, _of_styles(mail, settings), "dark-originals.text"),
    ]


Note = tuple[Element, str, str]


def _of_styles(mail: Mail, settings: DarkOriginals) -> Iterable[Note]:
    for element in mail.with_style():
        text, background = _colours(element.get("style", ""))
        if text:
            yield element, settings.text, text
        if background:
            yield element, settings.background, background


def _of_attributes(mail: Mail, settings: DarkOriginals) -> Iterable[Note]:
    """A noted attribute comes with an empty note for ``style``, as Microsoft's editor writes it."""
    for element, name, part in coloured(mail.root):
        if name == "color" and part == "text":
            yield element, settings.text_attribute, element.get(name, "")
            yield element, settings.text, ""
        elif name == "bgcolor":
            yield element, settings.background_attribute, element.get(name, "")
            yield element, settings.background, ""


def _noted(mail: Mail, notes: Iterable[Note], rule: str) -> Iterable[Change]:
    """Note what is not noted yet; one change tells of all."""
    count, first = 0, None
    for element, name, value in notes:
        if name and not element.get(name):
            element.set(name, value)
            count += 1
            first = element if first is None else first
    if first is not None:
        yield mail.change(rule, "Original colours are kept in data attributes ({count}×).", first, count=count)


@lru_cache(maxsize=16384)
def _colours(style: str) -> tuple[str, str]:
    """Return text and background colour of a ``style`` attribute as scripts read them."""
    text = background = ""
    for each in parse_declarations(style):
        if each.name == "color":
            text = _cssom(each.value) or text
        elif each.name in ("background-color", "background"):
            background = _cssom(each.value) or background
    return text, background


def _cssom(value: str) -> str:
    """Names stay names; every other colour is ``rgb()``."""
    colour = read(value)
    return "" if colour is None else value.lower() if value.isalpha() else colour.cssom


STAGE = Stage("dark-originals", DarkOriginals, apply)
