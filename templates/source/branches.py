"""The branches of a condition (if, elif, else): added, filled, taken away, put in another order, given another test."""

from __future__ import annotations

from templates.source.layout import begins_line, contents, cut_lines, indentation, indented, line_break
from templates.source.text_edit import TextEdit, replacement
from templates.source.tree import JinjaBlock, JinjaBranch, JinjaStatement, Node, SourceTree, Span


def branch_test(tree: SourceTree, branch: JinjaBranch) -> str:
    """Return the test of a branch of a condition; "" for an else."""
    return "" if branch.statement.keyword == "else" else tree.text[slice(*tree.expression(branch.statement))]


def has_else(block: JinjaBlock) -> bool:
    """Return whether a condition ends in a branch for all other cases."""
    return block.branches[-1].statement.keyword == "else"


def add_branch(tree: SourceTree, block: JinjaBlock, source: str, test: str = "") -> list[TextEdit]:
    """Show ``source`` where no branch so far is true and ``test`` is; with "" wherever none is.

    It comes last, before an else. No edit for a loop, and for a second else.
    """
    if block.keyword != "if" or (has_else(block) and not test):
        return []
    at = block.branches[-1].start if has_else(block) else block.ending.start
    text, newline = tree.text, line_break(tree.text)
    tag = f"{{% elif {test} %}}" if test else "{% else %}"
    if not begins_line(text, at):
        return [TextEdit(at, at, f"{tag}{indented(source, indentation(text, at), newline)}")]
    outer = indentation(text, at)
    inner = _inner(tree, block)
    return [TextEdit(at, at, f"{tag}{newline}{inner}{indented(source, inner, newline)}{newline}{outer}")]


def _inner(tree: SourceTree, block: JinjaBlock) -> str:
    """How what stands in the branches is indented."""
    held = [node for branch in block.branches for node in contents(tree, branch)]
    first = next((node for node in held if begins_line(tree.text, node.start)), block)
    return indentation(tree.text, first.start)


def move_into_branch(
    tree: SourceTree, block: JinjaBlock, node: Node, test: str = "", *, source: str = ""
) -> list[TextEdit]:
    """Take ``node`` out and make it a further branch; no edit when the condition is in ``node`` or holds it.

    ``source`` takes the place of the node's own.
    """
    apart = node.end <= block.start or node.start >= block.end
    added = add_branch(tree, block, source or tree.source(node), test) if apart else []
    return [TextEdit(*cut_lines(tree.text, node.span), ""), *added] if added else []


def remove_branch(tree: SourceTree, block: JinjaBlock, number: int) -> list[TextEdit]:
    """Take a branch away with all that it holds. An else that is left alone is always shown; no edit for a loop."""
    if block.keyword != "if":
        return []
    if len(block.branches) == 1:
        return [TextEdit(*cut_lines(tree.text, block.span), "")]
    if number:
        following = [branch.start for branch in block.branches[number + 1 :]]
        return [TextEdit(block.branches[number].start, (following or [block.ending.start])[0], "")]
    second = block.branches[1]
    if second.statement.keyword == "else":
        return _only(tree, block, second)
    start, end = _keyword(tree, second.statement)
    return [TextEdit(block.start, second.start, ""), TextEdit(start, end, "if")]


def _only(tree: SourceTree, block: JinjaBlock, kept: JinjaBranch) -> list[TextEdit]:
    held = contents(tree, kept)
    if not held:
        return [TextEdit(*cut_lines(tree.text, block.span), "")]
    return [TextEdit(block.start, held[0].start, ""), TextEdit(held[-1].end, block.end, "")]


def move_branch(tree: SourceTree, block: JinjaBlock, number: int, by: int) -> list[TextEdit]:
    """Let a branch change places with another one, ``by`` further on; an else stays the last."""
    other = number + by
    pair = [block.branches[at] for at in sorted((number, other)) if 0 <= at < len(block.branches)]
    if block.keyword != "if" or len(pair) < 2 or by == 0 or pair[-1].statement.keyword == "else":
        return []
    (one, first), (two, second) = [(branch, Span(branch.statement.end, branch.end)) for branch in pair]
    return [
        *replacement(tree.text, *tree.expression(one.statement), branch_test(tree, two)),
        *replacement(tree.text, *first, tree.text[slice(*second)]),
        *replacement(tree.text, *tree.expression(two.statement), branch_test(tree, one)),
        *replacement(tree.text, *second, tree.text[slice(*first)]),
    ]


def set_test(tree: SourceTree, block: JinjaBlock, number: int, test: str) -> list[TextEdit]:
    """Give a branch another test: an else gets one and is an elif then; with "" the last one becomes an else.

    No edit where an else cannot stand: before another branch, and in the place of the if.
    """
    statement = block.branches[number].statement
    start, end = _keyword(tree, statement)
    said = tree.expression(statement)
    if not test:
        if number == 0 or number < len(block.branches) - 1 or statement.keyword == "else":
            return []
        return [TextEdit(start, said.end, "else")]
    if statement.keyword == "else":
        return [TextEdit(start, end, f"elif {test}")]
    return replacement(tree.text, *said, test)


def _keyword(tree: SourceTree, statement: JinjaStatement) -> Span:
    start = tree.text.index(statement.keyword, statement.start + 2)
    return Span(start, start + len(statement.keyword))
