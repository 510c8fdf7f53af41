"""What the command line says, in the language of the person's system. English stands in the code."""

from __future__ import annotations

import tomllib
from datetime import datetime
from functools import lru_cache

from assets import ROOT
from desktop.errors import system_language
from renderers.budget.words import number
from renderers.clients.words import spoken_date


def said(pattern: str, /, **values: object) -> str:
    """Fill ``pattern``, a literal; whole numbers get their thousands set apart."""
    language = system_language()
    return _texts(language).get(pattern, pattern).format_map({name: _told(values[name]) for name in values})


def counted(n: int, one: str, many: str) -> str:
    """Say ``n`` of something; ``one`` and ``many`` are literals, such as "{n} account" and "{n} accounts"."""
    is_one = n < 2 if system_language() == "fr" else n == 1
    return said(one if is_one else many, n=n)


def tokens(n: int) -> str:
    """Say how many, such as "1 token" or "1,200 tokens"."""
    return counted(n, "{n} token", "{n} tokens")


def tenths(value: float) -> str:
    """Write a number with one decimal, such as "14.3"."""
    return f"{value:.1f}".replace(".", "," if system_language() == "fr" else ".")


def day(moment: datetime) -> str:
    """Say the day of a moment, by the clock of this computer."""
    return spoken_date(f"{moment.astimezone():%Y-%m-%d}", system_language())


def _told(value: object) -> object:
    return number(value, system_language()) if isinstance(value, int) else value


@lru_cache
def _texts(language: str) -> dict[str, str]:
    path = ROOT / "translations" / f"command_line.{language}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
