"""Monthly budgets: what a sub-account gets from its parent when a month begins."""

from __future__ import annotations

from datetime import date, timedelta

from renderers.budget.held import Held
from renderers.budget.transfers import move
from renderers.budget.values import About

ACTOR = "mailwright"
"""Who acts when nobody asked: a month began, a lease or tokens ran out."""


def is_due(held: Held) -> bool:
    """Say whether the month has not had its budget yet. A clock that went back a month gives nothing twice."""
    return held.settings.monthly is not None and held.parent is not None and held.month < held.this_month


def give(child: Held, parent: Held) -> None:
    """Give the budget of each month since the last one (carry-over), or bring the account to it (reset)."""
    budget = child.settings.monthly
    if budget is None or child.closed:
        return
    months = _since(child.month, child.this_month) if child.settings.carry_over else [child.this_month]
    for month in months:
        wanted = budget if child.settings.carry_over else budget - child.balance.available
        _bring(child, parent, wanted, month)
    child.month = child.this_month


def begin_anew(held: Held) -> None:
    """Owe no budget for the months that went by without one: it was closed, or had none."""
    if held.month:
        last = held.today.replace(day=1) - timedelta(days=1)
        held.month = max(held.month, f"{last:%Y-%m}")


def _bring(child: Held, parent: Held, wanted: int, month: str) -> None:
    note = f"{month}: {child.settings.monthly}"
    about, key = About(actor=ACTOR, note=note, run=month), f"month:{child.id}:{month}"
    if wanted < 0:
        move("return", child, parent, -wanted, about, key)
    elif fits := min(wanted, parent.balance.available):
        move("allocate", parent, child, fits, about, key)


def _since(last: str, this: str) -> list[str]:
    """The months after ``last``, up to ``this``; only ``this`` for the first time."""
    if not last:
        return [this]
    year, month = (int(part) for part in last.split("-"))
    found = []
    while f"{year:04d}-{month:02d}" < this:
        year, month = (year + month // 12, month % 12 + 1)
        found.append(f"{date(year, month, 1):%Y-%m}")
    return found
