"""The mail's frame: what becomes of head, body, doctype and style elements, and what the client puts around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Annotated, Literal

from lxml import etree
from pydantic import Field

from renderers.clients.change import Change
from renderers.clients.html.marks import MARK
from renderers.clients.html.tree import Element, append_text, comment, new, rename
from renderers.clients.mail import OWN, Mail
from renderers.clients.stage import Settings, Stage

_GONE = "mw-gone"
_PART = re.compile(r"([.#]?)([-\w]+)|\[([-\w]+)=([-\w]+)\]")

Wrapper = Annotated[str, Field(pattern=r"^[a-z]+([.#][-\w]+|\[[a-z][-\w]*=[-\w]+\])*$")]


class Structure(Settings):
    """``page``: own, when the message is shown inside the client's own page (head and html element of the mail go).

    ``doctype`` is html for the client's own, none where the mail's has no effect (the page is in quirks mode).
    ``styles`` says where style elements survive: head (only there), none, or comment (each is commented out).
    ``body`` becomes a div with those of its attributes that are ``body_attributes``, or it is gone with all of them.
    ``wrappers`` (``div#message.a[lang=x]``) stand around the message, the outermost first. ``doctype_mark`` is the
    empty element in front of the body's div that a doctype leaves behind. With ``head_in_body`` the content of the
    head stands in the body, in front of the wrappers.
    """

    page: Literal["", "own"] = ""
    doctype: Literal["", "html", "none"] = ""
    styles: Literal["", "head", "none", "comment"] = ""
    body: Literal["", "div", "gone"] = ""
    body_attributes: tuple[str, ...] = ()
    wrappers: tuple[Wrapper, ...] = ()
    doctype_mark: Annotated[str, Field(pattern=r"^[a-z]*$")] = ""
    head_in_body: bool = False


def apply(mail: Mail, settings: Structure) -> Iterable[Change]:
    """Build the client's frame around the message."""
    if _framed(mail):
        return
    had_doctype = bool(mail.doctype)
    yield from _styles(mail, settings.styles)
    yield from _doctype(mail, settings)
    yield from _body(mail, settings, had_doctype=had_doctype)
    yield from _head(mail, settings)


def _framed(mail: Mail) -> bool:
    return any(child.get(OWN) == "frame" for part in (mail.head, mail.body) for child in part)


def _doctype(mail: Mail, settings: Structure) -> Iterator[Change]:
    if settings.doctype == "none" and mail.doctype:
        mail.doctype = ""
        yield mail.change("structure.doctype", "The doctype has no effect: the mail is laid out in quirks mode.")
    elif settings.doctype == "html":
        mail.doctype = "<!DOCTYPE html>"


def _styles(mail: Mail, where: str) -> Iterator[Change]:
    elements = [block.element for block in mail.blocks] if where else []
    if where == "comment":
        for element in elements:
            yield mail.change("structure.styles", "The style element is commented out, as all of them are.", element)
            _comment_out(element)
        return
    for element in elements:
        if where == "none":
            yield mail.change("structure.styles", "The style element is removed, as all of them are.", element)
        elif element.getparent() is not mail.head:
            yield mail.change("structure.styles", "The style element is removed: it is not in the head.", element)
        else:
            continue
        rename(element, _GONE)
    etree.strip_elements(mail.root, _GONE, with_tail=False)


def _comment_out(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        stand_in = comment(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
        stand_in.tail, element.tail = element.tail, None
        parent.replace(element, stand_in)


def _body(mail: Mail, settings: Structure, *, had_doctype: bool) -> Iterator[Change]:
    body, message = mail.body, None
    if settings.body == "div":
        message = new("div", ((name, body.get(name, "")) for name in settings.body_attributes if name in body.attrib))
        yield mail.change("structure.body", "The body becomes a div.", body)
        lost = [name for name in body.attrib if name not in (*settings.body_attributes, MARK)]
        if lost:
            names = ", ".join(lost)
            yield mail.change("structure.body_attributes", "The body's attributes {names} are lost.", body, names=names)
    elif settings.body == "gone":
        yield mail.change("structure.body", "The body element is removed with its attributes; its content stays.", body)
    pieces = _wrapped(body, message, settings, had_doctype=had_doctype)
    if settings.body:
        _strip(body)
    if pieces is not None:
        body.append(pieces)
    if settings.doctype_mark and had_doctype:
        tag = settings.doctype_mark
        yield mail.change("structure.doctype_mark", "The doctype becomes an empty {tag} in front of it.", tag=tag)
    if settings.wrappers:
        around = " ".join(settings.wrappers)
        yield mail.change("structure.wrappers", "The message is put into {wrappers}.", body, wrappers=around)


def _wrapped(body: Element, message: Element | None, settings: Structure, *, had_doctype: bool) -> Element | None:
    """Return the outermost element around the body's content, which moves into the innermost; None without any."""
    chain = [_wrapper(each) for each in settings.wrappers]
    if settings.doctype_mark and had_doctype and chain:
        chain[-1].append(new(settings.doctype_mark))
    if message is not None:
        if MARK in body.attrib:
            message.set(MARK, body.attrib[MARK])
        chain.append(message)
    if not chain:
        return None
    for outer, inner in pairwise(chain):
        outer.append(inner)
    append_text(chain[-1], body.text)
    chain[-1].extend(list(body))
    body.text = None
    return chain[0]


def _wrapper(pattern: str) -> Element:
    found = new("div", ((OWN, "frame"),))
    for sign, name, attribute, value in _PART.findall(pattern):
        if sign == ".":
            found.set("class", f"{found.get('class', '')} {name}".strip())
        elif sign == "#":
            found.set("id", name)
        elif attribute:
            found.set(attribute, value)
        else:
            rename(found, name)
    return found


def _strip(element: Element) -> None:
    """Take all attributes but the mark."""
    for name in element.attrib:
        if name != MARK:
            del element.attrib[name]


def _head(mail: Mail, settings: Structure) -> Iterator[Change]:
    head = mail.head
    if settings.page == "own":
        lost = [child for child in head if child.tag not in ("style", etree.Comment)]
        for child in lost:
            head.remove(child)
        head.text = None
        _strip(mail.root)
        if lost:
            yield mail.change("structure.page", "The head is dropped: the message is shown in the client's page.", head)
    elif settings.head_in_body and (len(head) or head.text):
        yield mail.change("structure.head_in_body", "The content of the head stands in front of the message.", head)
        _into_body(mail)
    if settings.page == "own" or settings.head_in_body:
        head.insert(0, new("meta", (("charset", "utf-8"), (OWN, "frame"))))


def _into_body(mail: Mail) -> None:
    head, body = mail.head, mail.body
    moved = [*head]
    if moved and body.text:
        moved[-1].tail = (moved[-1].tail or "") + body.text
        body.text = None
    for place, child in enumerate(moved):
        body.insert(place, child)
    head.text = None


STAGE = Stage("structure", Structure, apply)
