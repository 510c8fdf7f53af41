"""Components and attributes against what MJML knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from templates.errors import TemplateError
from templates.source.attribute_type import AttributeType, check
from templates.source.edit import change_tag, delete
from templates.source.finding import Finding
from templates.source.placed import Placed
from templates.source.schema import Component, component, components
from templates.source.text_edit import TextEdit
from templates.source.tree import Attribute, Element, SourceTree, Span, descendants


def component_findings(tree: SourceTree, place: Placed) -> Iterator[Finding]:
    """Yield what is wrong with an element: its name, its place, its attributes."""
    element = place.node
    if not isinstance(element, Element):
        return
    known = component(element.name)
    if place.parent is not None and place.parent.name == "mj-attributes":
        yield from _attributes(tree, element, known)
    elif place.ending is None:
        yield from _name(tree, element, known)
        yield from _parent(element, place.parent, known)
        yield from _attributes(tree, element, known)
    elif known is not None:
        yield _misplaced(element, place.ending)


def _nearest(name: str, names: Iterable[str]) -> str:
    return next(iter(get_close_matches(name, list(names), n=1, cutoff=0.7)), "")


def _name(tree: SourceTree, element: Element, known: Component | None) -> Iterator[Finding]:
    if known is not None:
        return
    nearest = _nearest(element.name, components()) if element.name.startswith("mj") else ""
    if nearest:
        error = TemplateError(
            "MJML has no component {name}.", advice="Did you mean {nearest}?", name=element.name, nearest=nearest
        )
        fix = change_tag(tree, element, nearest)
    else:
        error = TemplateError(
            "MJML has no component {name}.", advice="HTML belongs into mj-text, mj-table or mj-raw.", name=element.name
        )
        fix = None
    yield Finding(element.name_span, "unknown-component", error, fix)


def _parent(element: Element, parent: Element | None, known: Component | None) -> Iterator[Finding]:
    above = component(parent.name) if parent else None
    if known and parent and above and not above.allows(element.name):
        yield _misplaced(element, parent)


def _misplaced(element: Element, parent: Element) -> Finding:
    homes = [one.name for one in components().values() if element.name in one.children]
    error = TemplateError(
        "{name} cannot stand in {parent}.",
        advice="It belongs into: {homes}.",
        name=element.name,
        parent=parent.name,
        homes=", ".join(homes),
    )
    return Finding(element.name_span, "illegal-parent", error)


def _attributes(tree: SourceTree, element: Element, known: Component | None) -> Iterator[Finding]:
    if known is None:
        return
    seen: set[str] = set()
    for attribute in element.attributes:
        if attribute.name in seen:
            yield _duplicate(tree, attribute)
        seen.add(attribute.name)
    for node in descendants(element.head):
        if isinstance(node, Attribute):
            yield from _attribute(tree, node, known)


def _duplicate(tree: SourceTree, attribute: Attribute) -> Finding:
    error = TemplateError(
        "{attribute} is written twice; only the first one counts.", advice="Remove one.", attribute=attribute.name
    )
    return Finding(attribute.span, "duplicate-attribute", error, delete(tree, attribute))


def _attribute(tree: SourceTree, attribute: Attribute, known: Component) -> Iterator[Finding]:
    of_type = known.attributes.get(attribute.name)
    if of_type is None:
        if not known.open_attributes and not ("{{" in attribute.name or "{%" in attribute.name):
            yield _unknown_attribute(attribute, known)
    elif not attribute.dynamic and not check(attribute.raw, of_type):
        yield _bad_value(attribute, of_type)


def _unknown_attribute(attribute: Attribute, known: Component) -> Finding:
    span = Span(attribute.start, attribute.start + len(attribute.name))
    nearest = _nearest(attribute.name, known.attributes)
    if not nearest:
        error = TemplateError(
            "{name} has no attribute {attribute}.", advice="Remove it.", name=known.name, attribute=attribute.name
        )
        return Finding(span, "unknown-attribute", error)
    error = TemplateError(
        "{name} has no attribute {attribute}.",
        advice="Did you mean {nearest}?",
        name=known.name,
        attribute=attribute.name,
        nearest=nearest,
    )
    return Finding(span, "unknown-attribute", error, [TextEdit(*span, nearest)])


def _bad_value(attribute: Attribute, of_type: AttributeType) -> Finding:
    span = attribute.value_span or attribute.span
    mended = _mended(attribute.raw, of_type) if attribute.value_span else None
    fix = [TextEdit(*span, mended)] if mended is not None else None
    return Finding(span, "bad-value", of_type.refusal(attribute.name, attribute.raw), fix)


def _mended(value: str, of_type: AttributeType) -> str | None:
    """Return the value that was probably meant: a unit or a # added, a word spelt right."""
    tries = [value.strip(), value.strip().lower(), f"#{value.strip()}"]
    if of_type.kind == "unit" and of_type.options[0]:
        tries.append(re.sub(r"(?<![\d.])(\d+(?:\.\d+)?)(?=\s|$)", rf"\1{of_type.options[0]}", value.strip()))
    if of_type.kind == "enum":
        tries.append(_nearest(value.lower(), of_type.options))
    return next((one for one in tries if one and check(one, of_type)), None)
