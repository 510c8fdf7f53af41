"""Classes, ids and the selectors that name them get the client's prefix, and selectors its scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from renderers.clients.change import Change
from renderers.clients.html.tree import Element, Finder, finder
from renderers.clients.mail import OWN, Mail
from renderers.clients.names.selectors import Names, has_chain
from renderers.clients.names.settings import Prefix
from renderers.clients.stage import Stage

NAMED = "named"
"""What the body says in ``data-client`` when the names of this mail have been changed already."""

_WITH_NAMES = finder("//*[@class or @id]")
_ANCHORS = finder("//a[@name] | //*[starts-with(@href, '#')]")


def apply(mail: Mail, settings: Prefix) -> Iterable[Change]:
    """Rename classes and ids, rewrite the selectors."""
    if mail.body.get(OWN) == NAMED or not (settings.prefix or settings.suffix or settings.scope or settings.anchors):
        return
    names = _names(_Key(settings))
    yield from _rewrite_sheets(mail, settings, names)
    if settings.prefix or settings.suffix:
        yield from _rename(mail, names)
    yield from _follow(mail, settings, names)
    mail.body.set(OWN, NAMED)


class _Key:
    """Settings as a key of the cache: they hold a mapping, which has no hash."""

    def __init__(self, settings: Prefix) -> None:
        self.settings = settings
        self._key = settings.model_dump_json()

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._key == other._key


@lru_cache(maxsize=128)
def _names(key: _Key) -> Names:
    return Names(key.settings)


def _rewrite_sheets(mail: Mail, settings: Prefix, names: Names) -> Iterator[Change]:
    for block in mail.blocks:
        before = block.rules
        block.rules = names.rules(before)
        if block.rules == before:
            continue
        if settings.scope:
            yield mail.change(
                "prefix.scope", "Its selectors get {scope} in front.", block.element, scope=settings.scope
            )
        if settings.chain == "first" and any(map(has_chain, before)):
            yield mail.change(
                "prefix.chain",
                "Only the first class of a chain is renamed in it: such rules find nothing.",
                block.element,
            )


def _rename(mail: Mail, names: Names) -> Iterator[Change]:
    count = 0
    for element in _WITH_NAMES(mail.body):
        if element.get(OWN) == "frame":
            continue
        count += 1
        identity, classes = element.get("id"), element.get("class")
        if identity:
            element.set("id", names.name(identity))
        if classes is not None:
            _set(element, "class", names.names(classes))
    if count:
        yield mail.change("prefix.prefix", "Classes and ids are renamed in {count} elements.", count=count)


def _set(element: Element, name: str, value: str) -> None:
    if value:
        element.set(name, value)
    else:
        del element.attrib[name]


def _follow(mail: Mail, settings: Prefix, names: Names) -> Iterator[Change]:
    for name in settings.follow:
        if name not in mail.wrote.attributes:
            continue
        for element in _having(name)(mail.body):
            value = element.get(name, "")
            if name != "href":
                _set(element, name, names.names(value))
            elif len(value) > 1:
                element.set(name, "#" + names.name(value[1:]))
    for element in _ANCHORS(mail.body) if settings.anchors else []:
        for name, value in (("name", element.get("name", "")), ("href", element.get("href", ""))):
            if value and (name == "name" or value[0] == "#"):
                sign = "#" if name == "href" else ""
                element.set(name, sign + settings.anchors + value.removeprefix(sign))
        yield mail.change("prefix.anchors", "The anchor is renamed.", element)


@lru_cache(maxsize=32)
def _having(name: str) -> Finder:
    """Return what finds the elements with this attribute, not empty; of ``href`` only those inside the mail."""
    test = f"starts-with(@{name}, '#')" if name == "href" else f"string-length(@{name}) > 0"
    return finder(f"//*[{test}]")


STAGE = Stage("prefix", Prefix, apply)
