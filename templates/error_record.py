"""An error as a line of text that a database keeps, so that it can be said later in the reader's language."""

from __future__ import annotations

import json

from templates import errors
from templates.errors import MailwrightError, Place


def error_to_json(error: MailwrightError) -> str:
    """Return the error as JSON; values that JSON does not know become their text."""
    place = error.place
    record = {
        "kind": _kind(error),
        "pattern": error.pattern,
        "advice": error.advice_pattern,
        "place": [place.file, place.line, place.column] if place else None,
        "values": error.values,
    }
    return json.dumps(record, default=str, ensure_ascii=False)


def error_from_json(text: str) -> MailwrightError:
    """Return the error that ``error_to_json`` wrote; one of a kind that is gone is the general one."""
    record = json.loads(text)
    kind = getattr(errors, record["kind"] if hasattr(errors, record["kind"]) else "MailwrightError")
    place = Place(*record["place"]) if record["place"] else None
    made: MailwrightError = kind(record["pattern"], advice=record["advice"], place=place, **record["values"])
    return made


def _kind(error: MailwrightError) -> str:
    """The nearest kind that every version knows: packages have sub-kinds of their own."""
    name: str = next(each.__name__ for each in type(error).__mro__ if getattr(errors, each.__name__, None) is each)
    return name
