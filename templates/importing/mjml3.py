"""MJML 3 as MJML writes it today. Each step is an edit of the text, so that comments and layout stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

from templates.errors import InputError, MailwrightError
from templates.importing.mjml3_social import socials
from templates.source.attribute_type import AttributeType
from templates.source.edit import change_tag, set_attribute
from templates.source.escape import escape_text, escape_value
from templates.source.layout import cut_lines, indentation, line_break
from templates.source.parse import parse
from templates.source.schema import component, components
from templates.source.text_edit import TextEdit, apply
from templates.source.tree import Attribute, Comment, Element, Node, SourceTree, Text, descendants

_OLD = ("mj-container", "mj-inline-links", "mj-hero-content", "mj-html", "mj-invoice", "mj-list", "mj-location")
_CONTENT = frozenset(
    ["mj-text", "mj-image", "mj-button", "mj-divider", "mj-spacer", "mj-table", "mj-social", "mj-carousel"]
)
ROUNDS = 20  # a step that opens an element leaves what is in it to its next round; nobody nests these deeper
_BARE = re.compile(r"(?<![\w.%-])(-?(?:\d+\.)?\d*[1-9]\d*(?:\.\d+)?)(?=\s|$)")
_INNER = ("background-color", "padding", "padding-top", "padding-right", "padding-bottom", "padding-left")


def is_mjml3(tree: SourceTree) -> bool:
    """Return whether the text is in the words of MJML 3."""
    old = any(tree.elements(name) for name in _OLD)
    return old or any(social.attribute("display") for social in tree.elements("mj-social"))


def upgraded(text: str) -> tuple[str, list[MailwrightError]]:
    """Return MJML 3 ``text`` in the words of today, and a notice for each component that has no successor."""
    notices = [_notice(name) for name in ("mj-invoice", "mj-list", "mj-location") if parse(text).elements(name)]
    for step in STEPS:
        for _ in range(ROUNDS):
            edits = _disjoint(step(parse(text)))
            if not edits:
                break
            text = apply(text, edits)
    return text, notices


def _notice(name: str) -> MailwrightError:
    return InputError(
        "{name} is gone from MJML; a table or a text stands in its place.", advice="Look at the result.", name=name
    )


def _disjoint(steps: Iterator[list[TextEdit]]) -> list[TextEdit]:
    """The edits of as many changes as do not meet in the text."""
    found: list[TextEdit] = []
    done = 0
    for edits in steps:
        if edits and min(edit.start for edit in edits) >= done:
            found += edits
            done = max(edit.end for edit in edits)
    return found


def _containers(tree: SourceTree) -> Iterator[list[TextEdit]]:
    """What was in mj-container is in mj-body, and so is what it said."""
    for element in tree.elements("mj-container"):
        body = tree.parent(element)
        if isinstance(body, Element) and body.name == "mj-body":
            yield [*_handed_up(tree, element, body), *_opened(tree, element)]
        else:
            yield _opened(tree, element)


def _heroes(tree: SourceTree) -> Iterator[list[TextEdit]]:
    for element in tree.elements("mj-hero-content"):
        hero = next((one for one in tree.ancestors(element) if isinstance(one, Element)), None)
        if hero is not None and hero.name == "mj-hero":
            yield [*_handed_up(tree, element, hero, "inner-"), *_opened(tree, element)]
        else:
            yield _opened(tree, element)


def _handed_up(tree: SourceTree, element: Element, to: Element, prefix: str = "") -> list[TextEdit]:
    """Give ``to`` the attributes of ``element`` that it takes and does not have."""
    allowed = component(to.name)
    edits: list[TextEdit] = []
    for attribute in element.attributes:
        name = f"{prefix}{attribute.name}" if prefix and attribute.name in _INNER else attribute.name
        known = allowed is not None and (name in allowed.attributes or name == "css-class")
        if known and to.attribute(name) is None:
            edits += set_attribute(tree, to, name, attribute.value)
    return edits


def _opened(tree: SourceTree, element: Element) -> list[TextEdit]:
    """Take the tags of an element away and keep what it holds."""
    if element.closing is None:
        return [TextEdit(*cut_lines(tree.text, element.opening), "")]
    return [TextEdit(*cut_lines(tree.text, tag), "") for tag in (element.opening, element.closing)]


def _navbars(tree: SourceTree) -> Iterator[list[TextEdit]]:
    """The bar was a section; only the links in it are what mj-navbar is today."""
    for element in tree.elements("mj-navbar"):
        if any(isinstance(one, Element) and one.name != "mj-navbar-link" for one in _inside(element)):
            yield [*change_tag(tree, element, "mj-section"), *set_attribute(tree, element, "full-width", "full-width")]


def _wrappers(tree: SourceTree) -> Iterator[list[TextEdit]]:
    """A section that holds sections is what mj-wrapper is today."""
    for element in tree.elements("mj-section"):
        if any(child.name == "mj-section" for child in tree.components_in(element.children)):
            yield change_tag(tree, element, "mj-wrapper")


def _links(tree: SourceTree) -> Iterator[list[TextEdit]]:
    for old, new in (("mj-inline-links", "mj-navbar"), ("mj-link", "mj-navbar-link")):
        for element in tree.elements(old):
            yield change_tag(tree, element, new)


def _inside(element: Element) -> Iterator[Node]:
    return (node for node in element.children if not isinstance(node, Text | Comment))


def _html(tree: SourceTree) -> Iterator[list[TextEdit]]:
    """In a column mj-raw would stand between the rows of a table, where browsers move it out: there it is a text."""
    for element in tree.elements("mj-html"):
        in_column = any(isinstance(one, Element) and one.name == "mj-column" for one in tree.ancestors(element))
        yield change_tag(tree, element, "mj-text" if in_column else "mj-raw")


def _lists(tree: SourceTree) -> Iterator[list[TextEdit]]:
    for element in tree.elements("mj-list"):
        start, end = element.content
        around = [TextEdit(start, start, "<ul>"), TextEdit(end, end, "</ul>")] if element.closing else []
        yield [*change_tag(tree, element, "mj-text"), *around]


def _locations(tree: SourceTree) -> Iterator[list[TextEdit]]:
    for element in tree.elements("mj-location"):
        address = element.value("address")
        href = element.value("href") or f"https://www.google.com/maps/search/?api=1&query={quote(address)}"
        link = f'<a href="{escape_value(href, chr(34))}">{escape_text(address)}</a>'
        yield [TextEdit(*element.span, f"<mj-text{_kept(tree, element, 'mj-text')}>{link}</mj-text>")]


def _invoices(tree: SourceTree) -> Iterator[list[TextEdit]]:
    for element in tree.elements("mj-invoice"):
        gap = line_break(tree.text) + indentation(tree.text, element.start) + "  "
        words = dict(part.split(":", 1) for part in element.value("intl").split(";") if ":" in part)
        columns = ("name", "price", "quantity")
        rows = [[words.get(one, one.capitalize()) for one in columns]]
        items = [node for node in descendants(element.children) if isinstance(node, Element)]
        rows += [[item.value(one) for one in columns] for item in items if item.name == "mj-invoice-item"]
        lines = [gap + _row(row, "td" if number else "th") for number, row in enumerate(rows)]
        table = f"<mj-table{_kept(tree, element, 'mj-table')}>{''.join(lines)}{gap[:-2]}</mj-table>"
        yield [TextEdit(*element.span, table)]


def _row(cells: list[str], tag: str) -> str:
    sides = ("left", "right", "right")
    inside = (f'<{tag} align="{side}">{escape_text(cell)}</{tag}>' for cell, side in zip(cells, sides, strict=True))
    return f"<tr>{''.join(inside)}</tr>"


def _kept(tree: SourceTree, element: Element, name: str) -> str:
    """The attributes of ``element`` that the component ``name`` takes too, as they are written."""
    allowed = component(name)
    kept = [one for one in element.attributes if allowed and one.name in allowed.attributes]
    return "".join(f" {tree.source(one)}" for one in kept)


def _loose(tree: SourceTree) -> Iterator[list[TextEdit]]:
    """What stands in a section without a column gets one, neighbours one together."""
    for section in tree.elements("mj-section"):
        run: list[Element] = []
        for node in [*section.children, None]:
            if isinstance(node, Element) and node.name in _CONTENT:
                run.append(node)
            elif run and not isinstance(node, Text | Comment):
                yield [
                    TextEdit(run[0].start, run[0].start, "<mj-column>"),
                    TextEdit(run[-1].end, run[-1].end, "</mj-column>"),
                ]
                run = []


def _units(tree: SourceTree) -> Iterator[list[TextEdit]]:
    """Bare numbers are pixels."""
    for node in tree.walk():
        if isinstance(node, Element) and node.name.startswith("mj-"):
            for attribute in node.attributes:
                changed = _with_unit(node.name, attribute)
                if attribute.value_span and changed != attribute.raw:
                    yield [TextEdit(*attribute.value_span, changed)]


def _with_unit(element: str, attribute: Attribute) -> str:
    known = component(element)
    of_type = known.attributes.get(attribute.name) if known and not known.open_attributes else _usual(attribute.name)
    if attribute.dynamic or of_type is None or of_type.kind != "unit" or "" in of_type.options:
        return attribute.raw
    return _BARE.sub(rf"\1{of_type.options[0]}", attribute.raw)


def _usual(attribute: str) -> AttributeType | None:
    """The type that an attribute has in every component that knows it: for mj-all and mj-class."""
    types = [one.attributes[attribute] for one in components().values() if attribute in one.attributes]
    return types[0] if types and all(one.kind == "unit" and "px" in one.options for one in types) else None


STEPS: tuple[Callable[[SourceTree], Iterator[list[TextEdit]]], ...] = (
    _containers,
    _heroes,
    _navbars,
    _wrappers,
    _links,
    _html,
    _lists,
    _locations,
    _invoices,
    socials,
    _loose,
    _units,
)
