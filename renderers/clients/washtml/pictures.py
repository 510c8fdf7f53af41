"""SVG pictures inside addresses: Roundcube washes them as it washes a mail."""

from __future__ import annotations

import base64
import binascii
import re
from functools import lru_cache
from html import escape

from lxml import etree

from renderers.clients.washtml.vocabulary import ATTRIBUTES, ELEMENTS, LOST

_ADDRESS = re.compile(r"(data:image/svg\+xml[^,]*?)(;\s*base64)?,(.*)", re.IGNORECASE | re.DOTALL)
_UNREAD = "<!-- html ignored --><!-- body ignored -->"
"""What stands before a text that is no XML."""

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_pis=True, remove_comments=True)


@lru_cache(maxsize=256)
def washed_svg(address: str) -> str | None:
    """Return the address with the picture washed, always in base64; what is percent-encoded is not read."""
    match = _ADDRESS.match(address)
    if not match or not match[3]:
        return None
    text = _decoded(match[3]) if match[2] else match[3]
    if text is None:
        return None
    return f"{match[1]};base64,{base64.b64encode(_washed(text).encode()).decode()}"


def _decoded(text: str) -> str | None:
    try:
        return base64.b64decode(text).decode(errors="replace")
    except (binascii.Error, ValueError):
        return None


def _washed(text: str) -> str:
    try:
        root = etree.fromstring(text.encode(), _PARSER)
    except etree.XMLSyntaxError:
        return _UNREAD + escape(text, quote=False)
    pieces: list[str] = []
    _write(root, pieces)
    return "".join(pieces)


def _write(root: etree._Element, pieces: list[str]) -> None:
    waiting: list[etree._Element | str] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            pieces.append(node)
            continue
        waiting.append(escape(node.tail or ""))
        name = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
        if name in LOST:
            pieces.append(f"<!-- {name} not allowed -->")
            continue
        kept = name.lower() in ELEMENTS
        pieces.append(f"<{name}{_attributes(node)}" if kept else f"<!-- {name} ignored -->")
        if kept:
            waiting.append(f"</{name}>" if len(node) or node.text else " />")
            pieces.append(">" if len(node) or node.text else "")
        pieces.append(escape(node.text or ""))
        waiting += reversed(node)


def _attributes(node: etree._Element) -> str:
    found = []
    if node.getparent() is None and node.nsmap.get(None):
        found.append(f' xmlns="{node.nsmap[None]}"')
    for name, value in node.attrib.items():
        plain = str(name).rpartition("}")[2]
        if plain.lower() in ATTRIBUTES and value:
            found.append(f' {plain}="{escape(str(value))}"')
    return "".join(found)
