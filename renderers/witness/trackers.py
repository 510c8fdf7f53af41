"""Hosts that count visitors, show advertisements or ask for consent: they have nothing to say about a brand."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from templates.files import read_text


def is_tracker(url: str) -> bool:
    """Whether the host of an address, or one above it, is on the list.

    Some of them are companies with a brand of their own: on their own pages the caller does not ask.
    """
    labels = (urlsplit(url).hostname or "").split(".")
    return any(".".join(labels[start:]) in _hosts() for start in range(len(labels)))


@cache
def _hosts() -> frozenset[str]:
    return frozenset(read_text(Path(__file__).with_suffix(".txt")).split())
