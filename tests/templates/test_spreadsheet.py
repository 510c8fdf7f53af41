"""Cells that no spreadsheet computes, and files that it opens as they are meant."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.spreadsheet import BOM, csv_text, guarded, unguarded

FORMULAS = ("=", "+", "-", "@", "\t")
HOSTILE = st.text(alphabet="=+-@;,|\"' \t\r\nax1", max_size=12)


def read(text: str, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix(BOM), newline=""), delimiter=separator))


@pytest.mark.parametrize("text", ["=1+1", "+33 1", "-2", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "\r\n@x"])
def test_a_text_that_begins_like_a_formula_is_told_as_a_text(text):
    """An apostrophe stands before it."""
    assert guarded(text).startswith("'")


def test_other_texts_and_numbers_stay():
    """A negative number is a number, and a dash inside a text is a dash."""
    assert csv_text([["A – b", -12, "a-b = c", "50 % + x"]], "en") == BOM + "A – b,-12,a-b = c,50 % + x\r\n"


def test_a_file_opens_by_a_double_click_in_each_language():
    """Semicolons where the comma is the decimal sign; a byte order mark, so that é stays é."""
    rows = [["é", "a,b", "c;d"]]
    assert csv_text(rows, "fr") == '\ufeffé;a,b;"c;d"\r\n'
    assert csv_text(rows, "en") == '\ufeffé,"a,b",c;d\r\n'


def test_a_cell_is_one_line():
    """A note of several lines does not tear its row apart."""
    assert guarded(" two\r\n\tlines ") == "two lines"


@given(st.lists(HOSTILE, min_size=1, max_size=4), st.sampled_from(["fr", "en"]), st.sampled_from(",;"))
def test_no_cell_is_computed_whichever_separator_the_spreadsheet_takes(cells, language, separator):
    """A file of the other language is torn at other places, and what then begins a cell is harmless too."""
    for row in read(csv_text([cells], language), separator):
        assert [cell for cell in row if cell.startswith(FORMULAS)] == []


@given(HOSTILE)
def test_what_was_guarded_is_found_again(text):
    """Undone, it is the text in one line."""
    assert unguarded(guarded(text)) == " ".join(text.split())
