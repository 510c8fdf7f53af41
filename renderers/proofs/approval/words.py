"""What the proof sheet says, in the language of those who approve it. English stands in the code."""

from __future__ import annotations

import tomllib
from datetime import datetime
from functools import lru_cache

from assets import ROOT
from renderers.budget.words import spoken_moment

LANGUAGES = ("en", "fr")


class SheetWords:
    """Called with an English pattern, a literal, and its values: returns the sentence in one language."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]

    def __call__(self, pattern: str, /, **values: object) -> str:
        """Return ``pattern`` in the language, filled."""
        return self.raw(pattern).format_map(values)

    def raw(self, pattern: str) -> str:
        """Return ``pattern``, a literal, in the language with its slots as they are."""
        return _texts(self.language).get(pattern, pattern)

    def counted(self, n: int, one: str, many: str) -> str:
        """Say ``n`` of something; ``one`` and ``many`` are literals, such as "{n} picture" and "{n} pictures"."""
        is_one = n < 2 if self.language == "fr" else n == 1
        return self(one if is_one else many, n=n)

    def moment(self, moment: datetime) -> str:
        """Say day and time of a moment in its own zone."""
        return spoken_moment(moment, self.language)


@lru_cache
def _texts(language: str) -> dict[str, str]:
    path = ROOT / "translations" / f"proof_sheet.{language}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
