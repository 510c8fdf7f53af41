"""Data sets as people write them: JSON objects, read with the line and column of what is wrong."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any, NoReturn

from templates.errors import InputError, Place
from templates.files import read_text

MOST = 10 * 1024**2  # bytes of a data set; what a mail shows fits in a few kilobytes
DIGITS = 2_000  # of a number, as in templates

# What json says, and what a designer is told.
_SAID = {
    "Expecting property name enclosed in double quotes": InputError(
        "A name in double quotes is expected here.", advice='Write "name": value, and no comma behind the last one.'
    ),
    "Illegal trailing comma before end of object": InputError("The comma before this bracket is one too many."),
    "Illegal trailing comma before end of array": InputError("The comma before this bracket is one too many."),
    "Expecting ',' delimiter": InputError("A comma is missing before this, or a bracket is not closed."),
    "Expecting ':' delimiter": InputError("A colon is missing between name and value."),
    "Expecting value": InputError(
        "A value is expected here.", advice='Write a "text", a number, true, false, null, [a list] or {{an object}}.'
    ),
    "Unterminated string starting at": InputError("The quote that closes this text is missing."),
    "Invalid control character at": InputError("A text may not run over the end of its line.", advice=r"Write \n."),
    "Invalid \\escape": InputError("A single \\ is not allowed in a text.", advice=r"Write \\ instead."),
    "Extra data": InputError("Something follows the last bracket.", advice="Delete it: a data set is one object."),
}
_OTHER = InputError("This is not valid JSON ({reason}).")


def read_data(path: Path) -> dict[str, Any]:
    """Return the JSON object in ``path``.

    Raises InputError with file, line and column when it is broken, too large, too deep or no object; StorageError.
    """
    return parse_data(read_text(path, most=MOST), path)


def parse_data(text: str, path: Path) -> dict[str, Any]:
    """Return the JSON object that ``text`` is; ``path`` is the file that messages name. Raises like ``read_data``."""
    try:
        data = load_json(text, path)
    except json.JSONDecodeError as error:
        raise _broken(error, path) from None
    if not isinstance(data, dict):
        raise InputError(
            "A data set must be an object.", advice='Put it in {{"name": …}}.', place=Place(str(path), 1, 1)
        )
    refuse_half_characters(data, path)
    return data


def load_json(text: str, place: Path | Place) -> Any:
    """Return what ``text`` says in JSON.

    Raises InputError with ``place`` where it nests too deep or holds a number that nothing can compute with, Python's
    own JSONDecodeError for what is no JSON.
    """
    try:
        return json.loads(text, parse_constant=_unusable, parse_float=_finite, parse_int=_whole)
    except json.JSONDecodeError:
        raise
    except RecursionError:
        raise InputError("This data nests its lists or objects too deep.", place=place) from None
    except ValueError as error:
        raise InputError(
            "This data holds a number that cannot be used ({reason}).", place=place, reason=error
        ) from None


def refuse_half_characters(data: object, path: Path) -> None:
    """Raise InputError where there is one half of a surrogate pair: JSON can spell it, no page or mail can hold it."""
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        half = ascii(error.object[error.start])
        raise InputError("This data holds half a character ({half}).", place=path, half=half) from None


def _finite(number: str) -> float:
    value = float(number)
    return _unusable(number) if math.isinf(value) else value


def _whole(number: str) -> int:
    return int(number) if len(number) <= DIGITS else _unusable(number)


def _unusable(number: str) -> NoReturn:
    """NaN and Infinity are Python's own: no other JSON reader takes them. 1e999 would become the latter."""
    raise ValueError(number if len(number) <= 20 else f"{number[:20]}…")


def _broken(error: json.JSONDecodeError, path: Path) -> InputError:
    sentence = _SAID.get(error.msg, _OTHER)
    place = Place(str(path), error.lineno, error.colno)
    return InputError(sentence.pattern, advice=sentence.advice_pattern, place=place, reason=error.msg)
