"""A style sheet as rules and declarations. They are immutable and parsed once, however many clients look at them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from renderers.clients.css.scan import split, tokens, without_comments

MAX_DEPTH = 32
"""Rules nested deeper are empty: nobody writes them, a bomb does."""

_IMPORTANT = re.compile(r"\s*!\s*important\s*\Z", re.IGNORECASE)
_AT_NAME = re.compile(r"@([-\w]*)")
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_AT_RULE = re.compile(r"(?:\s++|/\*.*?\*/)*+@", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Declaration:
    """``name: value``; ``name`` in small letters, ``value`` without comments and ``!important``; ``raw`` as written."""

    name: str
    value: str
    important: bool
    raw: str

    def with_value(self, value: str) -> Declaration:
        """Return it with another value."""
        return declaration(self.name, value, important=self.important)


@dataclass(frozen=True, slots=True)
class StyleRule:
    """``prelude { body }``; the body may hold nested rules."""

    prelude: str
    body: tuple[Node, ...]

    @property
    def selectors(self) -> tuple[str, ...]:
        """The prelude's selectors."""
        return selector_list(self.prelude)

    def with_selectors(self, selectors: Sequence[str]) -> StyleRule:
        """Return it with other selectors."""
        return replace(self, prelude=", ".join(selectors))


@dataclass(frozen=True, slots=True)
class AtRule:
    """``@name prelude { body }``, or a statement (``@import …;``) whose body is None. ``name`` in small letters."""

    name: str
    prelude: str
    body: tuple[Node, ...] | None


Node = Declaration | StyleRule | AtRule


def declaration(name: str, value: str, *, important: bool = False) -> Declaration:
    """Make a declaration that nobody wrote."""
    return Declaration(name, value, important, f"{name}:{value}{' !important' if important else ''}")


@lru_cache(maxsize=16384)
def parse_declarations(text: str) -> tuple[Declaration, ...]:
    """Return the declarations of a ``style`` attribute; what is none is left out, as a browser does."""
    found = (_declaration(piece) for piece in split(text, ";"))
    return tuple(each for each in found if each is not None)


def write_declarations(declarations: Sequence[Declaration]) -> str:
    """Return the text of a ``style`` attribute."""
    return ";".join(each.raw for each in declarations)


@lru_cache(maxsize=256)
def parse_sheet(text: str) -> tuple[Node, ...]:
    """Return the rules of a style sheet. Nothing is an error: what is no rule is left out."""
    return _Sheet(text).rules()


def write_sheet(nodes: Sequence[Node]) -> str:
    """Return the text of a style sheet."""
    return "\n".join(map(_written, nodes))


@lru_cache(maxsize=4096)
def selector_list(prelude: str) -> tuple[str, ...]:
    """Return the selectors of a prelude."""
    return tuple(each.strip() for each in split(without_comments(prelude), ","))


def _written(node: Node) -> str:
    match node:
        case Declaration():
            return node.raw + ";"
        case AtRule(body=None):
            return f"@{node.name} {node.prelude};"
        case AtRule():
            return f"@{node.name} {node.prelude} {{ {_body(node.body or ())} }}"
        case StyleRule():
            return f"{node.prelude} {{ {_body(node.body)} }}"


def _body(nodes: Sequence[Node]) -> str:
    return " ".join(map(_written, nodes))


@lru_cache(maxsize=16384)
def _declaration(text: str) -> Declaration | None:
    clean = without_comments(text)
    name, colon, value = clean.partition(":")
    name = name.strip()
    if not colon or not name or any(character in name for character in " \t\n{}()<>\"'"):
        return None
    value, important = _IMPORTANT.subn("", value)
    name = name if name.startswith("--") else name.lower()
    return Declaration(name, value.strip(), bool(important), text.strip())


class _Sheet:
    """One pass over the delimiters of a sheet."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(tokens(text))
        self._next = 0

    def rules(self) -> tuple[Node, ...]:
        """The whole text."""
        nodes, _ = self._block(0, top=True)
        return nodes

    def _block(self, start: int, *, top: bool, depth: int = 0) -> tuple[tuple[Node, ...], int]:
        """Return the nodes from ``start`` to the brace that closes them, and the offset behind that."""
        nodes: list[Node] = []
        while self._next < len(self._tokens):
            place, character = self._tokens[self._next]
            if character == "}" and not top:
                self._next += 1
                self._statement(nodes, start, place, top=top)
                return tuple(nodes), place + 1
            if character == "{":
                self._next += 1
                start = self._rule(nodes, self._text[start:place], place + 1, depth)
            elif character == ";" and (not top or _AT_RULE.match(self._text, start)):
                self._next += 1
                self._statement(nodes, start, place, top=top)
                start = place + 1
            elif character in "([":
                self._next = self._behind_bracket()
            else:
                self._next += 1
        self._statement(nodes, start, len(self._text), top=top)
        return tuple(nodes), len(self._text)

    def _rule(self, nodes: list[Node], prelude: str, start: int, depth: int) -> int:
        prelude = without_comments(prelude).strip()
        if prelude.startswith("<!--"):
            prelude = prelude[4:].strip()
        body: tuple[Node, ...] = ()
        if depth > MAX_DEPTH:
            end = self._end_of_block()
        else:
            body, end = self._block(start, top=False, depth=depth + 1)
        at = _AT_NAME.match(prelude)
        nodes.append(AtRule(at[1].lower(), prelude[at.end() :].strip(), body) if at else StyleRule(prelude, body))
        return end

    def _statement(self, nodes: list[Node], start: int, end: int, *, top: bool) -> None:
        text = self._text[start:end]
        if not text.strip():
            return
        clean = without_comments(text).strip()
        at = _AT_NAME.match(clean)
        if at:
            nodes.append(AtRule(at[1].lower(), clean[at.end() :].strip(), None))
        elif not top:
            found = _declaration(text)
            nodes += [found] if found else []

    def _behind_bracket(self) -> int:
        """Return the token behind the bracket that starts here; one that is never closed holds all the rest."""
        return self._closings.get(self._next, len(self._tokens)) + 1

    @cached_property
    def _closings(self) -> dict[int, int]:
        closings: dict[int, int] = {}
        waiting: list[tuple[int, str]] = []
        for index, (_, character) in enumerate(self._tokens):
            if character in _PAIRS:
                waiting.append((index, _PAIRS[character]))
            elif waiting and character == waiting[-1][1]:
                closings[waiting.pop()[0]] = index
        return closings

    def _end_of_block(self) -> int:
        depth = 1
        while self._next < len(self._tokens):
            place, character = self._tokens[self._next]
            self._next += 1
            depth += (character == "{") - (character == "}")
            if depth == 0:
                return place + 1
        return len(self._text)
