"""How long subject and preheader should be: what inboxes show of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QTextBoundaryFinder

from desktop.language import QT_TRANSLATE_NOOP
from templates.source.inbox_lines import LineName

Level = Literal["success", "muted", "warning", "danger"]


@dataclass(frozen=True)
class Advice:
    """A judgement in a word or two, with the role of the style sheet that colours it."""

    level: Level
    words: str


_MISSING = QT_TRANSLATE_NOOP("Envelope", "missing")
_SHORT = QT_TRANSLATE_NOOP("Envelope", "rather short")
_GOOD = QT_TRANSLATE_NOOP("Envelope", "good length")
_LONG = QT_TRANSLATE_NOOP("Envelope", "rather long")
_PHONES = QT_TRANSLATE_NOOP("Envelope", "phones cut it")
_CUT = QT_TRANSLATE_NOOP("Envelope", "cut everywhere")
#: Up to how many characters which judgement holds; what is longer gets the last one.
_STEPS: dict[LineName, tuple[tuple[int, Level, str], ...]] = {
    "mj-title": (
        *((0, "danger", _MISSING), (19, "muted", _SHORT), (50, "success", _GOOD)),
        *((60, "muted", _LONG), (78, "warning", _PHONES), (0, "danger", _CUT)),
    ),
    "mj-preview": (
        *((0, "warning", _MISSING), (39, "muted", _SHORT), (110, "success", _GOOD)),
        (0, "warning", _CUT),
    ),
}


def advice(name: LineName, length: int) -> Advice:
    """Judge a subject or preheader of ``length`` characters."""
    steps = _STEPS[name]
    _, level, words = next((step for step in steps[:-1] if length <= step[0]), steps[-1])
    return Advice(level, QCoreApplication.translate("Envelope", words))


def characters(text: str) -> int:
    """Return how many characters people see: an emoji of several code points is one."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    count = 0
    while finder.toNextBoundary() >= 0:
        count += 1
    return count
