"""``mailwright tokens``: moving tokens, and balances."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import typer

from desktop.cli.account_tree import bar
from desktop.cli.console import answer, say, terminal
from desktop.cli.ledgers import Books, Where, opened
from desktop.cli.words import said, tokens
from desktop.errors import system_language
from renderers.budget.forecast import Forecast, forecast
from renderers.budget.values import Balance
from renderers.budget.words import number
from renderers.clients.words import spoken_date
from templates.errors import InputError

ALL = "all"
_WHOLE = re.compile(r"[+-]?\d{1,100}", re.ASCII)
_FEW = 10  # tokens a day, below which parts of one are told


def grant_tokens(
    where: Where, words: Sequence[str], note: str, expires: date | None, key: str, *, as_json: bool
) -> None:
    """Add bought tokens."""
    names, n = amounts(words, most=1)
    with opened(where) as books:
        account = books.account(*names)
        now = books.ledger.grant(account, n, note=note, expires=expires, key=key)
        _tell(account, now, said("{account} got {tokens}.", account=account, tokens=tokens(n)), as_json=as_json)


def adjust_tokens(where: Where, words: Sequence[str], note: str, key: str, *, as_json: bool) -> None:
    """Correct by an amount, which may be negative."""
    names, n = amounts(words, most=1)
    with opened(where) as books:
        account = books.account(*names)
        now = books.ledger.adjust(account, n, note=note, key=key)
        if n > 0:
            sentence = said("{account} got {tokens}.", account=account, tokens=tokens(n))
        else:
            sentence = said("Taken out of {account}: {tokens}.", account=account, tokens=tokens(-n))
        _tell(account, now, sentence, as_json=as_json)


def allocate_tokens(where: Where, words: Sequence[str], note: str, key: str, *, as_json: bool) -> None:
    """Move tokens down."""
    names, n = amounts(words, least=1, most=2)
    with opened(where) as books:
        child = names[-1]
        parent = names[0] if len(names) == 2 else _parent(books, child)
        now = books.ledger.allocate(parent, child, n, note=note, key=key)
        sentence = said("Moved from {giver} to {taker}: {tokens}.", tokens=tokens(n), giver=parent, taker=child)
        _tell(child, now, sentence, as_json=as_json)


def give_tokens_back(where: Where, words: Sequence[str], note: str, key: str, *, as_json: bool) -> None:
    """Move tokens up."""
    everything = words[-1] == ALL
    names, n = amounts([*words[:-1], "0"] if everything else words, least=1, most=2)
    with opened(where) as books:
        child = names[0]
        parent = names[1] if len(names) == 2 else _parent(books, child)
        n = books.ledger.balance(child).available if everything else n
        if everything and not n:
            _tell(child, books.ledger.balance(child), said("There is nothing to give back."), as_json=as_json)
            return
        now = books.ledger.give_back(child, parent, n, note=note, key=key)
        sentence = said("Moved from {giver} to {taker}: {tokens}.", tokens=tokens(n), giver=child, taker=parent)
        _tell(child, now, sentence, as_json=as_json)


def show_balance(where: Where, asked: str, *, as_json: bool) -> None:
    """Print what an account has."""
    with opened(where) as books:
        account = books.accounts.get(books.account(asked))
        now, affordable = books.ledger.balance(account.id), books.ledger.affordable(account.id)
        pace = forecast(books.store, account.id)
    if as_json:
        told = {"pace": round(pace.pace, 2), "until": pace.until.isoformat() if pace.until else None}
        answer({"account": account.id, **now._asdict(), "affordable": affordable, "forecast": told})
        return
    from rich.table import Table

    screen = terminal()
    title = account.id if account.name == account.id else f"{account.name}  ({account.id})"
    if account.closed:
        title += "  " + said("closed")
    screen.print(title, style="bold", markup=False, highlight=False)
    screen.print(bar(now))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(justify="right", no_wrap=True)
    headings = (said("Available"), said("Set aside"), said("Spent"), said("A run may take"))
    for heading, n in zip(headings, (*now, affordable), strict=True):
        grid.add_row(heading, said("{n}", n=n))
    screen.print(grid, highlight=False)
    screen.print(_lasts(pace), highlight=False)


def amounts(words: Sequence[str], *, least: int = 0, most: int) -> tuple[list[str], int]:
    """Split what was typed into names of accounts and the number behind them. Raises InputError, typer.BadParameter."""
    for each in words:
        if each.startswith("-") and not _WHOLE.fullmatch(each):  # it came here because "-5" has to
            raise typer.BadParameter(said("There is no option {name}.", name=each))
    *names, n = words
    if not _WHOLE.fullmatch(n):
        raise InputError("{text} is no number of tokens.", advice="Give a whole number, behind the accounts.", text=n)
    if not least <= len(names) <= most:
        raise typer.BadParameter(said("Name the accounts, then how many tokens."))
    return names, int(n)


def _parent(books: Books, account: str) -> str:
    above = books.accounts.get(account).parent
    if above is None:
        raise InputError(
            "{account} has no account above.",
            advice="Tokens move between an account and the one right above it.",
            account=account,
        )
    return above


def _tell(account: str, now: Balance, sentence: str, *, as_json: bool) -> None:
    if as_json:
        answer({"account": account, **now._asdict()})
    else:
        say(f"{sentence} {said('Available there now: {n}.', n=now.available)}", style="green")


def _lasts(found: Forecast) -> str:
    if not found.pace:
        return said("Nothing was spent lately, so nothing can be said of how long it lasts.")
    language = system_language()
    pace = number(round(found.pace), language) if found.pace >= _FEW else _decimal(found.pace, language)
    if found.until is None:
        return said("At this pace ({pace} a day) it lasts for more than five years.", pace=pace)
    return said("At this pace ({pace} a day) it lasts until {day}.", pace=pace,
                day=spoken_date(found.until.isoformat(), language))  # fmt: skip


def _decimal(value: float, language: str) -> str:
    told = f"{value:.2g}"
    return told.replace(".", ",") if language == "fr" else told
