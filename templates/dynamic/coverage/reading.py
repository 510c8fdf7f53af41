"""Expressions of conditions read as formulas: ``segment.vip and contact.city|default("") == "Paris"``.

Names that the template has set before stand for what they were set to. Whatever is no test of one value against
constants stays one question as a whole; the mail's own language answers it (``Question.source``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from templates.dynamic.coverage.formula import ALWAYS, NEVER, Ask, Formula, both, either, opposite
from templates.dynamic.coverage.question import Comparison, Plain, Question, segment_question
from templates.dynamic.coverage.writer import COMPARE, UnwritableError, constant_text, written
from templates.dynamic.rule import path

LONGEST = 4_000  # characters of an expression that are looked into; a longer one is one question
_FLIPPED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_PURE = frozenset(["range", "dict", "days_until"])
_SCALARS = (str, int, float, bool, type(None))


@cache
def plain_environment() -> Environment:
    """The reader of expressions; nothing is ever rendered with it."""
    return Environment(autoescape=True)


@dataclass(frozen=True)
class Assigned:
    """What a name was set to: its truth, and the expression itself where it is the same for every reader."""

    truth: Formula
    expression: nodes.Expr | None = None


@dataclass
class Reader:
    """Reads expressions at one point of a template; ``prelude`` are the set tags up to there."""

    names: dict[str, Assigned] = field(default_factory=dict)
    prelude: str = ""

    def formula(self, source: str) -> Formula:
        """Return the formula of the expression ``source``, which the language can read."""
        try:
            node = self.parsed(source)
            return self._formula(node) if node is not None else self.whole(source)
        except (UnwritableError, RecursionError, TemplateSyntaxError):
            return self.whole(source)

    def parsed(self, source: str) -> nodes.Expr | None:
        """Return the tree of an expression; None for one that is too long to look into."""
        if len(source) > LONGEST:
            return None
        try:
            found = plain_environment().parse(f"{{% if {source} %}}{{% endif %}}").body[0]
        except TemplateSyntaxError:  # a filter or a test of ours that plain Jinja does not know
            return None
        return found.test if isinstance(found, nodes.If) and isinstance(found.test, nodes.Expr) else None

    def whole(self, source: str) -> Formula:
        """Return the expression as one question."""
        return self.question(" ".join(source.split()), f"{{% if {source} %}}1{{% endif %}}")

    def question(self, text: str, source: str) -> Formula:
        """Return the question whether the template ``source`` prints anything; ``text`` is what people read."""
        whole = self.prelude + source
        return Ask(Question("mail", text, whole, _paths_in(whole)))

    def roots(self, template: str) -> frozenset[str]:
        """Return the first names of what a template reads."""
        return frozenset(map(root_of, _paths_in(template)))

    # Inside

    def _formula(self, node: nodes.Node) -> Formula:
        node = self._resolved(node)
        if isinstance(node, nodes.And):
            return both(self._formula(node.left), self._formula(node.right))
        if isinstance(node, nodes.Or):
            return either(self._formula(node.left), self._formula(node.right))
        if isinstance(node, nodes.Not):
            return opposite(self._formula(node.node))
        if isinstance(node, nodes.Const):
            return ALWAYS if node.value else NEVER
        if isinstance(node, nodes.CondExpr) and node.expr2 is not None:
            test = self._formula(node.test)
            return either(both(test, self._formula(node.expr1)), both(opposite(test), self._formula(node.expr2)))
        if isinstance(node, nodes.Name) and node.name in self.names:
            return self.names[node.name].truth
        return self._leaf(node)

    def _resolved(self, node: nodes.Node) -> nodes.Node:
        """Return what a name stands for: the expression it was set to, through other names if need be."""
        for _ in range(len(self.names) + 1):
            known = self.names.get(node.name) if isinstance(node, nodes.Name) else None
            if known is None or known.expression is None:
                break
            node = known.expression
        return node

    def _leaf(self, node: nodes.Node) -> Formula:
        found = self._comparison(node) if isinstance(node, nodes.Compare) else self._truth(node)
        return self.whole(written(node)) if found is None else found

    def _comparison(self, node: nodes.Compare) -> Formula | None:
        if len(node.ops) != 1:
            return None
        sign = COMPARE[node.ops[0].op]
        left, right = self._resolved(node.expr), self._resolved(node.ops[0].expr)
        if sign in {"in", "not in"}:
            return self._membership(left, right, outside=sign == "not in")
        if isinstance(left, nodes.Const):
            left, right, sign = right, left, _FLIPPED[sign]
        value = self._value(left)
        if value is None or not isinstance(right, nodes.Const) or not isinstance(right.value, _SCALARS):
            return None
        unequal = sign == "!="
        asked = self._test(value, "==" if unequal else sign, (right.value,))
        return opposite(asked) if unequal else asked

    def _membership(self, left: nodes.Node, right: nodes.Node, *, outside: bool) -> Formula | None:
        value = self._value(left)
        if value is None or not isinstance(right, nodes.List | nodes.Tuple):
            return None
        items = [item.value for item in right.items if isinstance(item, nodes.Const)]
        if len(items) < len(right.items) or not all(isinstance(item, _SCALARS) for item in items):
            return None
        asked = self._test(value, "in", tuple(items))
        return opposite(asked) if outside else asked

    def _truth(self, node: nodes.Node) -> Formula | None:
        if isinstance(node, nodes.Test) and node.name in {"defined", "undefined"}:
            value = self._value(node.node)
            if value is None or value.instead is not None:
                return None
            asked = Ask(_question(value.path, Plain("defined")))
            return asked if node.name == "defined" else opposite(asked)
        value = self._value(node)
        return None if value is None else self._test(value, "truth", ())

    def _test(self, value: _Value, comparison: Any, constants: tuple[Any, ...]) -> Formula:
        segment = path.segment_id(value.path)
        if segment is not None and comparison == "truth":
            return Ask(segment_question(segment))
        instead = "" if value.instead is None else value.instead
        return Ask(_question(value.path, Plain(_sign(comparison), constants, instead, value.falsy_too)))

    def _value(self, node: nodes.Node | None) -> _Value | None:
        """Return the path that ``node`` is, with its default; None for any other expression."""
        node = self._resolved(node) if node is not None else None
        if isinstance(node, nodes.Filter) and node.name in {"default", "d"} and not node.kwargs:
            inner = self._value(node.node)
            arguments = [one.value for one in node.args if isinstance(one, nodes.Const)]
            plain = len(arguments) == len(node.args) <= 2 and inner is not None and inner.instead is None
            if not plain or inner is None or not all(isinstance(one, _SCALARS) for one in arguments):
                return None
            instead = arguments[0] if arguments else ""
            return _Value(inner.path, "" if instead is None else instead, falsy_too=any(arguments[1:]))
        found = path_of(node) if node is not None else ""
        return _Value(found) if found and root_of(found) not in self.names else None


@dataclass(frozen=True)
class _Value:
    path: str
    instead: Any = None  # the default; None for none
    falsy_too: bool = False


def _sign(comparison: str) -> Comparison:
    known: dict[str, Comparison] = {
        "==": "==", "<": "<", "<=": "<=", ">": ">", ">=": ">=", "in": "in", "truth": "truth",
    }  # fmt: skip
    return known[comparison]


def _question(name: str, test: Plain) -> Question:
    """Return a plain question; its text leaves out a default that changes nothing for people."""
    shown = f"{name}|default({constant_text(test.instead)}{', true' if test.falsy_too else ''})"
    told = name if test.instead in ("", 0, False) and not test.falsy_too else shown
    exact = name if test.comparison == "defined" else shown
    return Question("mail", _said(told, test), f"{{% if {_said(exact, test)} %}}1{{% endif %}}", (name,), test)


def _said(value: str, test: Plain) -> str:
    if test.comparison == "truth":
        return value
    if test.comparison == "defined":
        return f"{value} is defined"
    if test.comparison == "in":
        return f"{value} in [{', '.join(map(constant_text, test.constants))}]"
    return f"{value} {test.comparison} {constant_text(test.constants[0])}"


def path_of(node: nodes.Node | None) -> str:
    """Return a name and its members as a path, ``contact.city``; "" for another expression."""
    members: list[str] = []
    while True:
        if isinstance(node, nodes.Getattr):
            members.append(node.attr)
        elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            members.append(node.arg.value)
        else:
            break
        node = node.node
    return path.path_of(node.name, *reversed(members)) if isinstance(node, nodes.Name) else ""


def root_of(name: str) -> str:
    """Return the first name of a path."""
    return path.names_of(name)[0]


def names_in(tree: nodes.Node) -> frozenset[str]:
    """Return the names in an expression."""
    own = {tree.name} if isinstance(tree, nodes.Name) else set()
    return frozenset(own | {name.name for name in tree.find_all(nodes.Name)})


def paths_in(expression: str) -> tuple[str, ...]:
    """Return the paths that an expression reads."""
    return _paths_in(f"{{% if {expression} %}}{{% endif %}}")


def _paths_in(template: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_paths_of(plain_environment().parse(template))))


def _paths_of(node: nodes.Node) -> Iterator[str]:
    """Yield the paths that a tree reads from its context, as far as they are fixed."""
    own = {name.name for name in node.find_all(nodes.Name) if name.ctx in {"store", "param"}}
    stack: list[nodes.Node] = [node]
    while stack:
        here = stack.pop()
        found = path_of(here)
        if not found:
            stack.extend(reversed(list(here.iter_child_nodes())))
        elif found in path.FUNCTIONS:
            yield "contact.activity"
        elif root_of(found) not in own | _PURE | {"loop"}:
            yield found
