"""One comparison of an expression, recognised as a test: from Jinja's tree to ours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from jinja2 import nodes

from templates.dynamic.rule.compare import day, lowered
from templates.dynamic.rule.matches import matches
from templates.dynamic.rule.names import member_name
from templates.dynamic.rule.normal import NOBODY, ORDERING, normal_test, opposite
from templates.dynamic.rule.path import FUNCTIONS, path_of
from templates.dynamic.rule.tree import EVERYBODY, Group, Operator, Rule, Test

_NOT_WRITTEN = object()  # no default, or a value that is computed
_METHODS: dict[str, Operator] = {"startswith": "starts_with", "endswith": "ends_with"}
_SIGNS: dict[str, Operator] = {
    "eq": "is",
    "ne": "is_not",
    "lt": "less",
    "lteq": "at_most",
    "gt": "more",
    "gteq": "at_least",
    "in": "in",
    "notin": "not_in",
}
_FLIPPED = {"eq": "eq", "ne": "ne", "lt": "gt", "lteq": "gteq", "gt": "lt", "gteq": "lteq"}
_HELD: dict[str, Operator] = {"in": "contains", "notin": "contains_not"}


@dataclass(frozen=True)
class Piece:
    """A part of a rule; ``test`` is the test it is, where it has a default that a template's guard belongs to.

    ``if_missing`` is then what the text says of a missing value.
    """

    rule: Rule
    test: Test | None = None
    if_missing: bool = False


@dataclass(frozen=True)
class _Subject:
    """What a comparison asks about: a name, in lower case or not, with what stands for a missing value."""

    path: str
    ignore_case: bool = False
    default: Any = _NOT_WRITTEN


def piece_of(tree: nodes.Expr) -> Piece | None:
    """Return the test that ``tree`` is; None when no test can say it."""
    if isinstance(tree, nodes.Const) and isinstance(tree.value, bool):
        return Piece(EVERYBODY if tree.value else NOBODY)
    if isinstance(tree, nodes.Not):
        inner = piece_of(tree.node)
        return None if inner is None else Piece(opposite(inner.rule))
    found = _test(tree)
    return None if found is None else _piece(*found)


def _piece(test: Test, default: Any) -> Piece | None:
    """``test`` as a rule: exact for a missing value too, whatever the text's default makes of it."""
    if test.ignore_case and test.values != tuple(lowered(test.values)):
        return None  # it compares lower case with capitals
    plain = normal_test(test)
    if test.ignore_case and test.operator in ORDERING and any(isinstance(value, str) for value in test.values):
        return None  # no test orders texts in lower case
    if default is _NOT_WRITTEN:
        return Piece(plain)
    if not isinstance(plain, Test):
        return _or_missing(test.path, plain) if _for_missing(test, default) else Piece(plain)
    written, meant = _for_missing(test, default), plain.operator == "exists_not"
    if written == meant:
        return Piece(plain, plain, written)
    if written:
        return replace(_or_missing(test.path, plain), test=plain, if_missing=True)
    return Piece(NOBODY)  # asks for a missing value behind a default: there is none


def _or_missing(path: str, rule: Rule) -> Piece:
    return Piece(Group("any", (Test(path, "exists_not"), rule)))


def _for_missing(test: Test, default: Any) -> bool:
    """What the text says where the default stands for the value; ``== ""`` asks whether there is one."""
    if test.values == ("",) and test.operator in {"is", "is_not"}:
        return (default in (None, "", [])) == (test.operator == "is")
    return matches(test, default, date.min)


def _test(tree: nodes.Expr) -> tuple[Test, Any] | None:
    if isinstance(tree, nodes.Compare):
        return _comparison(tree)
    if isinstance(tree, nodes.Test):
        return _is_test(tree)
    if isinstance(tree, nodes.Call):
        return _call(tree)
    subject = _subject(tree)
    if subject is None or subject.ignore_case:
        return None
    return Test(subject.path, "true"), subject.default


def _comparison(tree: nodes.Compare) -> tuple[Test, Any] | None:
    operands = [tree.expr, *(operand.expr for operand in tree.ops)]
    signs = [operand.op for operand in tree.ops]
    if len(signs) == 1:
        return _one_sign(operands[0], signs[0], operands[1])
    if signs == ["lteq", "lteq"]:
        return _between(*operands)
    return None


def _one_sign(left: nodes.Expr, sign: str, right: nodes.Expr) -> tuple[Test, Any] | None:
    if (subject := _subject(left)) is not None:
        values = _literal(right)
        listed = isinstance(values, list)
        if values is _NOT_WRITTEN or (listed != (sign in {"in", "notin"}) and values != []):
            return None
        return _found(subject, _SIGNS[sign], values if listed and sign in {"in", "notin"} else [values])
    if (subject := _subject(right)) is not None and (value := _literal(left)) is not _NOT_WRITTEN:
        if sign in _HELD:
            return None if isinstance(value, list) or value is None else _found(subject, _HELD[sign], [value])
        return None if isinstance(value, list) else _found(subject, _SIGNS[_FLIPPED[sign]], [value])
    return None


def _found(subject: _Subject, operator: Operator, values: list[Any]) -> tuple[Test, Any] | None:
    """The test; ``== none``, ``== ""`` and ``== []`` ask whether there is a value."""
    nothing = any(value is None or value == [] for value in values)
    if nothing and operator not in {"is", "is_not"}:
        return None
    values = ["" if value is None or value == [] else value for value in values]
    return Test(subject.path, operator, tuple(values), subject.ignore_case), subject.default


def _between(low: nodes.Expr, middle: nodes.Expr, high: nodes.Expr) -> tuple[Test, Any] | None:
    bounds = [_literal(low), _literal(high)]
    if any(value is _NOT_WRITTEN or value is None or isinstance(value, list) for value in bounds):
        return None
    if isinstance(middle, nodes.Call) and _called(middle) == "days_until":
        return _days(middle, *bounds)
    subject = _subject(middle)
    return None if subject is None else _found(subject, "between", bounds)


def _days(call: nodes.Call, low: Any, high: Any) -> tuple[Test, Any] | None:
    """``-30 <= days_until(contact.signup) <= 0`` and ``0 <= … <= 30``."""
    subject = _subject(call.args[0]) if len(call.args) == 1 and not _more_than_arguments(call) else None
    if subject is None or subject.ignore_case or isinstance(low, str | bool) or isinstance(high, str | bool):
        return None
    if day(subject.default) is not None:
        return None  # whether that day is among them depends on when it is asked
    if low == 0:
        return Test(subject.path, "in_next_days", (high,)), subject.default
    return (Test(subject.path, "in_last_days", (-low,)), subject.default) if high == 0 else None


def _is_test(tree: nodes.Test) -> tuple[Test, Any] | None:
    subject = _subject(tree.node)
    if subject is None or subject.ignore_case or subject.default is not _NOT_WRITTEN or tree.kwargs:
        return None
    arguments = [_literal(one) for one in tree.args or ()]
    if tree.name in {"none", "undefined", "defined"} and not arguments:
        return Test(subject.path, "exists" if tree.name == "defined" else "exists_not"), _NOT_WRITTEN
    if len(arguments) != 1 or isinstance(arguments[0], bool) or not isinstance(arguments[0], int | float):
        return None
    if tree.name == "in_last_days":
        return Test(subject.path, "in_last_days", (arguments[0],)), _NOT_WRITTEN
    return (Test(subject.path, "in_next_days", (arguments[0],)), _NOT_WRITTEN) if tree.name == "in_next_days" else None


def _call(tree: nodes.Call) -> tuple[Test, Any] | None:
    arguments = [_literal(one) for one in tree.args]
    if _more_than_arguments(tree) or len(arguments) != 1 or arguments[0] is _NOT_WRITTEN:
        return None
    if _called(tree) in FUNCTIONS and isinstance(arguments[0], int | float):
        return Test(_called(tree), "true", (arguments[0],)), _NOT_WRITTEN
    method = tree.node
    if not isinstance(method, nodes.Getattr) or method.attr not in _METHODS or not isinstance(arguments[0], str):
        return None
    subject = _subject(method.node)
    return None if subject is None else _found(subject, _METHODS[method.attr], arguments)


def _called(call: nodes.Call) -> str:
    return call.node.name if isinstance(call.node, nodes.Name) else ""


def _more_than_arguments(call: nodes.Call) -> bool:
    return bool(call.kwargs or call.dyn_args or call.dyn_kwargs)


def _subject(tree: nodes.Expr | None) -> _Subject | None:
    if isinstance(tree, nodes.Filter):
        inner = _subject(tree.node)
        return None if inner is None or tree.kwargs or tree.dyn_args or tree.dyn_kwargs else _filtered(inner, tree)
    path = _path(tree)
    return None if path is None else _Subject(path)


def _filtered(inner: _Subject, tree: nodes.Filter) -> _Subject | None:
    arguments = [_literal(one) for one in tree.args]
    if (tree.name, arguments) in [("lower", []), ("map", ["lower"])] and not inner.ignore_case:
        return replace(inner, ignore_case=True)
    if tree.name not in {"default", "d"} or len(arguments) > 1 or inner.default is not _NOT_WRITTEN:
        return None
    default = arguments[0] if arguments else ""
    if default is _NOT_WRITTEN or (inner.ignore_case and default != lowered(default)):
        return None  # it is not put in lower case: that was before
    return replace(inner, default=default)


def _path(tree: nodes.Expr | None) -> str | None:
    members: list[nodes.Getattr | nodes.Getitem] = []
    while isinstance(tree, nodes.Getattr | nodes.Getitem):
        members.append(tree)
        tree = tree.node
    if not isinstance(tree, nodes.Name):
        return None
    names = [member_name(member, tree.name) for member in reversed(members)]
    plain = [name for name in names if name is not None]
    return path_of(tree.name, *plain) if len(plain) == len(names) else None


def _literal(tree: nodes.Expr) -> Any:
    """The value that ``tree`` writes out, lists of them too; ``_NOT_WRITTEN`` where it writes none."""
    if isinstance(tree, nodes.Const):
        return tree.value
    if isinstance(tree, nodes.Neg) and isinstance(tree.node, nodes.Const) and type(tree.node.value) in (int, float):
        return -tree.node.value
    if isinstance(tree, nodes.List):
        items = [_literal(item) for item in tree.items]
        plain = not any(item is _NOT_WRITTEN or item is None or isinstance(item, list) for item in items)
        return items if plain else _NOT_WRITTEN
    return _NOT_WRITTEN
