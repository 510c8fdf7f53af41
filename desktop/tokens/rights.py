"""Why something cannot be done with an account, before anybody tries; the ledger itself has the last word."""

from __future__ import annotations

from desktop.language import QT_TRANSLATE_NOOP
from desktop.tokens.facts import ShownAccount, TokenFacts
from desktop.tokens.words import role_name, translated
from renderers.budget.roles import Role

_NEEDS: dict[str, Role] = {"buy": "owner", "correct": "owner", "roles": "owner", "new": "manager", "rename": "manager"}
_ONLY_OPEN = frozenset({"give", "take", "take_all", "buy", "new"})


def why_not(verb: str, shown: ShownAccount, facts: TokenFacts) -> str:
    """Return the sentence that says why; "" when it can be done."""
    closed = shown.account.closed
    if closed and verb in _ONLY_OPEN:
        return translated(QT_TRANSLATE_NOOP("Tokens", "The account is closed: reopen it first."))
    if verb in {"give", "take", "take_all"}:
        return _why_not_move(verb, shown, facts)
    if verb in {"settings", "close", "reopen"}:
        return _why_not_set(shown, facts)
    return _why_not_role(shown, _NEEDS[verb])


def can_move(facts: TokenFacts, giver: str, taker: str) -> bool:
    """Whether tokens may go from one account to the other: they move one level, by a manager of the upper one."""
    one, other = facts.find(giver), facts.find(taker)
    if one is None or other is None or one.account.closed or other.account.closed:
        return False
    upper = one if other.account.parent == one.account.id else other
    lower = other if upper is one else one
    is_pair = lower.account.parent == upper.account.id
    return is_pair and upper.may("manager") and one.standing.balance.available > 0


def _why_not_move(verb: str, shown: ShownAccount, facts: TokenFacts) -> str:
    above = facts.parent_of(shown)
    if shown.account.parent is None:
        return translated(
            QT_TRANSLATE_NOOP(
                "Tokens", "This is the pool: select a sub-account to give it tokens or to take some back."
            )
        )
    if above is None:
        return translated(
            QT_TRANSLATE_NOOP("Tokens", "Tokens come from the account above, which your login may not see.")
        )
    giver = above if verb == "give" else shown
    if reason := _why_not_role(above, "manager"):
        return reason
    if giver.standing.balance.available:
        return ""
    return translated(QT_TRANSLATE_NOOP("Tokens", "{account} has no free tokens.")).format(account=giver.account.name)


def _why_not_set(shown: ShownAccount, facts: TokenFacts) -> str:
    if shown.account.parent is None:
        return _why_not_role(shown, "owner")
    above = facts.parent_of(shown)
    if above is None:
        return translated(QT_TRANSLATE_NOOP("Tokens", "The account above decides this, and your login may not see it."))
    return _why_not_role(above, "manager")


def _why_not_role(shown: ShownAccount, role: Role) -> str:
    if shown.may(role):
        return ""
    return translated(
        QT_TRANSLATE_NOOP("Tokens", "It takes the role “{needed}” in {account}; yours is “{own}”.")
    ).format(needed=role_name(role), account=shown.account.name, own=role_name(shown.account.role))
