"""Data sets as people write them: JSON objects, read with the line and column of what is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NoReturn

from templates.errors import InputError, Place
from templates.files import read_text

MOST = 10 * 1024**2  # bytes of a data set; what a mail shows fits in a few kilobytes

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
        data = json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise _broken(error, path) from None
    except RecursionError:
        raise InputError("This data nests its lists or objects too deep.", place=path) from None
    except ValueError as error:
        raise InputError("This data holds a number that cannot be used ({reason}).", place=path, reason=error) from None
    if not isinstance(data, dict):
        raise InputError(
            "A data set must be an object.", advice='Put it in {{"name": …}}.', place=Place(str(path), 1, 1)
        )
    _refuse_half_characters(data, path)
    return data


def _refuse_half_characters(data: object, path: Path) -> None:
    """JSON can spell one half of a surrogate pair, which no file, page or mail can hold."""
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        half = ascii(error.object[error.start])
        raise InputError("This data holds half a character ({half}).", place=path, half=half) from None


def _no_constant(name: str) -> NoReturn:
    """NaN and Infinity are Python's own: no other JSON reader takes them."""
    raise ValueError(name)


def _broken(error: json.JSONDecodeError, path: Path) -> InputError:
    sentence = _SAID.get(error.msg, _OTHER)
    place = Place(str(path), error.lineno, error.colno)
    return InputError(sentence.pattern, advice=sentence.advice_pattern, place=place, reason=error.msg)
