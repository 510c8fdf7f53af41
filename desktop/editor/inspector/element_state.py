"""Everything that the inspector shows of one component, gathered once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from templates.source.attribute_type import AttributeType, parse_type
from templates.source.columns import COLUMNS, columns
from templates.source.finding import Finding
from templates.source.inherited import Defaults, Inherited, Origin
from templates.source.placed import Placed
from templates.source.schema import ENDING, component, components
from templates.source.tree import Comment, Element, JinjaBlock, SourceTree, descendants
from templates.source.validate_components import component_findings
from templates.source.validate_tags import tag_findings

TEXT = parse_type("string")


@dataclass(frozen=True)
class ElementState:
    """A component: what it writes, what it inherits, what is wrong with it.

    ``findings`` are by attribute; "" has those of the component itself.
    """

    tree: SourceTree
    element: Element
    written: Mapping[str, str]
    inherited: Mapping[str, Inherited]
    findings: Mapping[str, Sequence[Finding]]

    @property
    def unknown(self) -> tuple[str, ...]:
        """The attributes that MJML does not know here, in the order in which they are written."""
        known = component(self.element.name)
        return tuple(name for name in self.written if known is None or name not in known.attributes)

    @property
    def effective(self) -> dict[str, str]:
        """What each attribute is worth."""
        return {**{name: one.value for name, one in self.inherited.items()}, **self.written}

    @property
    def words(self) -> str | None:
        """What it holds as plain words and template tags; None when it is more than that."""
        nodes = self.element.children
        if any(isinstance(node, Element | Comment) for node in descendants(nodes)):
            return None
        return unescape(self.tree.text[slice(*self.element.content)]).strip()

    @property
    def is_open(self) -> bool:
        """Whether it takes attributes of other components: it says what they are worth there."""
        known = component(self.element.name)
        return known is not None and known.open_attributes


def type_anywhere(attribute: str) -> AttributeType:
    """The type that an attribute has with the first component that knows it; text where none does."""
    types = (one.attributes[attribute] for one in components().values() if attribute in one.attributes)
    return next(types, TEXT)


def element_state(tree: SourceTree, element: Element, defaults: Defaults) -> ElementState:
    """Gather the state of one component."""
    written: dict[str, str] = {}
    for attribute in element.attributes:
        written.setdefault(attribute.name, attribute.value)
    inherited = defaults.inherited(tree, element)
    if element.name in COLUMNS:
        inherited.setdefault("width", Inherited(_share(tree, element), Origin("default")))
    return ElementState(tree, element, written, inherited, _findings(tree, element))


def _share(tree: SourceTree, column: Element) -> str:
    """The width that MJML gives a column that says none."""
    row = next((node for node in tree.ancestors(column) if isinstance(node, Element)), None)
    count = len(columns(tree, row)) if row else 1
    return f"{round(100 / max(1, count), 2):g}%"


def _findings(tree: SourceTree, element: Element) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in _checked(tree, element):
        inside = (one.name for one in element.attributes if one.start <= finding.span.start < one.end)
        found.setdefault(next(inside, ""), []).append(finding)
    return found


def _checked(tree: SourceTree, element: Element) -> Iterator[Finding]:
    """What validation says of this one component."""
    above = [node for node in tree.ancestors(element) if isinstance(node, Element)]
    ending = next((node for node in above if node.name in ENDING), None)
    block = next((node for node in tree.blocks(element) if isinstance(node, JinjaBlock)), None)
    placed = Placed(element, above[0] if above else None, ending, block)
    yield from component_findings(tree, placed)
    yield from tag_findings(tree, placed)
