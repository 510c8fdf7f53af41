"""Expressions written out again, short; and of what kind the value of a literal is."""

from __future__ import annotations

import json

from jinja2 import nodes

from templates.dynamic.shape import Kind
from templates.dynamic.usage import filters

_SIGNS = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "in": "in", "notin": "not in"}
_NUMERIC = (nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg, nodes.Pos)
_LONGEST = 120  # characters; the template itself has the rest


def source_of(node: nodes.Node) -> str:
    """Return ``node`` as a template would say it; what is long or rare is cut to ``…``."""
    text = _source(node)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _source(node: nodes.Node) -> str:
    match node:
        case nodes.Const():
            return _literal(node.value)
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_source(node.node)}.{node.attr}"
        case nodes.Getitem():
            return f"{_source(node.node)}[{_source(node.arg)}]"
        case nodes.Filter() if node.node is not None:
            return f"{_source(node.node)}|{node.name}{_arguments(node.args)}"
        case nodes.Test():
            return f"{_source(node.node)} is {node.name}{_arguments(node.args)}"
        case nodes.Call():
            return f"{_source(node.node)}({', '.join(map(_source, node.args))})"
        case _:
            return _composed(node)


def _composed(node: nodes.Node) -> str:
    match node:
        case nodes.Not():
            return f"not {_source(node.node)}"
        case nodes.And() | nodes.Or():
            return f"{_source(node.left)} {'and' if isinstance(node, nodes.And) else 'or'} {_source(node.right)}"
        case nodes.Compare():
            rest = (f" {_SIGNS.get(one.op, one.op)} {_source(one.expr)}" for one in node.ops)
            return _source(node.expr) + "".join(rest)
        case nodes.BinExpr():
            return f"{_source(node.left)} {node.operator} {_source(node.right)}"
        case nodes.Neg():
            return f"-{_source(node.node)}"
        case nodes.List() | nodes.Tuple():
            return f"[{', '.join(map(_source, node.items))}]"
        case nodes.Dict() if not node.items:
            return "{}"
        case _:
            return "…"


def _arguments(arguments: list[nodes.Expr]) -> str:
    return f"({', '.join(map(_source, arguments))})" if arguments else ""


def _literal(value: object) -> str:
    if value is None:
        return "none"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str | bool | int | float) else "…"


def kind_of(node: nodes.Node) -> Kind:
    """Return what kind of value ``node`` certainly is; unknown where the data decides."""
    match node:
        case nodes.Const(value=bool()):
            return "boolean"
        case nodes.Const(value=int() | float()):
            return "number"
        case nodes.Const(value=str()) | nodes.Concat():
            return "text"
        case nodes.List() | nodes.Tuple():
            return "list"
        case nodes.Dict():
            return "object"
        case nodes.Filter() if node.name in filters.NUMBERS | filters.TO_NUMBER | filters.COUNTS:
            return "number"
        case nodes.Call(node=nodes.Name(name="days_until")):
            return "number"
        case _:
            return "number" if isinstance(node, _NUMERIC) else "unknown"
