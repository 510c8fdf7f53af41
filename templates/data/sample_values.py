"""One plausible value by its name and kind: the same name and row always give the same value."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from templates.dynamic.shape import Kind

_RULES = Path(__file__).with_name("samples.toml")
_DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
_WHEN = re.compile(
    r"(^|_)(date|day|until|due|deadline|start|end|ends|seen)$|_at$|_on$|_before$|_since$|^(until|when)|dates$"
)
_NUMBERS: tuple[tuple[str, tuple[float, ...]], ...] = (
    ("(^|_)year$", (2026,)),
    ("percent|discount|rate", (20, 35, 50)),
    ("hour", (24,)),
    ("minute", (15, 30, 5)),
    ("day", (14,)),
    ("delta|change|growth", (8, -3, 0)),
    ("price|amount|total|cost", (89, 49, 75)),
    ("quantity|count|number", (2, 1, 3)),
    ("age", (34, 51, 27)),
)
_COLOURS = ("#1f6f54", "#b3541e", "#2f4b8f")
_PICTURES = (
    ("photo|avatar|person|signer|portrait", "person"),
    ("icon", "icon"),
    ("hero|banner|gif|cover", "hero"),
    ("logo", "logo"),
    ("", "product"),
)
_DIGITS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_FIXED = date(2026, 12, 4)


@dataclass(frozen=True)
class Taste:
    """What sample values follow: a language (en or fr), the pictures there are (paths in a workspace), and today."""

    language: str = "en"
    pictures: Sequence[str] = ()
    today: date = _FIXED

    @property
    def words(self) -> str:
        """The language that there are words for."""
        return "fr" if self.language.startswith("fr") else "en"


def sample(name: str, kind: Kind, row: int, taste: Taste) -> Any:
    """Return a value for ``name``, that of the row ``row`` (from 0) where it belongs to a list."""
    plain = plain_name(name)
    match kind:
        case "number":
            return _number(plain, row)
        case "boolean":
            return True
        case "date":
            return _day(plain, row, taste).isoformat()
        case "url":
            return _url(plain, row)
        case "image":
            return _picture(plain, row, taste)
        case "colour":
            return _COLOURS[row % len(_COLOURS)]
        case _:
            return _text(plain, row, taste)


def plain_name(name: str) -> str:
    """Return ``name`` in snake_case."""
    return _DIGITS.sub("_", name).replace("-", "_").replace(" ", "_").lower()


def _number(name: str, row: int) -> float:
    if name in {"index", "position", "rank", "value", "score"}:
        return row + 1
    values = next((values for pattern, values in _NUMBERS if re.search(pattern, name)), (3, 12, 7))
    return values[row % len(values)]


def _day(name: str, row: int, taste: Taste) -> date:
    if "birth" in name:
        return date(1990, 5, 14)
    past = re.search(r"since|seen|joined|created|changed|requested?_", name)
    return taste.today + timedelta(days=-9 - row if past else 9 + row)


def in_words(day: date, language: str) -> str:
    """Return a day as mails say it: Friday 4 December, vendredi 4 décembre."""
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{_DAYS[language][day.weekday()]} {number} {_MONTHS[language].split()[day.month - 1]}"


def _url(name: str, row: int) -> str:
    page = re.sub(r"_?(url|link|href)$", "", name).replace("_", "-") or "page"
    return f"https://example.com/{page}" + (f"/{row + 1}" if row else "")


def _picture(name: str, row: int, taste: Taste) -> str:
    about = next(kind for pattern, kind in _PICTURES if re.search(pattern, name))
    fitting = [path for path in taste.pictures if f"/{about}-" in path or path.rpartition("/")[2].startswith(about)]
    found = fitting or list(taste.pictures)
    return found[row % len(found)] if found else f"https://example.com/{about}-{row + 1}.png"


def _text(name: str, row: int, taste: Taste) -> str:
    if _WHEN.search(name):
        return in_words(_day(name, row, taste), taste.words)
    for pattern, values in _rules():
        if pattern.search(name):
            fitting = values[taste.words]
            return fitting[row % len(fitting)]
    said = "Exemple" if taste.words == "fr" else "Sample"
    return f"{said} {row + 1}" if row else said


@cache
def _rules() -> list[tuple[re.Pattern[str], dict[str, list[str]]]]:
    rules = tomllib.loads(_RULES.read_text("utf-8"))["rules"]
    return [(re.compile(rule["name"]), {"en": rule["en"], "fr": rule["fr"]}) for rule in rules]
