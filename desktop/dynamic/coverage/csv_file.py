"""The coverage table as a CSV file, for a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.dynamic.coverage.model import COUNT, CoverageModel
from desktop.dynamic.coverage.words import cell_words
from desktop.language import current_language
from templates.spreadsheet import csv_text


def coverage_csv(model: CoverageModel, first: str) -> str:
    """Return the table with a row for each section; ``first`` is the heading of their names.

    A cell says in words what the table shows by signs, with the number of contacts behind it where they were counted.
    """
    columns = range(model.columnCount())
    head = [first, *(str(model.headerData(each, Qt.Orientation.Horizontal)) for each in columns)]
    rows = [[model.name(row), *(_cell(model, row, each) for each in columns)] for row in range(model.rowCount())]
    return csv_text([head, *rows], current_language())


def _cell(model: CoverageModel, row: int, column: int) -> str:
    cell = model.cell(row, column)
    count = model.index(row, column).data(COUNT)
    said = cell_words(cell, model.titles) if cell is not None else ""
    return said if count is None else f"{said} ({count})"
