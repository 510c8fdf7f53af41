"""The known name that somebody may have meant, found quickly: rules with thousands of unknown names are hostile."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from heapq import nlargest
from itertools import islice, pairwise

_MOST_KNOWN = 500  # names that are looked at
_LIKELY = 5  # of them that are compared letter by letter, which is slow


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the name of ``known`` that looks most like ``name``; "" when none looks like it."""
    pairs = _pairs(name)
    likely = nlargest(_LIKELY, islice(known, _MOST_KNOWN), key=lambda one: len(pairs & _pairs(one)))
    return next(iter(get_close_matches(name, likely, n=1)), "")


@lru_cache(maxsize=2 * _MOST_KNOWN)
def _pairs(name: str) -> frozenset[tuple[str, str]]:
    """The letters that stand beside each other in ``name``."""
    return frozenset(pairwise(f" {name} "))
