"""A long mail is cut: the client shows its beginning and a link to the rest."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from renderers.clients.change import Change
from renderers.clients.html.marks import unmark
from renderers.clients.html.tree import Element, new
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage


class Clip(Settings):
    """``bytes`` of HTML that are shown, 0 for all; ``notice`` is what stands in place of the rest."""

    bytes: int = 0
    notice: str = ""


def apply(mail: Mail, settings: Clip) -> Iterable[Change]:
    """Cut the body where its HTML passes the limit."""
    if not settings.bytes:
        return
    size = len(unmark(etree.tostring(mail.body, encoding="unicode", method="html")).encode())
    if size <= settings.bytes:
        return
    first = _cut(mail.body, settings.bytes)
    if settings.notice:
        mail.body.append(new("div", (("data-client", "clipped"),), settings.notice))
    yield mail.change(
        "clip.bytes", "The mail is cut after {limit:n} of {size:n} bytes.", first, limit=settings.bytes, size=size
    )


def _cut(body: Element, limit: int) -> Element | None:
    """Take out what lies behind the limit; return the first element that went."""
    left, gone = limit, None
    for element in list(body.iter("*")):
        if left <= 0 and element is not body:
            gone = element if gone is None else gone
            element.tail = None
            element.drop_tree()
            continue
        left -= _own_size(element)
    return gone


def _own_size(element: Element) -> int:
    attributes = sum(len(name) + len(value) + 4 for name, value in element.attrib.items() if name != "mw-at")
    return (
        2 * len(element.tag) + 5 + attributes + len((element.text or "").encode()) + len((element.tail or "").encode())
    )


STAGE = Stage("clip", Clip, apply)
