"""Conditions and loops around nodes: put there, changed, taken away. What they hold is not touched, not even moved."""

from __future__ import annotations

from templates.source.layout import alone, indentation, line_break, whole_lines
from templates.source.text_edit import TextEdit, replacement
from templates.source.tree import JinjaBlock, JinjaOutput, JinjaStatement, Node, SourceTree, Span


def wrap_condition(tree: SourceTree, node: Node, test: str, *, last: Node | None = None) -> list[TextEdit]:
    """Show ``node`` (up to its sibling ``last``) only where the Jinja expression ``test`` is true."""
    return _wrap(tree, Span(node.start, (last or node).end), f"{{% if {test} %}}", "{% endif %}")


def wrap_loop(tree: SourceTree, node: Node, name: str, items: str, *, last: Node | None = None) -> list[TextEdit]:
    """Repeat ``node`` (up to its sibling ``last``) for each ``name`` in the Jinja expression ``items``."""
    return _wrap(tree, Span(node.start, (last or node).end), f"{{% for {name} in {items} %}}", "{% endfor %}")


def _wrap(tree: SourceTree, span: Span, before: str, after: str) -> list[TextEdit]:
    text, gap = tree.text, ""
    if alone(text, span):
        gap = f"{line_break(text)}{indentation(text, span.start)}"
    return [TextEdit(span.start, span.start, before + gap), TextEdit(span.end, span.end, gap + after)]


def unwrap_condition(tree: SourceTree, block: JinjaBlock, *, branch: int = 0) -> list[TextEdit]:
    """Take a condition away and keep what its branch of that number holds."""
    text = tree.text
    first, kept = block.branches[0].statement, block.branches[branch].statement
    following = [one.statement for one in block.branches[branch + 1 :]]
    before = Span(whole_lines(text, first.span).start, whole_lines(text, kept.span).end)
    rest = (following or [block.ending])[0]
    after = Span(whole_lines(text, rest.span).start, whole_lines(text, block.ending.span).end)
    return [TextEdit(*before, ""), TextEdit(max(before.end, after.start), after.end, "")]


def unwrap_loop(tree: SourceTree, block: JinjaBlock) -> list[TextEdit]:
    """Take a loop away and keep what it repeats, once."""
    return unwrap_condition(tree, block)


def set_expression(tree: SourceTree, tag: JinjaOutput | JinjaStatement, expression: str) -> list[TextEdit]:
    """Change what a tag says: the test of an if, the ``x in y`` of a for, what an output prints."""
    start, end = tree.expression(tag)
    if start < end:
        return replacement(tree.text, start, end, expression)
    before = "" if tree.text[start - 1].isspace() else " "
    after = "" if tree.text[end].isspace() else " "
    return [TextEdit(start, end, f"{before}{expression}{after}")]
