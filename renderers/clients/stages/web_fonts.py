"""Fonts from the web, in clients that load none or none for now."""

from __future__ import annotations

import re
from collections.abc import Iterable

from renderers.clients.change import Change
from renderers.clients.css.sheet import AtRule, Declaration, Node
from renderers.clients.html.tree import Element, remove
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage

_ADDRESS = re.compile(r"""url\(\s*+["']?+\s*+(?!data:)""", re.IGNORECASE)


class WebFonts(Settings):
    """``ignored``: an @font-face with an address counts nothing.

    ``with_pictures``: fonts and other style sheets, which nearly always bring fonts, are loaded when pictures are.
    """

    ignored: bool = False
    with_pictures: bool = False


def apply(mail: Mail, settings: WebFonts) -> Iterable[Change]:
    """Remove the fonts."""
    blocked = settings.with_pictures and mail.mode == "images-off"
    rule = "web-fonts.with_pictures" if blocked else "web-fonts.ignored"
    if not blocked and not settings.ignored:
        return
    for block in mail.blocks:
        before = block.rules
        block.rules = tuple(node for node in before if not _is_remote_face(node) and not (blocked and _is_import(node)))
        if any(_is_remote_face(node) for node in before):
            yield mail.change(rule, "The web font is not loaded.", block.element)
        if blocked and any(_is_import(node) for node in before):
            yield mail.change(rule, "The imported style sheet is not loaded.", block.element)
    for link in _sheets(mail) if blocked else ():
        yield mail.change(rule, "The linked style sheet is not loaded.", link)
        remove(link)


def _sheets(mail: Mail) -> list[Element]:
    return [link for link in mail.root.iter("link") if "stylesheet" in link.get("rel", "").lower().split()]


def _is_import(node: Node) -> bool:
    return isinstance(node, AtRule) and node.name == "import"


def _is_remote_face(node: Node) -> bool:
    return isinstance(node, AtRule) and node.name == "font-face" and any(map(_is_remote, node.body or ()))


def _is_remote(node: Node) -> bool:
    return isinstance(node, Declaration) and node.name == "src" and bool(_ADDRESS.search(node.value))


STAGE = Stage("web-fonts", WebFonts, apply)
