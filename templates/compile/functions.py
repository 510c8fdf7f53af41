"""The functions that templates may call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from jinja2.sandbox import MAX_RANGE
from jinja2.utils import Cycler, Joiner, Namespace

from templates.compile.limits import text_of, weigh
from templates.errors import LimitError, TemplateError


@pass_context
def opened_since(context: Context, days: float) -> bool:
    """Return whether the contact opened a mail in the last ``days`` days; False when that is not known.

    The answer comes from ``contact.activity.days_since_open`` (``days_since_click`` for clicks).
    """
    return _active(context, "days_since_open", days)


@pass_context
def clicked_since(context: Context, days: float) -> bool:
    """Return whether the contact clicked in a mail in the last ``days`` days; False when that is not known."""
    return _active(context, "days_since_click", days)


def _active(context: Context, kind: str, days: float) -> bool:
    contact = context.get("contact")
    activity = contact.get("activity") if isinstance(contact, Mapping) else None
    since = activity.get(kind) if isinstance(activity, Mapping) else None
    return isinstance(since, int | float) and since <= days


@pass_context
def days_until(context: Context, day: Any) -> int:
    """Return how many days there are from today to ``day``, an ISO date: 0 is today, 1 tomorrow, less than 0 past.

    Raises TemplateError when ``day`` is no date or the build was not told which day it is.
    """
    today = context.get("today")
    try:
        until = day if isinstance(day, date) else date.fromisoformat(text_of(day)[:10])
    except ValueError as error:
        raise TemplateError(
            "{value} is not a date.", advice="Write it like 2026-12-24.", value=repr(day)[:40]
        ) from error
    if not isinstance(today, date):
        raise TemplateError("Nothing says which day it is today, so days cannot be counted.")
    return (until - today).days


def bounded_range(*arguments: int) -> range:
    """Return Python's range, of 100,000 numbers at most. Raises LimitError."""
    numbers = range(*arguments)
    # The step decides the length, and len() of a huge range is an error of its own.
    if max(abs(numbers.start), abs(numbers.stop)) > 2**31 or len(numbers) > MAX_RANGE:
        raise LimitError("range() makes more than {limit} numbers.", advice="Loop over fewer.", limit=MAX_RANGE)
    return numbers


def namespace(*arguments: Any, **named: Any) -> Namespace:
    """Return an object whose members survive the loop they are set in. Raises LimitError when it is huge."""
    weigh([arguments, named])
    return Namespace(*arguments, **named)


def dictionary(**named: Any) -> dict[str, Any]:
    """Return an object with these members. Raises LimitError when it is huge."""
    weigh(named)
    return named


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "opened_since": opened_since,
    "clicked_since": clicked_since,
    "days_until": days_until,
    "range": bounded_range,
    "namespace": namespace,
    "dict": dictionary,
    "cycler": Cycler,
    "joiner": Joiner,
}
