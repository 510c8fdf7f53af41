"""The lines of an export of opens by client: the names, and how many opens each had.

Services write such files in many ways, so nothing is taken for granted but that a client has a line: the delimiter, the
encoding, lines above the table, its heads, the order of its columns and how its numbers are written are found out.
"""

from __future__ import annotations

import csv
import io
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from renderers.clients.opens.columns import Columns, columns_of
from renderers.clients.opens.names import clients_named, is_total
from renderers.clients.opens.numbers import number
from templates.dynamic.contact_file import read_text_file
from templates.errors import InputError

MOST_LINES = 300
"""Names that are kept; the rest of a long tail is not listed, and so not matched."""
_DELIMITERS = ";\t|,"
_SAMPLE = 20_000  # characters in which a delimiter must occur

Row = Sequence[str]


@dataclass(frozen=True)
class _Table:
    rows: Sequence[Row]
    columns: Columns
    known: int
    """Rows whose name stands for a client."""


def read_export(path: Path) -> Mapping[str, float]:
    """Return the part of all opens by name, the largest first; together at most one.

    Percents that do not add up to a hundred are an export that lists the first few: the rest is nobody's. Raises
    InputError for a file without clients, LimitError for more than 100 MB, StorageError.
    """
    table = _best_table(read_text_file(path))
    if table is None or not table.known:
        raise InputError(
            "No e-mail clients are named in this file.",
            advice="It needs a line for each client: its name, and how many opens it had or which part of them.",
            place=path,
        )
    counts = _counts(table)
    whole = math.fsum(counts.values())
    if table.columns.is_share:
        whole = max(whole, 100.0 if whole > 1.5 else 1.0)  # 31.2 or 0.312
    if not whole:
        raise InputError("All numbers in this file are 0.", advice="Export a time with opens.", place=path)
    largest = sorted(counts.items(), key=lambda pair: -pair[1])[:MOST_LINES]
    return {name: count / whole for name, count in largest}


def _best_table(text: str) -> _Table | None:
    """The delimiter that gives the most rows with a client's name is the right one; the first among equals."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=") + 1:
        return _table(rest, first.strip()[-1])  # what Excel writes above its CSV
    tables = [_table(text, each) for each in _DELIMITERS if each in text[:_SAMPLE]] or [_table(text, ",")]
    return max(filter(None, tables), key=lambda table: table.known, default=None)


def _table(text: str, delimiter: str) -> _Table | None:
    rows = _rows(text, delimiter)
    columns = columns_of(rows)
    if columns is None:
        return None
    body = list(_body(rows[columns.begin :], columns))
    return _Table(body, columns, sum(bool(clients_named(columns.name_of(row))) for row in body[:MOST_LINES]))


def _rows(text: str, delimiter: str) -> list[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return [[cell.strip() for cell in row] for row in reader]
    except csv.Error:  # one huge cell: it is not a table of this delimiter
        return []


def _body(rows: Sequence[Row], columns: Columns) -> Iterator[Row]:
    """The rows of the table; behind a blank one, another head begins another table."""
    is_after_blank = False
    for row in rows:
        if not any(row):
            is_after_blank = True
            continue
        counts = columns.counts(row)
        if is_after_blank and not counts:
            return
        is_after_blank = False
        if counts and (name := columns.name_of(row)) and not is_total(name):
            yield row


def _counts(table: _Table) -> Mapping[str, float]:
    counts: defaultdict[str, float] = defaultdict(float)
    for row in table.rows:
        value = table.columns.value
        found = 1.0 if value is None else number(row[value], is_share=table.columns.is_share)
        counts[table.columns.name_of(row)] += found or 0.0
    return counts
