"""A long mail is cut: the client shows its beginning and a link to the rest."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from renderers.clients.change import Change
from renderers.clients.html.marks import MARK
from renderers.clients.html.tree import Element, finder, new
from renderers.clients.mail import OWN, Mail
from renderers.clients.stage import Settings, Stage

_NAME = "clipped"
_LAST = finder(f"(//*[@{MARK}])[last()]")
# Attributes beyond ASCII and entities, which the quick look does not count.
_SLACK = 8_000


class Clip(Settings):
    """``bytes`` of the mail's HTML that are shown, 0 for all; ``notice`` and a ``link`` stand in place of the rest.

    All of the source counts, its head and its comments too: people measured sizes of whole mails.
    """

    bytes: int = 0
    notice: str = ""
    link: str = ""


def apply(mail: Mail, settings: Clip) -> Iterable[Change]:
    """Cut the body where its source passes the limit; never inside a tag."""
    limit = settings.bytes
    if not limit or mail.length < limit:
        return
    size = _size(mail)
    if size + _SLACK <= limit or mail.root.find(f".//div[@data-client='{_NAME}']") is not None:
        return
    cut = _Cut(limit)
    cut.walk(mail.body)
    if not cut.gone and not cut.shortened:
        return
    for element in cut.gone:
        element.tail = None
        element.drop_tree()
    if settings.notice:
        mail.body.append(_notice(settings))
    first = cut.gone[0] if cut.gone else None
    yield mail.change(
        "clip.bytes", "The mail is cut after {limit:n} of {size:n} bytes.", first, limit=limit, size=max(size, limit)
    )


def _size(mail: Mail) -> int:
    """Estimate the bytes of the source from the last tag's place and the text."""
    last = _LAST(mail.root)
    text = "".join(mail.root.itertext())
    behind = last[0].text_content() + (last[0].tail or "") if last else text
    return int(last[0].get(MARK, "0") if last else 0) + len(behind) + len(text.encode()) - len(text)


class _Cut:
    """Walks through the mail and finds what stands behind the limit.

    Each tag knows its offset in the source, in characters; what characters have in bytes beyond one is counted along
    the way, and text is measured from the tag before it.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._place = 0
        self._more = 0
        self.gone: list[Element] = []
        self.shortened = False

    def walk(self, body: Element) -> None:
        """Find ``gone``, the outermost elements to take out, and shorten the text that crosses the limit."""
        inside: Element | None = None
        for event, element in etree.iterwalk(body, events=("start", "end", "comment")):
            if inside is not None:
                inside = None if element is inside and event == "end" else inside
            elif event == "start":
                inside = self._opened(element, body)
            elif element is not body:
                self._closed(element)

    def _opened(self, element: Element, body: Element) -> Element | None:
        """Pass a start tag; return the element when it is behind the limit. What the client adds counts nothing."""
        mark = element.get(MARK, "")
        if mark.isdigit():
            self._place = int(mark) + self._more
            if self._place >= self._limit and element is not body:
                self.gone.append(element)
                return element
            attributes = sum(
                len(name) + 4 + self._bytes(value) for name, value in element.attrib.items() if name != MARK
            )
            self._place += len(element.tag) + 2 + attributes
        element.text = self._text(element.text)
        return None

    def _closed(self, element: Element) -> None:
        if not isinstance(element.tag, str):
            self._place += self._bytes(element.text or "") + len("<!---->")
        elif MARK in element.attrib:
            self._place += len(element.tag) + len("</>")
        element.tail = self._text(element.tail)

    def _bytes(self, text: str) -> int:
        if text.isascii():
            return len(text)
        size = len(text.encode())
        self._more += size - len(text)
        return size

    def _text(self, text: str | None) -> str | None:
        """Pass a text; what of it is behind the limit goes, from the word on that crosses it."""
        if not text:
            return text
        left = max(self._limit - self._place, 0)
        size = self._bytes(text)
        self._place += size
        if size <= left:
            return text
        self.shortened = self.shortened or bool(text.strip())
        shown = text.encode()[:left].decode(errors="ignore")
        return shown.rpartition(" ")[0] or None


def _notice(settings: Clip) -> Element:
    """A line of its own under the mail, as Gmail shows it."""
    notice = new("div", ((OWN, _NAME), ("style", "margin:16px 0;font:14px Arial,sans-serif")))
    notice.text = settings.notice
    if settings.link:
        notice.text += "\u00a0 "
        own = ((OWN, ""), ("href", "#"), ("style", "text-decoration:none"), ("target", "_blank"))
        notice.append(new("a", own, settings.link))
    return notice


STAGE = Stage("clip", Clip, apply)
