"""Values that contacts write with other capitals."""

from __future__ import annotations

import pytest

from desktop.segment_capitals import other_capitals
from templates.dynamic.contact_table import ContactTable

CONTACTS = ContactTable(
    {"city": ["Lyon", None, "New York"], "tags": [["VIP", "Ski"], [], None], "age": [30, 40, None]}, 3
)


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ('contact.city == "lyon"', {"contact.city": {"lyon": "Lyon"}}),
        ('contact.city in ["paris", "new york"] and contact.age > 3', {"contact.city": {"new york": "New York"}}),
        ('"york" in contact.city', {"contact.city": {"york": "York"}}),
        ('contact.city.startswith("new")', {"contact.city": {"new": "New"}}),
        ('contact.city.endswith("YORK")', {"contact.city": {"YORK": "York"}}),
        ('"vip" in contact.tags', {"contact.tags": {"vip": "VIP"}}),
        ('contact.city == "Lyon"', {}),
        ('contact.city == "oslo"', {}),
        ('contact.city|lower == "lyon"', {}),
        ('not contact.city == "lyon"', {}),
        ('contact.shoes == "lyon"', {}),
        ("contact.age == 31", {}),
        ("", {}),
    ],
)
def test_other_capitals_are_found(rule, found):
    """Only where nobody has the value as the rule writes it."""
    assert other_capitals(rule, CONTACTS) == found
