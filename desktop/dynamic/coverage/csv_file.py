"""The coverage table as a CSV file, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from PySide6.QtCore import Qt

from desktop.dynamic.coverage.model import COUNT, CoverageModel
from desktop.dynamic.coverage.words import cell_words

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def coverage_csv(model: CoverageModel, first: str) -> str:
    """Return the table with a row for each section; ``first`` is the heading of their names.

    A cell says in words what the table shows by signs, with the number of contacts behind it where they were counted.
    """
    out = io.StringIO()
    rows = csv.writer(out)
    columns = range(model.columnCount())
    rows.writerow([first, *(_safe(str(model.headerData(each, Qt.Orientation.Horizontal))) for each in columns)])
    for row in range(model.rowCount()):
        rows.writerow([_safe(model.name(row)), *(_cell(model, row, each) for each in columns)])
    return out.getvalue()


def _cell(model: CoverageModel, row: int, column: int) -> str:
    cell = model.cell(row, column)
    count = model.index(row, column).data(COUNT)
    said = cell_words(cell, model.titles) if cell is not None else ""
    return _safe(said if count is None else f"{said} ({count})")


def _safe(text: str) -> str:
    """A spreadsheet would compute what begins like a formula."""
    return f"'{text}" if text.startswith(_FORMULAS) else text
