"""What is wrong in a TOML file, in words for people who do not know TOML: file, line, key, what is expected."""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from templates.errors import InputError, Place
from templates.toml_places import KeyPath, key_places, stray_quote


class FieldValueError(InputError, ValueError):
    """A validator's own sentence about one value. The reader adds the place and fills ``{key}`` and ``{found}``."""

    def __str__(self) -> str:
        return self.pattern  # pydantic asks before the slots are filled


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
    "literal_error": InputError("`{key}` must be one of {expected}; it is {found}."),
    "enum": InputError("`{key}` must be one of {expected}; it is {found}."),
    "string_type": InputError("`{key}` must be a text in quotes; it is {found}."),
    "string_too_short": InputError("`{key}` must not be empty."),
    "string_pattern_mismatch": InputError("`{key}` must look like {pattern}; it is {found}."),
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
}
_OTHER_MISFIT = InputError("`{key}` does not fit ({reason}); it is {found}.")

# What to write where a key is missing, by what pydantic says of a value that is surely wrong.
_MISSING = {
    "literal_error": InputError("`{key}` is missing here.", advice="Give it one of {expected}."),
    "string_type": InputError("`{key}` is missing here.", advice='Add a line {name} = "text".'),
    "int_type": InputError("`{key}` is missing here.", advice="Add a line {name} = 12."),
    "float_type": InputError("`{key}` is missing here.", advice="Add a line {name} = 1.5."),
    "bool_type": InputError("`{key}` is missing here.", advice="Add a line {name} = true or {name} = false."),
    "list_type": InputError("`{key}` is missing here.", advice='Add a line {name} = ["one", "two"].'),
    "tuple_type": InputError("`{key}` is missing here.", advice='Add a line {name} = ["one", "two"].'),
    "model_type": InputError("`{key}` is missing here.", advice="Add a line [{key}] and its keys below."),
    "dict_type": InputError("`{key}` is missing here.", advice="Add a line [{key}] and its keys below."),
}
_MISSING_OTHER = InputError("`{key}` is missing here.")
_MISSPELT = InputError("`{key}` is missing here.", advice="Is `{near}` meant to be `{name}`?")

_UNKNOWN = InputError("`{key}` is not a key that this version knows; it is kept as it is.")
_UNKNOWN_NEAR = InputError(
    "`{key}` is not a key that this version knows; it is kept as it is.", advice="Is it meant to be `{near}`?"
)


@dataclass(frozen=True)
class Findings:
    """What pydantic found in a document, with what is needed to say where it stands and what was meant."""

    details: list[ErrorDetails]
    wanted: Mapping[KeyPath, ErrorDetails]  # for missing keys: what a surely wrong value there is told
    known: frozenset[str]  # the names that a misspelt key may have been meant to be


def syntax_error(error: tomllib.TOMLDecodeError, text: str, name: str) -> InputError:
    """Say in plain words why ``text`` is not TOML, and on which line."""
    said = str(error)
    match = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", said)
    reason = said[: match.start()] if match else said
    sentence = next((row for pattern, row in _SYNTAX if re.match(pattern, reason)), _OTHER_SYNTAX)
    if match and match[1]:
        place = Place(name, int(match[1]), int(match[2]))
    else:  # something is never closed; the end of the file is not where to look
        place = Place(name, *(stray_quote(text) or (len(text.splitlines()) or 1, None)))
    return _filled(sentence, place, reason=reason)


def misfits(findings: Findings, text: str, name: str) -> tuple[list[InputError], list[InputError]]:
    """Return a sentence with its place for each finding, in the file's order: (wrong or missing, merely unknown)."""
    places = key_places(text)
    wrong: list[InputError] = []
    unknown: list[InputError] = []
    for detail in findings.details:
        if detail["type"] == "extra_forbidden":
            unknown.append(_unknown(detail, findings, places, name))
        elif detail["type"] == "missing":
            wrong.append(_missing(detail, findings, places, name))
        else:
            wrong.append(_wrong(detail, places, name))
    return sorted(wrong, key=_reading_order), sorted(unknown, key=_reading_order)


def _reading_order(error: InputError) -> tuple[int, int]:
    return (error.place.line or 0, error.place.column or 0) if error.place else (0, 0)


def _unknown(detail: ErrorDetails, findings: Findings, places: Places, name: str) -> InputError:
    near = _near(detail["loc"][-1], findings.known)
    sentence = _UNKNOWN_NEAR if near else _UNKNOWN
    return _filled(sentence, _place(detail["loc"], places, name), key=_key(detail["loc"]), near=near)


def _missing(detail: ErrorDetails, findings: Findings, places: Places, name: str) -> InputError:
    """A required key that is not there; an unknown key beside it that looks alike is probably meant to be it."""
    loc = detail["loc"]
    unknown = [found["loc"] for found in findings.details if found["type"] == "extra_forbidden"]
    near = _near(loc[-1], (other[-1] for other in unknown if other[:-1] == loc[:-1]))
    wanted = findings.wanted.get(loc)
    sentence = _MISSPELT if near else _MISSING.get(wanted["type"] if wanted else "", _MISSING_OTHER)
    place = _place((*loc[:-1], near) if near else loc[:-1], places, name)
    expected = _expected(wanted.get("ctx", {})) if wanted else ""
    return _filled(sentence, place, key=_key(loc), name=loc[-1], near=near, expected=expected)


def _near(key: object, names: Iterable[object]) -> str:
    return "".join(difflib.get_close_matches(str(key), [str(other) for other in names], n=1, cutoff=_ALIKE))


def _wrong(detail: ErrorDetails, places: Places, name: str) -> InputError:
    context = dict(detail.get("ctx", {}))
    own = context.pop("error", None)
    sentence = own if isinstance(own, FieldValueError) else _MISFITS.get(detail["type"], _OTHER_MISFIT)
    found = {"found": _found(detail["input"]), "reason": detail["msg"], **context, "expected": _expected(context)}
    loc = _in_file(detail["loc"], places) or detail["loc"]
    return _filled(sentence, _place(loc, places, name), **{**found, "key": _key(loc), **sentence.values})


def _filled(sentence: InputError, place: Place, **values: object) -> InputError:
    return InputError(sentence.pattern, advice=sentence.advice_pattern, place=place, **values)


def _place(loc: KeyPath, places: Places, name: str) -> Place:
    """The place of the key, or of the nearest table around it that is written in the file."""
    return Place(name, *places.get(_in_file(loc, places), ()))


def _in_file(loc: KeyPath, places: Places) -> KeyPath:
    """The part of ``loc`` that the file has: pydantic adds steps of its own where a value may be of several types."""
    return next((loc[:length] for length in range(len(loc), 0, -1) if loc[:length] in places), ())


def _key(loc: KeyPath) -> str:
    """``("stages", 0, "use")`` as people count: ``stages[1].use``."""
    text = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in loc)
    return text.removeprefix(".")


def _expected(context: Mapping[str, Any]) -> str:
    """pydantic's ``'a', 'b' or 'c'`` as a plain list of words."""
    return ", ".join(re.findall(r"'([^']*)'", str(context.get("expected", "")))) or str(context.get("expected", ""))


def _found(value: object) -> str:
    """The value as it stands in the file, cut to a readable length."""
    if isinstance(value, (dict, list)):
        return "[…]" if isinstance(value, list) else "{…}"
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
