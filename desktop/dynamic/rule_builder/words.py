"""What operators, groups and types are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.dynamic.rule_builder.draft import Kind
from desktop.dynamic.rule_builder.names import BuilderName, Sort
from desktop.language import QT_TRANSLATE_NOOP
from templates.dynamic.rule.tree import Operator

OPERATORS: dict[Operator, str] = {
    "is": QT_TRANSLATE_NOOP("Rules", "is"),
    "is_not": QT_TRANSLATE_NOOP("Rules", "is not"),
    "contains": QT_TRANSLATE_NOOP("Rules", "contains"),
    "contains_not": QT_TRANSLATE_NOOP("Rules", "does not contain"),
    "starts_with": QT_TRANSLATE_NOOP("Rules", "starts with"),
    "ends_with": QT_TRANSLATE_NOOP("Rules", "ends with"),
    "in": QT_TRANSLATE_NOOP("Rules", "is one of"),
    "not_in": QT_TRANSLATE_NOOP("Rules", "is none of"),
    "less": QT_TRANSLATE_NOOP("Rules", "is less than"),
    "at_most": QT_TRANSLATE_NOOP("Rules", "is at most"),
    "more": QT_TRANSLATE_NOOP("Rules", "is more than"),
    "at_least": QT_TRANSLATE_NOOP("Rules", "is at least"),
    "between": QT_TRANSLATE_NOOP("Rules", "is between"),
    "before": QT_TRANSLATE_NOOP("Rules", "is before"),
    "after": QT_TRANSLATE_NOOP("Rules", "is after"),
    "in_last_days": QT_TRANSLATE_NOOP("Rules", "was in the last"),
    "in_next_days": QT_TRANSLATE_NOOP("Rules", "is in the next"),
    "exists": QT_TRANSLATE_NOOP("Rules", "has a value"),
    "exists_not": QT_TRANSLATE_NOOP("Rules", "has no value"),
    "true": QT_TRANSLATE_NOOP("Rules", "is yes"),
    "false": QT_TRANSLATE_NOOP("Rules", "is no"),
}
_OTHERWISE: dict[tuple[Sort, Operator], str] = {
    ("string", "true"): QT_TRANSLATE_NOOP("Rules", "is not empty"),
    ("string", "false"): QT_TRANSLATE_NOOP("Rules", "is empty"),
    ("list", "true"): QT_TRANSLATE_NOOP("Rules", "is not empty"),
    ("list", "false"): QT_TRANSLATE_NOOP("Rules", "is empty"),
    ("date", "is"): QT_TRANSLATE_NOOP("Rules", "is on"),
    ("date", "is_not"): QT_TRANSLATE_NOOP("Rules", "is not on"),
    ("date", "at_least"): QT_TRANSLATE_NOOP("Rules", "is on or after"),
    ("date", "at_most"): QT_TRANSLATE_NOOP("Rules", "is on or before"),
    ("list", "in"): QT_TRANSLATE_NOOP("Rules", "contains one of"),
    ("list", "not_in"): QT_TRANSLATE_NOOP("Rules", "contains none of"),
    ("segment", "true"): QT_TRANSLATE_NOOP("Rules", "includes them"),
    ("segment", "false"): QT_TRANSLATE_NOOP("Rules", "leaves them out"),
    ("activity", "true"): QT_TRANSLATE_NOOP("Rules", "in the last"),
    ("activity", "false"): QT_TRANSLATE_NOOP("Rules", "not in the last"),
}
KINDS: dict[Kind, str] = {
    "all": QT_TRANSLATE_NOOP("Rules", "All of these are true"),
    "any": QT_TRANSLATE_NOOP("Rules", "At least one of these is true"),
    "none": QT_TRANSLATE_NOOP("Rules", "None of these is true"),
    "not_all": QT_TRANSLATE_NOOP("Rules", "Not all of these are true"),
}
_JOINED: dict[Kind, str] = {
    "all": QT_TRANSLATE_NOOP("Rules", "and"),
    "any": QT_TRANSLATE_NOOP("Rules", "or"),
    "none": QT_TRANSLATE_NOOP("Rules", "nor"),
    "not_all": QT_TRANSLATE_NOOP("Rules", "and"),
}
_SORTS: dict[Sort, str] = {
    "string": QT_TRANSLATE_NOOP("Rules", "Text"),
    "integer": QT_TRANSLATE_NOOP("Rules", "Whole number"),
    "float": QT_TRANSLATE_NOOP("Rules", "Number"),
    "boolean": QT_TRANSLATE_NOOP("Rules", "Yes or no"),
    "date": QT_TRANSLATE_NOOP("Rules", "Date"),
    "list": QT_TRANSLATE_NOOP("Rules", "List"),
    "segment": QT_TRANSLATE_NOOP("Rules", "Segment"),
    "activity": QT_TRANSLATE_NOOP("Rules", "Activity"),
}
_ANSWERS = {"True": QT_TRANSLATE_NOOP("Rules", "yes"), "False": QT_TRANSLATE_NOOP("Rules", "no")}
_OTHER_QUESTIONS: dict[Sort, str] = {
    "string": QT_TRANSLATE_NOOP("Rules", "Choose another comparison, such as “is”, and write a text."),
    "integer": QT_TRANSLATE_NOOP("Rules", "Choose another comparison, such as “is at least”, and write a number."),
    "float": QT_TRANSLATE_NOOP("Rules", "Choose another comparison, such as “is at least”, and write a number."),
    "boolean": QT_TRANSLATE_NOOP("Rules", "Choose “is yes” or “is no”."),
    "date": QT_TRANSLATE_NOOP("Rules", "Choose another comparison, such as “is before”, and a day."),
    "list": QT_TRANSLATE_NOOP("Rules", "Choose another comparison, such as “contains”."),
}
ICONS: dict[Sort, str] = {
    "string": "type",
    "integer": "hash",
    "float": "hash",
    "boolean": "toggle-left",
    "date": "calendar",
    "list": "list",
    "segment": "users",
    "activity": "mouse-pointer-click",
}


def operator_title(operator: Operator, sort: Sort) -> str:
    """What an operator is called beside a property of that sort."""
    return _said(_OTHERWISE.get((sort, operator)) or OPERATORS[operator])


def kind_title(kind: Kind) -> str:
    """What a group asks of its parts."""
    return _said(KINDS[kind])


def joined(kind: Kind) -> str:
    """The word between two parts of a group."""
    return _said(_JOINED[kind])


def sort_title(sort: Sort) -> str:
    """What a type is called."""
    return _said(_SORTS[sort])


def sample_words(name: BuilderName) -> list[str]:
    """Values that a property has, as people say them: yes comes before no."""
    if name.sort != "boolean":
        return list(name.samples)
    return [_said(_ANSWERS[one]) if one in _ANSWERS else one for one in sorted(name.samples, reverse=True)]


def other_question(sort: Sort) -> str:
    """What to choose in a row whose comparison does not fit its property."""
    return _said(_OTHER_QUESTIONS[sort]) if sort in _OTHER_QUESTIONS else ""


def _said(words: str) -> str:
    return QCoreApplication.translate("Rules", words)
