"""Types of properties as rules ask them."""

from __future__ import annotations

import pytest

from templates.dynamic.rule.implied import undeclared
from templates.dynamic.rule.parse import parse_rule


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("contact.x", "boolean"),
        ("contact.x == false", "boolean"),
        ("contact.x >= 18", "integer"),
        ("contact.x in [1, 2.5]", "float"),
        ('contact.x < "2026-01-01"', "date"),
        ("contact.x is in_last_days(30)", "date"),
        ('contact.x == "Lyon"', "string"),
        ('contact.x in ["a", 1]', "string"),
        ("contact.x is not none", "string"),
        ("contact.x is not none and not (contact.x > 3)", "integer"),
        ("contact.x + 1 > 3", "string"),
    ],
)
def test_what_a_rule_asks_tells_the_type(text, type_):
    """A property that is only asked for being there, or in ways that no test can say, is a text."""
    assert undeclared(parse_rule(text), {"city": "string"}) == {"x": type_}


def test_known_properties_are_not_named():
    """Nor what every contact has, segments and variables."""
    rule = parse_rule("contact.city == 1 and contact.email and segment.vip and promo and opened_since(3)")
    assert undeclared(rule, {"city": "string"}) == {}
