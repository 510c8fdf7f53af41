"""One text component while it is written in: what the page shows, and what that is as source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.document import OpenDocument
from desktop.editor.text.wire import pieces
from templates.assemble import brand_of
from templates.errors import MailwrightError
from templates.source.rich_page import Selected, Token, from_page, to_page
from templates.source.rich_text import RichText, editable, rich_text
from templates.source.rich_write import check, text_edits, with_typed_chips, without_halves, written
from templates.source.text_edit import TextEdit, replacement
from templates.source.tree import Element


@dataclass(frozen=True)
class Taken:
    """What the page holds; ``lost`` are chips to take out of it, ``chips`` says whether there are new ones."""

    rich: RichText
    selected: Selected
    lost: tuple[int, ...]
    chips: bool


@dataclass
class Session:
    """``base`` is what the page was last given; what the page tells is compared with it.

    ``content`` is what stands in the document from ``start`` on (0: not known).
    """

    document: OpenDocument
    node_id: int
    component: str
    base: RichText
    values: Mapping[str, Any]
    content: str
    start: int
    tokens: list[Token] = field(default_factory=list)
    revision: int = 0
    dirty: bool = False

    @property
    def element(self) -> Element | None:
        """The component as it is in the document now."""
        node = self.document.tree.node(self.node_id)
        return node if isinstance(node, Element) and editable(node) else None

    def taken(self) -> Taken:
        """Return what the page holds. Raises InputError when that cannot be written."""
        arrived = from_page(self.base, self.tokens)
        whole, lost = without_halves(self.base, arrived)
        selected = with_typed_chips(whole)
        rich = written(selected.units, self.base.tail)
        chips = len(selected.units) != len(whole.units)
        return Taken(rich, Selected(rich.units, selected.start, selected.end), lost, chips)

    def edits(self, rich: RichText) -> list[TextEdit]:
        """Return what makes ``rich`` the component's content. Raises InputError when that would break the template."""
        check(self.component, self.base, rich)
        text, end = self.document.text, self.start + len(self.content)
        if self.start and text[self.start : end] == self.content:
            edits = replacement(text, self.start, end, rich.source)  # without a tree: parsing a long mail takes time
        else:
            element = self.element
            edits = text_edits(self.document.tree, element, rich) if element else []
        self.content = rich.source
        return edits

    def is_stale(self) -> bool:
        """Whether the document holds another content than the page, after somebody else's edit."""
        element = self.element
        if element is None or self.document.text[slice(*element.content)] != self.content:
            return True
        self.start = _content_start(element)
        return False

    def read(self) -> Selected | None:
        """Take over what the document holds; return it with a caret where it differs from what was known.

        None when the component is gone.
        """
        element = self.element
        if element is None:
            return None
        rich = rich_text(self.document.tree, element)
        changed = replacement(self.content, 0, len(self.content), rich.source)
        at = changed[-1].start + len(changed[-1].text) if changed else len(rich.source)
        self.content, self.start = rich.source, _content_start(element)
        self.base = rich
        place = _unit_at(rich, at)
        return Selected(rich.units, place, place)

    def shown(self, selected: Selected) -> dict[str, object]:
        """Return what to tell the page so that it shows ``selected``, which the document holds already."""
        self.base = RichText(selected.units, self.base.tail)
        self.tokens = to_page(selected.units, (selected.start, selected.end))
        self.dirty = False
        return {
            "tokens": self.tokens,
            "pieces": pieces(selected.units, self.values),
            "revision": self.revision,
        }


def session_of(document: OpenDocument, element: Element) -> Session:
    """Return the session for writing in ``element``."""
    rich = rich_text(document.tree, element)
    start, values = _content_start(element), _values(document)
    return Session(document, element.id, element.name, rich, values, rich.source, start, to_page(rich.units))


def _content_start(element: Element) -> int:
    """Where the content begins; 0 when there is no closing tag, and so no place for it yet."""
    return element.content.start if element.closing else 0


def _values(document: OpenDocument) -> dict[str, Any]:
    """What is known of template tags while one writes: the brand; a mail without one is shown without its colours."""
    try:
        return {"brand": brand_of(document.workspace, document.folder)}
    except MailwrightError:
        return {}


def _unit_at(rich: RichText, offset: int) -> int:
    at = 0
    for place, unit in enumerate(rich.units):
        at += len(unit.before) + len(unit.source or "")
        if at > offset:
            return place
    return len(rich.units)
