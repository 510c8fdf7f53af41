"""What people read about tokens, in their language: kinds, notes, numbers, times. English stands in the code."""

from __future__ import annotations

import json
import tomllib
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from assets import ROOT
from renderers.budget import monthly
from renderers.budget.accounts import FIRST_NOTE
from renderers.budget.values import Entry, Kind
from renderers.clients.profile import profiles
from renderers.clients.words import profile_name, spoken_date

KIND_NAMES: dict[Kind, str] = {
    "grant": "Bought",
    "allocate": "Allocated",
    "return": "Returned",
    "reserve": "Reserved",
    "settle": "Spent",
    "release": "Released",
    "expire": "Expired",
    "adjust": "Corrected",
    "setting": "Settings",
}
SETTING_NAMES = {
    "pool_open": "Open pool",
    "monthly": "Monthly budget",
    "carry_over": "Carry over",
    "soft_limit": "Soft limit",
    "hard_limit": "Hard limit",
    "alert_levels": "Alerts",
    "zone": "Time zone",
}
LEDGERS_OWN = (FIRST_NOTE, "The lease ran out.", "closed")
"""Notes that nobody typed."""
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MINUS, NARROW_SPACE = "\u2212", "\u202f"


def kind_name(kind: Kind, language: str) -> str:
    """Return what people call a kind of entry, such as "Bought"."""
    return _table(language)["kinds"].get(KIND_NAMES[kind], KIND_NAMES[kind])


def said_note(entry: Entry, language: str) -> str:
    """Return an entry's note: the ledger's own in the person's language, everybody else's as it was typed."""
    if entry.kind == "setting":
        return _said_settings(entry.note, language)
    if entry.kind == "expire":
        return translated("Valid until {day}", language).format(day=spoken_date(entry.note, language))
    if entry.actor == monthly.ACTOR and entry.run and entry.kind in {"allocate", "return"}:
        return translated("Budget of {month}", language).format(month=spoken_date(entry.run, language))
    return translated(entry.note, language) if entry.note in LEDGERS_OWN else entry.note


def client_name(client: str, language: str) -> str:
    """Return what people call the e-mail client of an entry; its id when it is none of ours."""
    return _client_names(language).get(client, client)


def translated(text: str, language: str) -> str:
    """Return ``text`` in ``language``; itself in English, and where there is no translation."""
    return _table(language)["texts"].get(text, text)


def number(n: int, language: str) -> str:
    """Return a number with its thousands set apart."""
    told = f"{abs(n):,}"
    return (MINUS if n < 0 else "") + (told.replace(",", NARROW_SPACE) if language == "fr" else told)


def signed(n: int, language: str) -> str:
    """Return a change: with its sign, "" for none."""
    return f"{'+' if n > 0 else ''}{number(n, language)}" if n else ""


def short_day(day: date, language: str) -> str:
    """Return a day of a known year, such as "3 Nov"."""
    return f"{day.day}\u00a0{translated(SHORT_MONTHS[day.month - 1], language)}"


def spoken_moment(moment: datetime, language: str) -> str:
    """Return day and time of a moment in its own zone."""
    day = spoken_date(f"{moment:%Y-%m-%d}", language)
    return translated("{day} at {time}", language).format(day=day, time=f"{moment:%H:%M}")


def _said_settings(note: str, language: str) -> str:
    try:
        kept: dict[str, Any] = json.loads(note)
        told = [f"{translated(SETTING_NAMES[key], language)} {_said(kept[key], language)}" for key in kept]
    except (ValueError, KeyError, TypeError, AttributeError):  # of a later version
        return note
    return ", ".join(told) or translated("As at the start", language)


def _said(value: Any, language: str) -> str:
    if isinstance(value, bool):
        return translated("yes" if value else "no", language)
    if isinstance(value, list):
        return " ".join(f"{level}\u00a0%" if language == "fr" else f"{level}%" for level in value)
    return number(value, language) if isinstance(value, int) else str(value)


@lru_cache
def _client_names(language: str) -> dict[str, str]:
    return {each.id: profile_name(each, language) for each in profiles()}


@lru_cache
def _table(language: str) -> dict[str, dict[str, str]]:
    """Kinds apart from texts: tokens are spent, « dépensés », but an entry that spends is a « dépense »."""
    path = ROOT / "translations" / f"tokens.{language}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {"kinds": {}, "texts": {}}
