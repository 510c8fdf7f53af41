"""What is wrong with the names of a template: missing values, wrong types, unknown names, what Mailjet minds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, NamedTuple

from templates.dynamic.name_finding import NameFinding
from templates.dynamic.usage import sentences
from templates.dynamic.usage.infer import needed
from templates.dynamic.usage.subject import Seen, Subject
from templates.dynamic.usage.use import ITEM, VARIABLE, Use, path_text
from templates.errors import TemplateError

# How alike two names are before one is taken for a misspelling of the other; less where something is wrong for sure.
_NEAR, _NEAR_ENOUGH = 0.78, 0.7
_MOST_NAMES = 400
_LONGEST = 60


def near(name: str, names: list[str], cutoff: float = _NEAR) -> str:
    """Return the name that ``name`` is most likely a misspelling of; "" for none."""
    if len(name) > _LONGEST:
        return ""
    by_plain = {
        one.replace("_", "").lower(): one for one in names[:_MOST_NAMES] if one != name and len(one) <= _LONGEST
    }
    found = get_close_matches(name.replace("_", "").lower(), by_plain, n=1, cutoff=cutoff)
    return by_plain[found[0]] if found else ""


# Values that are missing


def missing_values(subject: Subject, properties: Mapping[str, object]) -> Iterator[NameFinding]:
    """Yield an error for every value without which the mail of a data set cannot be made."""
    for namespace in (VARIABLE, "contact"):
        for seen in subject.names(namespace):
            sets = _missing_in(seen, subject)
            uses = [use for use in seen.node.uses if not use.safe] or seen.node.below
            if not sets or not uses:
                continue
            suggestion = "" if seen.is_known else suggested(seen, properties, all_names=True)
            yield subject.finding(
                "missing",
                "error",
                uses[0],
                sentences.MISSING,
                path=seen.path,
                sets=sets,
                suggestion=suggestion,
                defaults=[use for use in uses if use.path == seen.path],
                renames=seen.node.uses,
            )


def _missing_in(seen: Seen, subject: Subject) -> list[str]:
    sets = set(subject.missed.get(seen.path, ()))
    if ITEM not in seen.path and needed(seen.node)[0] and seen.node.uses:
        sets.update(seen.absent_in())
    return [name for name in subject.values if name in sets]


def suggested(seen: Seen, properties: Mapping[str, object], *, all_names: bool = False) -> str:
    """Return what the name of ``seen`` may be a misspelling of: a name beside it in the data that nobody uses.

    ``all_names``: one that the template uses elsewhere will do as well.
    """
    name = seen.path[-1]
    if len(seen.path) == 2 and seen.path[0] == VARIABLE and name in properties:
        return f"contact.{name}"
    held = {str(key) for objects in seen.around.values() for one in objects for key in one}
    found = near(name, sorted(held), _NEAR_ENOUGH) if all_names else near(name, sorted(held - seen.beside))
    return path_text((*seen.path[:-1], found)) if found else ""


def misspelt(subject: Subject, properties: Mapping[str, object]) -> Iterator[NameFinding]:
    """Yield a warning for what no data set has, where one of them has something of nearly that name."""
    for seen in subject.names(VARIABLE):
        if seen.is_known or not seen.node.uses or _missing_in(seen, subject):
            continue
        if suggestion := suggested(seen, properties):
            uses = seen.node.uses
            yield subject.finding(
                "misspelt", "warning", uses[0], sentences.MISSPELT, suggestion=suggestion, renames=uses
            )


# Values of the wrong type


def wrong_types(subject: Subject) -> Iterator[NameFinding]:
    """Yield an error for every value with which the template cannot do what it does."""
    for namespace in (VARIABLE, "contact"):
        for seen in subject.names(namespace):
            found = next(filter(None, (_wrong(seen, demand, subject) for demand in _demands(seen))), None)
            if found is not None:
                yield found


class _Demand(NamedTuple):
    """What a use asks of its value, and the sentence for a value that does not fit."""

    use: Use
    sentence: TemplateError
    fits: Callable[[Any], bool]


def _wrong(seen: Seen, demand: _Demand, subject: Subject) -> NameFinding | None:
    use, sentence, fits = demand
    wrong = {name: value for name, values in seen.values.items() for value in values if not fits(value)}
    if not wrong:
        return None
    sets = list(wrong)
    return subject.finding("wrong-type", "error", use, sentence, path=seen.path, sets=sets, value=wrong[sets[0]])


def _demands(seen: Seen) -> Iterator[_Demand]:
    """What the uses of a value ask of it, the strictest first."""
    loop = next((use for use in seen.node.uses if use.role == "loop"), None)
    if loop:
        yield _Demand(loop, sentences.NO_LIST, _is_list(loop))
    below = [use for use in seen.node.below if len(use.path) > len(seen.path) and not use.safe]
    if below and ITEM not in seen.node.children:
        yield _Demand(below[0], sentences.NO_OBJECT, _is_object)
    for use in seen.node.uses:
        if use.strict and use.kind == "number":
            yield _Demand(use, sentences.NO_NUMBER, _is_number)
        elif use.strict and use.kind == "date":
            yield _Demand(use, sentences.NO_DATE, _is_date)
        elif use.role == "print":
            yield _Demand(use, sentences.NOT_PLAIN, _is_plain)


def _is_list(loop: Use) -> Callable[[Any], bool]:
    """What is empty does no harm behind a condition that asks for it; a text is looped over by its letters."""
    return lambda value: isinstance(value, list | Mapping) or (not value and (loop.safe or value == ""))


def _is_object(value: Any) -> bool:
    return isinstance(value, Mapping) or not value


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) or value in ("", None)


def _is_date(value: Any) -> bool:
    try:
        return not value or isinstance(value, date) or bool(date.fromisoformat(str(value)[:10]))
    except ValueError:
        return False


def _is_plain(value: Any) -> bool:
    return not isinstance(value, list | Mapping)
