"""Common emoji with their names in English and French, and the sets of the seasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from assets import asset
from desktop.models.fuzzy import match

Index = QModelIndex | QPersistentModelIndex
_NAME = re.compile(r"([^\[]+?)\s*(?:\[(.*)\])?")


@dataclass(frozen=True)
class Emoji:
    """``characters`` are what is inserted. ``names`` and ``words`` to search by are in English and in French."""

    characters: str
    names: tuple[str, str]
    words: tuple[str, str]

    def name(self, language: str) -> str:
        """What it is called."""
        return self.names[_place(language)]


@dataclass(frozen=True)
class EmojiSet:
    """A group, or the set of a season around ``month`` and ``day`` (0: of no season)."""

    titles: tuple[str, str]
    emoji: tuple[Emoji, ...]
    month: int = 0
    day: int = 0

    def title(self, language: str) -> str:
        """What it is called."""
        return self.titles[_place(language)]


def _place(language: str) -> int:
    return 1 if language == "fr" else 0


@lru_cache(maxsize=1)
def groups() -> tuple[EmojiSet, ...]:
    """Return all emoji by what they show."""
    titles: list[tuple[str, str]] = []
    found: list[list[Emoji]] = []
    for line in _lines("emoji.txt"):
        if line.startswith("= "):
            english, french = line[2:].split(" | ")
            titles.append((english, french))
            found.append([])
        else:
            found[-1].append(_emoji(*line.split("|")))
    return tuple(EmojiSet(title, tuple(emoji)) for title, emoji in zip(titles, found, strict=True))


@lru_cache(maxsize=1)
def seasons() -> tuple[EmojiSet, ...]:
    """Return the sets of the year, in its order."""
    known = {one.characters: one for group in groups() for one in group.emoji}
    made = []
    for line in _lines("seasons.txt"):
        english, french, when, characters = line.split("|")
        month, day = when.split("-")
        emoji = tuple(known[one] for one in characters.split())
        made.append(EmojiSet((english, french), emoji, int(month), int(day)))
    return tuple(made)


def seasons_from(today: date) -> list[EmojiSet]:
    """Return the sets by how soon they come; one stays the first for ten days after its day."""
    return sorted(seasons(), key=lambda season: (_days(season, today) + 10) % 365)


def search(text: str) -> list[Emoji]:
    """Return the emoji whose names or words, in either language, hold every word of ``text`` (or are it)."""
    every = [one for group in groups() for one in group.emoji]
    if any(one.characters == text.strip() for one in every):
        return [one for one in every if one.characters == text.strip()]
    scored = [(best, one) for one in every if (best := _best(text, one)) is not None]
    return [one for _, one in sorted(scored, key=_score)]


class EmojiModel(QAbstractListModel):
    """One row an emoji; ``language`` is that of the names."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._emoji: tuple[Emoji, ...] = ()

    def show_these(self, emoji: Sequence[Emoji]) -> None:
        """List these."""
        self.beginResetModel()
        self._emoji = tuple(emoji)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many there are."""
        return 0 if parent.isValid() else len(self._emoji)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The characters; their name for tool tips and screen readers."""
        if not index.isValid() or index.row() >= len(self._emoji):
            return None
        one = self._emoji[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.characters
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return one.name(self._language)
        return None


def _lines(name: str) -> list[str]:
    text = asset("emoji", name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _emoji(characters: str, english: str, french: str) -> Emoji:
    (name, words), (nom, mots) = _named(english), _named(french)
    return Emoji(characters, (name, nom), (words, mots))


def _named(text: str) -> tuple[str, str]:
    found = _NAME.fullmatch(text)
    return (found[1], found[2] or "") if found else (text, "")


def _days(season: EmojiSet, today: date) -> int:
    here = date(today.year, season.month, season.day)
    return (here - today).days


def _best(text: str, one: Emoji) -> int | None:
    found = [match(text, f"{one.names[place]} {one.words[place]}", strict=True) for place in (0, 1)]
    return max((each.score for each in found if each), default=None)


def _score(scored: tuple[int, Emoji]) -> int:
    return -scored[0]
