"""Rules asked of a table; that the answers are Jinja's is held in test_agreement.py."""

from __future__ import annotations

from datetime import date

import pytest

from templates.dynamic.contact_table import ContactTable
from templates.dynamic.rule import bulk
from templates.dynamic.rule.bulk import column_bits, members
from templates.dynamic.rule.columns import ContactColumns
from templates.dynamic.segment import Segment
from templates.errors import InputError, LimitError

TODAY = date(2026, 11, 22)
TABLE = ContactTable({"age": [12, 40, None, "x"], "city": ["Lyon", None, "Lyon", "Paris"]}, 4)


def of(*rules: tuple[str, str]) -> dict[str, bytes]:
    segments = [Segment(id=id_, rule=rule) for id_, rule in rules]
    return members(segments, TABLE, types={"age": "integer"}, today=TODAY)


def test_each_segment_has_a_byte_for_each_contact():
    """In the order of the segments, whatever the order in which they had to be answered."""
    found = of(
        ("both", "segment.adult or segment.lyon"), ("adult", "contact.age >= 18"), ("lyon", 'contact.city == "Lyon"')
    )
    assert found == {"both": b"\1\1\1\0", "adult": b"\0\1\0\0", "lyon": b"\1\0\1\0"}
    assert list(found) == ["both", "adult", "lyon"]


def test_everybody_and_nobody():
    """Rules that ask nothing, properties that the table lacks, segments that do not exist."""
    found = of(
        ("a", ""), ("b", "false"), ("c", "contact.fax is none"), ("d", "segment.gone"), ("e", "not segment.gone")
    )
    assert found == {"a": b"\1" * 4, "b": bytes(4), "c": b"\1" * 4, "d": bytes(4), "e": b"\1" * 4}


def test_an_empty_table_has_empty_answers():
    """No contacts, no bytes."""
    segments = [Segment(id="a", rule="contact.x == 1 or contact.y + 1 > 2")]
    assert members(segments, ContactTable({}, 0), types={}, today=TODAY) == {"a": b""}


def test_values_that_python_takes_for_one_are_told_apart():
    """1, 1.0 and True are one key of a dictionary and three values of a property."""
    table = ContactTable({"x": [True, 1, "1", 1.0, [1], [True]]}, 6)
    columns = ContactColumns(table, {"x": "string"})
    assert column_bits('contact.x == "true"', columns, today=TODAY) == b"\1\0\0\0\0\0"
    assert column_bits('contact.x == "1.0"', columns, today=TODAY) == b"\0\1\1\1\0\0"


def test_a_column_of_many_values_answers_like_one_of_few():
    """Up to 256 values the numbers of the values fit bytes."""
    table = ContactTable({"x": list(range(1000)), "y": [number % 100 for number in range(1000)]}, 1000)
    columns = ContactColumns(table, {})
    assert column_bits("contact.x < 500", columns, today=TODAY) == b"\1" * 500 + bytes(500)
    assert column_bits("contact.y < 50", columns, today=TODAY) == (b"\1" * 50 + bytes(50)) * 10
    assert sum(column_bits("contact.x == contact.y", columns, today=TODAY)) == 100


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ([("a", "segment.a")], "`a` refers to itself"),
        ([("a", "segment.b"), ("b", "contact.x == 1 or segment.c"), ("c", "not segment.a")], "a → b → c → a"),
        ([("a", "contact.x ==")], r"segments\.toml \[a\]:1:13"),
    ],
)
def test_circles_and_broken_rules_are_named(rules, words):
    """The error says which segments wait for each other, or whose rule is broken and where."""
    with pytest.raises(InputError, match=words):
        of(*rules)


def test_a_long_chain_of_segments_is_no_circle():
    """A thousand segments, each of the next."""
    rules = [(f"s{number}", f"segment.s{number + 1}") for number in range(1000)]
    assert of(*rules, ("s1000", "contact.age == 40"))["s0"] == b"\0\1\0\0"


def test_a_rule_that_takes_for_ever_is_stopped(monkeypatch):
    """What only Jinja can compute is given a minute for all contacts."""
    monkeypatch.setattr(bulk, "ALL_SECONDS", -1.0)
    with pytest.raises(LimitError, match="for all contacts"):
        of(("a", "contact.age + 1 > 2"))
