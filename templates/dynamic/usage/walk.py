"""Walks a template's statements and finds every use of a value that a recipient's mail can come to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jinja2 import nodes

from templates.compile.limits import metered
from templates.compile.personalise import environment
from templates.compile.positions import PlacedParser
from templates.dynamic.usage.expressions import Expressions
from templates.dynamic.usage.scope import Scope
from templates.dynamic.usage.source import source_of
from templates.dynamic.usage.use import NOTHING, Condition, Use, Value

_KEYWORD = re.compile(r"\s*(?:el)?if\b")
_MOST_MACROS = 10  # in each other


def uses_in(text: str) -> list[Use]:
    """Return every use in ``text``, a template with its includes in place and plain line feeds, by place.

    Raises whatever Jinja's parser raises for a broken text, RecursionError for one nested out of measure, LimitError
    after two seconds.
    """
    with metered():
        template = PlacedParser(environment(), text, None, None).parse()
        walk = _Walk(text)
        walk.statements(template.body, Scope())
    return sorted(walk.expressions.uses, key=lambda use: use.offset)


class _Walk:
    def __init__(self, text: str) -> None:
        self._text = text
        self.expressions = Expressions(self._macro_called)
        self._open: list[nodes.Macro] = []
        self._called: set[object] = set()

    def statements(self, body: Sequence[nodes.Node], scope: Scope) -> None:
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.Output():
                self._output(node, scope)
            case nodes.If():
                self._if(node, scope)
            case nodes.For():
                self._for(node, scope)
            case nodes.Assign():
                self._assign(node, scope)
            case nodes.Macro():
                scope.names[node.name] = node
            case _:
                self._block(node, scope)

    def _block(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.AssignBlock():
                self.statements(node.body, scope.inner())
                self._bind(node.target, NOTHING, scope)
            case nodes.With():
                inner = scope.inner()
                for target, value in zip(node.targets, node.values, strict=True):
                    self._bind(target, self.expressions.value(value, scope), inner)
                self.statements(node.body, inner)
            case nodes.CallBlock():
                self.expressions.use(node.call, scope, "value")
                given = {one.name: NOTHING for one in node.args}
                self.statements(node.body, scope.inner(given))
            case nodes.ExprStmt():
                self.expressions.use(node.node, scope, "value")
            case _:
                self.statements(getattr(node, "body", ()), scope.inner())

    def _output(self, node: nodes.Output, scope: Scope) -> None:
        for part in node.nodes:
            if not isinstance(part, nodes.TemplateData):
                self.expressions.use(part, scope, "print")

    def _if(self, node: nodes.If, scope: Scope) -> None:
        branches, rest = [], scope
        for each in (node, *node.elif_):
            self.expressions.use(each.test, rest, "test")
            source = self._condition(each)
            inside = self.expressions.branch(each.test, rest, wanted=True, source=source)
            self.statements(each.body, inside)
            branches.append(inside)
            rest = self.expressions.branch(each.test, rest, wanted=False, source=source)
        self.statements(node.else_, rest)
        scope.join([*branches, rest])

    def _condition(self, node: nodes.If) -> str:
        start = node.lineno - 1
        end = self._text.find("%}", start)
        return " ".join(_KEYWORD.sub("", self._text[start : max(start, end)], count=1).rstrip("-+").split())

    def _for(self, node: nodes.For, scope: Scope) -> None:
        value = self.expressions.use(node.iter, scope, "loop", "list", strict=True)
        paths = frozenset(ref.path for ref in value.refs)
        source = source_of(node.iter)
        inside = scope.where(paths, Condition(source, paths)).inner({"loop": NOTHING})
        self._bind(node.target, value.item(), inside)
        if node.test is not None:
            self.expressions.use(node.test, inside, "test")
            inside = self.expressions.branch(node.test, inside, wanted=True)
        self.statements(node.body, inside)
        if node.else_:
            self.statements(node.else_, scope.where((), Condition(f"not ({source})", paths)).inner())

    def _assign(self, node: nodes.Assign, scope: Scope) -> None:
        self._bind(node.target, self.expressions.value(node.node, scope), scope)

    def _bind(self, target: nodes.Node, value: Value, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope.names[target.name] = value
        elif isinstance(target, nodes.Tuple):
            for each in target.items:
                self._bind(each, NOTHING, scope)

    def _macro_called(self, macro: nodes.Macro, call: nodes.Call, scope: Scope) -> None:
        """Walk the body of a macro with what this call gives it; what calls itself is walked once."""
        given = self._arguments(macro, call, scope)
        arguments = tuple((name, tuple((ref.path, ref.safe) for ref in value.refs)) for name, value in given.items())
        key = (id(macro), arguments, scope.facts, scope.conditions)
        if macro in self._open or len(self._open) >= _MOST_MACROS or key in self._called:
            return
        self._called.add(key)
        self._open.append(macro)
        self.statements(macro.body, scope.inner({**given, "caller": NOTHING}))
        self._open.pop()

    def _arguments(self, macro: nodes.Macro, call: nodes.Call, scope: Scope) -> dict[str, Value]:
        values = [self.expressions.value(one, scope) for one in call.args]
        named = {pair.key: self.expressions.value(pair.value, scope) for pair in call.kwargs}
        for value in (*values, *named.values()):
            self.expressions.note_optional(value, scope, "value")
        names = [one.name for one in macro.args]
        defaults = dict(zip(names[len(names) - len(macro.defaults) :], macro.defaults, strict=True))
        given = {name: self.expressions.value(default, scope) for name, default in defaults.items()}
        return {**given, **dict(zip(names, values, strict=False)), **named}
