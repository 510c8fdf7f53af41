"""Contacts out of a file that somebody exported: CSV in the usual spellings, or JSON; typed by ``contacts.toml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from templates.dynamic.contact_names import property_names
from templates.dynamic.contact_rows import Rows, csv_rows, empty, json_rows
from templates.dynamic.contact_table import ContactTable
from templates.dynamic.properties import PropertyType
from templates.dynamic.typed import inferred_type, typed
from templates.errors import InputError, LimitError
from templates.files import storage_errors

MOST_BYTES = 100 * 1024**2
MOST_COLUMNS = 500
SUFFIXES = (".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson")
CONTACT_FILES = ("contacts.csv", "contacts.json", "contacts.jsonl")  # beside workspace.toml, tried in this order

_ARCHIVE = b"PK\x03\x04"  # what spreadsheets begin with
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_contacts(path: Path, types: Mapping[str, PropertyType]) -> ContactTable:
    """Return the contacts in ``path``; 100,000 take a few seconds, so not on the GUI thread.

    Raises InputError with the line of what is wrong, LimitError for more than 100 MB or a million contacts,
    StorageError.
    """
    return parse_contacts(_bytes_of(path), types, path)


def parse_contacts(data: bytes, types: Mapping[str, PropertyType], path: Path) -> ContactTable:
    """Return the contacts in the content of ``path``. Raises like ``read_contacts``."""
    text = _text_of(data, path)
    if not text.strip():
        raise empty(path)
    rows = json_rows(text, path) if text.lstrip()[:1] in {"{", "["} else csv_rows(text, path)
    if len(rows.names) > MOST_COLUMNS:
        raise LimitError("This file has more than {most} columns.", place=path, most=MOST_COLUMNS)
    return _table(rows, types, path)


def read_text_file(path: Path) -> str:
    """Return the text of a table that somebody exported, in whichever encoding. Raises like ``read_contacts``."""
    return _text_of(_bytes_of(path), path)


def _table(rows: Rows, types: Mapping[str, PropertyType], path: Path) -> ContactTable:
    names = property_names(rows.names, types)
    columns = {}
    for place, name in enumerate(names):
        columns[name] = _column([row[place] for row in rows.cells], types.get(name))
    return ContactTable(columns, len(rows.cells), path.name)


def _column(cells: Sequence[Any], known: PropertyType | None) -> list[Any]:
    values = [cell.strip() if isinstance(cell, str) else cell for cell in cells]
    wanted = known or inferred_type(values)
    return [typed(value, wanted) for value in values]


def _bytes_of(path: Path) -> bytes:
    with storage_errors(path), path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise LimitError(
            "This file is too large for a preview: at most {most} MB are read.",
            advice="Take a part of the contacts.",
            place=path,
            most=MOST_BYTES // 1024**2,
        )
    return data


def _text_of(data: bytes, path: Path) -> str:
    """Decode by the byte order mark, else as UTF-8; what is neither comes from a spreadsheet of western Windows."""
    if data.startswith(_ARCHIVE):
        raise InputError("This is a spreadsheet.", advice="Save it as CSV, then choose that file.", place=path)
    if data.startswith(_UTF_16):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise InputError("This is no text file.", advice="Choose a CSV or JSON file.", place=path)
    return text
