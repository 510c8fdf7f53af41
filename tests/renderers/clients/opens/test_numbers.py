"""Numbers as people and services write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.opens.numbers import number


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1234", 1234),
        ("1 234", 1234),
        ("1\u202f234\u00a0567", 1234567),
        ("1,234", 1234),
        ("1.234", 1234),
        ("1'234", 1234),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1.234.567", 1234567),
        ("0.312", 0.312),
        ("0,5", 0.5),
        ("31,2\u00a0%", 31.2),
        ("31.2%", 31.2),
        ("% 4", 4),
        ("< 0.1%", 0.1),
        ("12.50", 12.5),
    ],
)
def test_numbers_are_read(cell, value):
    """Blanks, points, commas and apostrophes, in either country's way."""
    assert number(cell) == pytest.approx(value)


def test_three_decimals_of_a_part():
    """In a column of percents, a sign before three digits is the decimal one."""
    assert number("31,234", is_share=True) == pytest.approx(31.234)


@pytest.mark.parametrize(
    "cell", ["", "-", "n/a", "2026-11-01", "iOS 17", "-3", "1,2.3,4", "12 h", "1..2", "%", "9" * 400]
)
def test_what_is_no_number(cell):
    """Nothing is guessed."""
    assert number(cell) is None


@given(st.text(max_size=12), st.booleans())
def test_any_cell_is_a_number_or_none(cell, is_share):
    """No text of a stranger breaks it, and no number is below nothing."""
    found = number(cell, is_share=is_share)
    assert found is None or found >= 0


@given(st.integers(0, 10**9))
def test_whole_numbers_in_every_way(n):
    """With any sign for thousands it is the same number."""
    assert {number(f"{n:,}".replace(",", sign)) for sign in (",", ".", "'", " ", "\u202f", "")} == {float(n)}
