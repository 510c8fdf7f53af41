"""A scanner for mail source: MJML or HTML elements, comments and the tags of template languages, with their spans.

It never fails and never looks twice at a character: what is not closed reaches to the end of the text. It is no MJML
parser (that is the compiler's work); it only tells where things stand, for includes, masks and pictures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

JINJA: Mapping[str, str] = MappingProxyType({"{{": "}}", "{%": "%}", "{#": "#}"})
# Every form that a sending system's language uses; the longer ones first, so that `{{{` is not taken for `{{`.
ALL_TAGS: Mapping[str, str] = MappingProxyType(
    {"{{{": "}}}", **JINJA, "<%": "%>", "%%[": "]%%", "%%=": "=%%", "*|": "|*", "[[": "]]"}
)
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
OPENING = re.compile("|".join(re.escape(form) for form in ALL_TAGS))
QUOTED = re.compile(r"""(?:[^"'%}]++|"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|%(?!\})|\}(?!\}))*+""", re.DOTALL)

Kind = Literal["comment", "tag", "open", "close"]


class Span(NamedTuple):  # thousands a mail: a tuple is made three times as fast as a frozen dataclass
    """A piece of markup from ``start`` to ``end``. ``name`` is the element's or the tag's opening delimiter.

    ``tags`` are the template tags inside an opening tag, each with the state it stands in: quoted or not.
    """

    kind: Kind
    start: int
    end: int
    name: str
    empty: bool = False
    tags: tuple[tuple[int, int, bool], ...] = ()


class Scanner:
    """Walks over one text. ``forms`` maps the opening delimiters of template tags to their closing ones."""

    def __init__(self, text: str, forms: Mapping[str, str] = JINJA) -> None:
        self._text = text
        self._forms = forms
        delimiters = "|".join(re.escape(form) for form in forms)
        self._next = re.compile(rf"<!--|<!\[CDATA\[|</?[A-Za-z][A-Za-z0-9:_-]*|{delimiters}")
        self._inside = re.compile(rf"[>\"']|{delimiters}")
        self._in_quotes = {quote: re.compile(rf"{quote}|{delimiters}") for quote in "\"'"}
        self._quotes_pair = True
        self._missing: set[str] = set()

    def __iter__(self) -> Iterator[Span]:
        at = 0
        while match := self._next.search(self._text, at):
            span = self._span(match)
            if span is None:
                at = match.end()
                continue
            yield span
            at = span.end

    def _span(self, match: re.Match[str]) -> Span | None:
        found, start = match[0], match.start()
        if found == "<!--":
            return Span("comment", start, self._after("-->", match.end()) or len(self._text), found)
        if found == "<![CDATA[":
            return Span("comment", start, self._after("]]>", match.end()) or len(self._text), found)
        if found in self._forms:
            end = self._tag_end(found, match.end())
            return Span("tag", start, end, found) if end else None
        if found.startswith("</"):
            return Span("close", start, self._after(">", match.end()) or len(self._text), found[2:].lower())
        return self._element(found[1:].lower(), start, match.end())

    def _after(self, end: str, at: int) -> int | None:
        """Return the offset after the next ``end``; a search in vain is not repeated."""
        found = -1 if end in self._missing else self._text.find(end, at)
        if found < 0:
            self._missing.add(end)
            return None
        return found + len(end)

    def _tag_end(self, form: str, at: int) -> int | None:
        """Return where a template tag ends; Jinja's may hold their closing delimiter in a quoted text."""
        end = self._forms[form]
        if form in {"{{", "{%"} and self._quotes_pair:
            match = QUOTED.match(self._text, at)
            stop = match.end() if match else at
            if self._text.startswith(end, stop):
                return stop + len(end)
            self._quotes_pair = False  # an apostrophe without its pair: from here on the plain search is right
        return self._after(end, at)

    def _element(self, name: str, start: int, at: int) -> Span:
        """Return the opening tag that begins at ``start``, with the template tags in it."""
        tags: list[tuple[int, int, bool]] = []
        quote = ""
        while match := (self._in_quotes[quote] if quote else self._inside).search(self._text, at):
            found, at = match[0], match.end()
            if found == ">":
                empty = self._text[at - 2] == "/"
                return Span("open", start, at, name, empty, tuple(tags))
            if found in {'"', "'"}:
                quote = "" if quote else found
            elif end := self._tag_end(found, at):
                tags.append((match.start(), end, bool(quote)))
                at = end
        return Span("open", start, len(self._text), name, False, tuple(tags))


class OpenElements:
    """The elements that are open at a place, for text that may close what it never opened."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._counts: Counter[str] = Counter()

    @property
    def inner(self) -> str:
        """The innermost open element; "" outside all."""
        return self._names[-1] if self._names else ""

    def inside(self, names: frozenset[str]) -> bool:
        """Return whether an element of ``names`` is open."""
        return any(self._counts[name] for name in names)

    def step(self, span: Span) -> None:
        """Open or close an element; a closing tag closes what is open inside its element too."""
        if span.kind == "open" and not span.empty and span.name not in VOID:
            self._names.append(span.name)
            self._counts[span.name] += 1
        elif span.kind == "close" and self._counts[span.name]:
            while self._drop() != span.name:
                pass

    def _drop(self) -> str:
        name = self._names.pop()
        self._counts[name] -= 1
        return name


def template_tags(text: str, start: int = 0, stop: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield start and end of every template tag between ``start`` and ``stop``, whatever stands around it."""
    stop = len(text) if stop is None else stop
    missing: set[str] = set()
    while match := OPENING.search(text, start, stop):
        start = match.end()
        end = -1 if match[0] in missing else text.find(ALL_TAGS[match[0]], start, stop)
        if end < 0:
            missing.add(match[0])  # a search in vain is not repeated
            continue
        start = end + len(ALL_TAGS[match[0]])
        yield match.start(), start


def content_span(text: str, name: str, *, before: str = "") -> tuple[int, int, int] | None:
    """Return start and end of what the last element ``name`` holds, and the end of the element.

    ``before`` names an element at whose opening the search ends. None without such an element, or when it is empty.
    """
    found, start = None, None
    for span in Scanner(text):
        if span.kind == "open" and span.name == before:
            break
        if span.kind == "open" and span.name == name:
            start = None if span.empty else span.end
        elif span.kind == "close" and span.name == name and start is not None:
            found, start = (start, span.start, span.end), None
    return found


def attributes(source: str) -> dict[str, str]:
    """Return the attributes of an opening tag's source, entities decoded; a name without a value has ""."""
    from html import unescape

    found = re.findall(r"""([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""", source[1:].lstrip())
    return {name.lower(): unescape(double or single or bare) for name, double, single, bare in found[1:]}
