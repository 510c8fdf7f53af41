"""``mailwright accounts``: what its verbs do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from desktop.cli.account_tree import bar, legend, tree_table
from desktop.cli.console import answer, say, terminal
from desktop.cli.ledgers import Books, Where, opened
from desktop.cli.words import day, said, tokens
from renderers.budget.accounts import Account, Alert
from renderers.budget.reading import balances_of
from renderers.budget.roles import Role
from renderers.budget.settings import AccountSettings
from renderers.budget.values import Balance
from templates.errors import InputError

NONE = "none"


@dataclass(frozen=True)
class Asked:
    """Settings as they were typed; None for those that stay."""

    monthly: str | None = None
    carry_over: bool | None = None
    hard_limit: str | None = None
    soft_limit: str | None = None
    pool_open: bool | None = None
    alerts: str | None = None
    zone: str | None = None

    def settings(self) -> dict[str, Any]:
        """As fields of AccountSettings; "none" takes a limit away. Raises InputError."""
        amounts = {"monthly": self.monthly, "hard_limit": self.hard_limit, "soft_limit": self.soft_limit}
        found: dict[str, Any] = {
            name: None if typed == NONE else _whole_number(typed)
            for name, typed in amounts.items()
            if typed is not None
        }
        plain = {"carry_over": self.carry_over, "pool_open": self.pool_open, "zone": self.zone}
        found |= {name: typed for name, typed in plain.items() if typed is not None}
        if self.alerts is not None:
            found["alert_levels"] = () if self.alerts == NONE else _levels(self.alerts)
        return found


def list_accounts(where: Where, *, as_json: bool) -> None:
    """Print the tree of accounts."""
    with opened(where) as books:
        accounts = books.accounts.tree()
        balances = balances_of(books.store, [each.id for each in accounts])
        if as_json:
            answer([_as_data(each, balances[each.id]) for each in accounts])
            return
        if not accounts:
            say(said("You have no role in any account of this ledger. Ask its owner for one."))
            return
        remarks = {each.id: ", ".join(_remarks(each, is_shared=books.store.is_shared)) for each in accounts}
    screen = terminal()
    screen.print(tree_table(accounts, balances, remarks, width=screen.width))
    screen.print(legend())


def show_account(where: Where, account_id: str, *, as_json: bool) -> None:
    """Print one account."""
    with opened(where) as books:
        if as_json:
            answer(_all_data(books, account_id))
        else:
            _print(books, account_id)


def create_account(
    where: Where,
    account_id: str,
    parent: str,
    name: str,
    asked: Asked,
    brands: Sequence[str],
    templates: Sequence[str],
    *,
    as_json: bool,
) -> None:
    """Make an account and say what it has."""
    with opened(where) as books:
        made = books.accounts.create(account_id, parent=parent or None, name=name, **asked.settings())
        if brands or templates:
            books.accounts.tie(made.id, brands=brands, templates=templates)
        _tell(books, made.id, said("The account {account} is there.", account=made.id), as_json=as_json)


def set_account(where: Where, account_id: str, asked: Asked, *, as_json: bool) -> None:
    """Change settings."""
    changes = asked.settings()
    if not changes:
        raise InputError("Say what to change.", advice="mailwright accounts set --help lists what there is.")
    with opened(where) as books:
        books.accounts.change(account_id, **changes)
        _tell(books, account_id, said("Changed."), as_json=as_json)


def rename_account(where: Where, account_id: str, name: str, *, as_json: bool) -> None:
    """Change the name."""
    with opened(where) as books:
        now = books.accounts.rename(account_id, name)
        sentence = said("{account} is called {name} now.", account=account_id, name=now.name)
        _tell(books, account_id, sentence, as_json=as_json)


def close_account(where: Where, account_id: str, *, as_json: bool) -> None:
    """Close it; say where its tokens went."""
    with opened(where) as books:
        before = balances_of(books.store, [account_id])[account_id].available
        parent = books.accounts.close(account_id).parent
        sentence = said("The account {account} is closed.", account=account_id)
        if parent and before:
            sentence += " " + said("Back to {parent}: {tokens}.", tokens=tokens(before), parent=parent)
        elif before:
            sentence += " " + said("Kept in it until it is reopened: {tokens}.", tokens=tokens(before))
        _tell(books, account_id, sentence, as_json=as_json)


def reopen_account(where: Where, account_id: str, *, as_json: bool) -> None:
    """Open it again."""
    with opened(where) as books:
        books.accounts.reopen(account_id)
        _tell(books, account_id, said("The account {account} is open again.", account=account_id), as_json=as_json)


def give_role(where: Where, account_id: str, login: str, role: str, *, as_json: bool) -> None:
    """Give or take a role."""
    with opened(where) as books:
        given = None if role == NONE else cast(Role, role)  # the accounts check it
        books.accounts.give_role(account_id, login, given)
        if given:
            sentence = said("{login} is {role} of {account} now.", login=login, role=_role(given), account=account_id)
        else:
            sentence = said("{login} has no role in {account} any more.", login=login, account=account_id)
        if not books.store.is_shared:
            sentence += " " + said("It counts once a team's database is used: here everybody is owner.")
        _tell(books, account_id, sentence, as_json=as_json)


def tie_account(
    where: Where, account_id: str, brands: Sequence[str], templates: Sequence[str], *, nothing: bool, as_json: bool
) -> None:
    """Tie the account to brands and templates, or say what it is tied to."""
    with opened(where) as books:
        if brands or templates or nothing:
            books.accounts.tie(account_id, brands=brands, templates=templates)
        _tell(books, account_id, _pays_for(books, books.accounts.get(account_id)), as_json=as_json)


def _tell(books: Books, account_id: str, sentence: str, *, as_json: bool) -> None:
    if as_json:
        answer(_all_data(books, account_id))
    else:
        say(sentence, style="green")


def _print(books: Books, account_id: str) -> None:
    from rich.table import Table

    account = books.accounts.get(account_id)
    balance = books.ledger.balance(account_id)
    screen = terminal()
    title = account.id if account.name == account.id else f"{account.name}  ({account.id})"
    screen.print(title, style="bold", markup=False, highlight=False)
    screen.print(bar(balance))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for heading, text in _lines(books, account, balance):
        grid.add_row(heading, text)
    screen.print(grid, markup=False, highlight=False)


def _lines(books: Books, account: Account, balance: Balance) -> Iterator[tuple[str, str]]:
    """What there is to know of an account, as (heading, text)."""
    yield said("Available"), tokens(balance.available)
    yield said("Set aside"), tokens(balance.reserved)
    yield said("Spent"), tokens(balance.spent)
    yield said("A run may take"), tokens(books.ledger.affordable(account.id))
    if account.parent:
        yield said("Below"), account.parent
    yield said("Since"), day(account.created)
    if account.closed:
        yield said("State"), said("closed")
    yield said("Settings"), ", ".join((*_settings(account.settings), account.settings.zone))
    yield said("Pays for"), _pays_for(books, account)
    if books.store.is_shared:
        people = (f"{login} ({_role(role)})" for login, role in books.accounts.roles(account.id).items())
        yield said("People"), ", ".join(people) or said("those of the account above")
        yield said("You"), _role(account.role)
    alerts = books.accounts.alerts(account.id)
    if alerts:
        yield said("Last alert"), _alert(alerts[0])


def _remarks(account: Account, *, is_shared: bool) -> Iterator[str]:
    if account.closed:
        yield said("closed")
    yield from _settings(account.settings)
    if is_shared:
        yield _role(account.role)


def _settings(settings: AccountSettings) -> Iterator[str]:
    """What was set, in a few words each."""
    if settings.monthly is not None and settings.carry_over:
        yield said("{n} each month, what is left stays", n=settings.monthly)
    elif settings.monthly is not None:
        yield said("{n} each month", n=settings.monthly)
    if settings.hard_limit is not None:
        yield said("at most {n} a month", n=settings.hard_limit)
    if settings.soft_limit is not None:
        yield said("warns from {n} a month", n=settings.soft_limit)
    if settings.pool_open:
        yield said("open pool")


def _pays_for(books: Books, account: Account) -> str:
    ties = books.accounts.ties(account.id)
    parts = [said("brands {names}", names=", ".join(ties["brand"]))] if ties["brand"] else []
    parts += [said("templates {names}", names=", ".join(ties["template"]))] if ties["template"] else []
    if parts:
        return " · ".join(parts)
    if account.parent is None:
        return said("whatever is not tied to another account")
    return said("nothing by itself; preview --account {account} names it", account=account.id)


def _alert(alert: Alert) -> str:
    return said("{level}% of {of} used on {day}", level=alert.level, of=alert.of, day=day(alert.at))


def _role(role: Role | None) -> str:
    return said(role) if role else said("no role")


def _whole_number(typed: str) -> int:
    if not re.fullmatch(r"\d{1,12}", typed, re.ASCII):
        raise InputError("{text} is no number of tokens.", advice="Give a whole number, or none.", text=typed)
    return int(typed)


def _levels(typed: str) -> tuple[int, ...]:
    parts = [part.strip().removesuffix("%").strip() for part in typed.split(",")]
    if not all(re.fullmatch(r"\d{1,3}", part, re.ASCII) and 1 <= int(part) <= 100 for part in parts):
        raise InputError(
            "{text} are no levels for alerts.",
            advice="Give per cent from 1 to 100 with commas, such as 50,80,100, or none.",
            text=typed,
        )
    return tuple(map(int, parts))


def _all_data(books: Books, account_id: str) -> dict[str, Any]:
    """Everything about an account, for a program."""
    account = books.accounts.get(account_id)
    ties = books.accounts.ties(account_id)
    return {
        **_as_data(account, books.ledger.balance(account_id)),
        "affordable": books.ledger.affordable(account_id),
        "brands": list(ties["brand"]),
        "templates": list(ties["template"]),
        "people": dict(books.accounts.roles(account_id)),
        "alerts": [
            {"month": each.month, "level": each.level, "at": each.at.isoformat(), "used": each.used, "of": each.of}
            for each in books.accounts.alerts(account_id)
        ],
    }


def _as_data(account: Account, balance: Balance) -> dict[str, Any]:
    return {
        "id": account.id,
        "name": account.name,
        "parent": account.parent,
        "depth": account.depth,
        "created": account.created.isoformat(),
        "closed": account.closed,
        "role": account.role,
        "settings": account.settings.model_dump(mode="json"),
        **balance._asdict(),
    }
