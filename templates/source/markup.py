"""The elements, attributes and comments of a text whose Jinja tags are blotted out, as a flat list with places.

The blotted text has the same length, so every offset holds for the source. An output (``{{ }}``) becomes characters
that may be part of a name; a statement or comment becomes characters that separate, as white space does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from templates.source.jinja import Tag

OUTPUT, SEPARATOR = "\ue000", "\ue001"  # private-use characters: they mean nothing to the patterns below
RAW_TEXT = frozenset(["style", "script", "mj-style"])  # up to their closing tag there is no markup in these

_SPACE = r" \t\r\n\f"
_NEXT = re.compile(r"<!--|<!\[CDATA\[|<[!?]|</?[A-Za-z][A-Za-z0-9:_.-]*")
_PIECE = re.compile(
    rf"[{_SPACE}/{SEPARATOR}]*?(?:(?P<end>/?>)|(?P<stop><|\Z)|(?P<junk>[\"'=]+)"
    rf"|(?P<name>[^{_SPACE}\"'=<>/{SEPARATOR}]+)(?:(?P<equals>[{_SPACE}]*=[{_SPACE}]*)"
    rf"(?:\"(?P<double>[^\"<>]*)\"|'(?P<single>[^'<>]*)')?)?)"
)
# A value without quotes holds statements only when it begins with one: in `{% if a %}b=c{% endif %}` the value is c.
_BARE = re.compile(rf"(?:{SEPARATOR}(?:[^{_SPACE}\"'<>`/]|/(?!>))*+|(?:[^{_SPACE}\"'<>`/{SEPARATOR}]|/(?!>))++)?")
_LOST_TEXT = re.compile(r"[^<>\n]*")
_CLOSE_REST = re.compile(r"[^<>]*(>?)")

Fault = Literal["", "unclosed-tag", "unclosed-quote", "unclosed-comment"]
Kind = Literal["open", "close", "comment", "declaration", "cdata"]


class Piece(NamedTuple):
    """An attribute of an opening tag, or (``name_end == start``) characters that mean nothing there.

    ``value`` is the span inside the quotes; None where the name stands alone.
    """

    start: int
    end: int
    name_end: int
    value: tuple[int, int] | None = None
    quote: str = ""


class Markup(NamedTuple):
    """A tag, comment or declaration from ``start`` to ``end``."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    empty: bool = False
    pieces: Sequence[Piece] = ()
    fault: Fault = ""


def blot(text: str, tags: Sequence[Tag]) -> str:
    """Return ``text`` with every tag blotted out; its length stays."""
    if OUTPUT in text or SEPARATOR in text:
        text = text.replace(OUTPUT, "?").replace(SEPARATOR, "?")
    parts: list[str] = []
    done = 0
    for tag in tags:
        filler = SEPARATOR if tag.kind in {"statement", "comment"} else OUTPUT
        parts += [text[done : tag.start], filler * (tag.end - tag.start)]
        done = tag.end
    return "".join([*parts, text[done:]])


def lex(blotted: str) -> Iterator[Markup]:
    """Yield the markup of a blotted text in order. What is between is text. Takes linear time."""
    lexer = _Lexer(blotted)
    at = 0
    while match := _NEXT.search(blotted, at):
        found = lexer.markup(match)
        yield found
        at = found.end
        if found.name in RAW_TEXT and found.kind == "open" and not found.empty:
            at = lexer.raw_end(found.name, at)


class _Lexer:
    def __init__(self, text: str) -> None:
        self._text = text
        self._missing: set[str] = set()
        self._fault: Fault = ""

    def markup(self, match: re.Match[str]) -> Markup:
        found, start = match[0], match.start()
        if found == "<!--":
            return self._until("-->", "comment", start)
        if found == "<![CDATA[":
            return self._until("]]>", "cdata", start)
        if found in {"<!", "<?"}:
            return self._rest("declaration", start, match.end())
        if found.startswith("</"):
            return self._rest("close", start, match.end(), found[2:].lower())
        return self._open(found[1:].lower(), start, match.end())

    def raw_end(self, name: str, at: int) -> int:
        """Return where the closing tag of ``name`` begins; ``at`` when there is none."""
        if name in self._missing:
            return at
        match = re.compile(rf"</{name}(?![A-Za-z0-9:_.-])", re.IGNORECASE).search(self._text, at)
        if match is None:
            self._missing.add(name)
            return at
        return match.start()

    def _find(self, what: str, at: int) -> int:
        """Return where ``what`` begins, -1 without it; a search in vain is not repeated."""
        found = -1 if what in self._missing else self._text.find(what, at)
        if found < 0:
            self._missing.add(what)
        return found

    def _until(self, end: str, kind: Kind, start: int) -> Markup:
        # `<!-->` is no whole comment here: what ends it stands after its beginning.
        found = self._find(end, start + 4)
        if found >= 0:
            return Markup(kind, start, found + len(end))
        return Markup(kind, start, len(self._text), fault="unclosed-comment")

    def _rest(self, kind: Kind, start: int, at: int, name: str = "") -> Markup:
        match = _CLOSE_REST.match(self._text, at)
        end, closed = (match.end(), bool(match[1])) if match else (at, False)
        return Markup(kind, start, end, name, fault="" if closed else "unclosed-tag")

    def _open(self, name: str, start: int, at: int) -> Markup:
        pieces: list[Piece] = []
        self._fault = ""
        while match := _PIECE.match(self._text, at):
            kind = match.lastgroup
            at = match.end()
            if kind == "end":
                return Markup("open", start, at, name, match["end"] == "/>", pieces, self._fault)
            if kind == "stop":
                at = match.start("stop")
                break
            pieces.append(self._piece(match))
            at = pieces[-1].end
        return Markup("open", start, at, name, False, pieces, self._fault or "unclosed-tag")

    def _piece(self, match: re.Match[str]) -> Piece:
        kind = match.lastgroup
        if kind == "junk":
            return Piece(match.start("junk"), match.end(), match.start("junk"))
        start, name_end = match.span("name")
        if kind == "name":
            return Piece(start, name_end, name_end)
        if kind == "equals":
            return self._slow_value(start, name_end, match.end())
        value, quote = match.span(kind or ""), '"' if kind == "double" else "'"
        return Piece(start, match.end(), name_end, value, quote)

    def _slow_value(self, start: int, name_end: int, at: int) -> Piece:
        quote = self._text[at : at + 1]
        if quote not in {'"', "'"}:
            match = _BARE.match(self._text, at)
            end = match.end() if match else at
            return Piece(start, end, name_end, (at, end))
        end = self._find(quote, at + 1)
        if end >= 0 and not self._text[end + 1 : end + 2].isalnum():
            return Piece(start, end + 1, name_end, (at + 1, end), quote)
        # A value with markup in it and a letter right after its end: the quote was forgotten, and this is the next one.
        self._fault = "unclosed-quote"
        lost = _LOST_TEXT.match(self._text, at + 1)
        end = lost.end() if lost else at + 1
        if self._text[end - 1] == "/" and self._text[end : end + 1] == ">":
            end -= 1
        return Piece(start, end, name_end, (at + 1, end), quote)
