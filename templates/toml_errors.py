"""What is wrong in a TOML file, in words for people who do not know TOML: file, line, key, what is expected."""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic_core import ErrorDetails

from templates.errors import InputError, Place
from templates.toml_places import KeyPath, key_places


class FieldValueError(InputError, ValueError):
    """A validator's own sentence about one value. The reader adds the place and fills ``{key}`` and ``{found}``."""


Places = Mapping[KeyPath, tuple[int, int]]

_ALIKE = 0.75  # how like a known key (difflib's ratio) an unknown one must look to be called misspelt
_SHOWN = 60  # characters of a wrong value that a message repeats

# What tomllib says, and what a designer is told. The first row that matches counts.
_SYNTAX = (
    (
        r"Expected '=' after a key",
        InputError("This line has no `=` between key and value.", advice='Write it as key = "text".'),
    ),
    (
        r"Unterminated string|Expected \"'\"|Illegal character '\\n'",
        InputError("The quote that closes this text is missing.", advice="Put a quote behind the last letter."),
    ),
    (
        r"Invalid value",
        InputError("The value is missing, or is a text without quotes.", advice='Write it as key = "text".'),
    ),
    (
        r"Expected newline",
        InputError("Something stands behind the value.", advice="Put the text in quotes, and each key on one line."),
    ),
    (
        r"Cannot overwrite a value|Cannot mutate immutable namespace",
        InputError("This key is given twice.", advice="Delete one of the two lines."),
    ),
    (
        r"Cannot declare .* twice",
        InputError("This table is given twice.", advice="Join the two under one heading."),
    ),
    (
        r"Unclosed|Expected '\]",
        InputError("A bracket is opened here and never closed.", advice="Add the closing bracket."),
    ),
)
_OTHER_SYNTAX = InputError("This line is not valid TOML ({reason}).", advice='Write it as key = "text".')

# What pydantic calls a misfit, and what a designer is told.
_MISFITS = {
    "missing": InputError("`{key}` is missing here."),
    "literal_error": InputError("`{key}` must be one of {expected}; it is {found}."),
    "enum": InputError("`{key}` must be one of {expected}; it is {found}."),
    "string_type": InputError("`{key}` must be a text in quotes; it is {found}."),
    "int_type": InputError("`{key}` must be a whole number; it is {found}."),
    "int_parsing": InputError("`{key}` must be a whole number; it is {found}."),
    "int_from_float": InputError("`{key}` must be a whole number; it is {found}."),
    "float_type": InputError("`{key}` must be a number; it is {found}."),
    "float_parsing": InputError("`{key}` must be a number; it is {found}."),
    "bool_type": InputError("`{key}` must be true or false; it is {found}."),
    "bool_parsing": InputError("`{key}` must be true or false; it is {found}."),
    "list_type": InputError('`{key}` must be a list such as ["one", "two"]; it is {found}.'),
    "tuple_type": InputError('`{key}` must be a list such as ["one", "two"]; it is {found}.'),
    "dict_type": InputError("`{key}` must be a table: a line [{key}] and its keys below; it is {found}."),
    "model_type": InputError("`{key}` must be a table: a line [{key}] and its keys below; it is {found}."),
    "greater_than": InputError("`{key}` must be more than {gt}; it is {found}."),
    "greater_than_equal": InputError("`{key}` must be {ge} or more; it is {found}."),
    "less_than": InputError("`{key}` must be less than {lt}; it is {found}."),
    "less_than_equal": InputError("`{key}` must be {le} or less; it is {found}."),
    "extra_forbidden": InputError("`{key}` is not a key that this version knows; it is kept as it is."),
}
_OTHER_MISFIT = InputError("`{key}` does not fit ({reason}); it is {found}.")
_MISSPELT = InputError("`{key}` is missing here.", advice="Is `{near}` meant to be `{key}`?")
_MISSPELT_EXTRA = InputError(
    "`{key}` is not a key that this version knows; it is kept as it is.", advice="Is it meant to be `{near}`?"
)


def syntax_error(error: tomllib.TOMLDecodeError, text: str, name: str) -> InputError:
    """Say in plain words why ``text`` is not TOML, and on which line."""
    said = str(error)
    match = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", said)
    reason = said[: match.start()] if match else said
    # Python before 3.14 names the end of the file for a text that is never closed.
    line, column = (int(match[1]), int(match[2])) if match and match[1] else (len(text.splitlines()) or 1, None)
    sentence = next((row for pattern, row in _SYNTAX if re.match(pattern, reason)), _OTHER_SYNTAX)
    return _filled(sentence, Place(name, line, column), reason=reason)


def misfits(
    details: Iterable[ErrorDetails], text: str, name: str, known: Iterable[str]
) -> tuple[list[InputError], list[InputError]]:
    """Turn what pydantic found into sentences with lines, in the file's order: (wrong or missing, merely unknown).

    ``known`` are the names a misspelt key may have been meant to be.
    """
    places = key_places(text)
    wrong: list[InputError] = []
    unknown: list[InputError] = []
    details = list(details)
    for detail in details:
        if detail["type"] == "extra_forbidden":
            unknown.append(_unknown(detail, places, name, known))
        elif detail["type"] == "missing":
            wrong.append(_missing(detail, details, places, name))
        else:
            wrong.append(_wrong(detail, places, name))
    return sorted(wrong, key=_reading_order), sorted(unknown, key=_reading_order)


def _reading_order(error: InputError) -> tuple[int, int]:
    place = error.place
    return (place.line or 0, place.column or 0) if place else (0, 0)


def _unknown(detail: ErrorDetails, places: Places, name: str, known: Iterable[str]) -> InputError:
    near = difflib.get_close_matches(str(detail["loc"][-1]), list(known), n=1, cutoff=_ALIKE)
    sentence = _MISSPELT_EXTRA if near else _MISFITS["extra_forbidden"]
    return _filled(sentence, _place(detail["loc"], places, name), key=_key(detail["loc"]), near="".join(near))


def _missing(detail: ErrorDetails, details: list[ErrorDetails], places: Places, name: str) -> InputError:
    """A required key that is not there; an unknown key beside it that looks alike is probably meant to be it."""
    *table, key = detail["loc"]
    unknown = [d["loc"] for d in details if d["type"] == "extra_forbidden" and list(d["loc"][:-1]) == table]
    near = difflib.get_close_matches(str(key), [str(loc[-1]) for loc in unknown], n=1, cutoff=_ALIKE)
    at = (*table, *near)
    sentence = _MISSPELT if near else _MISFITS["missing"]
    return _filled(sentence, _place(at, places, name), key=_key(detail["loc"]), near="".join(near))


def _wrong(detail: ErrorDetails, places: Places, name: str) -> InputError:
    context = dict(detail.get("ctx", {}))
    own = context.pop("error", None)
    sentence = own if isinstance(own, FieldValueError) else _MISFITS.get(detail["type"], _OTHER_MISFIT)
    place = _place(detail["loc"], places, name)
    values = {**context, "expected": _expected(context), "reason": detail["msg"], **sentence.values}
    return _filled(sentence, place, key=_key(detail["loc"]), found=_found(detail["input"]), **values)


def _filled(sentence: InputError, place: Place, **values: object) -> InputError:
    return InputError(sentence.pattern, advice=sentence.advice_pattern, place=place, **values)


def _place(loc: KeyPath, places: Places, name: str) -> Place:
    """The place of the key, or of the nearest table around it that is written in the file."""
    for length in range(len(loc), 0, -1):
        if loc[:length] in places:
            return Place(name, *places[loc[:length]])
    return Place(name)


def _key(loc: KeyPath) -> str:
    """``("stages", 0, "use")`` as people count: ``stages[1].use``."""
    text = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in loc)
    return text.removeprefix(".")


def _expected(context: Mapping[str, Any]) -> str:
    """pydantic's ``'a', 'b' or 'c'`` as a plain list of words."""
    return ", ".join(re.findall(r"'([^']*)'", str(context.get("expected", "")))) or str(context.get("expected", ""))


def _found(value: object) -> str:
    """The value as it stands in the file, cut to a readable length."""
    kinds = {dict: "a table", list: "a list"}
    for kind, words in kinds.items():
        if isinstance(value, kind):
            return words
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
