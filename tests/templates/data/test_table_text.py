"""Tables from the clipboard."""

from __future__ import annotations

from templates.data.table_text import MOST_CELLS, MOST_ROWS, cells_of, has_heading, rows_of
from templates.dynamic.shape import Kind

COLUMNS: dict[str, Kind] = {"name": "text", "old_price": "number", "sold_out": "boolean"}


def test_a_spreadsheet_copies_tabs() -> None:
    """Cells are between tabs; quotes hold line breaks together; empty lines are none."""
    assert cells_of('a\t"b\nc"\r\n\r\nd\t\r\n') == [["a", "b\nc"], ["d", ""]]


def test_csv_has_commas_or_semicolons() -> None:
    """The first line decides; one line alone is a sentence."""
    assert cells_of("a;b\n1,5;2") == [["a", "b"], ["1,5", "2"]]
    assert cells_of("a,b\n1,2") == [["a", "b"], ["1", "2"]]
    assert cells_of("Hello, you; there") == [["Hello, you; there"]]


def test_a_heading_names_the_columns() -> None:
    """However it is written; the values are of their kinds, a column that is new comes along."""
    cells = cells_of("Old price\tNAME\tsold-out\tNote\n12,5\tMug\toui\tnew\n\tBag\t\t")
    assert has_heading(cells, list(COLUMNS))
    assert rows_of(cells, COLUMNS) == [
        {"old_price": 12.5, "name": "Mug", "sold_out": True, "Note": "new"},
        {"name": "Bag"},
    ]


def test_without_a_heading_the_order_counts() -> None:
    """From a column on; what is beyond the last one is left out."""
    assert rows_of(cells_of("3\tyes\tmore"), COLUMNS, start=1) == [{"old_price": 3, "sold_out": True}]


def test_a_huge_table_is_cut() -> None:
    """No more rows and cells than a mail could ever show."""
    assert len(cells_of("x\ty\n" * (MOST_ROWS + 10))) == MOST_ROWS
    assert len(cells_of("\t".join("x" * 1000) + "\n" + ("\t" * 999 + "\n") * 200)) <= MOST_CELLS // 1000 + 1
