"""Writing rules: for ``segments.toml``, and for the strict environment of a template."""

from __future__ import annotations

import math
from datetime import date

import pytest

from templates.dynamic.rule.parse import parse_rule
from templates.dynamic.rule.path import names_of, path_of
from templates.dynamic.rule.tree import EVERYBODY, Group, Not, Other
from templates.dynamic.rule.tree import Test as Asked
from templates.dynamic.rule.write import condition_text, rule_text, value_text
from templates.errors import InputError

TYPES = {"interests": "list"}


@pytest.mark.parametrize(
    ("rule", "text", "condition"),
    [
        (Asked("contact.city", "is", ("Lyon",)), 'contact.city == "Lyon"', 'contact.city|default("") == "Lyon"'),
        (
            Asked("contact.city", "is", ("lyon",), ignore_case=True),
            'contact.city|lower == "lyon"',
            'contact.city|default("")|lower == "lyon"',
        ),
        (
            Asked("contact.city", "is_not", ("Lyon",)),
            'contact.city != "Lyon"',
            'contact.city|default("") != "" and contact.city|default("") != "Lyon"',
        ),
        (
            Asked("contact.city", "in", ("Lyon", "Paris")),
            'contact.city in ["Lyon", "Paris"]',
            'contact.city|default("") == "Lyon" or contact.city|default("") == "Paris"',
        ),
        (
            Asked("contact.age", "at_least", (18,)),
            "contact.age >= 18",
            'contact.age|default("") != "" and contact.age|default(0) >= 18',
        ),
        (
            Asked("contact.birthdate", "before", (date(1990, 1, 1),)),
            'contact.birthdate < "1990-01-01"',
            'contact.birthdate|default("") != "" and contact.birthdate|default("") < "1990-01-01"',
        ),
        (
            Asked("contact.signup", "in_last_days", (30,)),
            "contact.signup is in_last_days(30)",
            'contact.signup|default("") != "" and -30 <= days_until(contact.signup|default("")) <= 0',
        ),
        (
            Asked("contact.interests", "contains", ("ski",), ignore_case=True),
            '"ski" in contact.interests|lower',
            '"ski" in contact.interests|default([])|map("lower")',
        ),
        (Asked("contact.city", "exists"), "contact.city is not none", 'contact.city|default("") != ""'),
        (Asked("contact.interests", "exists"), "contact.interests is not none", "contact.interests|default([]) != []"),
        (Asked("contact.loyalty", "true"), "contact.loyalty", "contact.loyalty|default(false)"),
        (Asked("contact.loyalty", "false"), "contact.loyalty == false", "contact.loyalty|default(true) == false"),
        (Asked("segment.vip", "false"), "not segment.vip", "not segment.vip"),
        (Asked("opened_since", "true", (30,)), "opened_since(30)", "opened_since(30)"),
        (EVERYBODY, "true", "true"),
    ],
)
def test_each_test_has_its_words(rule, text, condition):
    """The form of a segment, and that of a template with its defaults, which other mail languages can say."""
    assert rule_text(rule) == text
    assert condition_text(rule, TYPES) == condition
    assert parse_rule(text) == parse_rule(condition) == rule


def test_groups_stand_in_brackets_where_they_must():
    """``or`` in ``and``, a group in a group, what follows ``not``; what no test says always."""
    city, age = Asked("contact.city", "in", ("a", "b")), Asked("contact.age", "more", (3,))
    rule = Group("all", (city, Not(age), Group("all", (age, Other("contact.x + 1 > 2")))))
    assert rule_text(rule) == (
        'contact.city in ["a", "b"] and not (contact.age > 3) and (contact.age > 3 and (contact.x + 1 > 2))'
    )
    assert condition_text(Group("all", (city, age)), {}) == (
        '(contact.city|default("") == "a" or contact.city|default("") == "b") and '
        'contact.age|default("") != "" and contact.age|default(0) > 3'
    )


@pytest.mark.parametrize(
    "text", ['a"b', "a\\b", "%} {{ }}", "{% raw %}", "line\nline", "</mj-text>", "\ud800", "\u2028", "é", "'"]
)
def test_no_value_can_leave_its_quotes(text):
    """Quotes, ends of tags and markup are written so that nothing reads them as such."""
    written = value_text(text)
    assert not {"\n", "<", "\u2028"} & set(written)
    assert "%}" not in written
    assert "{{" not in written
    assert parse_rule(f"contact.x == {written}") == Asked("contact.x", "is", (text,))


@pytest.mark.parametrize("value", [math.inf, math.nan])
def test_a_number_that_is_none_is_refused(value):
    """The language has no word for infinity."""
    with pytest.raises(InputError, match="cannot stand in a rule"):
        rule_text(Asked("contact.age", "less", (value,)))


@pytest.mark.parametrize(
    "names", [("contact", "city"), ("segment", "12345"), ("contact", 'a"]b'), ("vars", "first-name")]
)
def test_a_path_holds_any_name(names):
    """What is no plain name stands in brackets and comes back."""
    assert names_of(path_of(*names)) == names
