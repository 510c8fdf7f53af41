"""White space around nodes: how the neighbours are indented, so that what is put in looks as if it was always there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from templates.source.tree import Element, JinjaBlock, JinjaBranch, Node, SourceTree, Span, Text

_BREAK = re.compile(r"\r\n|\n|\r(?!\n)")
_EMPTY_HERE = re.compile(rf"[ \t]*(?:{_BREAK.pattern})")
_BEFORE = " \t\r\n\ufeff"
_INDENT = re.compile(r"[ \t]*")
_EMPTY_LINE = re.compile(_EMPTY_HERE.pattern * 2)


def line_break(text: str) -> str:
    """Return the line end that ``text`` uses: that of its first line."""
    match = _BREAK.search(text)
    return match[0] if match else "\n"


def line_start(text: str, at: int) -> int:
    """Return where the line of ``at`` begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
    """Return where the line of ``at`` ends, before its line break."""
    match = _BREAK.search(text, at)
    return match.start() if match else len(text)


def indentation(text: str, at: int) -> str:
    """Return the white space with which the line of ``at`` begins."""
    start = line_start(text, at)
    found = _INDENT.match(text, start)
    return found[0] if found else ""


def begins_line(text: str, at: int) -> bool:
    """Return whether only white space stands before ``at`` in its line."""
    if at and text[at - 1] not in _BEFORE:  # at once: a whole mail may stand in one line
        return False
    return not text[line_start(text, at) : at].strip(" \t\ufeff")


def ends_line(text: str, at: int) -> bool:
    """Return whether only white space stands after ``at`` in its line."""
    return not text[at : line_end(text, at)].strip(" \t")


def gap_start(text: str, at: int) -> int:
    """Return where the white space before ``at`` begins."""
    start = at
    while start and text[start - 1] in " \t\r\n":
        start -= 1
    return start


def alone(text: str, span: Span) -> bool:
    """Return whether the lines of ``span`` hold nothing else."""
    return begins_line(text, span.start) and ends_line(text, span.end)


def whole_lines(text: str, span: Span) -> Span:
    """Return ``span`` with its indentation and its line break when it has its lines to itself, else as it is."""
    if not alone(text, span):
        return span
    start, end = line_start(text, span.start), line_end(text, span.end)
    start += text.startswith("\ufeff", start)
    match = _BREAK.match(text, end)
    if match:
        return Span(start, match.end())
    before = re.search(r"(?:\r\n|\n|\r)\Z", text[max(0, start - 2) : start])
    return Span(start - len(before[0]) if before else start, end)


def blank_line_around(text: str, span: Span) -> bool:
    """Return whether an empty line sets the lines of ``span`` apart from what is above or below."""
    above = line_start(text, span.start)
    return _blank_above(text, above) or bool(_EMPTY_LINE.match(text, line_end(text, span.end)))


def _blank_above(text: str, at: int) -> bool:
    before = text[max(0, at - 200) : at]
    return len(_BREAK.findall(before[len(before.rstrip()) :])) > 1


def cut_lines(text: str, span: Span) -> Span:
    """Return what to take out with ``span``: its lines, and of the empty lines on both sides of them one."""
    found = whole_lines(text, span)
    if found == span or not _blank_above(text, found.start):
        return found
    below = _EMPTY_HERE.match(text, found.end)
    return Span(found.start, below.end()) if below else found


def indented(source: str, prefix: str, newline: str) -> str:
    """Return ``source`` with its own common indentation replaced by ``prefix``; the first line gets none.

    Lines inside are shifted as a whole, so the shape of the source stays.
    """
    lines = _BREAK.split(source.strip())
    rest = [line for line in lines[1:] if line.strip()]
    own = min((len(line) - len(line.lstrip(" \t")) for line in rest), default=0)
    shifted = [prefix + line[own:] if line.strip() else line.strip() for line in lines[1:]]
    return newline.join([lines[0], *shifted])


def unit(tree: SourceTree) -> str:
    """Return one step of indentation as the document has it; two spaces where it shows none."""
    for node in tree.walk():
        if isinstance(node, Element) and node.children:
            for child in solid(node.children):
                if not begins_line(tree.text, child.start):
                    continue
                outer, inner = indentation(tree.text, node.start), indentation(tree.text, child.start)
                if inner.startswith(outer) and inner != outer:
                    return inner[len(outer) :]
    return "  "


def solid(nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` without those that are components of a layout only: text is left out."""
    return [node for node in nodes if not isinstance(node, Text)]


def contents(tree: SourceTree, node: Element | JinjaBranch) -> list[Node]:
    """Return the children of ``node`` that are more than white space."""
    return [child for child in node.children if not isinstance(child, Text) or tree.source(child).strip()]


def whole(tree: SourceTree, node: Node) -> Node:
    """Return ``node`` with the conditions and loops around it that hold nothing else: what a person calls a section."""
    while True:
        branch = tree.parent(node)
        block = tree.parent(branch) if isinstance(branch, JinjaBranch) else None
        if not isinstance(branch, JinjaBranch) or not isinstance(block, JinjaBlock):
            return node
        if len(block.branches) > 1 or contents(tree, branch) != [node]:
            return node
        node = block
