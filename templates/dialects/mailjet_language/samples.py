"""What the sample data says about values that Mailjet inserts as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from templates.dialects.samples import values_at

MARKUP = frozenset('<>&"')


def has_markup(path: Sequence[str | int], samples: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether a sample of the value at ``path`` holds a character that means something in HTML."""
    values = (value for sample in samples for value in values_at(sample, path))
    return any(isinstance(value, str) and not MARKUP.isdisjoint(value) for value in values)
