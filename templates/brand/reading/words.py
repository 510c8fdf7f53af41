"""Word lists of the extractor, kept as data in ``words.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def words(name: str) -> frozenset[str]:
    """The list called ``name``."""
    return frozenset(_lists()[name])


def spellings(name: str) -> dict[str, str]:
    """Lower-case form to proper form of each word in a list."""
    return {word.lower(): word for word in words(name)}


@cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
