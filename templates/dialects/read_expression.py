"""Jinja's expressions to neutral ones: what a name means depends on where it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from jinja2 import nodes as jinja

from templates.dialects.neutral import (
    Arithmetic,
    Choice,
    Comparison,
    Contact,
    Default,
    Expression,
    Function,
    Link,
    Literal,
    Local,
    Logic,
    LoopState,
    Member,
    Other,
    Segment,
    Sender,
    Variable,
)

Scope: TypeAlias = Mapping[str, str]  # the names that the template has made, each with its origin

COMPARED = {"eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">="}
COMPUTED: Mapping[type[jinja.Node], str] = {
    jinja.Add: "+",
    jinja.Sub: "-",
    jinja.Mul: "*",
    jinja.Div: "/",
    jinja.FloorDiv: "//",
    jinja.Mod: "%",
}
WORDS = 60  # characters of the author's that a message shows
LINKS = frozenset(["unsubscribe", "preferences", "view_online"])
ASKED = frozenset(["opened_since", "clicked_since"])
SAME = {"d": "default", "e": "escape", "forceescape": "escape", "count": "length"}
ALONE = frozenset(["contact", "segment", "links", "sender", "vars", "brand", "today"])  # objects, or not of the mail
UNSHARED: Mapping[type[jinja.Node], str] = {
    jinja.Concat: "operator-concat",
    jinja.Test: "test",
    jinja.List: "literal",
    jinja.Tuple: "literal",
    jinja.Dict: "literal",
    jinja.Pow: "operator",
    jinja.Slice: "slice",
}


def start_of(node: jinja.Node) -> int:
    """Return the offset at which ``node`` begins: Jinja places some by their operator."""
    places = (part.lineno for part in (node, *node.find_all(jinja.Expr)))
    return min(place for place in places if place is not None) - 1


class ExpressionReader:
    """Reads the expressions of one text. ``macros`` are the names that its macros have."""

    def __init__(self, text: str, macros: set[str]) -> None:
        self._text = text
        self._macros = macros
        self._forms: Mapping[type[jinja.Node], Callable[..., Expression]] = {
            jinja.Const: self._literal,
            jinja.Filter: self._filter,
            jinja.Call: self._call,
            jinja.Compare: self._compare,
            jinja.CondExpr: self._choice,
            jinja.Not: self._not,
            jinja.Neg: self._negative,
            jinja.Pos: self._positive,
            jinja.And: self._and,
            jinja.Or: self._or,
            jinja.TemplateData: self._literal_data,
        }

    def read(self, node: jinja.Node, scope: Scope) -> Expression:
        """Return ``node`` as it is meant where ``scope`` holds."""
        if isinstance(node, jinja.Name | jinja.Getattr | jinja.Getitem):
            return self._path(node, scope)
        if isinstance(node, jinja.BinExpr) and type(node) in COMPUTED:
            operands = self.read(node.left, scope), self.read(node.right, scope)
            return Arithmetic(COMPUTED[type(node)], *operands, start_of(node))
        form = self._forms.get(type(node))
        return form(node, scope) if form else self._other(UNSHARED.get(type(node), "operator"), node)

    def _other(self, kind: str, node: jinja.Node) -> Other:
        """Return what cannot be said, in the author's words up to the end of the tag."""
        at = start_of(node)
        written = re.split(r"[}%]\}", self._text[at : at + WORDS], maxsplit=1)[0]
        words = node.name if isinstance(node, jinja.Test | jinja.Filter) else written
        return Other(kind, words.rstrip("- "), at)

    # Names

    def _path(self, node: jinja.Node, scope: Scope) -> Expression:
        members: list[Member] = []
        inner: jinja.Node = node
        while isinstance(inner, jinja.Getattr | jinja.Getitem):
            member = inner.attr if isinstance(inner, jinja.Getattr) else _key(inner.arg)
            if member is None:
                sliced = isinstance(inner, jinja.Getitem) and isinstance(inner.arg, jinja.Slice)
                return self._other("slice" if sliced else "lookup", node)
            members.insert(0, member)
            inner = inner.node
        if not isinstance(inner, jinja.Name):
            return self._other("lookup", node)
        return self._named(inner.name, tuple(members), node, scope)

    def _named(self, root: str, members: tuple[Member, ...], node: jinja.Node, scope: Scope) -> Expression:
        at = start_of(node)
        if root == "loop" and "loop" in scope and members:
            return LoopState(".".join(map(str, members)), at)
        if root in scope:
            return Local((root, *members), scope[root], at)
        if root not in ALONE:
            return self._other("macro", node) if root in self._macros else Variable((root, *members), at)
        return self._predefined(root, members, at) or self._other("name", node)

    @staticmethod
    def _predefined(root: str, members: tuple[Member, ...], at: int) -> Expression | None:
        if root == "vars" and members:
            return Variable(members, at)
        if root in {"contact", "sender"} and members:
            return Contact(members, at) if root == "contact" else Sender(members, at)
        if root == "segment" and len(members) == 1:
            return Segment(str(members[0]), at)
        if root == "links" and len(members) == 1 and members[0] in LINKS:
            return Link(str(members[0]), at)
        return None

    # Values, filters and functions

    def _literal(self, node: jinja.Const, scope: Scope) -> Expression:
        return Literal(node.value, start_of(node))

    def _literal_data(self, node: jinja.TemplateData, scope: Scope) -> Expression:
        return Literal(node.data, start_of(node))

    def _filter(self, node: jinja.Filter, scope: Scope) -> Expression:
        name = SAME.get(node.name, node.name)
        named = {str(pair.key): pair.value for pair in node.kwargs}
        if node.node is None or node.dyn_args or node.dyn_kwargs:
            return self._other("filter", node)
        if name == "default":
            return self._default(node, named, scope)
        if named:
            return self._other("filter", node)
        arguments = [self.read(one, scope) for one in (node.node, *node.args)]
        return Function(name, tuple(arguments), start_of(node))

    def _default(self, node: jinja.Filter, named: Mapping[str, jinja.Expr], scope: Scope) -> Expression:
        given = [*node.args, *(named[key] for key in ("default_value", "boolean") if key in named)]
        at = start_of(node)
        value = self.read(node.node, scope) if node.node else Literal(None, at)
        otherwise = self.read(given[0], scope) if given else Literal("", at)
        flag = given[1] if len(given) > 1 else None
        return Default(value, otherwise, isinstance(flag, jinja.Const) and bool(flag.value), at)

    def _call(self, node: jinja.Call, scope: Scope) -> Expression:
        callee = node.node
        if isinstance(callee, jinja.Name):
            if callee.name in ASKED and not node.kwargs:
                return Function(callee.name, tuple(self.read(one, scope) for one in node.args), start_of(node))
            return self._other("macro" if callee.name in self._macros else "call", node)
        read = self.read(callee, scope)
        return read if isinstance(read, LoopState) else self._other("call", node)

    # Logic and arithmetic

    def _compare(self, node: jinja.Compare, scope: Scope) -> Expression:
        """Return a comparison; a chain becomes several, joined by ``and``."""
        left, at = node.expr, start_of(node)
        found: Expression | None = None
        for operand in node.ops:
            if operand.op not in COMPARED:
                return self._other("operator-in", node)
            one = self._xor(operand, left, scope, at) or Comparison(
                COMPARED[operand.op], self.read(left, scope), self.read(operand.expr, scope), at
            )
            found = one if found is None else Logic("and", (found, one), at)
            left = operand.expr
        return found or self._other("operator", node)

    def _xor(self, operand: jinja.Operand, left: jinja.Expr, scope: Scope, at: int) -> Expression | None:
        """``(not a) != (not b)`` is how an exclusive or is written here."""
        right = operand.expr
        if operand.op == "ne" and isinstance(left, jinja.Not) and isinstance(right, jinja.Not):
            return Logic("xor", (self.read(left.node, scope), self.read(right.node, scope)), at)
        return None

    def _choice(self, node: jinja.CondExpr, scope: Scope) -> Expression:
        otherwise = self.read(node.expr2, scope) if node.expr2 else None
        return Choice(self.read(node.test, scope), self.read(node.expr1, scope), otherwise, start_of(node))

    def _not(self, node: jinja.Not, scope: Scope) -> Expression:
        return Logic("not", (self.read(node.node, scope),), start_of(node))

    def _and(self, node: jinja.And, scope: Scope) -> Expression:
        return Logic("and", (self.read(node.left, scope), self.read(node.right, scope)), start_of(node))

    def _or(self, node: jinja.Or, scope: Scope) -> Expression:
        return Logic("or", (self.read(node.left, scope), self.read(node.right, scope)), start_of(node))

    def _negative(self, node: jinja.Neg, scope: Scope) -> Expression:
        inner, at = self.read(node.node, scope), start_of(node)
        if isinstance(inner, Literal) and isinstance(inner.value, int | float):
            return Literal(-inner.value, at)
        return Arithmetic("-", Literal(0, at), inner, at)

    def _positive(self, node: jinja.Pos, scope: Scope) -> Expression:
        return self.read(node.node, scope)


def _key(node: jinja.Node) -> Member | None:
    """The member that ``[…]`` names; None where it is computed."""
    value = node.value if isinstance(node, jinja.Const) else None
    return value if isinstance(value, str) or (type(value) is int and value >= 0) else None
