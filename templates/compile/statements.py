"""The Jinja tags of a text as a tree of conditions and loops, every node with its span: nothing is lost or changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from jinja2 import Environment

from templates.compile.positions import too_deep

NESTING = 100


@dataclass(frozen=True)
class Token:
    """A token inside a tag: Jinja's kind (name, operator, string …), its offset and its text."""

    kind: str
    start: int
    text: str


@dataclass(frozen=True)
class Tag:
    """A print or a statement from ``start`` to ``end``; a trailing ``-%}`` holds the white space it eats."""

    start: int
    end: int
    opening: str  # "{{", "{%-" …
    tokens: tuple[Token, ...]

    @property
    def keyword(self) -> str:
        """The first word of a statement: if, for, endif, set …; "" for a print."""
        return self.tokens[0].text if self.opening.startswith("{%") and self.tokens else ""

    @property
    def arguments(self) -> tuple[int, int]:
        """Start and end of what follows the keyword, or of a print's expression."""
        inner = self.tokens[1:] if self.keyword else self.tokens
        if not inner:
            return self.end, self.end
        return inner[0].start, inner[-1].start + len(inner[-1].text)

    @property
    def eats_before(self) -> bool:
        """Whether the tag drops the white space before it."""
        return self.opening.endswith("-")


@dataclass(frozen=True)
class Text:
    """Everything between two tags, comments and raw blocks too."""

    start: int
    end: int


@dataclass
class Branch:
    """A tag and what follows it until the next tag of its block."""

    tag: Tag
    body: list[Node] = field(default_factory=list)


@dataclass
class Block:
    """A condition (if, elif, else) or a loop (for, else) with its end."""

    branches: list[Branch]
    end: Tag | None = None


Node: TypeAlias = Text | Tag | Block


@dataclass(frozen=True)
class Loop:
    """The parts of a for tag; ``items`` is the span of what it loops over, ``plain`` means neither if nor recursive."""

    targets: tuple[str, ...]
    items: tuple[int, int]
    plain: bool

    @classmethod
    def of(cls, tag: Tag) -> Loop:
        """Return the parts of ``{% for targets in items [if …] [recursive] %}``."""
        tokens = tag.tokens
        middle = next(index for index, token in enumerate(tokens) if token.text == "in")
        stop = _end_of_items(tokens, middle + 1)
        last = tokens[stop - 1]
        flat = all(token.kind == "name" or token.text == "," for token in tokens[1:middle])
        return cls(
            targets=tuple(token.text for token in tokens[1:middle] if token.kind == "name"),
            items=(tokens[middle + 1].start, last.start + len(last.text)),
            plain=stop == len(tokens) and flat,
        )

    @property
    def names(self) -> frozenset[str]:
        """The names that exist inside the loop only."""
        return frozenset([*self.targets, "loop"])


def _end_of_items(tokens: tuple[Token, ...], start: int) -> int:
    depth = 0
    for index, token in enumerate(tokens[start:], start):
        if token.kind == "operator":
            depth += (token.text in "([{") - (token.text in ")]}")
        elif depth == 0 and token.kind == "name" and token.text in {"if", "recursive"}:
            return index
    return len(tokens)


def parse_statements(text: str, environment: Environment) -> list[Node]:
    """Return the tree of ``text``, which must be a valid template. Raises LimitError for very deep nesting."""
    root: list[Node] = []
    bodies: list[list[Node]] = [root]
    blocks: list[Block] = []
    for node in _flat(text, environment):
        keyword = node.keyword if isinstance(node, Tag) else ""
        if isinstance(node, Text) or keyword not in {"if", "for", "elif", "else", "endif", "endfor"}:
            bodies[-1].append(node)
        elif keyword in {"if", "for"}:
            blocks.append(Block([Branch(node)]))
            bodies[-1].append(blocks[-1])
            bodies.append(blocks[-1].branches[0].body)
        elif keyword in {"elif", "else"}:
            blocks[-1].branches.append(Branch(node))
            bodies[-1] = blocks[-1].branches[-1].body
        else:
            blocks.pop().end = node
            bodies.pop()
        if len(blocks) > NESTING:
            raise too_deep()
    return root


def _flat(text: str, environment: Environment) -> Iterator[Text | Tag]:
    done = 0
    for tag in _tags(environment.lexer.tokeniter(text, None)):
        if tag.start > done:
            yield Text(done, tag.start)
        yield tag
        done = tag.end
    yield Text(done, len(text))


def _tags(tokens: Iterable[tuple[int, str, str]]) -> Iterator[Tag]:
    start, opening, inner = 0, "", list[Token]()
    for number, kind, text in tokens:
        if kind in {"variable_begin", "block_begin"}:
            start, opening, inner = number - 1, text, []
        elif kind in {"variable_end", "block_end"}:
            yield Tag(start, number - 1 + len(text), opening, tuple(inner))
        elif kind != "whitespace":
            inner.append(Token(kind, number - 1, text))
