"""What caniemail.com says a client does not support is taken out; what it supports partly or nobody tested stays.

How a client mistreats what it supports partly is told by stages of their own, from the table's notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from renderers.clients.change import Change, Evidence
from renderers.clients.features.detect import (
    KEYED,
    attribute_feature,
    element_feature,
    image_features,
    link_feature,
    words,
)
from renderers.clients.features.markup import ATTRIBUTES, ELEMENTS, FILES, IMAGE_ATTRIBUTES, LINKING, LINKS, WHOLE
from renderers.clients.features.telling import Telling, column_evidence
from renderers.clients.features.verdicts import Verdicts, shown
from renderers.clients.html.tree import Element, Finder, finder, label
from renderers.clients.mail import OWN, OWN_PROFILE, Mail, place
from renderers.clients.stage import Settings, Stage
from renderers.clients.support import Cell, Table, table

_UNWRAPPED, _REMOVED = "mw-unwrapped", "mw-removed"


class Support(Settings):
    """``table``: whether the column of the profile's ``caniemail`` is followed, in the ``version`` where it has that.

    Slugs of features: those of ``alive`` are kept though the table says no (it is out of date, or what fails is no
    matter of the mail's code); those of ``elsewhere`` fail in a way that another stage shows; those of ``also`` are
    taken out though the table does not say so (``@name``: @-rules that it has no feature for); elements of ``whole`` go
    with their content. ``keeps_var``: variables are dropped, ``var()`` works.
    """

    table: bool = False
    version: str = ""
    alive: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    keeps_var: bool = False


@dataclass(frozen=True, eq=False)
class _Model:
    """The features that one client does not know, sorted by where they are looked for."""

    dead: frozenset[str]
    verdicts: Verdicts
    telling: Telling
    whole: frozenset[str]
    tags: frozenset[str]
    attributes: frozenset[str]
    links: bool
    images: bool


def apply(mail: Mail, settings: Support) -> Iterable[Change]:
    """Take out what the client does not support."""
    if not settings.table and not settings.also:
        return
    pair = mail.client.caniemail if settings.table else ""
    model = _model(pair, settings, mail.client.evidence.get("support.also", OWN_PROFILE), table())
    if model.tags & mail.wrote.tags:
        yield from _without_elements(mail, model)
    attributes = model.attributes & mail.wrote.attributes
    if attributes:
        yield from _without_attributes(_having(attributes)(mail.root), model)
    if model.links:
        yield from _without_links(mail, model)
    if model.images:
        yield from _without_images(mail, model)
    yield from _without_declarations(mail, model)
    yield from _without_rules(mail, model)


@lru_cache(maxsize=128)
def _model(pair: str, settings: Support, also: Evidence, rows: Table) -> _Model:
    column = rows.column(pair, settings.version) if pair else {}
    telling = _telling(column, settings, also, rows)
    dead = frozenset(telling.known)
    attributes = [name for name, slug in words(ATTRIBUTES).items() if slug in dead]
    return _Model(
        dead=dead,
        verdicts=Verdicts(
            dead,
            telling.losses(),
            supported=[slug for slug, cell in column.items() if cell.code == "y"],
            var_stays=settings.keeps_var,
        ),
        telling=telling,
        whole=frozenset(settings.whole),
        tags=_tags(dead),
        attributes=frozenset(attributes),
        links=any(slug in dead for slug in LINKS),
        images=any(slug.startswith("image-") for slug in dead),
    )


def _telling(column: Mapping[str, Cell], settings: Support, also: Evidence, rows: Table) -> Telling:
    spared = {*settings.alive, *settings.elsewhere, *WHOLE}
    denied = {slug: known for slug, known in column_evidence(column).items() if slug not in spared}
    return Telling(rows, {**dict.fromkeys(settings.also, also), **denied}, denied=frozenset(denied))


def _tags(dead: frozenset[str]) -> frozenset[str]:
    written = (tag for slug, (tags, _) in ELEMENTS.items() if slug in dead for tag in tags.split())
    return frozenset(tag.partition("[")[0] for tag in written)


@lru_cache(maxsize=256)
def _having(attributes: frozenset[str]) -> Finder:
    return finder("//*[" + " or ".join(f"@{name}" for name in attributes) + "]")


def _at(change: Change, element: Element) -> Change:
    return Change(change.rule, change.what, change.evidence, place(element), label(element), change.values)


def _without_elements(mail: Mail, model: _Model) -> Iterator[Change]:
    """Mark the elements that go, then take all out at once: one by one takes quadratic time."""
    written = mail.root.iter(*(model.tags & mail.wrote.tags))
    going = [found for element in written if (found := _dead_element(element, model))]
    for element, slug in going:
        leaving = "nothing" if slug in model.whole else ELEMENTS[slug][1]
        tell = model.telling.whole if leaving == "nothing" else model.telling.element
        yield _at(tell(slug, f"<{element.tag}>"), element)
        if leaving == "fallback":
            for child in element.iterchildren(*FILES):
                child.tag = _REMOVED
        element.tag = _REMOVED if leaving == "nothing" else _UNWRAPPED
    if going:
        etree.strip_elements(mail.root, _REMOVED, with_tail=False)
        etree.strip_tags(mail.root, _UNWRAPPED)


def _dead_element(element: Element, model: _Model) -> tuple[Element, str] | None:
    tag = element.tag
    slug = element_feature(tag, element.get(KEYED[tag], "") if tag in KEYED else "")
    return (element, slug) if slug in model.dead and OWN not in element.attrib else None


def _without_attributes(elements: list[Element], model: _Model) -> Iterator[Change]:
    for element in elements:
        if OWN in element.attrib:
            continue
        for name in list(element.attrib):
            slug = attribute_feature(name)
            if slug in model.dead:
                yield _at(model.telling.attribute(slug, shown(f'{name}="{element.get(name)}"')), element)
                del element.attrib[name]


def _attributes_of(mail: Mail, named: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Element, str, str]]:
    """Yield each of the named attributes: element, name, value."""
    for element in mail.root.iter(*named):
        for name in named[element.tag]:
            if name in element.attrib:
                yield element, name, element.attrib[name]


def _without_links(mail: Mail, model: _Model) -> Iterator[Change]:
    for element, name, address in _attributes_of(mail, LINKING):
        slug = link_feature(address)
        if slug in model.dead:
            yield _at(model.telling.attribute(slug, shown(f'{name}="{address}"')), element)
            del element.attrib[name]


def _without_images(mail: Mail, model: _Model) -> Iterator[Change]:
    """An image that is not loaded shows its alternative text, so its element stays."""
    for element, name, address in _attributes_of(mail, IMAGE_ATTRIBUTES):
        dead = [slug for slug in image_features(address) if slug in model.dead]
        if dead:
            yield _at(model.telling.image(dead[0], shown(address)), element)
            del element.attrib[name]


def _without_declarations(mail: Mail, model: _Model) -> Iterator[Change]:
    style = model.verdicts.style
    for element in mail.with_style():
        kept, lost = style(element.get("style", ""))
        if lost and OWN not in element.attrib:
            yield from (_at(change, element) for change in lost)
            mail.set_style(element, kept)


def _without_rules(mail: Mail, model: _Model) -> Iterator[Change]:
    for block in mail.blocks:
        kept, lost = model.verdicts.sheet(block.text)
        if lost:
            yield from (_at(change, block.element) for change in lost)
            block.rules = kept


STAGE = Stage("support", Support, apply)
