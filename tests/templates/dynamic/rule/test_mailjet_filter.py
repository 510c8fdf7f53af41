"""Contact filters of Mailjet as rules."""

from __future__ import annotations

import pytest

from templates.dynamic.rule.mailjet_filter import rule_from_filter
from templates.dynamic.rule.syntax import LONGEST
from templates.dynamic.rule.write import rule_text
from templates.errors import InputError, LimitError


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("age>40", "contact.age > 40"),
        ("gender=male", 'contact.gender == "male"'),
        ("country=France", 'contact.country == "France"'),
        ("(age>=50) and (age<70)", "contact.age >= 50 and contact.age < 70"),
        ("age<>3 OR NOT (country = United States)", 'contact.age != 3 or not (contact.country == "United States")'),
        ("country=Andorra and city!=Orly", 'contact.country == "Andorra" and contact.city != "Orly"'),
        ("a=1 or b=2 and c=3", "contact.a == 1 or (contact.b == 2 and contact.c == 3)"),
        ("!HasOpenedSince(30)", "not opened_since(30)"),
        ("hasclickedsince( 7 )", "clicked_since(7)"),
        ("newsletter=true", "contact.newsletter"),
        ('data:first-name == "Jo \\"e\\""', 'contact["first-name"] == "Jo \\"e\\""'),
        ("born<1990-01-01", 'contact.born < "1990-01-01"'),
    ],
)
def test_a_filter_becomes_a_rule(text, rule):
    """Values stand without quotes; words of the language in any case."""
    assert rule_text(rule_from_filter(text)) == rule


def test_types_decide_what_a_value_is():
    """A postal code is a text; a yes is a yes."""
    assert rule_text(rule_from_filter("zip=75001", {"zip": "string"})) == 'contact.zip == "75001"'
    assert rule_text(rule_from_filter("loyal=yes", {"loyal": "boolean"})) == "contact.loyal"


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("", 1, "cannot be read"),
        ("age>", 5, "value is missing"),
        ("(age>4", 7, "never closed"),
        ("IsInList(3)", 1, "no function"),
        ("HasOpenedSince(often)", 16, "cannot be read"),
        ("age=4 xor b=3", 7, "cannot be read"),
        ("a=b)", 4, "cannot be read"),
        ("age", 4, "cannot be read"),
        ('a="b', 3, "value is missing"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text, column, words):
    """The column of the character where it goes wrong."""
    with pytest.raises(InputError, match=words) as caught:
        rule_from_filter(text)
    assert caught.value.place.column == column


@pytest.mark.parametrize(
    "text", ["(" * 5000 + "a=1", "not " * 4000 + "a=1", "a" * (LONGEST + 1), "a=" + " " * 15000 + ")"]
)
def test_a_filter_meant_to_do_harm_is_refused(text):
    """Nesting and length have an end."""
    with pytest.raises((InputError, LimitError)):
        rule_from_filter(text)
