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
from templates.json_files import load_json, refuse_half_characters

MOST_CONTACTS = 1_000_000
MOST_CELLS = 20_000_000
_DELIMITERS = ";\t,|"
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # what Excel writes above its CSV
_HALF = re.compile(r"\\u[dD][89a-fA-F]")  # how JSON spells half a character; two halves are a whole one
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
            raise _broken(str(error), Place(str(path), line), reader.line_num - line) from None
        if any(map(str.strip, row)):
            yield line, row


def _broken(said: str, place: Place, more_lines: int) -> InputError:
    if "field limit" in said and not more_lines:
        return InputError(
            "A value in this line has more than {most} characters.",
            advice="Leave that column out.",
            place=place,
            most=csv.field_size_limit(),
        )
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
        found = load_json(text, path)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data" or text.lstrip()[:1] != "{":
            raise _no_json(error, Place(str(path), error.lineno, error.colno)) from None
        lines = enumerate(text.split("\n"), 1)
        found = [_json_line(line, Place(str(path), number)) for number, line in lines if line.strip()]
    if _HALF.search(text):
        refuse_half_characters(found, path)
    if isinstance(found, dict):
        named = [value for name, value in found.items() if name.lower() == "contacts"]
        found = named[0] if named else [found]
    if not isinstance(found, list):
        raise InputError("The contacts in this file are no list.", advice='Write [{{"email": …}}, …].', place=path)
    return found


def _json_line(line: str, place: Place) -> Any:
    try:
        return load_json(line, place)
    except json.JSONDecodeError as error:
        raise _no_json(error, place) from None


def _no_json(error: json.JSONDecodeError, place: Place) -> InputError:
    return InputError("This is not valid JSON ({reason}).", place=place, reason=error.msg)


def _check_contact(contact: Any, number: int, path: Path) -> None:
    if not isinstance(contact, dict):
        raise InputError(
            "Contact {number} of this file is no object.", advice='Write {{"email": …}}.', place=path, number=number
        )
    for name, value in contact.items():
        if isinstance(value, list) and any(isinstance(each, list) for each in value):
            raise InputError(
                "`{name}` of contact {number} holds a list in a list.",
                advice="A property is a text, a number, true, false or a list of texts.",
                place=path,
                name=name,
                number=number,
            )
        if not all(isinstance(each, _PLAIN) for each in (value if isinstance(value, list) else [value])):
            raise InputError(
                "`{name}` of contact {number} holds an object.",
                advice="A property is a text, a number, true, false or a list of texts.",
                place=path,
                name=name,
                number=number,
            )
