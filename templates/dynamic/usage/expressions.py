"""What an expression refers to, and what it asks of that: each name in it becomes a use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from jinja2 import nodes

from templates.compile.limits import meter
from templates.dynamic.shape import Kind
from templates.dynamic.usage import filters
from templates.dynamic.usage.guards import known_where
from templates.dynamic.usage.scope import Scope
from templates.dynamic.usage.source import kind_of, source_of
from templates.dynamic.usage.use import NOTHING, ROWS, Condition, Ref, Role, Use, Value, either

_ORDERS = frozenset(["lt", "lteq", "gt", "gteq"])
_ARITHMETIC = (nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)


class Expressions:
    """Walks expressions and collects ``uses``. ``call_macro`` walks the macro that a call names."""

    def __init__(self, call_macro: Callable[[nodes.Macro, nodes.Call, Scope], None]) -> None:
        self.uses: list[Use] = []
        self._call_macro = call_macro

    def use(self, node: nodes.Node, scope: Scope, role: Role, kind: Kind = "unknown", *, strict: bool = False) -> Value:
        """Walk ``node`` and note that its value is used so; return the value."""
        value = self.value(node, scope)
        self.note(value, scope, role, kind, strict=strict)
        return value

    def note(self, value: Value, scope: Scope, role: Role, kind: Kind = "unknown", *, strict: bool = False) -> None:
        """Note a use of whatever ``value`` refers to."""
        self.uses += [_use(ref, scope, role, kind, strict=strict) for ref in value.refs if ref.path[-1] != ROWS]

    def note_optional(self, value: Value, scope: Scope, role: Role, kind: Kind = "unknown") -> None:
        """Note a use that does not mind when there is no value."""
        self.note(Value(tuple(replace(ref, safe=True) for ref in value.refs)), scope, role, kind)

    def value(self, node: nodes.Node, scope: Scope) -> Value:
        """Walk ``node``; return what it refers to, whose own use is for the caller to note."""
        meter().tick()
        match node:
            case nodes.Name():
                return scope.value(node.name, node.lineno - 1)
            case nodes.Getattr():
                return self._part(node.node, scope).member(node.attr)
            case nodes.Getitem():
                return self._item(node, scope)
            case nodes.Filter():
                return self._filter(node, scope)
            case nodes.Test():
                return self._test(node, scope)
            case nodes.Call():
                return self._call(node, scope)
            case nodes.Dict():
                return Value((), {_text(pair.key): self.value(pair.value, scope) for pair in node.items})
            case _:
                return self._operator(node, scope)

    def _operator(self, node: nodes.Node, scope: Scope) -> Value:
        match node:
            case nodes.CondExpr():
                return self._choice(node, scope)
            case nodes.And() | nodes.Or():
                return self._logic(node, scope)
            case nodes.Compare():
                return self._compare(node, scope)
            case _:
                return self._others(node, scope)

    def _others(self, node: nodes.Node, scope: Scope) -> Value:
        arithmetic = isinstance(node, (*_ARITHMETIC, nodes.Neg, nodes.Pos))
        role: Role = "test" if isinstance(node, nodes.Not) else "value"
        for child in node.iter_child_nodes():
            self.use(child, scope, role, "number" if arithmetic else "unknown", strict=arithmetic)
        return NOTHING

    def _part(self, node: nodes.Node, scope: Scope) -> Value:
        """The value of which a part is taken: asking for the part of what is missing is no error yet."""
        value = self.value(node, scope)
        self.note(Value(tuple(ref for ref in value.refs if ref.safe)), scope, "value", "object")
        return value

    def _item(self, node: nodes.Getitem, scope: Scope) -> Value:
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._part(node.node, scope).member(node.arg.value)
        value = self._part(node.node, scope)
        if isinstance(node.arg, nodes.Slice):
            return value
        self.use(node.arg, scope, "value")
        return value.item()

    # Filters, tests, calls

    def _filter(self, node: nodes.Filter, scope: Scope) -> Value:
        if node.node is None:  # of a block
            return NOTHING
        if node.name in filters.DEFAULT:
            return self._default(node, scope)
        arguments = [*node.args, *(pair.value for pair in node.kwargs)]
        for argument in arguments:
            self.use(argument, scope, "value")
        value = self.value(node.node, scope)
        if node.name in filters.LISTS | filters.ONE_OF | filters.WHOLE_LIST:
            return self._of_list(node, value, scope)
        if node.name in filters.OBJECTS:
            self.note(value, scope, "value", "object", strict=True)
            return NOTHING
        if node.name in filters.NUMBERS | filters.TO_NUMBER:
            self.note(value, scope, "value", "number", strict=node.name in filters.NUMBERS)
            return NOTHING
        self.note(value, scope, "value")
        return NOTHING if node.name in filters.COUNTS else value

    def _default(self, node: nodes.Filter, scope: Scope) -> Value:
        assert node.node is not None  # noqa: S101 - the caller looked; for the type checker
        default = node.args[0] if node.args else next((pair.value for pair in node.kwargs), nodes.Const(""))
        first = self.value(node.node, scope).or_default(source_of(default))
        self.note(first, scope, "value", kind_of(default) if source_of(default) != '""' else "unknown")
        paths = frozenset(ref.path for ref in first.refs)
        missing = Condition(f"{source_of(node.node)} is undefined", paths)
        return either([first, _noted(self.use(default, scope.where((), missing), "value"))])

    def _of_list(self, node: nodes.Filter, value: Value, scope: Scope) -> Value:
        self.note(value, scope, "loop", "list")
        item = value.item()
        field = _attribute(node)
        part = item
        for name in field.split(".") if field else ():
            part = part.member(name)
        if field:
            self.note(part, scope, "value")
        if node.name in filters.ONE_OF:
            return item
        if node.name == "map":
            return Value(tuple(Ref((*ref.path, ROWS), ref.offset) for ref in part.refs)) if field else NOTHING
        if node.name in filters.WHOLE_LIST:
            self.note(part, scope, "value", "number" if node.name == "sum" else "unknown")
            return NOTHING
        return value.rows() if node.name in filters.ROWS_OF else value

    def _test(self, node: nodes.Test, scope: Scope) -> Value:
        for argument in node.args:
            self.use(argument, scope, "value")
        kind = filters.TESTED_KIND.get(node.name, "unknown")
        value = self.value(node.node, scope)
        if node.name in filters.MAY_MISS:
            self.note_optional(value, scope, "test", kind)
        else:
            self.note(value, scope, "test", kind, strict=node.name in filters.CALCULATED)
        return NOTHING

    def _call(self, node: nodes.Call, scope: Scope) -> Value:
        called = node.node
        name = called.name if isinstance(called, nodes.Name) else ""
        if macro := scope.macro(name):
            self._call_macro(macro, node, scope)
            return NOTHING
        is_date = name == "days_until"
        for argument in [*node.args, *(pair.value for pair in node.kwargs)]:
            self.use(argument, scope, "value", "date" if is_date else "unknown", strict=is_date)
        if isinstance(called, nodes.Getattr) and called.attr in filters.METHODS:
            value = self.use(called.node, scope, "value", "text", strict=True)
            return NOTHING if called.attr == "split" else value
        self.use(called, scope, "value")
        return NOTHING

    # Conditions

    def _choice(self, node: nodes.CondExpr, scope: Scope) -> Value:
        self.use(node.test, scope, "test")
        then = self.use(node.expr1, self.branch(node.test, scope, wanted=True), "value")
        otherwise = self.branch(node.test, scope, wanted=False)
        return _noted(either([then, self.use(node.expr2, otherwise, "value") if node.expr2 else NOTHING]))

    def _logic(self, node: nodes.And | nodes.Or, scope: Scope) -> Value:
        left = self.use(node.left, scope, "test")
        right = self.branch(node.left, scope, wanted=isinstance(node, nodes.And))
        return _noted(either([left, self.use(node.right, right, "test")]))

    def _compare(self, node: nodes.Compare, scope: Scope) -> Value:
        sides = [node.expr, *(operand.expr for operand in node.ops)]
        for place, operand in enumerate(node.ops):
            if operand.op in {"in", "notin"}:
                self.use(sides[place], scope, "value", _kind_in(sides[place + 1]))
                self.use(sides[place + 1], scope, "value")
                continue
            for one, other in ((place, place + 1), (place + 1, place)):
                kind = kind_of(sides[other])
                self.use(sides[one], scope, "value", kind, strict=operand.op in _ORDERS and kind == "number")
        return NOTHING

    def branch(self, test: nodes.Node, scope: Scope, *, wanted: bool, source: str = "") -> Scope:
        """The scope where ``test`` holds, or where it does not."""
        source = source or source_of(test)
        condition = Condition(source if wanted else f"not ({source})", self._asked(test, scope))
        return scope.where(known_where(test, wanted, self._refs(scope)), condition)

    def _asked(self, test: nodes.Node, scope: Scope) -> frozenset[tuple[str, ...]]:
        """Every path that ``test`` asks about."""
        aside = Expressions(_no_macro)
        aside.use(test, scope, "test")
        return frozenset(use.path for use in aside.uses)

    def _refs(self, scope: Scope) -> Callable[[nodes.Node], Sequence[Ref]]:
        return lambda node: Expressions(_no_macro).value(node, scope).refs


def _no_macro(_macro: nodes.Macro, _call: nodes.Call, _scope: Scope) -> None:
    """In a condition, what a macro prints asks for nothing that could be told."""


def _noted(value: Value) -> Value:
    """A value whose use was noted where more is known about it: whoever uses it in turn asks nothing new."""
    return value.or_default("")


def _use(ref: Ref, scope: Scope, role: Role, kind: Kind, *, strict: bool) -> Use:
    sure = scope.sure(ref.path)
    is_safe = ref.safe or sure == len(ref.path)
    return Use(ref.path, ref.offset, role, kind, strict, is_safe, ref.default, sure, scope.conditions)


def _attribute(node: nodes.Filter) -> str:
    """The field of the items that a filter of a list is about."""
    named = next((pair.value for pair in node.kwargs if pair.key == "attribute"), None)
    place = filters.ATTRIBUTE_PLACE.get(node.name)
    if named is None and place is not None and place < len(node.args):
        named = node.args[place]
    return _text(named)


def _text(node: nodes.Node | None) -> str:
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else ""


def _kind_in(node: nodes.Node) -> Kind:
    if isinstance(node, nodes.List | nodes.Tuple) and node.items:
        return kind_of(node.items[0])
    return "unknown"
