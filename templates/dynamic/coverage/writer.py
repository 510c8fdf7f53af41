"""Expressions written back from Jinja's tree, so that one test has one text however it was typed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from jinja2 import nodes

COMPARE = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "in": "in", "notin": "not in"}
_BINARY: Mapping[type[nodes.Node], str] = {
    nodes.Add: "+",
    nodes.Sub: "-",
    nodes.Mul: "*",
    nodes.Div: "/",
    nodes.FloorDiv: "//",
    nodes.Mod: "%",
    nodes.Pow: "**",
    nodes.And: "and",
    nodes.Or: "or",
}
_UNARY: Mapping[type[nodes.Node], str] = {nodes.Not: "not ", nodes.Neg: "-", nodes.Pos: "+"}


class UnwritableError(Exception):
    """The tree holds something that has no text here."""


def written(node: nodes.Node) -> str:
    """Return the expression ``node`` as text. Raises UnwritableError."""
    simple = _simple(node)
    if simple is not None:
        return simple
    if type(node) in _BINARY and isinstance(node, nodes.BinExpr):
        return f"{_inner(node.left)} {_BINARY[type(node)]} {_inner(node.right)}"
    if type(node) in _UNARY and isinstance(node, nodes.UnaryExpr):
        return f"{_UNARY[type(node)]}{_base(node.node)}"
    if isinstance(node, nodes.Compare):
        rest = " ".join(f"{COMPARE[one.op]} {_inner(one.expr)}" for one in node.ops)
        return f"{_inner(node.expr)} {rest}"
    if isinstance(node, nodes.Concat):
        return " ~ ".join(map(_inner, node.nodes))
    if isinstance(node, nodes.Filter | nodes.Test | nodes.Call):
        return _called(node)
    raise UnwritableError


def _simple(node: nodes.Node) -> str | None:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Const):
        return constant_text(node.value)
    if isinstance(node, nodes.Getattr):
        return f"{_base(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Slice):
        return f"{_base(node.node)}[{written(node.arg)}]"
    if isinstance(node, nodes.List):
        return f"[{', '.join(map(written, node.items))}]"
    if isinstance(node, nodes.Tuple):
        return f"({''.join(f'{written(item)},' for item in node.items)})"
    return None


def constant_text(value: Any) -> str:
    """Return a constant of the language as it is written."""
    if isinstance(value, bool) or value is None:
        return str(value).lower()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def _called(node: nodes.Filter | nodes.Test | nodes.Call) -> str:
    if node.dyn_args or node.dyn_kwargs or node.node is None:
        raise UnwritableError
    named = [f"{pair.key}={written(pair.value)}" for pair in node.kwargs if isinstance(pair, nodes.Keyword)]
    inside = ", ".join([*map(written, node.args), *named])
    if isinstance(node, nodes.Call):
        return f"{_base(node.node)}({inside})"
    mark = "|" if isinstance(node, nodes.Filter) else " is "
    return f"{_inner(node.node)}{mark}{node.name}{f'({inside})' if inside else ''}"


def _inner(node: nodes.Node) -> str:
    text = written(node)
    loose = isinstance(node, nodes.BinExpr | nodes.UnaryExpr | nodes.Compare | nodes.Concat | nodes.Test)
    return f"({text})" if loose else text


def _base(node: nodes.Node) -> str:
    """What binds closer than a filter stands behind it, or before it."""
    text = _inner(node)
    return f"({text})" if isinstance(node, nodes.Filter) else text
