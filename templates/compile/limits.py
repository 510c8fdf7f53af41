"""How much a template may do: two seconds, five megabytes, a million rounds.

In-process Jinja cannot be interrupted, so nothing in it may run long unseen: every operator, filter and loop that
could grow without end asks the meter first. The meter belongs to the running build (a context variable), so builds
in several threads do not share one.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import GeneratorType
from typing import Any

from jinja2.utils import Namespace

from templates.errors import LimitError

SECONDS = 2.0
ROUNDS = 1_000_000
OUTPUT_CHARACTERS = 5_000_000
TEXT_CHARACTERS = 1_000_000
MADE_CHARACTERS = 100_000_000
INTEGER_BITS = 8_192
NODE_WEIGHT = 50  # what an entry of a list weighs against a character: 100,000 entries fill the output limit


class Meter:
    """What one build has used up so far."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self._deadline = time.monotonic() + seconds
        self._rounds = 0
        self._made = 0

    def tick(self) -> None:
        """Raise LimitError when the time is up."""
        if time.monotonic() > self._deadline:
            raise LimitError(
                "The template ran longer than {seconds} s and was stopped.",
                advice="Look for a loop over too many items or a macro that calls itself.",
                seconds=self.seconds,
            )

    def round(self) -> None:
        """Count one round of a loop."""
        self._rounds += 1
        if self._rounds > ROUNDS:
            raise LimitError(
                "The template's loops ran more than {limit} rounds.",
                advice="Loop over fewer items, or prepare them in the data.",
                limit=ROUNDS,
            )
        self.tick()

    def make(self, characters: int) -> None:
        """Count text that an operator or a filter makes: a thousand texts of a megabyte fill the memory as well."""
        self._made += characters
        if self._made > MADE_CHARACTERS:
            raise too_large(MADE_CHARACTERS)
        self.tick()

    def count(self, result: Any) -> None:
        """Count ``result`` of a filter or a function, where it is a text or a list."""
        if isinstance(result, str):
            self.make(len(result))
        elif isinstance(result, list):
            self.make(NODE_WEIGHT * len(result))


_meter: ContextVar[Meter] = ContextVar("meter")


@contextmanager
def metered(seconds: float = SECONDS) -> Iterator[Meter]:
    """Start a meter for the build that runs inside the ``with``."""
    meter = Meter(seconds)
    token = _meter.set(meter)
    try:
        yield meter
    finally:
        _meter.reset(token)


def meter() -> Meter:
    """Return the running build's meter."""
    return _meter.get()


def too_large(limit: int = TEXT_CHARACTERS) -> LimitError:
    """Return the error for a value that would grow past ``limit`` characters."""
    return LimitError(
        "A value in the template would be larger than {limit} characters.",
        advice="Shorten it, or prepare it in the data.",
        limit=limit,
    )


def check_length(length: int) -> None:
    """Raise LimitError before a text of ``length`` characters is made that no mail needs; also looks at the clock."""
    if length > TEXT_CHARACTERS:
        raise too_large()
    meter().make(length)


def weigh(value: Any) -> int:
    """Return about how many characters ``value`` prints to, never walking further than the limit.

    A list that holds one list twice, and so on a hundred times, is small in memory and endless to print or compare:
    it is found here, when it is made. Raises LimitError.
    """
    weight, waiting = 0, [value]
    while waiting:
        item = waiting.pop()
        weight += NODE_WEIGHT if not isinstance(item, str) else len(item)
        waiting.extend(_children(item))
        if weight + len(waiting) > OUTPUT_CHARACTERS:
            raise too_large(OUTPUT_CHARACTERS)
    return weight


def _children(item: Any) -> list[Any]:
    if isinstance(item, dict):
        return [*item.keys(), *item.values()]
    if isinstance(item, list | tuple | set | frozenset):
        return list(item)
    if isinstance(item, Namespace):
        return list(item._Namespace__attrs.values())  # the only way to its values
    return []


def text_of(value: Any) -> str:
    """Return what ``value`` prints as: true, false, nothing for none, numbers and texts as they are.

    Markup stays markup. Raises LimitError for a nested list that prints to megabytes.
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, GeneratorType):  # what map and select yield
        value = list(value)
    if not isinstance(value, int | float):
        weigh(value)
    return str(value)
