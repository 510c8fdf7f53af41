"""What the builder offers for each type, and what people type."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from templates.dynamic.properties import PropertyType
from templates.dynamic.rule.operators import operators_for, takes, value_from_words
from templates.dynamic.rule.tree import Operator
from templates.errors import InputError


def test_every_operator_is_offered_somewhere():
    """No question of the language is out of the builder's reach."""
    types = [*get_args(PropertyType), "segment"]
    assert {operator for one in types for operator in operators_for(one)} == set(get_args(Operator))


def test_what_an_operator_takes():
    """None, one, two, several values, or days."""
    assert [takes(operator) for operator in ("exists", "is", "between", "in", "in_last_days")] == [
        "nothing",
        "one",
        "two",
        "several",
        "days",
    ]


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("18", "integer", 18),
        ("1 234,5", "float", 1234.5),
        ("1\u202f234\u00a0567", "integer", 1234567),
        ("1,234.5", "float", 1234.5),
        ("-0,5", "float", -0.5),
        ("2026-12-24", "date", date(2026, 12, 24)),
        ("24/12/2026", "date", date(2026, 12, 24)),
        ("4.1.2026", "date", date(2026, 1, 4)),
        (" Lyon ", "string", "Lyon"),
        ("ski", "list", "ski"),
    ],
)
def test_typed_words_become_values(words, kind, value):
    """Numbers and days as they are written in French and in English."""
    assert value_from_words(words, kind) == value


@pytest.mark.parametrize(
    ("words", "kind", "said"),
    [
        ("1,234", "float", "a thousand or a fraction"),
        ("twelve", "integer", "not a number"),
        ("1e9", "float", "not a number"),
        ("١٢", "integer", "not a number"),
        ("9" * 40, "integer", "not a number"),
        ("12/24/2026", "date", "no day 12 of month 24"),
        ("24/12/26", "date", "not a day"),
        ("31-02-2026", "date", "no day 31 of month 2"),
        ("soon", "date", "not a day"),
        ("  ", "string", "value is missing"),
    ],
)
def test_words_that_may_mean_two_things_are_refused(words, kind, said):
    """With a sentence that says what to write."""
    with pytest.raises(InputError, match=said):
        value_from_words(words, kind)


@pytest.mark.parametrize("words", ["1.5", "-1", "many", "1000000"])
def test_days_are_a_whole_number(words):
    """Of any type of property."""
    assert value_from_words("30", "date", "in_last_days") == 30
    with pytest.raises(InputError):
        value_from_words(words, "date", "in_last_days")
