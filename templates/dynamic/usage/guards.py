"""Which values are certainly there where a condition holds, or where it does not.

A condition that can be evaluated although a value is missing has a default for it. With that default in the value's
place the condition is a constant: if that is false, the value is there wherever the condition is true.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence

from jinja2 import nodes
from jinja2.nodes import EvalContext, Impossible
from jinja2.visitor import NodeTransformer

from templates.compile.personalise import environment
from templates.dynamic.usage.filters import DEFAULT
from templates.dynamic.usage.use import Path, Ref

Refs = Callable[[nodes.Node], Sequence[Ref]]
_NONE: frozenset[Path] = frozenset()


def known_where(test: nodes.Node, wanted: bool, refs: Refs) -> frozenset[Path]:
    """Return the paths that are there where ``test`` is true (``wanted``), or false."""
    match test:
        case nodes.Not():
            return known_where(test.node, not wanted, refs)
        case nodes.And() | nodes.Or():
            left, right = (known_where(side, wanted, refs) for side in (test.left, test.right))
            return left | right if wanted is isinstance(test, nodes.And) else left & right
        case nodes.Test(name="defined" | "undefined"):
            return _paths(refs(test.node)) if wanted is (test.name == "defined") else _NONE
        case nodes.Test(name="none"):
            return _paths(refs(test.node)) if wanted else _NONE
        case _:
            return _by_default(test, wanted, refs)


def _by_default(test: nodes.Node, wanted: bool, refs: Refs) -> frozenset[Path]:
    plain = frozenset(ref.path for node in _values(test) for ref in refs(node) if not ref.safe)
    replaced = {ref.path for node in _defaulted(test, refs) for ref in refs(node) if ref.safe}
    if len(replaced) != 1:
        return plain
    constant = _truth(test, refs)
    return plain | replaced if constant is not None and constant is not wanted else plain


def _values(test: nodes.Node) -> Iterator[nodes.Node]:
    """The values that ``test`` certainly looks at: without them it would have failed."""
    if isinstance(test, nodes.Name | nodes.Getattr | nodes.Getitem):
        yield test
    elif isinstance(test, nodes.Compare):
        yield from _values(test.expr)
        for operand in test.ops:
            yield from _values(operand.expr)
    elif isinstance(test, nodes.Filter) and test.node is not None and test.name not in DEFAULT:
        yield from _values(test.node)


def _defaulted(test: nodes.Node, refs: Refs) -> Iterator[nodes.Node]:
    """Every name and filter in ``test`` in whose place something stands when the value is missing."""
    if isinstance(test, nodes.Name) or (isinstance(test, nodes.Filter) and test.name in DEFAULT):
        if any(ref.safe for ref in refs(test)):
            yield test
        return
    for child in test.iter_child_nodes():
        yield from _defaulted(child, refs)


def _truth(test: nodes.Node, refs: Refs) -> bool | None:
    """What ``test`` is with every default in its place; None where that is not known beforehand."""
    try:
        constant = _Defaults(refs).visit(copy.deepcopy(test))
        return bool(constant.as_const(EvalContext(environment())))
    except Exception:  # noqa: BLE001 - hostile constants may raise anything; then nothing is known
        return None


class _Defaults(NodeTransformer):
    """Puts defaults in the place of what has one. Jinja calls ``visit_<Node>``."""

    def __init__(self, refs: Refs) -> None:
        self._refs = refs

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802 - Jinja's naming
        if node.name in DEFAULT:
            return node.args[0] if node.args else nodes.Const("")
        self.generic_visit(node)
        return node

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802 - Jinja's naming
        ref = next((ref for ref in self._refs(node) if ref.safe), None)
        if ref is None or ref.default not in _CONSTANTS:
            raise Impossible
        return nodes.Const(_CONSTANTS[ref.default])


_CONSTANTS: dict[str, object] = {'""': "", "[]": (), "{}": (), "false": False, "none": None, "0": 0}


def _paths(refs: Sequence[Ref]) -> frozenset[Path]:
    return frozenset(ref.path for ref in refs)
