"""What remains of a row's values, and the names that rows ask about."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.dynamic.rule_builder.names import BuilderName, named, property_names, samples_of
from desktop.dynamic.rule_builder.values import fitted, is_finished, operators_of, text_of
from templates.dynamic.contact_table import ContactTable
from templates.dynamic.rule import tree

TODAY = date(2026, 11, 22)
CONTACTS = ContactTable(
    {"city": ["Lyon", None, "Lyon", "Agen"], "tags": [["vip", "new"], [], None, ["vip"]], "age": [3, 4, None, 3]}, 4
)


@pytest.mark.parametrize(
    ("values", "operator", "sort", "kept"),
    [
        (("18",), "more", "integer", (18,)),
        (("Lyon",), "more", "integer", ()),
        ((18, 30), "is", "string", ("18",)),
        (("2026-01-02",), "between", "date", (date(2026, 1, 2), TODAY)),
        (("Lyon",), "before", "date", (TODAY,)),
        (("Lyon", "Nice"), "exists", "string", ()),
        ((date(2026, 1, 2),), "in_last_days", "date", (30,)),
        ((7,), "in_next_days", "date", (7,)),
        (("vip",), "true", "activity", (30,)),
        (("a", "b", "c"), "in", "string", ("a", "b", "c")),
        ((4,), "between", "integer", (4,)),
    ],
)
def test_values_are_kept_where_they_fit(values, operator, sort, kept):
    """Numbers stay numbers, words become them where they can, and days have a usual number."""
    assert fitted(values, operator, sort, TODAY) == kept


def test_an_operator_that_does_not_fit_is_offered_where_it_is_used():
    """So that a rule that was written as text can be shown as it is."""
    assert operators_of("boolean", "starts_with")[-1] == "starts_with"
    assert "starts_with" not in operators_of("boolean")
    assert operators_of("activity") == ("true", "false")


def test_a_row_is_finished_when_all_its_values_are_there():
    """Two for between, any for a list, none for presence, and always a property."""
    assert not is_finished(tree.Test("contact.age", "between", (1,)), "integer")
    assert is_finished(tree.Test("contact.age", "between", (1, 2)), "integer")
    assert is_finished(tree.Test("contact.age", "exists"), "integer")
    assert not is_finished(tree.Test("", "exists"), "string")
    assert not is_finished(tree.Test("opened_since", "true"), "activity")


def test_values_are_written_as_they_are_read():
    """A day as ISO has it."""
    assert [text_of(value) for value in ("x", 1.5, TODAY)] == ["x", "1.5", "2026-11-22"]


def test_samples_come_from_the_contacts():
    """Each value once, in order; of lists what they hold; of what is not there none."""
    assert samples_of("city", CONTACTS) == ("Agen", "Lyon")
    assert samples_of("tags", CONTACTS) == ("new", "vip")
    assert samples_of("age", CONTACTS) == ("3", "4")
    assert samples_of("shoes", CONTACTS) == samples_of("city", None) == ()


def test_names_are_properties_and_segments():
    """With titles, types and samples; a segment is asked for who is in it; what is not known goes by its path."""
    names = property_names({"city": "string", "age": "integer"}, {"vip": "Best customers", "12": "Import"}, CONTACTS)
    assert [name.path for name in names] == ["contact.city", "contact.age", "segment.vip", 'segment["12"]']
    assert [name.sort for name in names] == ["string", "integer", "segment", "segment"]
    assert names[2].title == "Best customers"
    assert names[0].samples == ("Agen", "Lyon")
    assert named("contact.shoes", names) == BuilderName("contact.shoes", "contact.shoes", "string")
    assert named("opened_since", names).sort == "activity"
