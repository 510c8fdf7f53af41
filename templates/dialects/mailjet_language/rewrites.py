"""What our language says in one expression and Mailjet in conditions, or without saying it."""

from __future__ import annotations

from templates.dialects.neutral import (
    Branch,
    Choice,
    Contact,
    Default,
    Expression,
    Function,
    If,
    Literal,
    Local,
    Other,
    Print,
    Variable,
)


def chosen(one: Choice) -> If:
    """Return a printed choice as a condition."""
    otherwise = () if one.otherwise is None else (Print(one.otherwise, one.otherwise.at),)
    return If((Branch(one.condition, (Print(one.then, one.then.at),), one.at),), otherwise, one.at)


def filled(one: Default) -> If:
    """Return a printed default that stands for anything false as a condition."""
    test = Default(one.value, Literal("", one.at), empty_too=False, at=one.at)
    body = (Print(one.value, one.at),)
    return If((Branch(test, body, one.at),), (Print(one.otherwise, one.otherwise.at),), one.at)


def looped(items: Expression) -> Expression:
    """Return what is looped over, without `each` and without a default of nothing."""
    if isinstance(items, Function) and items.name == "each" and len(items.arguments) == 1:
        return looped(items.arguments[0])
    if isinstance(items, Default) and isinstance(items.value, Variable | Contact | Local):
        other = items.otherwise
        empty = isinstance(other, Literal) and not other.value
        return items.value if empty or (isinstance(other, Other) and other.words.startswith("[]")) else items
    return items
