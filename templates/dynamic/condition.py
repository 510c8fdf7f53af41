"""From a template's text to its conditional components: what is shown, and under which condition.

Components are what stands directly in the mail's body, and whatever inside them has a condition or a loop of its own.
Conditions inside words (``Hello{% if … %}``) and inline ifs change what a component says, not whether it is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from templates.compile.faults import Scene, syntax_fault
from templates.compile.include import IncludeResolver, resolve_includes
from templates.compile.limits import metered
from templates.compile.personalise import environment
from templates.compile.source_map import MappedText
from templates.compile.statements import parse_statements
from templates.dynamic.coverage.formula import ALWAYS, Formula, either
from templates.dynamic.coverage.walk import Guards
from templates.errors import Place
from templates.source.jinja import scan
from templates.source.parse import parse
from templates.source.schema import ENDING
from templates.source.tree import Element, SourceTree

CONTENT = frozenset(
    ["mj-text", "mj-button", "mj-image", "mj-table", "mj-social", "mj-navbar", "mj-carousel", "mj-accordion"]
)
FRAME = re.compile(r"(^|[-/_. ])(header|footer|legal|unsubscribe|preheader)", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|<[^>]*>?|\s+", re.DOTALL)
WORDS = 60


@dataclass(frozen=True)
class Component:
    """A component of the body. ``formula`` is the whole condition, that of what is around it included.

    ``label`` is the section's own (``mw-s-…``), ``words`` how it begins; ``depth`` is 0 for a section, then
    how many components with conditions of their own it is in. ``included``
    is the file it comes from when that is another one; ``at`` is then the place of the include in the template.
    ``frame`` says that it is a header or a footer.
    """

    name: str
    label: str
    words: str
    place: Place
    at: Place
    depth: int
    formula: Formula = field(repr=False)
    frame: bool = False

    @property
    def included(self) -> str:
        """The file that it comes from, "" for the template's own."""
        return "" if self.place == self.at else self.place.file

    @property
    def conditional(self) -> bool:
        """Whether there is a condition at all."""
        return self.formula != ALWAYS


@dataclass(frozen=True)
class Conditions:
    """The components in the order of the text; ``content`` holds where the mail says something besides its frame.

    A mail without it is an empty mail: no text, picture, button, table or list of links outside headers and footers.
    """

    components: tuple[Component, ...]
    content: Formula


def read_conditions(text: str, name: str = "", include: IncludeResolver | None = None) -> Conditions:
    """Return the components of the template ``text`` (the file ``name``), its includes in place.

    Raises TemplateError and LimitError with their place when the text cannot be read.
    """
    source = resolve_includes(text, name, include)
    with metered():
        guards = _guards(source)
    return _Reading(source, guards, name).conditions()


def _guards(source: MappedText) -> Guards:
    """What the conditions are. The text is parsed but not compiled: that is what takes Jinja most of its time."""
    jinja = environment()
    try:
        jinja.parse(source.text)
        tree = parse_statements(source.text, jinja)
    except Exception as error:  # a hostile text may break Jinja in any way
        raise syntax_fault(error, Scene(source, jinja, {})) from error
    return Guards(source.text, tree)


class _Reading:
    def __init__(self, source: MappedText, guards: Guards, name: str) -> None:
        self._source, self._guards, self._name = source, guards, name
        self._tree = parse(_without_tags(source.text))
        self._content: list[Formula] = []

    def conditions(self) -> Conditions:
        components = tuple(self._components())
        return Conditions(components, either(*self._content))

    def _components(self) -> Iterator[Component]:
        for section in _sections(self._tree):
            if section.name.startswith("mj-") and not _is_bare(self._tree, section):
                frame = self._is_frame(section)
                yield self._component(section, 0, frame)
                yield from self._inside(section, 1, frame)

    def _inside(self, element: Element, depth: int, frame: bool, level: int = 0) -> Iterator[Component]:
        """What has a condition of its own. Nesting is bounded: an MJML body is a few components deep."""
        self._note_content(element, frame)
        if element.name in ENDING or level > DEEPEST:
            return
        around = self._guards.at(element.open_end).around
        for child in self._tree.components_in(element.children):
            if child.name.startswith("mj-"):
                own = self._guards.at(child.start).around != around
                if own:
                    yield self._component(child, depth, frame)
                yield from self._inside(child, depth + own, frame, level + 1)

    def _note_content(self, element: Element, frame: bool) -> None:
        says = element.name in CONTENT or (element.name == "mj-raw" and not _is_bare(self._tree, element))
        if says and not frame:
            self._content.append(self._guards.at(element.start).formula)

    def _component(self, element: Element, depth: int, frame: bool) -> Component:
        place = self._source.place(element.start)
        return Component(
            element.name,
            self._tree.name_of(element),
            _words(self._tree, element),
            place,
            place if place.file == self._name else self._include_place(element.start),
            depth,
            self._guards.at(element.start).formula,
            frame,
        )

    def _include_place(self, offset: int) -> Place:
        """Return where the template includes what stands at ``offset``: its own text goes on behind that."""
        own = [piece for piece in self._source.pieces if piece.start <= offset and piece.file == self._name]
        if not own:
            return Place(self._name, 1, 1)
        last = own[-1]
        following = [piece.start for piece in self._source.pieces if piece.start > last.start]
        end = min(following, default=len(self._source.text))
        text = self._source.files[self._name]
        at = last.offset if last.fixed else last.offset + end - last.start
        before = text[:at]
        return Place(self._name, before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1)

    def _is_frame(self, section: Element) -> bool:
        file = self._source.place(section.start).file
        label = self._tree.name_of(section)
        part = file.rpartition("/")[2] if file != self._name else ""
        return bool(FRAME.search(label) or FRAME.search(part))


DEEPEST = 20


def _sections(tree: SourceTree) -> Iterator[Element]:
    """The components directly in the body; an mj-body in the head only says defaults."""
    bodies = [body for body in tree.elements("mj-body") if not _in_head(tree, body)]
    return tree.components_in(bodies[0].children if bodies else tree.nodes)


def _in_head(tree: SourceTree, element: Element) -> bool:
    return any(isinstance(above, Element) and above.name == "mj-head" for above in tree.ancestors(element))


def _without_tags(text: str) -> str:
    """Return ``text`` with statements and comments blotted out: components are read as if all were shown."""
    parts: list[str] = []
    done = 0
    for tag in scan(text):
        filler = text[tag.start : tag.end] if tag.kind == "output" else " " * (tag.end - tag.start)
        parts += [text[done : tag.start], filler]
        done = tag.end
    return "".join([*parts, text[done:]])


def _is_bare(tree: SourceTree, element: Element) -> bool:
    """Whether an mj-raw holds nothing but what was blotted out: a statement that stands between sections."""
    start, end = element.content
    return element.name == "mj-raw" and not tree.text[start:end].strip()


def _words(tree: SourceTree, element: Element) -> str:
    """Return the first words that a component says."""
    for each in [element, *tree.components_in(_within(element))]:
        start, end = each.content
        if each.name in ENDING and each.name not in {"mj-raw", "mj-style"}:
            words = unescape(_TAG.sub(" ", tree.text[start : min(end, start + 20 * WORDS)]))
            if words := " ".join(words.split()):
                return words if len(words) <= WORDS else f"{words[: WORDS - 1].rstrip()}…"
    return ""


def _within(element: Element) -> list[Element]:
    found: list[Element] = []
    stack = [element]
    while stack and len(found) < WORDS:
        here = stack.pop(0)
        inside = [child for child in here.children if isinstance(child, Element)]
        found += inside
        stack += inside
    return found
