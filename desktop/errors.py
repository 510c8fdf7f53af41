"""Failures in the user's language. Knows no Qt: the window and the command line share it."""

from __future__ import annotations

import locale
import os
import tomllib
from functools import lru_cache
from typing import Any

from assets import ROOT
from templates.errors import MailwrightError


def explain(error: MailwrightError, language: str) -> str:
    """The whole sentence of a failure: where, what happened, what to do. Falls back to English."""
    where = f"{error.place}: " if error.place else ""
    return f"{where}{what(error, language)} {advice(error, language)}".rstrip()


def what(error: MailwrightError, language: str) -> str:
    """What happened, in ``language``."""
    return _said(error.pattern, error, language)


def advice(error: MailwrightError, language: str) -> str:
    """What to do about it, in ``language``; empty when there is nothing to add."""
    return _said(error.advice_pattern, error, language)


def system_language() -> str:
    """The language that the person's system speaks, as two letters; ``en`` when it does not say."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    named = named or locale.getlocale()[0] or ""
    return "en" if named.partition(".")[0] in {"", "C", "POSIX"} else named[:2].lower()


def _said(pattern: str, error: MailwrightError, language: str) -> str:
    """Fill ``pattern``. Words are looked up by slot: a person's own ``filter`` in another slot stays as it is."""
    words = _words(language)
    values = {slot: words.get(slot, {}).get(str(value), value) for slot, value in error.values.items()}
    return _table(language).get(pattern, pattern).format_map(values)


def _table(language: str) -> dict[str, str]:
    return _file(language).get("messages", {})


def _words(language: str) -> dict[str, dict[str, str]]:
    return _file(language).get("words", {})


@lru_cache
def _file(language: str) -> dict[str, Any]:
    path = ROOT / "translations" / f"errors.{language}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
