"""Style sheets of the client's own around the message, and declarations that it adds to the mail's elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from renderers.clients.change import Change
from renderers.clients.css.sheet import Declaration, declaration, parse_declarations
from renderers.clients.mail import OWN, Mail
from renderers.clients.stage import Settings, Stage

_SIZES = frozenset({"width", "height"})
_PADDINGS = frozenset({"padding", "padding-top", "padding-right", "padding-bottom", "padding-left"})
_FONT_SIZES = frozenset({"font", "font-size"})


class ClientStyles(Settings):
    """``sheet`` is the style sheet that the client puts in front of the mail's, ``page`` that of its reading pane.

    ``box_sizing``: elements with a size and a padding inline get this value, with ``!important``.
    ``text_size_adjust``: elements with a font size inline get this value.
    """

    sheet: str = ""
    page: str = ""
    box_sizing: str = ""
    text_size_adjust: str = ""


def apply(mail: Mail, settings: ClientStyles) -> Iterable[Change]:
    """Add the client's styles."""
    yield from _sheets(mail, settings)
    if settings.box_sizing or settings.text_size_adjust:
        yield from _declarations(mail, settings)


def _sheets(mail: Mail, settings: ClientStyles) -> Iterator[Change]:
    there = {each.text for each in mail.head.iter("style") if each.get(OWN) is not None}
    if settings.sheet and settings.sheet not in there:
        mail.add_block(settings.sheet)
        yield mail.change("client-styles.sheet", "The client adds styles of its own: {css}", css=_short(settings.sheet))
    if settings.page and settings.page not in there:
        mail.add_block(settings.page)
        yield mail.change(
            "client-styles.page", "The page around it has styles of its own: {css}", css=_short(settings.page)
        )


def _short(css: str) -> str:
    return " ".join(css.split())


def _declarations(mail: Mail, settings: ClientStyles) -> Iterator[Change]:
    for element in mail.with_style():
        text = element.get("style", "")
        added = _added(text, settings.box_sizing, settings.text_size_adjust)
        if not added:
            continue
        mail.set_style(element, (*parse_declarations(text), *added))
        if added[0].name == "box-sizing":
            yield mail.change(
                "client-styles.box_sizing",
                "The element gets box-sizing: {value} !important: it has a size and a padding.",
                element,
                value=settings.box_sizing,
            )
        if added[-1].name == "-webkit-text-size-adjust":
            yield mail.change(
                "client-styles.text_size_adjust",
                "Its text is enlarged: it gets -webkit-text-size-adjust: {value}.",
                element,
                value=settings.text_size_adjust,
            )


@lru_cache(maxsize=8192)
def _added(text: str, box_sizing: str, text_size_adjust: str) -> tuple[Declaration, ...]:
    declarations = parse_declarations(text)
    names = {each.name for each in declarations}
    found: list[Declaration] = []
    if box_sizing and names & _SIZES and names & _PADDINGS:
        found.append(declaration("box-sizing", box_sizing, important=True))
    if text_size_adjust and names & _FONT_SIZES:
        found.append(declaration("-webkit-text-size-adjust", text_size_adjust))
    return tuple(each for each in found if each.raw not in {known.raw for known in declarations})


STAGE = Stage("client-styles", ClientStyles, apply)
