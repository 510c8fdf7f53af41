"""Where each key of a TOML file stands, so that a message can name the line. ``tomllib`` forgets the places."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

KeyPath = tuple[str | int, ...]

_TOKEN = re.compile(
    r'''
    (?P<skip>[ \t\r]+|\#[^\n]*)
  | (?P<newline>\n)
  | (?P<text>"""(?:\\.|[^\\])*?"{3,5} | \'\'\'.*?\'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
  | (?P<mark>[\[\]{}=,])
  | (?P<dot>\.)
  | (?P<bare>[^\s\[\]{}=,.#"']+)
    ''',
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    start: int


def key_places(text: str) -> dict[KeyPath, tuple[int, int]]:
    """Return the line and column (from 1) of every key, table and list item of valid TOML ``text``.

    A path is the keys from the root down, with an index for an item of a list: ``("stages", 0, "use")``. A table that
    is never written out (``[a.b]`` makes ``a``) stands where it is first named. A text that breaks off gives the
    places up to the break.
    """
    scan = _Scan(list(_tokens(text)))
    with contextlib.suppress(IndexError):  # the text broke off: keep what was found
        scan.document()
    return {path: _line_and_column(text, start) for path, start in scan.found.items()}


def stray_quote(text: str) -> tuple[int, int] | None:
    """Return line and column of the first quote that opens a text which is never closed; None when there is none."""
    end = 0
    for match in _TOKEN.finditer(text):
        if match.start() > end:
            break
        end = match.end()
    return _line_and_column(text, end) if end < len(text) else None


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        if match.lastgroup and match.lastgroup != "skip":
            yield _Token(match.lastgroup, match.group(), match.start())


def _line_and_column(text: str, start: int) -> tuple[int, int]:
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


@dataclass
class _Scan:
    """A walk over the tokens that notes the start of every path."""

    tokens: list[_Token]
    at: int = 0
    found: dict[KeyPath, int] = field(default_factory=dict)
    items: dict[KeyPath, int] = field(default_factory=dict)  # how often each [[list of tables]] was opened

    def document(self) -> None:
        table: KeyPath = ()
        while self.at < len(self.tokens):
            if self.next_is("\n"):
                self.at += 1
            elif self.next_is("["):
                table = self.header()
            else:
                self.pair(table)

    def next_is(self, text: str) -> bool:
        return self.tokens[self.at].text == text

    def header(self) -> KeyPath:
        """``[a.b]`` or ``[[a.b]]``: return the path of the table it opens."""
        start = self.tokens[self.at].start
        self.at += 1
        several = self.next_is("[")
        self.at += several
        path = self.key(())
        if several:
            index = self.items.get(path, -1) + 1
            self.items[path] = index
            self.found.setdefault((*path, index), start)
            path = (*path, index)
        self.at += 1 + several
        return path

    def key(self, table: KeyPath) -> KeyPath:
        """``a.b."c"``: note each of its parts and return the full path."""
        path = table
        while self.tokens[self.at].kind in {"bare", "text", "dot"}:
            token = self.tokens[self.at]
            self.at += 1
            if token.kind == "dot":
                path = self._into_list(path)
                continue
            path = (*path, _plain(token.text))
            self.found.setdefault(path, token.start)
        return path

    def _into_list(self, path: KeyPath) -> KeyPath:
        """``[a.b]`` after ``[[a]]`` means the last ``a``."""
        return (*path, self.items[path]) if path in self.items else path

    def pair(self, table: KeyPath) -> None:
        before = self.at
        path = self.key(table)
        self.at += 1
        self.value(path)
        self.at = max(self.at, before + 1)

    def value(self, path: KeyPath) -> None:
        if self.next_is("["):
            self.array(path)
        elif self.next_is("{"):
            self.inline_table(path)
        else:
            while self.at < len(self.tokens) and self.tokens[self.at].kind in {"bare", "text", "dot"}:
                self.at += 1

    def array(self, path: KeyPath) -> None:
        self.at += 1
        index = 0
        while not self.next_is("]"):
            if self.tokens[self.at].text in {",", "\n"}:
                self.at += 1
                continue
            self.found[(*path, index)] = self.tokens[self.at].start
            before = self.at
            self.value((*path, index))
            self.at = max(self.at, before + 1)
            index += 1
        self.at += 1

    def inline_table(self, path: KeyPath) -> None:
        self.at += 1
        while not self.next_is("}"):
            if self.tokens[self.at].text in {",", "\n"}:
                self.at += 1
            else:
                self.pair(path)
        self.at += 1


def _plain(key: str) -> str:
    """The name that a bare or quoted key stands for."""
    if key.startswith("'"):
        return key[1:-1]
    if key.startswith('"'):
        return _unescaped(key[1:-1])
    return key


def _unescaped(text: str) -> str:
    def character(match: re.Match[str]) -> str:
        code = match.group(1)
        return chr(int(code[1:], 16)) if code[0] in "uU" else _ESCAPES[code]

    return re.sub(r'\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[btnfr"\\])', character, text)


_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
