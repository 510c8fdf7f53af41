"""What the tag of a loop says: a name, a list, and how many of it; the rest is kept as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, TemplateSyntaxError, nodes

from templates.source.expression import is_condition, is_loop
from templates.source.text_edit import TextEdit, replacement
from templates.source.tree import JinjaBlock, JinjaOutput, JinjaStatement, Node, SourceTree, Span

_FIRST = re.compile(r"\A(?P<items>.+?)\s*\[\s*:\s*(?P<limit>\d{1,6})\s*\]\Z", re.DOTALL)
_OPEN, _CLOSE = ("(", "[", "{"), (")", "]", "}")
_NOT_BEHIND = (".", "|", "is")


@dataclass(frozen=True)
class Loop:
    """``{% for name in items[:limit] rest %}``.

    ``name`` is one name, or several with commas; ``limit`` is None where all are shown; ``rest`` is what a test of the
    items or ``recursive`` says, as it was written.
    """

    name: str
    items: str
    limit: int | None = None
    rest: str = ""

    @property
    def text(self) -> str:
        """What the tag says after ``for``."""
        return f"{self.name} in {self.cut}{' ' if self.rest else ''}{self.rest}"

    @property
    def cut(self) -> str:
        """The list with its limit."""
        if self.limit is None:
            return self.items
        return f"{self.items if _can_be_cut(self.items) else f'({self.items})'}[:{self.limit}]"


def loop_of(text: str) -> Loop | None:
    """Read what a tag says after ``for``; None when that is no loop."""
    spans = _spans(text) if is_loop(text) else ()
    if len(spans) < 2 or spans[0].start == spans[0].end:
        return None
    name, items, *rest = [text[start:end] for start, end in spans]
    first = _FIRST.match(items)
    if first is None or not _can_be_cut(first["items"]):
        return Loop(name, items, rest="".join(rest))
    return Loop(name, first["items"], int(first["limit"]), "".join(rest))


def set_loop(tree: SourceTree, block: JinjaBlock, loop: Loop) -> list[TextEdit]:
    """Give a loop another name, list or limit; the tags in it that use the name follow. ``rest`` stays as it is.

    No edit when the tag is no loop that is understood.
    """
    statement = block.branches[0].statement
    start, end = tree.expression(statement)
    text = tree.text[start:end]
    before = loop_of(text)
    if block.keyword != "for" or before is None:
        return []
    name, items, *rest = [Span(start + one, start + other) for one, other in _spans(text)]
    edits = replacement(tree.text, *name, loop.name)
    if (before.items, before.limit) != (loop.items, loop.limit):
        edits += replacement(tree.text, *items, loop.cut)
    if before.name == loop.name:
        return edits
    tested = [edit for span in rest for edit in _renamed_in(tree, span, before.name, loop.name)]
    return [*edits, *tested, *_renamed(tree, block, before.name, loop.name)]


def _renamed(tree: SourceTree, block: JinjaBlock, old: str, new: str) -> Iterator[TextEdit]:
    """The edits that write ``new`` for ``old`` in what a loop repeats; an inner loop with the same name keeps it."""
    stack: list[Node] = list(reversed(block.branches[0].children))
    while stack:
        node = stack.pop()
        if isinstance(node, JinjaBlock) and node.keyword == "for" and _gives(tree, node, old):
            start, end = tree.expression(node.branches[0].statement)  # its list is still a matter of ours
            items = _spans(tree.text[start:end])[1]
            yield from _renamed_in(tree, Span(start + items.start, start + items.end), old, new)
            continue
        if isinstance(node, JinjaOutput | JinjaStatement):
            yield from _renamed_in(tree, tree.expression(node), old, new)
        stack += reversed(node.parts)


def _gives(tree: SourceTree, block: JinjaBlock, name: str) -> bool:
    loop = loop_of(tree.text[slice(*tree.expression(block.branches[0].statement))])
    return loop is not None and name in re.split(r"\W+", loop.name)


def _renamed_in(tree: SourceTree, span: Span, old: str, new: str) -> Iterator[TextEdit]:
    """The edits in one expression: where ``old`` is a name of its own, not a field, a filter or an argument's name."""
    offset, last = span.start, ""
    said = list(_tokens(tree.text[slice(*span)]))
    for at, (kind, value) in enumerate(said):
        behind = next((word for _, word in said[at + 1 :] if word.strip()), "")
        if (kind, value) == ("name", old) and last not in _NOT_BEHIND and behind != "=":
            yield TextEdit(offset, offset + len(value), new)
        offset += len(value)
        last = value if value.strip() else last


def _can_be_cut(items: str) -> bool:
    """Whether ``[:3]`` behind the list cuts the list, not only the last thing in it."""
    cut = _expression(f"{items}[:0]")
    return isinstance(cut, nodes.Getitem) and cut.node == _expression(items)


def _expression(text: str) -> nodes.Node | None:
    if not is_condition(text):
        return None
    try:
        return next(_environment().parse(f"{{{{ {text} }}}}").find_all(nodes.Output)).nodes[0]
    except (TemplateSyntaxError, RecursionError):
        return None


def _spans(text: str) -> list[Span]:
    """Where the name is, the list, and what follows it from the first ``if`` or ``recursive`` on."""
    cuts, offset, depth = [0], 0, 0
    for kind, value in _tokens(text):
        depth += (value in _OPEN) - (value in _CLOSE) if kind == "operator" else 0
        if kind == "name" and not depth:
            if value == "in" and len(cuts) == 1:
                cuts.append(offset + len(value))
            elif value in {"if", "recursive"} and len(cuts) == 2:
                cuts.append(offset)
        offset += len(value)
    ends = [cuts[1] - len("in") if len(cuts) > 1 else len(text), *cuts[2:], len(text)]
    return [_stripped(text, start, end) for start, end in zip(cuts, ends, strict=False)]


def _stripped(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """The words and signs of an expression, with the white space between them; none of what cannot be read."""
    try:
        found = list(_environment().lex(f"{{{{ {text} }}}}"))
    except TemplateSyntaxError:
        return
    for _, kind, value in found[2:-2]:
        yield kind, value


@cache
def _environment() -> Environment:
    return Environment(autoescape=True)  # it only reads; nothing is ever rendered
