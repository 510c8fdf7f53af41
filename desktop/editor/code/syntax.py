"""What the characters of one line are, given what the line before ended in. Knows no Qt.

A state is a small number: the markup that is open, the template tag that is open in it, and whether the tag that is
open begins a style sheet. Template tags may stand anywhere, in values and comments too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

TEXT, TAG, DOUBLE, SINGLE, COMMENT, CDATA, CSS, CSS_COMMENT = range(8)
_BASE, _JINJA, _STYLE = 7, 3 << 3, 1 << 5
_OPENED = {"{{": 1 << 3, "{%": 2 << 3, "{#": 3 << 3}
_JINJA_COMMENT = _OPENED["{#"]

_JINJA_OPEN = r"\{[{%#]"
_ENTITY = r"&(?:\#\d+|\#[xX][0-9A-Fa-f]+|[A-Za-z]\w*);"
_IN_TEXT = re.compile(rf"<!--|<!\[CDATA\[|</?(?P<name>[A-Za-z][\w:.-]*)|<[!?][^>]*>?|{_JINJA_OPEN}|{_ENTITY}")
_IN_TAG = re.compile(rf"(?P<end>/?>)|\"|'|<|{_JINJA_OPEN}|=(?P<bare>[^\s\"'=<>{{]+)?|(?P<name>[^\s\"'=<>/{{]+)|\S")
_IN_VALUE = {mark: re.compile(rf"{mark}|{_JINJA_OPEN}|{_ENTITY}") for mark in "\"'"}
_IN_COMMENT = re.compile(rf"-->|{_JINJA_OPEN}")
_IN_CDATA = re.compile(rf"\]\]>|{_JINJA_OPEN}")
_IN_CSS = re.compile(
    rf"</(?:mj-)?style|/\*|{_JINJA_OPEN}|(?P<string>\"[^\"]*\"?|'[^']*'?)|(?P<literal>#[0-9A-Fa-f]{{3,8}}\b|"
    r"(?<![\w-])\d*\.?\d+(?:%|[a-z]+)?)|(?P<keyword>@[\w-]+|!important)|"
    r"(?P<rule>(?<![\w.#-])[\w-]+(?=\s*:[^;{}]*(?:[;}]|$)))"
)
_IN_CSS_COMMENT = re.compile(r"\*/")
_IN_JINJA = re.compile(
    r"(?P<string>\"(?:[^\"\\]|\\.)*\"?|'(?:[^'\\]|\\.)*'?)|(?P<close>[-+]?[%}]\})|\|\s*(?P<filter>[A-Za-z_]\w*)|"
    r"(?P<literal>\d+(?:\.\d+)?)|(?P<dotted>\.\s*[A-Za-z_]\w*)|(?P<word>[A-Za-z_]\w*)"
)
_STATEMENT_WORDS = """
if elif else endif for endfor set endset raw endraw block endblock macro endmacro call endcall filter endfilter
with endwith autoescape endautoescape do
"""
_STATEMENTS = frozenset(_STATEMENT_WORDS.split())
_WORDS = frozenset(["in", "not", "and", "or", "is", "if", "else", "recursive"])
_CONSTANTS = frozenset(["true", "false", "none", "True", "False", "None"])
_SHEETS = frozenset(["style", "mj-style"])


class Piece(NamedTuple):
    """``length`` characters from ``start`` are of that ``kind``: a field of ``SyntaxColours``."""

    start: int
    length: int
    kind: str


Pieces = Callable[[str, int], tuple[list[Piece], int]]
"""Tells what the characters of a line are, and in which state it ends, given that of the line before (-1: none)."""


def pieces_of(line: str, state: int) -> tuple[list[Piece], int]:
    """Return the pieces of a line and the state in which it ends; ``state`` is that of the line before (-1: none)."""
    reader = _Line(line, max(0, state))
    reader.read()
    return reader.pieces, reader.state


class _Line:
    def __init__(self, line: str, state: int) -> None:
        self.line, self.state = line, state
        self.pieces: list[Piece] = []
        self.at = 0

    def read(self) -> None:
        while self.at < len(self.line):
            if self.state & _JINJA:
                self._jinja()
            else:
                _READERS[self.state & _BASE](self)

    def _add(self, start: int, end: int, kind: str) -> None:
        if start < end:
            self.pieces.append(Piece(start, end - start, kind))

    def _become(self, base: int) -> None:
        self.state = base | (self.state & _STYLE)

    def _next(self, pattern: re.Pattern[str], kind: str = "") -> re.Match[str] | None:
        """Go behind the next match and colour what is before it; without one, the rest of the line."""
        match = pattern.search(self.line, self.at)
        end = match.start() if match else len(self.line)
        if kind:
            self._add(self.at, end, kind)
        self.at = match.end() if match else end
        return match

    def _opens_jinja(self, match: re.Match[str]) -> bool:
        kind = _OPENED.get(match[0])
        if kind is None:
            return False
        self.state |= kind
        self._add(match.start(), match.end(), "comment" if kind == _JINJA_COMMENT else "tag")
        return True

    def _text(self) -> None:
        match = self._next(_IN_TEXT)
        if match is None or self._opens_jinja(match):
            return
        found, start = match[0], match.start()
        if found == "<!--":
            self.state = COMMENT
            self._add(start, match.end(), "comment")
        elif found == "<![CDATA[":
            self.state = CDATA
            self._add(start, match.end(), "comment")
        elif name := match["name"]:
            self._name(match, name.lower())
        else:
            self._add(start, match.end(), "entity" if found[0] == "&" else "comment")

    def _name(self, match: re.Match[str], name: str) -> None:
        self.state = TAG | (_STYLE if name in _SHEETS and match[0][1] != "/" else 0)
        self._add(match.start(), match.start("name"), "punctuation")
        self._add(match.start("name"), match.end(), "component" if name.startswith("mj") else "element")

    def _tag(self) -> None:
        match = self._next(_IN_TAG)
        if match is None or self._opens_jinja(match):
            return
        found, start = match[0], match.start()
        if match["end"]:
            self._add(start, match.end(), "punctuation")
            self.state = CSS if self.state & _STYLE and found == ">" else TEXT
        elif found in {'"', "'"}:
            self._become(DOUBLE if found == '"' else SINGLE)
            self._add(start, match.end(), "string")
        elif found == "<":  # the tag before was never ended
            self.state, self.at = TEXT, start
            if not _IN_TEXT.match(self.line, start):
                self.at += 1
        elif match["name"]:
            self._add(start, match.end(), "attribute")
        else:
            self._add(start, start + 1, "punctuation")
            self._add(start + 1, match.end(), "string")

    def _value(self) -> None:
        mark = '"' if self.state & _BASE == DOUBLE else "'"
        match = self._next(_IN_VALUE[mark], "string")
        if match is None or self._opens_jinja(match):
            return
        self._add(match.start(), match.end(), "string" if match[0] == mark else "entity")
        if match[0] == mark:
            self._become(TAG)

    def _until(self, pattern: re.Pattern[str], kind: str, then: int) -> None:
        match = self._next(pattern, kind)
        if match is not None and not self._opens_jinja(match):
            self._add(match.start(), match.end(), "comment")
            self.state = then

    def _comment(self) -> None:
        self._until(_IN_COMMENT, "comment", TEXT)

    def _cdata(self) -> None:
        self._until(_IN_CDATA, "", TEXT)

    def _css_comment(self) -> None:
        self._until(_IN_CSS_COMMENT, "comment", CSS)

    def _css(self) -> None:
        match = self._next(_IN_CSS)
        if match is None or self._opens_jinja(match):
            return
        if match[0].startswith("</"):
            self.state, self.at = TEXT, match.start()
        elif match[0] == "/*":
            self.state = CSS_COMMENT
            self._add(match.start(), match.end(), "comment")
        else:
            self._add(match.start(), match.end(), match.lastgroup or "")

    def _jinja(self) -> None:
        if self.state & _JINJA == _JINJA_COMMENT:
            end = self.line.find("#}", self.at)
            end = len(self.line) if end < 0 else end + 2
            self._add(self.at, end, "comment")
            if self.line.endswith("#}", self.at, end):
                self.state &= ~_JINJA
            self.at = end
            return
        match = self._next(_IN_JINJA)
        if match is None:
            return
        if match["close"]:
            self._add(match.start(), match.end(), "tag")
            self.state &= ~_JINJA
        elif match["filter"]:
            self._add(match.start("filter"), match.end(), "filter")
        elif match["word"]:
            self._add(match.start(), match.end(), self._word(match))
        else:
            self._add(match.start(), match.end(), "name" if match["dotted"] else match.lastgroup or "")

    def _word(self, match: re.Match[str]) -> str:
        word = match[0]
        first = self.line[: match.start()].rstrip(" \t-+").endswith("{%")
        if word in _CONSTANTS:
            return "literal"
        return "keyword" if (first and word in _STATEMENTS) or word in _WORDS else "name"


_READERS: tuple[Callable[[_Line], None], ...] = (
    _Line._text,
    _Line._tag,
    _Line._value,
    _Line._value,
    _Line._comment,
    _Line._cdata,
    _Line._css,
    _Line._css_comment,
)
