"""Elements that a client renames, empties or unwraps; scripts, classes and words that it does not let by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Annotated, cast

from lxml import etree
from pydantic import Field

from renderers.clients.change import Change
from renderers.clients.html.tree import finder, new, rename
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage

_UNWRAPPED = "mw-unwrapped"
_ACTIVE = finder("//*[@*[starts-with(name(), 'on')]]")
_LINKS = finder("//*[(@href | @src | @action)[contains(., ':') and not(starts-with(., 'http'))]]")
_BREAKS = re.compile("[\t\n\r]+")  # browsers take them out of addresses before they read them
_SCRIPT_URL = re.compile(r"[\x00-\x20]*(?:javascript|vbscript):", re.IGNORECASE)
_KEY = re.compile(r"(\w+)(?:\[type=(\w+)\])?")

Tag = Annotated[str, Field(pattern=r"^[a-z]\w*$")]
TagOfType = Annotated[str, Field(pattern=r"^[a-z]\w*(\[type=\w+\])?$")]
_URL_ATTRIBUTES = ("href", "src", "action")


class Elements(Settings):
    """``renamed``: element (or ``input[type=radio]``) to its new name; attributes and content stay.

    ``hollowed``: each tag of it, start and end, becomes an empty element of this name. ``classless`` elements lose
    their class. ``scripts``: scripts, event handlers and script addresses are dropped. ``empty_links``: the ``a`` of
    ``<a href="">`` is removed and its text kept. ``masked_words`` become ``mask``, wherever they stand.
    """

    renamed: Mapping[TagOfType, Tag] = {}
    hollowed: Mapping[Tag, Tag] = {}
    classless: tuple[Tag, ...] = ()
    scripts: bool = False
    empty_links: bool = False
    masked_words: tuple[str, ...] = ()
    mask: str = ""


def apply(mail: Mail, settings: Elements) -> Iterable[Change]:
    """Change the elements."""
    if settings.scripts:
        yield from _scripts(mail)
    yield from _renamed(mail, settings.renamed)
    yield from _hollowed(mail, settings.hollowed)
    if settings.empty_links:
        yield from _empty_links(mail)
    yield from _classless(mail, settings.classless)
    if settings.masked_words:
        yield from _masked(mail, _words(settings.masked_words), settings.mask)


def _scripts(mail: Mail) -> Iterator[Change]:
    if "script" in mail.wrote.tags:
        for element in mail.root.iter("script"):
            yield mail.change("elements.scripts", "The script is removed.", element)
        etree.strip_elements(mail.root, "script", with_tail=False)
    handled = any(name.startswith("on") for name in mail.wrote.attributes)
    for element in _ACTIVE(mail.root) if handled else ():
        names = [name for name in element.attrib if name.startswith("on")]
        for name in names:
            del element.attrib[name]
        yield mail.change(
            "elements.scripts", "The event handlers {names} are removed.", element, names=", ".join(names)
        )
    for element in _LINKS(mail.root):
        for name in _URL_ATTRIBUTES:
            if _SCRIPT_URL.match(_BREAKS.sub("", element.get(name, ""))):
                del element.attrib[name]
                yield mail.change(
                    "elements.scripts", "The script in the attribute {name} is removed.", element, name=name
                )


def _renamed(mail: Mail, names: Mapping[str, str]) -> Iterator[Change]:
    if not names:
        return
    keys = {cast(re.Match[str], _KEY.match(key)).groups(): name for key, name in names.items()}
    for element in list(mail.root.iter(*{tag for tag, _ in keys})):
        kind = element.get("type", "text").lower()
        name = keys.get((element.tag, kind)) or keys.get((element.tag, None))
        if name:
            yield mail.change("elements.renamed", "The element is renamed to {name}.", element, name=name)
            rename(element, name)


def _hollowed(mail: Mail, names: Mapping[str, str]) -> Iterator[Change]:
    if not names:
        return
    for element in list(mail.root.iter(*names)):
        name = names[element.tag]
        yield mail.change("elements.hollowed", "Its tags are replaced by empty {name} elements.", element, name=name)
        start = new(name)
        start.tail, element.text = element.text, None
        element.insert(0, start)
        element.append(new(name))
        rename(element, _UNWRAPPED)
    etree.strip_tags(mail.root, _UNWRAPPED)


def _empty_links(mail: Mail) -> Iterator[Change]:
    for element in [each for each in mail.root.iter("a") if not each.get("href", "-").strip()]:
        yield mail.change("elements.empty_links", "The link is removed: its address is empty; its text stays.", element)
        rename(element, _UNWRAPPED)
    etree.strip_tags(mail.root, _UNWRAPPED)


def _classless(mail: Mail, tags: tuple[str, ...]) -> Iterator[Change]:
    for element in mail.root.iter(*tags) if tags else ():
        if "class" in element.attrib:
            yield mail.change("elements.classless", "The attribute class is removed from it.", element)
            del element.attrib["class"]


@lru_cache(maxsize=16)
def _words(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)


def _masked(mail: Mail, words: re.Pattern[str], mask: str) -> Iterator[Change]:
    for element in mail.root.iter("*"):
        count = 0
        if element.text and element.tag not in ("style", "script"):
            element.text, count = words.subn(mask, element.text)
        if element.tail:
            element.tail, more = words.subn(mask, element.tail)
            count += more
        for name, value in element.attrib.items():
            masked, more = words.subn(mask, value)
            if more:
                element.set(name, masked)
                count += more
        if count:
            yield mail.change(
                "elements.masked_words", "{count} words are replaced by {mask}.", element, count=count, mask=mask
            )


STAGE = Stage("elements", Elements, apply)
