"""Finding by a few letters: how well a text answers what somebody typed, and which of its letters were meant."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_START, _RUN, _GAP = 12, 8, -1  # a letter that begins a word, one right after the last, each one in between
_LONGEST = 200  # characters of a text that are looked at


@dataclass(frozen=True)
class Match:
    """The higher the score the better; ``letters`` are the places of the letters found."""

    score: int
    letters: tuple[int, ...]


def match(query: str, text: str, *, strict: bool = False) -> Match | None:
    """Find the letters of every word of ``query`` in order in ``text``; accents and capitals do not matter.

    An empty query finds everything. ``strict`` finds only words that stand in the text as they were typed.
    """
    folded = _folded(text[:_LONGEST])
    found: set[int] = set()
    score = 0
    for word in _folded(query).split():
        places = _places(word, folded, strict=strict)
        if places is None:
            return None
        score += _score(places, folded)
        found.update(places)
    return Match(score - len(text) // 8, tuple(sorted(found)))


def _folded(text: str) -> str:
    """The same number of characters, small and without accents."""
    return "".join((unicodedata.normalize("NFKD", letter)[:1] or letter).lower()[:1] for letter in text)


def _places(word: str, text: str, *, strict: bool) -> list[int] | None:
    """The word as it stands, best at the beginning of a word; else its letters, each as early as possible."""
    whole = text.find(word)
    for at in _starts(text):
        if text.startswith(word, at):
            whole = at
            break
    if whole >= 0:
        return list(range(whole, whole + len(word)))
    return None if strict else _initials(word, text) or _scattered(word, text)


def _initials(word: str, text: str) -> list[int] | None:
    """Each letter begins a word: ``mu`` for “Move up”."""
    starts = iter(_starts(text))
    places = [next((at for at in starts if text[at] == letter), -1) for letter in word]
    return None if -1 in places else places


def _scattered(word: str, text: str) -> list[int] | None:
    places: list[int] = []
    for letter in word:
        at = text.find(letter, places[-1] + 1 if places else 0)
        if at < 0:
            return None
        places.append(at)
    return places


def _starts(text: str) -> list[int]:
    return [at for at, letter in enumerate(text) if letter.isalnum() and (not at or not text[at - 1].isalnum())]


def _score(places: list[int], text: str) -> int:
    starts = set(_starts(text))
    score = 0
    for before, at in zip([None, *places], places, strict=False):
        score += _START if at in starts else 0
        if before is not None:
            score += _RUN if at == before + 1 else max(-10, _GAP * (at - before))
    return score
