"""Conditions and loops as people say them: “Loyalty programme”, “City is New York”, “each product, at most 3”."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject

from desktop.dynamic.conditions.titles import title_of
from desktop.language import QT_TRANSLATE_NOOP, current_language
from templates.dynamic.rule.parse import parse_rule
from templates.dynamic.rule.tree import EVERYBODY, Group, Not, Operator, Other, Rule, Test, Value
from templates.errors import MailwrightError
from templates.source.around import own_condition
from templates.source.branches import branch_test
from templates.source.expression import LONGEST as MOST
from templates.source.loop import loop_of
from templates.source.tree import Element, SourceTree

LONGEST = 60
"""Characters of a sentence on a badge."""

Segments = Mapping[str, str]
"""The titles of the segments there are, by id."""

_PATTERNS: dict[Operator, str] = {
    "is": QT_TRANSLATE_NOOP("ConditionWords", "{name} is {value}"),
    "is_not": QT_TRANSLATE_NOOP("ConditionWords", "{name} is not {value}"),
    "contains": QT_TRANSLATE_NOOP("ConditionWords", "{name} contains {value}"),
    "contains_not": QT_TRANSLATE_NOOP("ConditionWords", "{name} does not contain {value}"),
    "starts_with": QT_TRANSLATE_NOOP("ConditionWords", "{name} starts with {value}"),
    "ends_with": QT_TRANSLATE_NOOP("ConditionWords", "{name} ends with {value}"),
    "in": QT_TRANSLATE_NOOP("ConditionWords", "{name} is {value}"),
    "not_in": QT_TRANSLATE_NOOP("ConditionWords", "{name} is not {value}"),
    "less": QT_TRANSLATE_NOOP("ConditionWords", "{name} is less than {value}"),
    "at_most": QT_TRANSLATE_NOOP("ConditionWords", "{name} is at most {value}"),
    "more": QT_TRANSLATE_NOOP("ConditionWords", "{name} is more than {value}"),
    "at_least": QT_TRANSLATE_NOOP("ConditionWords", "{name} is at least {value}"),
    "between": QT_TRANSLATE_NOOP("ConditionWords", "{name} is between {value}"),
    "before": QT_TRANSLATE_NOOP("ConditionWords", "{name} is before {value}"),
    "after": QT_TRANSLATE_NOOP("ConditionWords", "{name} is after {value}"),
    "exists": QT_TRANSLATE_NOOP("ConditionWords", "{name} has a value"),
    "exists_not": QT_TRANSLATE_NOOP("ConditionWords", "{name} has no value"),
    "false": QT_TRANSLATE_NOOP("ConditionWords", "not {name}"),
}
_NEGATED: dict[Operator, Operator] = {
    "is": "is_not", "contains": "contains_not", "in": "not_in", "exists": "exists_not", "true": "false",
}  # fmt: skip
_NOBODY = Group("any", ())
_OPPOSITES = _NEGATED | {other: one for one, other in _NEGATED.items()}


def condition_words(expression: str, segments: Segments, *, longest: int = LONGEST) -> str:
    """Return what the test of a condition says, in the user's language; "otherwise" for the empty one of an else.

    A segment that is not among ``segments`` is called unknown. What there are no words for stays as it is written.
    More than ``longest`` characters (0: never) end in an ellipsis.
    """
    if not expression.strip():
        return elided(_tr(QT_TRANSLATE_NOOP("ConditionWords", "otherwise")), longest)
    rule = rule_of(expression)
    said = rule_words(rule, segments)
    return elided(said if isinstance(rule, Other) else capital(said), longest)


def loop_words(expression: str, *, longest: int = LONGEST) -> str:
    """Return what a loop says: “each product, at most 3”."""
    loop = loop_of(expression)
    if loop is None:
        return elided(expression, longest)
    if len(loop.name) > 2:  # a name of one or two letters says nothing
        said = _tr(QT_TRANSLATE_NOOP("ConditionWords", "each {name}")).format(name=_small(title_of(loop.name, {})))
    else:
        said = _tr(QT_TRANSLATE_NOOP("ConditionWords", "each of {name}")).format(name=_small(title_of(loop.items, {})))
    if loop.limit is not None:
        said = _tr(QT_TRANSLATE_NOOP("ConditionWords", "{loop}, at most {count}")).format(loop=said, count=loop.limit)
    return elided(said, longest)


def tag_words(keyword: str, expression: str, segments: Segments, *, longest: int = LONGEST) -> str:
    """Return what a tag says by its first word: if, elif, else or for."""
    if keyword == "for":
        return loop_words(expression, longest=longest)
    said = condition_words("" if keyword == "else" else expression, segments, longest=longest)
    if keyword != "elif":
        return said
    return elided(_tr(QT_TRANSLATE_NOOP("ConditionWords", "otherwise, {test}")).format(test=said), longest)


def condition_title(tree: SourceTree, element: Element, segments: Segments, *, longest: int = 28) -> str:
    """Return who sees a component by the condition that it has for itself; "" for everybody."""
    around = own_condition(tree, element)
    return capital(condition_words(branch_test(tree, around.branch), segments, longest=longest)) if around else ""


def rule_words(rule: Rule, segments: Segments) -> str:
    """Return a rule as a sentence without its capital."""
    match rule:
        case Test():
            return _test_words(rule, segments)
        case Group("all", ()):
            return _tr(QT_TRANSLATE_NOOP("ConditionWords", "everybody"))
        case Group("any", ()):
            return _tr(QT_TRANSLATE_NOOP("ConditionWords", "nobody"))
        case Group(kind, parts):
            joined = QT_TRANSLATE_NOOP("ConditionWords", "{one} and {other}")
            if kind == "any":
                joined = QT_TRANSLATE_NOOP("ConditionWords", "{one} or {other}")
            return _joined([_inside(part, segments) for part in parts], _tr(joined))
        case Not(part):
            return _not_words(part, segments)
        case Other(text):
            return text
    raise TypeError(rule)


@lru_cache(maxsize=512)  # rows are painted again and again
def rule_of(expression: str) -> Rule:
    """Return the rule that an expression is; one that cannot be read, or is far too long, stays its text."""
    if len(expression) > MOST:
        return Other(expression)
    try:
        return parse_rule(expression)
    except MailwrightError:
        return Other(" ".join(expression.split()))


def elided(text: str, longest: int = LONGEST) -> str:
    """Return ``text``, at most ``longest`` characters of it (0: all)."""
    return text if not longest or len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _test_words(test: Test, segments: Segments) -> str:
    if test.path in _FUNCTIONS and test.values and isinstance(test.values[0], int):
        return _FUNCTIONS[test.path](test.values[0])
    name = title_of(test.path, segments)
    if test.operator in _DAYS and test.values and isinstance(test.values[0], int):
        return _DAYS[test.operator](test.values[0]).format(name=name)
    is_variable = not test.path.startswith(("contact.", "segment."))
    if test.operator == "true" or (test.operator == "exists" and is_variable):
        return name  # that it is there, or true: nobody says more
    values = [_value_words(one, dated=test.operator in {"before", "after"}) for one in test.values]
    joined = QT_TRANSLATE_NOOP("ConditionWords", "{one} and {other}")
    if test.operator in {"in", "not_in"}:
        joined = QT_TRANSLATE_NOOP("ConditionWords", "{one} or {other}")
    return _tr(_PATTERNS[test.operator]).format(name=name, value=_joined(values, _tr(joined)))


def _not_words(part: Rule, segments: Segments) -> str:
    if part == EVERYBODY:
        return rule_words(_NOBODY, segments)
    if isinstance(part, Test) and part.operator in _OPPOSITES and part.path not in _FUNCTIONS:
        return _test_words(replace(part, operator=_OPPOSITES[part.operator]), segments)
    return _tr(_PATTERNS["false"]).format(name=_inside(part, segments))


def _inside(part: Rule, segments: Segments) -> str:
    """A part of a sentence: groups in brackets, so that nobody has to know what binds tighter."""
    said = rule_words(part, segments)
    return f"({said})" if isinstance(part, Group) and len(part.parts) > 1 else said


def _value_words(value: Value, *, dated: bool = False) -> str:
    locale = QLocale(current_language())
    if isinstance(value, bool):
        yes, no = QT_TRANSLATE_NOOP("ConditionWords", "yes"), QT_TRANSLATE_NOOP("ConditionWords", "no")
        return _tr(yes if value else no)
    if isinstance(value, date):
        return locale.toString(QDate(value.year, value.month, value.day), "d MMMM yyyy")
    if isinstance(value, int | float):
        return locale.toString(value) if isinstance(value, int) else f"{value:g}".replace(".", locale.decimalPoint())
    if dated and (found := QDate.fromString(value, "yyyy-MM-dd")).isValid():
        return locale.toString(found, "d MMMM yyyy")
    return value or _tr(QT_TRANSLATE_NOOP("ConditionWords", "empty"))


def _joined(parts: Sequence[str], pattern: str) -> str:
    """``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return pattern.format(one=", ".join(parts[:-1]), other=parts[-1])


def capital(text: str) -> str:
    """Return a sentence with its first letter large."""
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ConditionWords", text)


class _Days(QObject):
    """Plurals: lupdate finds them in an object's ``tr`` only."""

    def opened(self, days: int) -> str:
        return self.tr("opened a mail in the last %n day(s)", "", days)

    def clicked(self, days: int) -> str:
        return self.tr("clicked in a mail in the last %n day(s)", "", days)

    def last(self, days: int) -> str:
        return self.tr("{name} was in the last %n day(s)", "", days)

    def next(self, days: int) -> str:
        return self.tr("{name} is in the next %n day(s)", "", days)


_COUNTED = _Days()
_FUNCTIONS: Mapping[str, Callable[[int], str]] = {"opened_since": _COUNTED.opened, "clicked_since": _COUNTED.clicked}
_DAYS: Mapping[Operator, Callable[[int], str]] = {"in_last_days": _COUNTED.last, "in_next_days": _COUNTED.next}
