"""A table from the clipboard, as spreadsheets put it there, or as CSV: rows of cells, and values for a list."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from templates.data.editors import MISSING
from templates.data.entered import entered
from templates.dynamic.shape import Kind

MOST_ROWS = 5000
MOST_CELLS = 100_000
_MOST = 5_000_000  # characters; what is behind them is left out
_SEPARATORS = ("\t", ";", ",")


def cells_of(text: str) -> list[list[str]]:
    """Return the cells by row; a text without separators and line breaks is one cell.

    At most ``MOST_ROWS`` rows and ``MOST_CELLS`` cells are read; empty lines are none.
    """
    lines = text[:_MOST].strip("\r\n").replace("\0", "")
    first = lines.partition("\n")[0]
    separator = next((mark for mark in _SEPARATORS if mark in first), "\t")
    if "\n" not in lines and separator != "\t":
        return [[lines]]  # a sentence with a comma in it
    found: list[list[str]] = []
    count = 0
    try:
        for row in csv.reader(io.StringIO(lines), delimiter=separator):
            count += len(row)
            if len(found) >= MOST_ROWS or count > MOST_CELLS:
                break
            if any(cell.strip() for cell in row):
                found.append(row)
    except csv.Error:  # a cell longer than any value is
        return found
    return found


def has_heading(cells: Sequence[Sequence[str]], names: Sequence[str]) -> bool:
    """Return whether the first row names columns: at least half of its cells are names that are known."""
    known = {_plain(name) for name in names}
    heading = cells[0] if len(cells) > 1 else ()
    return bool(heading) and 2 * sum(_plain(cell) in known for cell in heading) >= len(heading)


def rows_of(cells: Sequence[Sequence[str]], columns: Mapping[str, Kind], *, start: int = 0) -> list[dict[str, Any]]:
    """Return the rows as objects: by their heading where there is one, else by the order from column ``start`` on.

    ``columns`` are the names and kinds of the list that they are for. Empty cells are no values.
    """
    names = list(columns)
    if has_heading(cells, names):
        by_plain = {_plain(name): name for name in names}
        heading = [by_plain.get(_plain(cell), cell.strip()) for cell in cells[0]]
        body = cells[1:]
    else:
        heading, body = names[start:], cells
    return [_row(heading, row, columns) for row in body]


def _row(heading: Sequence[str], row: Sequence[str], columns: Mapping[str, Kind]) -> dict[str, Any]:
    values = {name: entered(cell, columns.get(name, "text")) for name, cell in zip(heading, row, strict=False) if name}
    return {name: value for name, value in values.items() if value is not MISSING}


def _plain(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
