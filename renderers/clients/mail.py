"""The mail on its way through one client: a tree of its own, its style blocks, and who is looking."""

from __future__ import annotations

import copy
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from renderers.clients.change import Change, Evidence
from renderers.clients.css.sheet import Declaration, Node, parse_declarations, parse_sheet, write_declarations
from renderers.clients.css.sheet import write_sheet as _write_sheet
from renderers.clients.html.marks import MARK
from renderers.clients.html.tree import Element, check_nesting, finder, label, new, parse, write
from renderers.clients.profile import Mode

OWN = "data-client"
"""The attribute of what a client adds: no part of the mail, and the sign that a mail went through already."""

OWN_PROFILE = Evidence("the profile itself", "", "contested")
"""For a rule of a user's own profile that names no evidence."""

_STYLED = finder("//*[@style]")
_copying = threading.Lock()


@dataclass(frozen=True)
class Client:
    """Who looks at the mail: a profile's data as stages see it. ``caniemail`` is ``family/platform`` or empty."""

    id: str
    caniemail: str = ""
    scale: float = 1.0
    evidence: dict[str, Evidence] = field(default_factory=dict)

    def change(
        self,
        rule: str,
        what: str,
        *,
        at: int | None = None,
        element: str = "",
        further: tuple[int, ...] = (),
        evidence: Evidence | None = None,
        **values: object,
    ) -> Change:
        """Return a change with the evidence of ``rule`` (``stage.setting``)."""
        return Change(rule, what, evidence or self.evidence.get(rule, OWN_PROFILE), at, element, values, further)


class StyleBlock:
    """A ``style`` element: its text or its rules, whichever a stage wants to work on; the other one follows."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self._text: str | None = element.text or ""
        self._rules: tuple[Node, ...] | None = None

    @property
    def text(self) -> str:
        """The CSS text."""
        if self._text is None:
            self._text = _write_sheet(self._rules or ())
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        self._text, self._rules = text, None

    @property
    def rules(self) -> tuple[Node, ...]:
        """The rules, as a browser reads the text."""
        if self._rules is None:
            self._rules = parse_sheet(self._text or "")
        return self._rules

    @rules.setter
    def rules(self, rules: Sequence[Node]) -> None:
        if tuple(rules) != self._rules:
            self._rules, self._text = tuple(rules), None


@dataclass(frozen=True)
class Wrote:
    """The elements and attributes that a mail is written with: a stage about others has nothing to look for."""

    tags: frozenset[str]
    attributes: frozenset[str]


@dataclass(frozen=True, eq=False)
class Parsed:
    """A mail that every client starts from; ``length`` is that of its text in bytes, marks included."""

    root: Element
    doctype: str
    wrote: Wrote
    length: int


class Mail:
    """A copy of the parsed mail that the stages of one client change.

    ``root`` is the ``html`` element with ``head`` and ``body``; ``mode`` how the client is looked at; ``old`` whether
    bugs apply that were reported years ago and not confirmed since. ``wrote`` is what the mail was written with,
    ``length`` its bytes with those of its marks.
    """

    def __init__(self, parsed: Parsed, client: Client, mode: Mode = "light", *, old: bool = False) -> None:
        with _copying:
            self.root = copy.deepcopy(parsed.root)
        self.doctype = parsed.doctype
        self.wrote = parsed.wrote
        self.length = parsed.length
        self.client = client
        self.mode: Mode = mode
        self.old = old
        # lxml makes a Python object anew each time nobody holds it: a third of the time of a long pipeline.
        self._kept = list(self.root.iter())

    @classmethod
    def of(cls, text: str, client: Client, mode: Mode = "light", *, old: bool = False) -> Mail:
        """Return the mail of a (marked) text; the parse is shared by all clients, the tree is a copy."""
        return cls(_parsed(text), client, mode, old=old)

    @property
    def head(self) -> Element:
        """The ``head`` element."""
        return self._part("head", 0)

    @property
    def body(self) -> Element:
        """The ``body`` element."""
        return self._part("body", len(self.root))

    def _part(self, tag: str, place: int) -> Element:
        found = self.root.find(tag)
        if found is None:
            found = new(tag)
            self.root.insert(place, found)
        return found

    @cached_property
    def _all_blocks(self) -> list[StyleBlock]:
        return [StyleBlock(element) for element in self.root.iter("style") if OWN not in element.attrib]

    @property
    def blocks(self) -> list[StyleBlock]:
        """The mail's style blocks that are still there, in the order of the document; the client's own are none."""
        return [block for block in self._all_blocks if block.element.getparent() is not None]

    def add_block(self, css: str) -> StyleBlock:
        """Put a style sheet of the client's own in front of everything in the head; it is no block of the mail."""
        element = new("style", ((OWN, ""),), css)
        self.head.insert(0, element)
        return StyleBlock(element)

    def elements(self) -> Iterator[Element]:
        """Every element of head and body, in document order. Take a list before changing the tree."""
        yield from self.root.iter("*")

    def with_style(self) -> list[Element]:
        """Return every element with a ``style`` attribute, in document order."""
        return _STYLED(self.root)

    def styled(self) -> Iterator[tuple[Element, tuple[Declaration, ...]]]:
        """Every element with a ``style`` attribute, and its declarations."""
        for element in self.with_style():
            yield element, parse_declarations(element.get("style", ""))

    def set_style(self, element: Element, declarations: Sequence[Declaration]) -> None:
        """Give the element these declarations; without any the attribute goes."""
        if declarations:
            element.set("style", write_declarations(declarations))
        elif "style" in element.attrib:
            del element.attrib["style"]

    def change(
        self,
        rule: str,
        what: str,
        element: Element | None = None,
        *,
        further: Sequence[Element] = (),
        evidence: Evidence | None = None,
        **values: object,
    ) -> Change:
        """Return a change at an element, and at ``further`` ones to which the very same happens.

        ``rule`` is ``stage.setting``, whose evidence the profile holds.
        """
        return self.client.change(
            rule,
            what,
            at=None if element is None else place(element),
            element="" if element is None else label(element),
            further=tuple(at for each in further if (at := place(each)) is not None),
            evidence=evidence,
            **values,
        )

    def html(self) -> str:
        """Return the mail's text, marks included."""
        for block in self._all_blocks:
            block.element.text = block.text
        return write(self.root, self.doctype)


def place(element: Element) -> int | None:
    """Return the offset of the element's tag in the mail's HTML; of the nearest one around it when it has none."""
    found: Element | None = element
    while found is not None:
        at = found.get(MARK) or ""
        if at.isdigit():
            return int(at)
        found = found.getparent()
    return None


@lru_cache(maxsize=16)
def _parsed(text: str) -> Parsed:
    check_nesting(text)
    root, doctype = parse(text)
    tags = frozenset(element.tag for element in root.iter("*"))
    attributes = frozenset(name for element in root.iter("*") for name in element.attrib)
    return Parsed(root, doctype, Wrote(tags, attributes), len(text.encode(errors="replace")))
