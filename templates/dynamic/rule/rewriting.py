"""Makes an expression one of rules, before Jinja compiles it.

A comparison becomes a call of ``compare``, because Jinja leaves comparing to Python: there a missing value would
compare, and numbers in texts would not. Names that rules do not have are none.
"""

from __future__ import annotations

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from templates.dynamic.rule.environment import COMPARED, MISSING, RuleEnvironment

NAMES = frozenset(["contact", "segment", "today"])


def rewritten(tree: nodes.Expr, environment: RuleEnvironment) -> nodes.Expr:
    """Return ``tree`` with the meaning of rules. Its nodes are used and changed."""
    made: nodes.Expr = _Rewriting(environment).visit(tree)
    return made


class _Rewriting(NodeTransformer):
    """Jinja calls ``visit_<Node>`` for each node of the tree."""

    def __init__(self, environment: RuleEnvironment) -> None:
        self._environment = environment

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802 - Jinja's naming
        known = node.name in NAMES or node.name in self._environment.globals
        return node if known else nodes.Const(None, lineno=node.lineno)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802 - Jinja's naming
        if asked := self._presence(node):
            return asked
        self.generic_visit(node)
        rest = [part for one in node.ops for part in (nodes.Const(one.op, lineno=node.lineno), one.expr)]
        return self._filtered(node.expr, COMPARED, rest)

    def _presence(self, node: nodes.Compare) -> nodes.Node | None:
        """``x == none``, ``x == ""`` and ``x == []`` ask whether there is a value."""
        sides = [node.expr, *(one.expr for one in node.ops)]
        values = [side for side in sides if not _is_nothing(side)]
        if len(sides) != 2 or len(values) != 1 or node.ops[0].op not in {"eq", "ne"}:
            return None
        asked = self._filtered(self.visit(values[0]), MISSING, [])
        return asked if node.ops[0].op == "eq" else nodes.Not(asked, lineno=node.lineno)

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.Node:  # noqa: N802 - Jinja's naming
        node.expr2 = node.expr2 or nodes.Const(None, lineno=node.lineno)
        self.generic_visit(node)
        return node

    def visit_And(self, node: nodes.And) -> nodes.Node:  # noqa: N802 - Jinja's naming
        return self._balanced(node)

    def visit_Or(self, node: nodes.Or) -> nodes.Node:  # noqa: N802 - Jinja's naming
        return self._balanced(node)

    def _balanced(self, node: nodes.And | nodes.Or) -> nodes.Node:
        """A chain of hundreds, which Jinja nests hundreds deep, as a tree that Python can compile."""
        kind = type(node)
        parts: list[nodes.Expr] = []
        left: nodes.Expr = node
        while isinstance(left, kind):
            parts.append(self.visit(left.right))
            left = left.left
        parts.append(self.visit(left))
        parts.reverse()
        while len(parts) > 1:
            pairs = [parts[at : at + 2] for at in range(0, len(parts), 2)]
            parts = [kind(*pair, lineno=node.lineno) if len(pair) == 2 else pair[0] for pair in pairs]
        return parts[0]

    def _filtered(self, node: nodes.Expr, name: str, arguments: list[nodes.Expr]) -> nodes.Filter:
        made = nodes.Filter(node, name, arguments, [], None, None, lineno=node.lineno)
        made.set_environment(self._environment)
        return made


def _is_nothing(tree: nodes.Expr) -> bool:
    if isinstance(tree, nodes.List):
        return not tree.items
    return isinstance(tree, nodes.Const) and (tree.value is None or tree.value == "")
