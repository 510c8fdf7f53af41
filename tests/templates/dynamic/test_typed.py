"""Values of contacts, typed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from templates.dynamic.typed import as_sent, fits, inferred_type, typed, typed_contact


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ("12", "integer", 12),
        ("1 234", "integer", 1234),
        (12.0, "integer", 12),
        ("12,5", "float", 12.5),
        (12, "string", "12"),
        (True, "string", "true"),
        (date(2026, 1, 2), "string", "2026-01-02"),
        ("Oui", "boolean", True),
        ("1", "boolean", True),
        (0, "boolean", False),
        ("non", "boolean", False),
        ("2026-12-24", "date", date(2026, 12, 24)),
        ("24/12/2026", "date", date(2026, 12, 24)),
        ("2026-12-24T10:00:00Z", "date", date(2026, 12, 24)),
        (datetime(2026, 12, 24, 10, tzinfo=UTC), "date", date(2026, 12, 24)),
        ("ski; art;", "list", ["ski", "art"]),
        ('["a;b", 2]', "list", ["a;b", 2]),
        (("a", None, ""), "list", ["a"]),
        (5, "list", [5]),
        ([{"a": 1}], "list", ['{"a": 1}']),
        (-0.0, None, 0.0),
    ],
)
def test_a_value_becomes_what_its_property_wants(value, kind, expected):
    """As files, spreadsheets and programs write numbers, dates, yes and no, and lists."""
    found = typed(value, kind)
    assert (type(found), found) == (type(expected), expected)
    assert kind is None or fits(found, kind)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("twelve", "integer"),
        ("1,234", "float"),
        ("maybe", "boolean"),
        ("31/02/2026", "date"),
        (12.5, "integer"),
        ({}, "date"),
    ],
)
def test_what_does_not_fit_stays_as_it_is(value, kind):
    """Nothing is lost, and a check can name it."""
    assert typed(value, kind) == value
    assert not fits(typed(value, kind), kind)


@pytest.mark.parametrize("value", [None, "", [], (), float("nan")])
@pytest.mark.parametrize("kind", [None, "string", "integer", "list", "date"])
def test_nothing_is_no_value(value, kind):
    """Of every type."""
    assert typed(value, kind) is None


def test_a_contact_is_typed_and_sent():
    """Properties without a value are left out; a template gets days as a sending service gets them."""
    contact = typed_contact({"born": "24/12/1990", "age": "", "note": "x"}, {"born": "date", "age": "integer"})
    assert contact == {"born": date(1990, 12, 24), "note": "x"}
    assert as_sent(contact) == {"born": "1990-12-24", "note": "x"}


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (["12", "7", None, ""], "integer"),
        (["12,5", "7"], "float"),
        (["01000", "75001"], "string"),
        (["+33612345678", "0612345678"], "string"),
        (["oui", "non"], "boolean"),
        (["0", "1"], "integer"),
        (["2026-01-02", "24/12/2026"], "date"),
        (['["a"]', "[]"], "list"),
        (["a;b", "Lyon"], "string"),
        ([True, False], "boolean"),
        (["1"] * 99 + ["?"], "integer"),
        (["1"] * 9 + ["?"], "string"),
        ([], "string"),
    ],
)
def test_the_type_of_a_column_is_guessed(values, kind):
    """Misprints are forgiven; postal codes and telephone numbers stay texts."""
    assert inferred_type(values) == kind
