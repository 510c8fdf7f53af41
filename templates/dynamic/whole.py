"""The whole mail: its text with every condition around components opened, so that all branches are drawn at once.

What is asked inside words, attributes and the head stays asked, for there is only one place to show the answer. So do
conditions whose answer is the same for everybody: what the brand has, which round of a loop it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes

from templates.source.placed import placed
from templates.source.text_edit import TextEdit, apply, in_order
from templates.source.tree import JinjaBlock, JinjaBranch, JinjaStatement, SourceTree

SAME_FOR_ALL = frozenset(["brand", "links", "sender", "loop"])  # names that say nothing about the recipient


@dataclass(frozen=True)
class Openings:
    """The edits that open conditions, in the order of the text; line breaks and marks stay where they are."""

    edits: tuple[TextEdit, ...]

    def after(self, before: str, edits: Sequence[TextEdit]) -> Openings | None:
        """Return the openings of the text that ``edits`` of words make of ``before``; None where one is in a tag."""
        ordered = in_order(edits)
        if any(_in_tag(before, edit.start) for edit in ordered):
            return None
        starts = [edit.start for edit in ordered]
        moved = [0]
        for edit in ordered:
            moved.append(moved[-1] + len(edit.text) - (edit.end - edit.start))
        by = [moved[bisect_left(starts, own.start + 1)] for own in self.edits]
        shifted = zip(self.edits, by, strict=True)
        return Openings(tuple(TextEdit(own.start + step, own.end + step, own.text) for own, step in shifted))


def openings(tree: SourceTree) -> Openings:
    """Return what opens every condition around components of the body, or of a part that is to be included."""
    found = [edit for block in conditional_blocks(tree) for edit in _opened(tree, block)]
    return Openings(tuple(in_order(found)))


def whole_text(tree: SourceTree) -> str:
    """Return the text of ``tree`` with its conditions open; every line is as long and where it was, or nearly."""
    return apply(tree.text, openings(tree).edits)


def conditional_blocks(tree: SourceTree) -> Iterator[JinjaBlock]:
    """Yield the conditions around components whose answer differs, and the loops that have an alternative."""
    for block in component_blocks(tree):
        if len(block.branches) > 1 if block.keyword == "for" else _differs(tree, block):
            yield block


def component_blocks(tree: SourceTree) -> Iterator[JinjaBlock]:
    """Yield the conditions and loops around components of the body in document order, outer ones first."""
    bodies, heads = tree.elements("mj-body"), tree.elements("mj-head")
    for one in placed(tree):
        block = one.node
        if not isinstance(block, JinjaBlock) or block.keyword not in {"if", "for"} or one.ending is not None:
            continue
        in_head = any(head.start <= block.start < head.end for head in heads)
        in_body = not bodies or any(body.start <= block.start < body.end for body in bodies)
        if in_body and not in_head and any(branch_components(tree, branch) for branch in block.branches):
            yield block


def branch_components(tree: SourceTree, branch: JinjaBranch) -> list[int]:
    """Return the ids of the components that stand in a branch, those in blocks in it too."""
    return [element.id for element in tree.components_in(branch.children) if element.name.startswith("mj-")]


def _differs(tree: SourceTree, block: JinjaBlock) -> bool:
    tests = (tree.text[slice(*tree.expression(branch.statement))] for branch in block.branches)
    return not frozenset().union(*map(_names, tests)) <= SAME_FOR_ALL


@lru_cache(maxsize=2048)
def _names(test: str) -> frozenset[str]:
    """Return the names that a test asks; what cannot be read counts as a name, and Jinja will say what is wrong."""
    if not test:
        return frozenset()
    try:
        tree = _ENVIRONMENT.parse(f"{{{{ {test} }}}}")
    except (TemplateSyntaxError, RecursionError):
        return frozenset([test])
    return frozenset(name.name for name in tree.find_all(nodes.Name))


_ENVIRONMENT = Environment(autoescape=True)  # it only parses; nothing is ever rendered


def _opened(tree: SourceTree, block: JinjaBlock) -> Iterator[TextEdit]:
    """Make comments of a condition's tags; let a loop end before its alternative."""
    statements = [branch.statement for branch in block.branches]
    if block.keyword == "for":
        alternative = statements.pop()
        word = tree.text.index("else", alternative.start)
        yield TextEdit(word, word + len("else"), "endfor")
        statements = []
    for statement in (*statements, block.ending):
        yield from _as_comment(tree.text, statement)


def _as_comment(text: str, tag: JinjaStatement) -> Iterator[TextEdit]:
    """A character for a character, so that places in the text stay true."""
    yield TextEdit(tag.start + 1, tag.start + 2, "#")
    at = text.find("#}", tag.start, tag.end)
    while at >= 0:  # in a quoted text, where it would end the comment
        yield TextEdit(at + 1, at + 2, " ")
        at = text.find("#}", at + 2, tag.end)
    yield TextEdit(tag.end - 2, tag.end - 1, "#")


def _in_tag(text: str, at: int) -> bool:
    opened = max(text.rfind("{{", 0, at), text.rfind("{%", 0, at), text.rfind("{#", 0, at))
    return opened > max(text.rfind("}}", 0, at), text.rfind("%}", 0, at), text.rfind("#}", 0, at))
