"""Failures in the user's language. Knows no Qt: the window and the command line share it."""

from __future__ import annotations

import locale
import os
import tomllib
from functools import lru_cache

from assets import ROOT
from templates.errors import MailwrightError


def explain(error: MailwrightError, language: str) -> str:
    """The whole sentence of a failure: where, what happened, what to do. Falls back to English."""
    where = f"{error.place}: " if error.place else ""
    return f"{where}{what(error, language)} {advice(error, language)}".rstrip()


def what(error: MailwrightError, language: str) -> str:
    """What happened, in ``language``."""
    return _translated(error.pattern, language).format_map(error.values)


def advice(error: MailwrightError, language: str) -> str:
    """What to do about it, in ``language``; empty when there is nothing to add."""
    return _translated(error.advice_pattern, language).format_map(error.values)


def system_language() -> str:
    """The language that the person's system speaks, as two letters; ``en`` when it does not say."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    return (named or locale.getlocale()[0] or "en")[:2].lower()


def _translated(pattern: str, language: str) -> str:
    return _table(language).get(pattern, pattern)


@lru_cache
def _table(language: str) -> dict[str, str]:
    path = ROOT / "translations" / f"errors.{language}.toml"
    return tomllib.loads(path.read_text("utf-8"))["messages"] if path.is_file() else {}
