"""The filters of the template language: Jinja's that are harmless, bounded where they can grow, and Mailwright's own.

Left out on purpose: ``format`` and ``attr`` (ways around the sandbox), ``pprint`` and ``urlize`` (slow on hostile
text), ``random`` (the same mail twice must be the same bytes).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any
from urllib.parse import quote

from jinja2 import pass_eval_context
from jinja2.filters import FILTERS
from jinja2.nodes import EvalContext
from markupsafe import Markup

from templates.compile.limits import OUTPUT_CHARACTERS, check_length, meter, text_of, too_large, weigh
from templates.compile.operators import concatenate
from templates.errors import LimitError, TemplateError

PLAIN = [
    "abs",
    "capitalize",
    "count",
    "d",
    "default",
    "dictsort",
    "e",
    "escape",
    "filesizeformat",
    "first",
    "float",
    "forceescape",
    "groupby",
    "items",
    "last",
    "length",
    "list",
    "lower",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "reverse",
    "safe",
    "select",
    "selectattr",
    "sort",
    "striptags",
    "title",
    "trim",
    "truncate",
    "unique",
    "upper",
    "urlencode",
    "wordcount",
    "xmlattr",
]
SLOW = ("striptags", "title", "wordwrap", "xmlattr")  # they walk a text more than once
SLOW_CHARACTERS = 100_000
PADDING = 10_000
PRECISION = 30


def each(value: Any) -> Any:
    """Return the values of an object, or the list itself: what a loop over either means in other mail languages."""
    return list(value.values()) if isinstance(value, Mapping) else value


def num(value: Any) -> int | float:
    """Return ``value`` as a number: ``"12"`` is 12, ``"1.5"`` is 1.5. Raises TemplateError for anything else."""
    if isinstance(value, int | float):
        return value
    text = text_of(value).strip()
    try:
        return int(text) if text.lstrip("+-").isdigit() else float(text)
    except ValueError as error:
        raise TemplateError("{value} is not a number.", advice="Look at the data.", value=repr(text[:40])) from error


def capfirst(value: Any) -> str:
    """Return ``value`` with its first letter as a capital and the rest as it is (``capitalize`` lowers it)."""
    text = text_of(value)
    return text[:1].upper() + text[1:]


def round_(value: Any, precision: Any = 0, method: str = "common") -> int | float:
    """Return ``value`` rounded half away from zero; a whole number comes without ``.0``.

    ``method`` is ``common``, ``ceil`` or ``floor``.
    """
    number, places = num(value), int(num(precision))
    if abs(places) > PRECISION:
        raise LimitError("Numbers are rounded to at most {limit} places.", limit=PRECISION)
    if not math.isfinite(number):
        return number
    scaled = abs(number) * 10.0**places
    # repr's digits, not the binary value: 2.675 is meant to round to 2.68.
    steps = {"ceil": math.ceil, "floor": math.floor}.get(method)
    whole = steps(number * 10.0**places) if steps else math.copysign(math.floor(_nearest(scaled) + 0.5), number)
    result = whole / 10.0**places
    return int(result) if result == int(result) else result


def _nearest(value: float) -> float:
    return float(f"{value:.15g}")


def int_(value: Any, default: int = 0) -> int:
    """Return ``value`` without its fraction, ``default`` where it is no number."""
    try:
        return int(num(value))
    except (TemplateError, ValueError, OverflowError):
        return default


def urlencode_component(value: Any) -> str:
    """Return ``value`` encoded for one part of a URL: ``/`` is encoded too (Jinja's ``urlencode`` leaves it)."""
    return quote(text_of(value), safe="")


def center(value: Any, width: int = 80) -> str:
    """Return ``value`` centred in ``width`` characters."""
    _check_padding(width)
    return text_of(value).center(width)


def indent(value: Any, width: Any = 4, first: bool = False, blank: bool = False) -> str:
    """Return ``value`` with its lines indented by ``width`` blanks or by the text ``width``."""
    margin = width if isinstance(width, str) else " " * _check_padding(width)
    text = text_of(value)
    check_length(len(text) + len(margin) * (text.count("\n") + 1))
    return str(FILTERS["indent"](text, margin, first, blank))


@pass_eval_context
def join(context: EvalContext, value: Iterable[Any], separator: Any = "", attribute: Any = None) -> str:
    """Return the items of ``value`` with ``separator`` between them."""
    items = list(value)
    if attribute is not None:
        items = [context.environment.getitem(item, attribute) for item in items]
    between: list[Any] = [part for item in items for part in (separator, item)]
    return concatenate(between[1:], markup=context.autoescape)


@pass_eval_context
def replace(context: EvalContext, value: Any, old: Any, new: Any, count: int | None = None) -> str:
    """Return ``value`` with ``old`` replaced by ``new``, ``count`` times at most."""
    text, old, new = text_of(value), text_of(old), text_of(new)
    check_length(len(text) + text.count(old) * max(0, len(new) - len(old)))
    if context.autoescape and any(isinstance(part, Markup) for part in (text, old, new)):
        return Markup.escape(text).replace(Markup.escape(old), Markup.escape(new), -1 if count is None else count)
    return str(text).replace(old, new, -1 if count is None else count)


def wordwrap(value: Any, width: int = 79, break_long_words: bool = True) -> str:
    """Return ``value`` in lines of at most ``width`` characters."""
    _check_padding(width)
    return str(FILTERS["wordwrap"](_NO_ENVIRONMENT, text_of(value), width, break_long_words, "\n"))


def batch(value: Iterable[Any], linecount: int, fill_with: Any = None) -> list[list[Any]]:
    """Return the items of ``value`` in rows of ``linecount``."""
    return list(FILTERS["batch"](value, max(1, _check_padding(linecount)), fill_with))


@pass_eval_context
def sum_(context: EvalContext, value: Iterable[Any], attribute: Any = None, start: float = 0) -> Any:
    """Return the sum of the numbers in ``value``, or of ``attribute`` of each."""
    items = value if attribute is None else (context.environment.getitem(item, attribute) for item in value)
    return sum((num(item) for item in items), start=num(start))


@pass_eval_context
def slice_(context: EvalContext, value: Iterable[Any], slices: int, fill_with: Any = None) -> list[list[Any]]:
    """Return the items of ``value`` in ``slices`` columns."""
    return list(FILTERS["slice"](context, value, max(1, _check_padding(slices)), fill_with))


@pass_eval_context
def tojson(context: EvalContext, value: Any, indent: int | None = None) -> Markup:
    """Return ``value`` as JSON that is safe in HTML."""
    if indent is not None and _check_padding(indent) > 8:
        raise LimitError("JSON is indented by at most {limit} blanks.", limit=8)
    weigh(value)
    return Markup(FILTERS["tojson"](context, value, indent))  # noqa: S704 - Jinja's filter escapes < > & '


def _check_padding(width: Any) -> int:
    if not isinstance(width, int):
        raise TemplateError("{value} is not a whole number.", value=repr(width)[:40])
    if width > PADDING:
        raise LimitError("{width} is too wide; the limit is {limit}.", width=width, limit=PADDING)
    return width


_NO_ENVIRONMENT: Any = None  # Jinja's wordwrap looks at it only when no line end is given

OWN: dict[str, Callable[..., Any]] = {
    "each": each,
    "num": num,
    "capfirst": capfirst,
    "round": round_,
    "int": int_,
    "urlencode_component": urlencode_component,
    "center": center,
    "indent": indent,
    "join": join,
    "replace": replace,
    "wordwrap": wordwrap,
    "batch": batch,
    "slice": slice_,
    "sum": sum_,
    "tojson": tojson,
    "string": text_of,
}


def _bounded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return ``function`` with its time and its result counted, still asking Jinja for the same context.

    What it is given needs no weighing: data is a plain tree, and what a template makes was weighed when it was made.
    """
    limit = SLOW_CHARACTERS if name in SLOW else OUTPUT_CHARACTERS

    @wraps(function)
    def run(*arguments: Any, **named: Any) -> Any:
        meter().tick()
        if any(isinstance(argument, str) and len(argument) > limit for argument in arguments):
            raise too_large(limit)
        result = function(*arguments, **named)
        meter().count(result)
        return result

    return run


def filters() -> dict[str, Callable[..., Any]]:
    """Return every filter a template may use, by name."""
    known = {name: FILTERS[name] for name in PLAIN} | OWN
    return {name: _bounded(name, function) for name, function in known.items()}
