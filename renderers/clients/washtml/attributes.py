"""The attributes of one element, as Roundcube leaves them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from renderers.clients.washtml.addresses import Addresses
from renderers.clients.washtml.declarations import NOTHING, Washed, wash_declarations
from renderers.clients.washtml.decoding import BYTE, decoded, without_comments, without_tags
from renderers.clients.washtml.links import opened
from renderers.clients.washtml.references import prefixed_reference
from renderers.clients.washtml.vocabulary import (
    ATTRIBUTES,
    BODY_ATTRIBUTES,
    LINK_ATTRIBUTES,
    NAMES,
    PICTURES,
    REFERENCES,
)

LINKS = frozenset(("a", "area"))


@dataclass(frozen=True)
class Attributes:
    """What is left of an element's attributes; ``lost`` are the names of those that went, ``style`` what it became."""

    kept: dict[str, str]
    lost: tuple[str, ...] = ()
    style: Washed = NOTHING


def wash_attributes(tag: str, attributes: Mapping[str, str], addresses: Addresses) -> Attributes:
    """Wash the attributes of an element; ``tag`` and the names are in small letters."""
    kept: dict[str, str] = {}
    lost: list[str] = []
    style = NOTHING
    for name, written in attributes.items():
        if name == "style":
            style = wash_style(written, addresses)
            value: str | None = style.text or (None if written and BYTE not in decoded(written) else "")
        else:
            value = _value(tag, name, written.strip(), addresses)
        if value is None:
            lost.append(name)
        else:
            kept[name] = value
    if tag in LINKS:
        kept |= opened(kept.pop("href", ""))
    return Attributes(kept, tuple(lost), style)


@lru_cache(maxsize=8192)
def wash_style(text: str, addresses: Addresses) -> Washed:
    """Wash the text of a ``style`` attribute. A comment that stays open takes the rest along."""
    clean = without_tags(without_comments(decoded(text))).partition("/*")[0]
    if BYTE in clean:
        return Washed("", (text.strip(),))
    return wash_declarations(clean, addresses.picture)


def _value(tag: str, name: str, value: str, addresses: Addresses) -> str | None:
    if not value or not _allowed(tag, name, addresses):
        return None
    if name in NAMES or (name == "name" and tag == "a"):
        return prefixed(value, addresses.prefix)
    if name in REFERENCES:
        return prefixed_reference(value, addresses.prefix)
    if name == "background" or tag in PICTURES.get(name, ()):
        return addresses.picture(value if name == "poster" else addresses.resolved(value))
    return addresses.link(addresses.resolved(value)) if name in ("href", "xlink:href") else value


def _allowed(tag: str, name: str, addresses: Addresses) -> bool:
    if name == "rel":
        return not addresses.blocked
    if tag in LINKS:
        return name in LINK_ATTRIBUTES
    return name in ATTRIBUTES or (tag == "body" and name in BODY_ATTRIBUTES)


@lru_cache(maxsize=4096)
def prefixed(words: str, prefix: str) -> str:
    """Return the words with the prefix before each, the blanks between them as they were."""
    pieces = []
    start = True
    for character in words:
        blank = character.isspace()
        pieces.append(prefix + character if start and not blank else character)
        start = blank
    return "".join(pieces)
