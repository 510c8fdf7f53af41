"""The names and cells of a contact file, as it writes them: CSV with any of the usual delimiters, or JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from templates.errors import InputError, LimitError, Place

MOST_CONTACTS = 1_000_000
MOST_CELLS = 20_000_000
_DELIMITERS = ";\t,"
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # what Excel writes above its CSV
_PLAIN = (str, int, float, bool, type(None))


@dataclass(frozen=True)
class Rows:
    """The names of the columns, and for each contact as many cells: texts, or what JSON has; None for nothing."""

    names: Sequence[str]
    cells: Sequence[Sequence[Any]]


def csv_rows(text: str, path: Path) -> Rows:
    """Return the rows of a CSV; the first line has the names. Raises InputError and LimitError with the line."""
    separator = _SEPARATOR.match(text)
    delimiter = separator[1] if separator else _delimiter(text)
    lines = _csv_lines(text, delimiter, path)
    if separator:
        next(lines)
    _, names = next(lines, (0, []))
    if not names:
        raise empty(path)
    width = len(names)
    cells: list[Sequence[Any]] = []
    for line, row in lines:
        if len(row) > width:
            _check_width(row, width, Place(str(path), line))
        cells.append([*row[:width], *[""] * (width - len(row))] if len(row) != width else row)
        _check_count(len(cells), width, path)
    return Rows(names, cells)


def json_rows(text: str, path: Path) -> Rows:
    """Return the rows of a list of objects, of ``{"contacts": […]}`` or of one object a line.

    Raises InputError and LimitError with the line, or the number of the contact.
    """
    contacts = _contacts(text, path)
    names: dict[str, int] = {}
    for number, contact in enumerate(contacts, 1):
        _check_contact(contact, number, path)
        for name in contact:
            names.setdefault(str(name), len(names))
        _check_count(number, len(names), path)
    return Rows(list(names), [[contact.get(name) for name in names] for contact in contacts])


def empty(path: Path) -> InputError:
    """Return the error for a file in which there is nothing."""
    return InputError(
        "This file is empty.", advice="It needs a line with names, and a line for each contact.", place=path
    )


def _delimiter(text: str) -> str:
    """The one that is most frequent in the line of names, outside quotes."""
    head = _QUOTED.sub("", text[:20_000]).lstrip("\r\n ").partition("\n")[0]
    return max(_DELIMITERS, key=head.count) if any(each in head for each in _DELIMITERS) else ","


def _csv_lines(text: str, delimiter: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not blank with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _broken(str(error), Place(str(path), line)) from None
        if any(map(str.strip, row)):
            yield line, row


def _broken(said: str, place: Place) -> InputError:
    if "end of data" in said or "field limit" in said:
        return InputError(
            "A quote that is opened in this line is never closed.",
            advice='Write "" for a quote in a text.',
            place=place,
        )
    return InputError("The quotes in this line do not fit.", advice='Write "" for a quote in a text.', place=place)


def _check_width(row: Sequence[str], width: int, place: Place) -> None:
    if any(map(str.strip, row[width:])):
        raise InputError(
            "This line has {count} values, and the first line has {names} names.",
            advice="Put a text with a comma or semicolon into quotes.",
            place=place,
            count=len(row),
            names=width,
        )


def _check_count(contacts: int, columns: int, path: Path) -> None:
    if contacts > MOST_CONTACTS or contacts * columns > MOST_CELLS:
        raise LimitError(
            "This file has more contacts than a preview can take.", advice="Take a part of the contacts.", place=path
        )


def _contacts(text: str, path: Path) -> list[Any]:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and text.lstrip()[:1] == "{":
            return [_json_line(line, number, path) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        raise _no_json(error.msg, Place(str(path), error.lineno, error.colno)) from None
    except (RecursionError, ValueError) as error:
        raise InputError("This file cannot be read as JSON ({reason}).", place=path, reason=error) from None
    if isinstance(found, dict):
        named = [value for name, value in found.items() if name.lower() == "contacts"]
        found = named[0] if named else [found]
    if not isinstance(found, list):
        raise InputError("The contacts in this file are no list.", advice='Write [{{"email": …}}, …].', place=path)
    return found


def _json_line(line: str, number: int, path: Path) -> Any:
    try:
        return json.loads(line)
    except (RecursionError, ValueError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise _no_json(reason, Place(str(path), number)) from None


def _no_json(reason: str, place: Place) -> InputError:
    return InputError("This is not valid JSON ({reason}).", place=place, reason=reason)


def _check_contact(contact: Any, number: int, path: Path) -> None:
    if not isinstance(contact, dict):
        raise InputError(
            "Contact {number} of this file is no object.", advice='Write {{"email": …}}.', place=path, number=number
        )
    for name, value in contact.items():
        fits = all(isinstance(each, _PLAIN) for each in value) if isinstance(value, list) else isinstance(value, _PLAIN)
        if not fits:
            raise InputError(
                "`{name}` of contact {number} holds an object.",
                advice="A property is a text, a number, true, false or a list of texts.",
                place=path,
                name=name,
                number=number,
            )
