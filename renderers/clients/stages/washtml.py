"""The mail goes through Roundcube's sanitizer and becomes a piece of its page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from lxml import etree

from renderers.clients.change import Change
from renderers.clients.html.tree import Element, new
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage
from renderers.clients.washtml.addresses import Addresses, base_of
from renderers.clients.washtml.page import BODY_END, Page, Rules
from renderers.clients.washtml.report import changes
from renderers.clients.washtml.sheet import Scope


class Washtml(Settings):
    """How the mail is washed.

    ``sanitizer``: the release whose behaviour it is; empty: the mail is not washed. ``container``: id of the message's
    element in the page; ``body_class``: class of the ``div`` that was the body; ``prefix``: before each class and id;
    ``blocked``: address of the picture in place of those from elsewhere while these are off.
    """

    sanitizer: Literal["", "1.6"] = ""
    container: str = ""
    body_class: str = ""
    prefix: str = ""
    blocked: str = ""


def apply(mail: Mail, settings: Washtml) -> Iterable[Change]:
    """Wash the mail."""
    if not settings.sanitizer:
        return
    if _washed_already(mail, settings.container):
        _forget_end(mail)
        return
    page = Page(_rules(mail, settings), mail.blocks)
    top = new("div", (("class", settings.container.rstrip("0123456789")), ("id", settings.container)))
    page.build(mail.root, top)
    _put(mail, top)
    yield from changes(mail, settings.prefix, settings.body_class, page.found)


def _washed_already(mail: Mail, container: str) -> bool:
    parts = [part for part in mail.body if isinstance(part.tag, str)]
    return len(parts) == 1 and parts[0].get("id") == container


def _forget_end(mail: Mail) -> None:
    for note in list(mail.root.iter(etree.Comment)):
        if note.text == BODY_END:
            note.drop_tree()


def _rules(mail: Mail, settings: Washtml) -> Rules:
    container = f"#{settings.container} div.{settings.body_class}"
    bases = [base_of(each.get("href", "").strip()) for each in mail.root.iter("base")]
    blocked = settings.blocked if mail.mode == "images-off" else ""
    return Rules(
        Scope(container, settings.prefix),
        Addresses(settings.prefix, next(filter(None, reversed(bases)), ""), blocked),
        {"class": settings.body_class, "id": settings.container},
    )


def _put(mail: Mail, top: Element) -> None:
    """Put the washed mail into an empty page."""
    body, head = mail.body, mail.head
    mail.root.clear()
    for part in (head, body):
        part.clear()
    mail.root.extend((head, body))
    body.append(top)


STAGE = Stage("washtml", Washtml, apply)
