"""What the panel of tokens says, in the user's language."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject

from desktop.dynamic.coverage.words import number_text
from desktop.language import QT_TRANSLATE_NOOP, current_language
from desktop.tokens.facts import ShownAccount
from renderers.budget.accounts import Alert
from renderers.budget.forecast import Forecast
from renderers.budget.pages import Sums
from renderers.budget.roles import Role
from renderers.budget.words import signed

_ROLES: dict[Role, str] = {
    "viewer": QT_TRANSLATE_NOOP("Tokens", "viewer"),
    "member": QT_TRANSLATE_NOOP("Tokens", "member"),
    "manager": QT_TRANSLATE_NOOP("Tokens", "manager"),
    "owner": QT_TRANSLATE_NOOP("Tokens", "owner"),
}
PARTS = ("available", "allocated", "reserved", "spent")
"""The parts of an account's bar, from left to right."""
_PARTS = {
    "available": QT_TRANSLATE_NOOP("Tokens", "Available"),
    "allocated": QT_TRANSLATE_NOOP("Tokens", "In sub-accounts"),
    "reserved": QT_TRANSLATE_NOOP("Tokens", "Reserved"),
    "spent": QT_TRANSLATE_NOOP("Tokens", "Spent"),
}
_FIGURES = {
    "available": QT_TRANSLATE_NOOP("Tokens", "{n} left"),
    "allocated": QT_TRANSLATE_NOOP("Tokens", "{n} in sub-accounts"),
    "reserved": QT_TRANSLATE_NOOP("Tokens", "{n} reserved"),
    "spent": QT_TRANSLATE_NOOP("Tokens", "{n} spent"),
}


class _Counted(QObject):
    """Plurals: lupdate finds them in an object's ``tr`` only."""

    def tokens(self, n: int) -> str:
        return self.tr("%Ln token(s)", "", n)

    def entries(self, n: int) -> str:
        return self.tr("%Ln entries", "", n)

    def others(self, n: int) -> str:
        return self.tr("%Ln other(s)", "", n)


counted = _Counted()


def translated(text: str) -> str:
    """Translate a text of this file's context."""
    return QCoreApplication.translate("Tokens", text)


def role_name(role: Role | None) -> str:
    """What a role is called; who has none only looks on from outside."""
    return translated(_ROLES[role]) if role else translated(QT_TRANSLATE_NOOP("Tokens", "no member"))


def part_name(part: str) -> str:
    """What a part of a bar is called."""
    return translated(_PARTS[part])


def parts_of(shown: ShownAccount) -> dict[str, int]:
    """The tokens of an account and of those below it, by what became of them."""
    balance = shown.standing.balance
    values = (balance.available, shown.allocated, balance.reserved, balance.spent)
    return dict(zip(PARTS, values, strict=True))


def figures(shown: ShownAccount) -> str:
    """Such as “488 left · 12 reserved · 500 spent”: always what is left, of the rest only what there is."""
    said = [(part, n) for part, n in parts_of(shown).items() if n or part == "available"]
    return "  ·  ".join(translated(_FIGURES[part]).format(n=number_text(n)) for part, n in said)


def day_text(day: date) -> str:
    """A day as the language writes it: “12 March”, with its year unless it is this one."""
    locale, there = QLocale(current_language()), QDate(day.year, day.month, day.day)
    with_year = "" if day.year == date.today().year else " yyyy"
    said = locale.toString(there, f"d MMMM{with_year}")
    return f"1er{said[1:]}" if day.day == 1 and current_language() == "fr" else said


def month_text(month: str) -> str:
    """“2026-11” as people say it."""
    year, number = (int(part) for part in month.split("-"))
    said = QLocale(current_language()).toString(QDate(year, number, 1), "MMMM yyyy")
    return said[:1].upper() + said[1:]


def forecast_words(forecast: Forecast, left: int) -> str:
    """How long the tokens last, as one sentence."""
    if not left:
        return translated(QT_TRANSLATE_NOOP("Tokens", "No tokens are left."))
    if not forecast.pace:
        return translated(QT_TRANSLATE_NOOP("Tokens", "Nothing was spent lately, so there is no pace to go by."))
    pace = _pace_text(forecast.pace)
    if forecast.until is None:
        said = translated(
            QT_TRANSLATE_NOOP("Tokens", "At this pace ({pace} a day) they last for more than five years.")
        )
        return said.format(pace=pace)
    said = translated(QT_TRANSLATE_NOOP("Tokens", "At this pace ({pace} a day) they last until {day}."))
    return said.format(pace=pace, day=day_text(forecast.until))


def tokens_ahead(shown: ShownAccount) -> int:
    """What the forecast goes by: a pool's with what its sub-accounts have left."""
    own = shown.standing.balance.available
    return own if shown.account.parent else own + shown.below.available


def _pace_text(pace: float) -> str:
    """“12”, “2.9”, “0.25”."""
    several = 10
    form, digits = ("f", 0) if pace >= several else ("f", 1) if pace >= 1 else ("g", 2)
    return QLocale(current_language()).toString(pace, form, digits)


def alert_words(alert: Alert) -> str:
    """An alert as one sentence."""
    said = translated(QT_TRANSLATE_NOOP("Tokens", "{level} % reached on {day}: {used} of {of}."))
    day = day_text(alert.at.astimezone().date())
    return said.format(level=alert.level, day=day, used=number_text(alert.used), of=number_text(alert.of))


def sums_words(sums: Sums) -> str:
    """How many entries, and what they add up to: “124 entries: left −40, spent +40”."""
    language, added = current_language(), sums.added
    named = {"available": added.available, "reserved": added.reserved, "spent": added.spent}
    said = [f"{part_name(part)}\u00a0{signed(n, language)}" for part, n in named.items() if n]
    entries = counted.entries(sums.entries)
    return f"{entries}  ·  {'  ·  '.join(said)}" if said else entries


def badges(shown: ShownAccount) -> list[tuple[str, str]]:
    """What is special about an account, as (words, how it looks: "danger", "warning", "accent" or ""); worst first."""
    kept, level, found = shown.account.settings, shown.standing.level, []
    if shown.is_at_limit:
        found.append((translated(QT_TRANSLATE_NOOP("Tokens", "limit reached")), "danger"))
    elif level:
        found.append((translated(QT_TRANSLATE_NOOP("Tokens", "{level} % used")).format(level=level), "warning"))
    if shown.account.closed:
        found.append((translated(QT_TRANSLATE_NOOP("Tokens", "closed")), ""))
    if shown.pays:
        found.append((translated(QT_TRANSLATE_NOOP("Tokens", "this workspace")), "accent"))
    if kept.monthly is not None:
        said = translated(QT_TRANSLATE_NOOP("Tokens", "{n} a month"))
        found.append((said.format(n=number_text(kept.monthly)), ""))
    if kept.pool_open:
        found.append((translated(QT_TRANSLATE_NOOP("Tokens", "open pool")), ""))
    return found


def spoken(shown: ShownAccount) -> str:
    """An account's row for a screen reader."""
    said = ", ".join(words for words, _ in badges(shown))
    return ". ".join(filter(None, (shown.account.name, figures(shown).replace("  ·  ", ", "), said)))
