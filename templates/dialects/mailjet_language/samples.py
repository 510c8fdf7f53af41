"""What the sample data says about values that Mailjet inserts as they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from templates.dialects.samples import values_at

MARKUP = frozenset('<>&"')
_NUMBER = re.compile(r"\s*[-+]?\d+(?:\.\d+)?\s*")


def has_markup(path: Sequence[str | int], samples: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether a sample of the value at ``path`` holds a character that means something in HTML."""
    values = (value for sample in samples for value in values_at(sample, path))
    return any(isinstance(value, str) and not MARKUP.isdisjoint(value) for value in values)


def is_object(path: Sequence[str | int], samples: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether a sample of the value at ``path`` is an object."""
    return any(isinstance(value, Mapping) for sample in samples for value in values_at(sample, path))


def is_number(path: Sequence[str | int], samples: Sequence[Mapping[str, Any]], *, as_text: bool) -> bool:
    """Return whether a sample of the value at ``path`` is a number, or with ``as_text`` a text that looks like one."""
    values = [value for sample in samples for value in values_at(sample, path)]
    if as_text:
        return any(isinstance(value, str) and _NUMBER.fullmatch(value) is not None for value in values)
    return any(isinstance(value, int | float) and not isinstance(value, bool) for value in values)
