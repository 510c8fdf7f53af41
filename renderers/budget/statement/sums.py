"""The sums on a statement's first page, as bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from renderers.budget.spending import Spent
from renderers.budget.statement import KindSum, Statement
from renderers.budget.words import client_name, kind_name, number, signed, translated

MOST = 6
"""Bars in a block; the rest is one more."""
Tone = Literal["in", "out", "spent", "aside"]


@dataclass(frozen=True)
class Bar:
    """One line. ``share`` is of the longest bar of its block, in per cent."""

    name: str
    told: str
    share: float
    tone: Tone


@dataclass(frozen=True)
class Block:
    """What one thing was added up by."""

    title: str
    bars: Sequence[Bar]


def columns(statement: Statement, language: str) -> list[list[Block]]:
    """Return the sums side by side: by kind (and by account, where a pool paid for others too), template, client."""
    clients = [Spent(client_name(each.name, language), each.n) for each in statement.by_client]
    first = [Block(translated("By kind", language), _kinds(statement.by_kind, language))]
    if any(each.name != statement.account for each in statement.by_account):
        first.append(Block(translated("By account", language), _spent(statement.by_account, language)))
    return [
        first,
        [Block(translated("By template", language), _spent(statement.by_template, language))],
        [Block(translated("By client", language), _spent(clients, language))],
    ]


def _kinds(sums: Iterable[KindSum], language: str) -> list[Bar]:
    rows = [(each, *_moved(each)) for each in sums if each.kind != "setting"]
    longest = max((abs(n) for _, n, _ in rows), default=0)
    return [
        Bar(kind_name(each.kind, language), _told(n, tone, language), _share(n, longest), tone)
        for each, n, tone in rows
    ]


def _moved(each: KindSum) -> tuple[int, Tone]:
    """What a kind's entries came to, and whether that went in, out, or was only set aside for a while."""
    if each.kind == "settle":
        return each.spent, "spent"
    if each.kind in {"reserve", "release"}:
        return abs(each.reserved), "aside"
    return each.available, "out" if each.available < 0 else "in"


def _told(n: int, tone: Tone, language: str) -> str:
    return signed(n, language) or "0" if tone in {"in", "out"} else number(n, language)


def _spent(sums: Sequence[Spent], language: str) -> list[Bar]:
    first, rest = sums[:MOST], sums[MOST:]
    if len(rest) == 1:
        first, rest = sums, ()
    rows = [(each.name or translated("Not said", language), each.n) for each in first]
    if rest:
        rows.append((translated("{n} others", language).format(n=len(rest)), sum(each.n for each in rest)))
    longest = max((n for _, n in rows), default=0)
    return [Bar(name, number(n, language), _share(n, longest), "spent") for name, n in rows]


def _share(n: int, longest: int) -> float:
    return round(100 * abs(n) / longest, 1) if longest else 0.0
