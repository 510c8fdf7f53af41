"""Rewrites a template's syntax tree so that its loops are counted, its values weighed and its text marked.

The marks are how a line of the personalised mail finds its way back to the source: each piece of output is preceded
by its offset, in characters that no mail contains, and ``personalise`` takes them out again.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from typing import Any, TypeVar

from jinja2 import nodes, pass_eval_context
from jinja2.visitor import NodeTransformer

from templates.compile.limits import meter, weigh
from templates.compile.operators import concatenate
from templates.compile.positions import At
from templates.errors import TemplateError

# A user's own |_counted would do no harm, but no name can start so by accident.
COUNTED, WEIGHED, JOINED = "_counted", "_weighed", "_joined"

# Drawn per process, so that no data can contain a mark.
_NONCE = secrets.token_hex(4)
MARK_START = "\x02"
MARK = re.compile(f"{MARK_START}{_NONCE}([te])([0-9]+)\x03")
MARK_CHARACTERS = 12  # at least

NodeT = TypeVar("NodeT", bound=nodes.Node)


def mark(kind: str, offset: int) -> str:
    """Return the mark before a piece of output: kind "t" for the template's text, "e" for an expression's value."""
    return f"{MARK_START}{_NONCE}{kind}{offset}\x03"


def last_mark(chunks: list[str]) -> int:
    """Return the offset in the last mark of ``chunks``; 0 without one."""
    for chunk in reversed(chunks):
        if marks := MARK.findall(chunk):
            return int(marks[-1][1])
    return 0


def fence(name: str) -> str:
    """Return the sign before and behind a hidden copy of an element's text."""
    return f"{MARK_START}{_NONCE}{name}\x03"


def counted(iterable: Any) -> Iterator[Any]:
    """Yield from what a ``for`` loops over, counting each round. Raises TemplateError for what is not a list."""
    try:
        items = iter(iterable)
    except TypeError as error:
        raise TemplateError(
            "A loop needs a list, but this is {value}.", advice="Look at the data.", value=repr(iterable)[:40]
        ) from error
    count = meter()
    for item in items:
        count.round()
        yield item


def weighed(value: Any) -> Any:
    """Return ``value``. Raises LimitError when it prints to more than the limit."""
    weigh(value)
    return value


@pass_eval_context
def joined(context: nodes.EvalContext, *parts: Any) -> str:
    """Return what ``a ~ b ~ c`` makes."""
    return concatenate(list(parts), markup=context.autoescape)


def with_bounds(template: nodes.Template) -> nodes.Template:
    """Return ``template`` with its loops counted, its literals weighed, its ``~`` bounded and its output marked."""
    bounded: nodes.Template = _Bounds().visit(template)
    return bounded


def _filtered(node: nodes.Node, name: str, arguments: list[nodes.Expr] | None = None) -> nodes.Filter:
    made = nodes.Filter(node, name, arguments or [], [], None, None, lineno=node.lineno)
    if node.environment is not None:
        made.set_environment(node.environment)
    return made


class _Bounds(NodeTransformer):
    """Jinja calls ``visit_<Node>`` for each node of the tree."""

    def __init__(self) -> None:
        self._captured = False  # inside a macro or a block that becomes a value: a mark would become part of it

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja's naming
        self.generic_visit(node)
        node.iter = _filtered(node.iter, COUNTED)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - Jinja's naming
        self.generic_visit(node)
        return _filtered(node.nodes[0], JOINED, node.nodes[1:])

    def _weigh(self, node: nodes.Expr) -> nodes.Node:
        self.generic_visit(node)
        return _filtered(node, WEIGHED)

    visit_List = visit_Dict = _weigh  # noqa: N815 - Jinja's naming

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802 - Jinja's naming
        return self._weigh(node) if node.ctx == "load" else node

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802 - Jinja's naming
        # A macro's own list of its extra arguments is a list too.
        return _filtered(node, WEIGHED) if node.ctx == "load" and node.name in {"varargs", "kwargs"} else node

    def visit_Assign(self, node: nodes.Assign) -> nodes.Node:  # noqa: N802 - Jinja's naming
        self.generic_visit(node)
        if isinstance(node.target, nodes.NSRef):
            node.node = _filtered(node.node, WEIGHED)
        return node

    def _refuse(self, node: nodes.Stmt) -> nodes.Node:
        raise At(
            node.lineno - 1,
            TemplateError(
                "A template cannot load another one with Jinja.", advice='Use <mj-include path="…" /> instead.'
            ),
        )

    visit_Include = visit_Extends = visit_Import = visit_FromImport = _refuse  # noqa: N815 - Jinja's naming

    def _capture(self, node: NodeT) -> NodeT:
        outer, self._captured = self._captured, True
        self.generic_visit(node)
        self._captured = outer
        return node

    visit_Macro = visit_CallBlock = visit_AssignBlock = visit_FilterBlock = _capture  # noqa: N815 - Jinja's naming

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802 - Jinja's naming
        self.generic_visit(node)
        if not self._captured:
            node.nodes = [part for child in node.nodes for part in (_mark_of(child), child)]
        return node


def _mark_of(child: nodes.Expr) -> nodes.Expr:
    kind = "t" if isinstance(child, nodes.TemplateData) else "e"
    return nodes.TemplateData(mark(kind, child.lineno - 1), lineno=child.lineno)
