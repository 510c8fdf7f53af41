"""The accounts as the panel shows them: read in a job, then plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from renderers.budget.accounts import Account
from renderers.budget.purse import Purse
from renderers.budget.roles import Role, rank_of
from renderers.budget.standing import Standing, standings
from renderers.budget.values import NOTHING, Balance


@dataclass(frozen=True)
class ShownAccount:
    """One account, and what those below it hold."""

    account: Account
    standing: Standing
    below: Balance = NOTHING
    pays: bool = False  # for the open workspace

    @property
    def allocated(self) -> int:
        """Tokens that are with sub-accounts: free, set aside or spent there."""
        return sum(self.below)

    @property
    def month_limit(self) -> int | None:
        """What alert levels are per cent of, where a month has such a number."""
        kept = self.account.settings
        limits = (kept.hard_limit, kept.monthly, kept.soft_limit)
        return next((limit for limit in limits if limit is not None), None)

    @property
    def is_at_limit(self) -> bool:
        """Whether no run may use more this month."""
        hard = self.account.settings.hard_limit
        return hard is not None and self.standing.used >= hard

    def may(self, role: Role) -> bool:
        """Whether whoever looks has at least this role in the account."""
        own = self.account.role
        return own is not None and rank_of(own) >= rank_of(role)


@dataclass(frozen=True)
class TokenFacts:
    """All accounts that the login may see, each before those below it."""

    accounts: tuple[ShownAccount, ...]
    payer: str
    is_shared: bool  # people log in to the ledger, so roles count

    def find(self, id_: str | None) -> ShownAccount | None:
        """Return an account; None when it is not to be seen."""
        return next((each for each in self.accounts if each.account.id == id_), None)

    def title(self, id_: str) -> str:
        """What people call an account."""
        found = self.find(id_)
        return found.account.name if found else id_

    def children(self, id_: str) -> list[ShownAccount]:
        """The accounts right below one."""
        return [each for each in self.accounts if each.account.parent == id_]

    def parent_of(self, shown: ShownAccount) -> ShownAccount | None:
        """The account above, if the login may see it."""
        return self.find(shown.account.parent) if shown.account.parent else None


def read_facts(purse: Purse) -> TokenFacts:
    """Ask the ledger. Raises InputError, NotAllowed, StorageError."""
    accounts = purse.accounts.tree()
    if all(each.id != purse.account for each in accounts):
        purse.ledger.balance(purse.account)  # says which right is missing
    standing = standings(purse.ledger.store, accounts)
    return facts_of(accounts, standing, purse.account, is_shared=purse.ledger.store.is_shared)


def facts_of(
    accounts: Sequence[Account], standing: dict[str, Standing], payer: str, *, is_shared: bool = False
) -> TokenFacts:
    """Join what was read."""
    shown = []
    for each in accounts:
        under = (other.id for other in accounts if other.path.startswith(each.path) and other.id != each.id)
        below = sum((standing[id_].balance for id_ in under), NOTHING)
        shown.append(ShownAccount(each, standing[each.id], below, pays=each.id == payer))
    return TokenFacts(tuple(shown), payer, is_shared)
