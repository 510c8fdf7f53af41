"""Pictures that are not loaded: their place, and the text in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal, cast

from lxml import etree

from renderers.clients.change import Change
from renderers.clients.css.sheet import (
    AtRule,
    Declaration,
    Node,
    StyleRule,
    declaration,
    parse_declarations,
    write_declarations,
)
from renderers.clients.html.tree import Element, finder
from renderers.clients.mail import OWN, Mail
from renderers.clients.stage import Settings, Stage

_SOURCES = ("src", "srcset", "background", "poster", "lowsrc", "dynsrc", "href")
_TAGS = ("img", "input", "source", "video", "audio", "image", "v:fill", "v:image", "v:imagedata")
_POINTING = finder("//*[@src or @srcset or @background or @poster or @lowsrc or @dynsrc] | //image[@href]")
_PAINTED = cast(
    "Callable[[Element], list[Element]]",
    etree.XPath("//*[contains(@style, 'url(') or contains(@style, 'URL(') or contains(@style, 'image-set(')]"),
)
_FRAMED = "blocked"
_INSIDE = re.compile(r"\s*(?:data|cid):", re.IGNORECASE)
# An address that is never closed takes the rest of the value, as in a browser; so one look at each character is enough.
_ADDRESS = re.compile(
    r"""url\(\s*+(?:"([^"]*+)"|'([^']*+)'|([^"')][^)]*+))\s*+(?:\)|\Z)""",
    re.IGNORECASE,
)
_LAYERS = ("background", "background-image", "list-style", "list-style-image", "border-image", "border-image-source")


class ImagesOff(Settings):
    """What is blocked and what stands in its place.

    ``blocks``: ``remote`` pictures or ``all``, those inside the mail too. ``place``: ``alt`` leaves the picture's
    element without an address, and the engine shows its text; ``frame`` draws a frame of the picture's size with the
    client's own ``notice`` before the text and the CSS of ``frame``. ``unimportant``: style blocks lose ``!important``.
    """

    blocks: Literal["", "remote", "all"] = ""
    place: Literal["alt", "frame"] = "alt"
    notice: str = ""
    frame: str = ""
    unimportant: bool = False


def apply(mail: Mail, settings: ImagesOff) -> Iterable[Change]:
    """Block the pictures."""
    if mail.mode != "images-off" or not settings.blocks:
        return
    blocked = [element for element in _POINTING(mail.root) if _block(mail, element, settings)]
    for element in blocked:
        yield mail.change("images-off.blocks", "The picture is not loaded.", element)
    if blocked and settings.place == "frame":
        _frame_sheet(mail, settings.frame)
    for element in _PAINTED(mail.root):
        style = element.get("style", "")
        made = _blocked_style(style, settings.blocks)
        if made != style:
            element.set("style", made)
            yield mail.change("images-off.blocks", "The background picture is not loaded.", element)
    yield from _blocked_blocks(mail, settings)


def _block(mail: Mail, element: Element, settings: ImagesOff) -> bool:
    """Take away the addresses of a picture; return whether there was one to take."""
    if element.tag not in _TAGS and "background" not in element.attrib:
        return False
    names = [name for name in _SOURCES if name in element.attrib and (element.tag in _TAGS or name == "background")]
    blocked = [name for name in names if element.get(name) and _is_blocked(element.get(name, ""), settings.blocks)]
    for name in blocked:
        del element.attrib[name]
    if element.tag == "img" and "src" in blocked and settings.place == "frame":
        _frame(mail, element, settings)
    return bool(blocked)


def _is_blocked(address: str, blocks: str) -> bool:
    return blocks == "all" or not _INSIDE.match(address)


def _frame(mail: Mail, image: Element, settings: ImagesOff) -> None:
    """Make the picture a box of its size that holds the client's notice and the picture's text."""
    words = " ".join(filter(None, (settings.notice, image.attrib.pop("alt", "").strip())))
    size = [image.attrib.pop(name, "").removesuffix("px") for name in ("width", "height")]
    image.set(OWN, " ".join([_FRAMED, *(each if each.isdecimal() else "auto" for each in size)]))
    if "style" in image.attrib:
        mail.set_style(image, [each for each in parse_declarations(image.get("style", "")) if _is_of_text(each)])
    image.tag = "span"
    image.text = words


def _frame_sheet(mail: Mail, frame: str) -> None:
    """Say in a sheet of the client's own what frames look like: what it does to mails is no concern of theirs."""
    names = {element.get(OWN, "") for element in mail.root.iter("span")}
    rules = [
        f'[data-client="{name}"]{{width:{_length(name.split()[1])};height:{_length(name.split()[2])}}}'
        for name in sorted(names)
        if name.startswith(_FRAMED)
    ]
    if rules:
        mail.add_block("".join([f'[data-client^="{_FRAMED}"]{{{frame}}}', *rules]))


def _is_of_text(declaration: Declaration) -> bool:
    return declaration.name == "color" or declaration.name.startswith(("font", "text-"))


def _length(size: str) -> str:
    return f"{size}px" if size.isdecimal() else size


def _blocked_blocks(mail: Mail, settings: ImagesOff) -> Iterable[Change]:
    for block in mail.blocks:
        before = block.rules
        block.rules = tuple(_blocked_node(node, settings.blocks) for node in before)
        if block.rules != before:
            yield mail.change("images-off.blocks", "The pictures of the style block are not loaded.", block.element)
        before = block.rules
        if settings.unimportant:
            block.rules = tuple(map(_unimportant, before))
        if block.rules != before:
            yield mail.change("images-off.unimportant", "Style blocks lose !important.", block.element)


def _blocked_node(node: Node, blocks: str) -> Node:
    return _mapped(node, lambda each: _blocked(each, blocks))


def _unimportant(node: Node) -> Node:
    return _mapped(node, lambda each: declaration(each.name, each.value) if each.important else each)


def _mapped(node: Node, change: Callable[[Declaration], Declaration | None]) -> Node:
    """Return a rule with each of its declarations changed; fonts are none of a mail's pictures."""
    if isinstance(node, Declaration) or node.body is None or (isinstance(node, AtRule) and node.name == "font-face"):
        return node
    body: list[Node] = []
    for each in node.body:
        made = change(each) if isinstance(each, Declaration) else _mapped(each, change)
        body += [] if made is None else [made]
    if tuple(body) == node.body:
        return node
    if isinstance(node, StyleRule):
        return StyleRule(node.prelude, tuple(body))
    return AtRule(node.name, node.prelude, tuple(body))


@lru_cache(maxsize=4096)
def _blocked_style(style: str, blocks: str) -> str:
    made = [_blocked(each, blocks) for each in parse_declarations(style)]
    return write_declarations([each for each in made if each])


def _blocked(each: Declaration, blocks: str) -> Declaration | None:
    """Return the declaration without its picture: a layer of a background is none, anything else goes as a whole."""
    if "image-set(" in each.value:
        return None
    if "url(" not in each.value.lower():
        return each
    value = _ADDRESS.sub(
        lambda match: "none" if _is_blocked("".join(filter(None, match.groups())), blocks) else match[0], each.value
    )
    if value == each.value:
        return each
    return each.with_value(value) if each.name in _LAYERS else None


STAGE = Stage("images-off", ImagesOff, apply)
