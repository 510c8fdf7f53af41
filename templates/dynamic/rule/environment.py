"""The Jinja environment of rules: the sandbox of templates, in which a missing value is none and nothing fails.

Whatever cannot be computed is none, so that one strange contact does not stop a count of all. Limits still hold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial, wraps
from typing import Any

from jinja2 import Undefined, pass_context
from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import Context
from jinja2.tests import TESTS

from templates.compile.bounds import COUNTED, JOINED, WEIGHED
from templates.compile.limits import meter
from templates.compile.sandbox import MailEnvironment
from templates.dynamic.rule.compare import compare, is_nothing, lowered
from templates.dynamic.rule.matches import days_away
from templates.errors import TemplateError

COMPARED, MISSING = "_compared", "_missing"
_OWN = frozenset([COMPARED, MISSING, COUNTED, WEIGHED, JOINED])


def compared(value: Any, *rest: Any) -> bool:
    """Return what ``a < b <= c`` answers; ``rest`` are Jinja's names of the signs, each with its right side."""
    sides = [value, *rest[1::2]]
    return all(compare(sign, *pair) for sign, *pair in zip(rest[::2], sides, sides[1:], strict=False))


def default(value: Any, instead: Any = "", boolean: bool = False) -> Any:
    """Return ``value``, or ``instead`` where there is none."""
    return instead if value is None or (boolean and not value) else value


@pass_context
def in_last_days(context: Context, value: Any, days: Any) -> bool:
    """Return whether ``value`` is today or one of the ``days`` days before."""
    return days_away(value, context["today"], lambda away: 0 <= -away <= days)


@pass_context
def in_next_days(context: Context, value: Any, days: Any) -> bool:
    """Return whether ``value`` is today or one of the ``days`` days after."""
    return days_away(value, context["today"], lambda away: 0 <= away <= days)


class RuleEnvironment(MailEnvironment):
    """Compiles and asks rules; like its base it needs a running meter."""

    intercepted_unops = frozenset(["+", "-"])

    def __init__(self) -> None:
        super().__init__(autoescape=False)
        own = {"default": default, "d": default, "lower": lowered, "map": _map(self.filters["map"])}
        plain = {COMPARED: compared, MISSING: is_nothing}
        self.filters = {name: _lenient(name, one) for name, one in {**self.filters, **own, **plain}.items()}
        days = {"in_last_days": in_last_days, "in_next_days": in_next_days}
        self.tests = {name: _answering(one) for name, one in {**TESTS, **days}.items()}
        self.tests |= dict.fromkeys(("none", "undefined"), _is_none)
        self.tests["defined"] = _is_some

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the member, None where there is none or it is not for templates."""
        if obj is None or (attribute.startswith("_") and not isinstance(obj, Mapping)):
            return None
        return _none_for_undefined(super().getattr(obj, attribute))

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return ``obj[argument]``, None where there is none."""
        return None if obj is None else _none_for_undefined(super().getitem(obj, argument))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Compute an operator within the limits; of a missing value nothing can be computed."""
        if left is None or right is None:
            return None
        return _or_none(partial(super().call_binop, context, operator, left, right))

    def call_unop(self, context: Context, operator: str, arg: Any) -> Any:
        """Compute a sign in front of a number."""
        return super().call_unop(context, operator, arg) if isinstance(arg, int | float) else None

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a function of the language or a listed method."""
        return None if obj is None else _or_none(partial(super().call, context, obj, *args, **kwargs))


def _or_none(compute: Callable[[], Any]) -> Any:
    """What ``compute`` returns; None where its values do not allow it. Limits are no such case."""
    try:
        return compute()
    except (TemplateRuntimeError, TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError):
        return None
    except AssertionError:  # Jinja's truncate asserts that its end is short
        return None


def _none_for_undefined(value: Any) -> Any:
    return None if isinstance(value, Undefined) else value


def _lenient(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """``function`` as a filter: of a missing value, or of one that it cannot take, it makes nothing."""
    place = 1 if hasattr(function, "jinja_pass_arg") else 0  # Jinja's own argument stands first
    total = name in _OWN or function is default

    @wraps(function)
    def run(*arguments: Any, **named: Any) -> Any:
        if not total and arguments[place] is None:
            return None
        return _or_none(partial(_finished, function, *arguments, **named))

    return run


def _finished(function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    """The result, with what a generator would yield later: it may fail."""
    result = function(*arguments, **named)
    return list(result) if hasattr(result, "__next__") else _none_for_undefined(result)


def _answering(function: Any) -> Callable[..., bool]:
    """``function`` as a test: false for a missing value and for one that it cannot take."""
    place = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def run(*arguments: Any) -> bool:
        meter().tick()  # select() asks a test of each of a hundred thousand items
        return arguments[place] is not None and bool(_or_none(partial(function, *arguments)))

    return run


def _is_none(value: Any) -> bool:
    return value is None


def _is_some(value: Any) -> bool:
    return value is not None


def _map(stock: Callable[..., Any]) -> Callable[..., Any]:
    """``map`` whose ``map("lower")`` is the builder's way to ignore case: a text that is no list stays whole."""

    @wraps(stock)
    def run(context: Context, value: Any, *arguments: Any, **named: Any) -> Any:
        return lowered(value) if arguments == ("lower",) and not named else stock(context, value, *arguments, **named)

    return run
