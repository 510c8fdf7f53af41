"""Reading rules: the forms that are written, those that people write, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from templates.dynamic.rule.normal import NOBODY
from templates.dynamic.rule.parse import parse_rule
from templates.dynamic.rule.syntax import LONGEST
from templates.dynamic.rule.tree import EVERYBODY, Group, Not, Other
from templates.dynamic.rule.tree import Test as Asked
from templates.errors import InputError, LimitError

CITY, AGE = "contact.city", "contact.age"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('contact.city == "Lyon"', Asked(CITY, "is", ("Lyon",))),
        ("'Lyon' == contact['city']", Asked(CITY, "is", ("Lyon",))),
        ('contact.city != "Lyon"', Asked(CITY, "is_not", ("Lyon",))),
        ('contact.city|lower == "lyon"', Asked(CITY, "is", ("lyon",), ignore_case=True)),
        ('contact.city in ["Lyon", "Paris"]', Asked(CITY, "in", ("Lyon", "Paris"))),
        ('contact.city not in ["Lyon"]', Asked(CITY, "is_not", ("Lyon",))),
        ('"ski" in contact.interests', Asked("contact.interests", "contains", ("ski",))),
        ('"ski" not in contact.interests', Asked("contact.interests", "contains_not", ("ski",))),
        ('contact.city.startswith("Ly")', Asked(CITY, "starts_with", ("Ly",))),
        ('(contact.city|lower).endswith("on")', Asked(CITY, "ends_with", ("on",), ignore_case=True)),
        ("contact.age >= 18", Asked(AGE, "at_least", (18,))),
        ("18 <= contact.age", Asked(AGE, "at_least", (18,))),
        ("-5 < contact.age", Asked(AGE, "more", (-5,))),
        ("18 <= contact.age <= 30", Asked(AGE, "between", (18, 30))),
        ('contact.birthdate < "1990-01-01"', Asked("contact.birthdate", "before", (date(1990, 1, 1),))),
        ("contact.signup is in_last_days(30)", Asked("contact.signup", "in_last_days", (30,))),
        ("0 <= days_until(contact.signup) <= 7", Asked("contact.signup", "in_next_days", (7,))),
        ("contact.city is not none", Asked(CITY, "exists")),
        ('contact.city == ""', Asked(CITY, "exists_not")),
        ("contact.city is not defined", Asked(CITY, "exists_not")),
        ("contact.loyalty", Asked("contact.loyalty", "true")),
        ("contact.loyalty == true", Asked("contact.loyalty", "true")),
        ("contact.loyalty != true", Asked("contact.loyalty", "false")),
        ("segment.vip", Asked("segment.vip", "true")),
        ("not segment.vip", Asked("segment.vip", "false")),
        ("segment.12345", Asked('segment["12345"]', "true")),
        ('segment["summer-26"]', Asked('segment["summer-26"]', "true")),
        ("opened_since(30)", Asked("opened_since", "true", (30,))),
        ("not clicked_since(7)", Asked("clicked_since", "false", (7,))),
        ("true", EVERYBODY),
        ("false", NOBODY),
        (" \n", EVERYBODY),
    ],
)
def test_each_test_of_a_rule_is_read(text, rule):
    """The words of a rule become the test that the builder shows."""
    assert parse_rule(text) == rule


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('contact.city|default("") == "Lyon"', Asked(CITY, "is", ("Lyon",))),
        ('contact.age|default("") != "" and contact.age|default(0) >= 18', Asked(AGE, "at_least", (18,))),
        ('(contact.city|d("") == "a" or contact.city|d("") == "b")', Asked(CITY, "in", ("a", "b"))),
        (
            'contact.city|default("") != "" and contact.city|default("") != "a" and contact.city|default("") != "b"',
            Asked(CITY, "not_in", ("a", "b")),
        ),
        (
            'contact.age|default("") != "" and contact.age|default(0) >= 18 and contact.age|default(0) <= 30',
            Asked(AGE, "between", (18, 30)),
        ),
        ("contact.loyalty|default(false)", Asked("contact.loyalty", "true")),
        ('contact.city|default("") == ""', Asked(CITY, "exists_not")),
    ],
)
def test_the_defaults_of_a_template_belong_to_the_test(text, rule):
    """A template guards each name against being unknown; the guards are not shown as tests."""
    assert parse_rule(text) == rule


@pytest.mark.parametrize(
    ("text", "operator", "values"),
    [
        ('contact.city|default("") != "Lyon"', "is_not", ("Lyon",)),
        ("contact.age|default(0) < 18", "less", (18,)),
        ("contact.loyalty|default(true)", "true", ()),
        ('contact.city|default("Lyon") == "Lyon"', "is", ("Lyon",)),
        ("contact.city|d not in []", "exists", ()),
    ],
)
def test_a_default_that_lets_a_missing_value_pass_is_told(text, operator, values):
    """Without its guard a comparison may hold for whoever lacks the property: the tree says so."""
    rule = parse_rule(text)
    path = rule.parts[0].path
    assert rule == Group("any", (Asked(path, "exists_not"), Asked(path, operator, values)))


def test_not_becomes_an_opposite_only_where_it_is_one():
    """``not (x == "a")`` holds for a missing value and ``x != "a"`` does not, so the first stays as it is."""
    assert parse_rule('not (contact.city == "a")') == Not(Asked(CITY, "is", ("a",)))
    assert parse_rule("not (contact.city is none)") == Asked(CITY, "exists")
    assert parse_rule("not not contact.loyalty") == Asked("contact.loyalty", "true")
    assert parse_rule("not contact.loyalty") == Not(Asked("contact.loyalty", "true"))


def test_groups_keep_their_brackets():
    """``and`` binds closer than ``or``; a group in brackets is a group of its own."""
    a, b, c = (Asked(f"segment.{name}", "true") for name in "abc")
    assert parse_rule("segment.a or segment.b and segment.c") == Group("any", (a, Group("all", (b, c))))
    assert parse_rule("(segment.a or segment.b) and segment.c") == Group("all", (Group("any", (a, b)), c))
    assert parse_rule("(segment.a and segment.b) and segment.c") == Group("all", (Group("all", (a, b)), c))
    assert parse_rule("((segment.a))") == a


@pytest.mark.parametrize(
    "text",
    [
        "contact.age + 1 > 18",
        "contact.city if contact.age else contact.name",
        "contact.city|upper == 'LYON'",
        'contact.city|lower == "Lyon"',
        "contact.a == contact.b",
        "contact.city in 'Lyon, Paris'",
        "(contact.a, contact.b)",
        "contact.city.startswith('a', 1)",
        "1 < contact.age < 5",
        "-9 <= days_until(contact.x|default('2026-11-20')) <= 0",
        "contact[contact.city]",
        "contact.city ~ 'and' == 'or'",
    ],
)
def test_what_no_test_says_is_kept_as_it_was_written(text):
    """The tree keeps the text, inside a group too."""
    assert parse_rule(text) == Other(text)
    assert parse_rule(f"segment.a and not ({text})") == Group("all", (Asked("segment.a", "true"), Not(Other(text))))


def test_words_of_the_language_may_be_names_of_members():
    """``contact.or`` is a property."""
    assert parse_rule("contact.or and contact.not") == Group(
        "all", (Asked("contact.or", "true"), Asked("contact.not", "true"))
    )


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ('contact.city = "x"', 1, 14, "One `=`"),
        ("contact.a and\n  contact.b ==", 2, 15, "breaks off"),
        ("contact.a && contact.b", 1, 11, "`&&`"),
        ("contact.a || contact.b", 1, 11, "`&&`"),
        ("contact.a }} {{ contact.b", 1, 11, "cannot be read"),
        ("contact.a %} x {% if b", 1, 12, "cannot be read"),
        ("contact.a contact.b", 1, 11, "cannot be read"),
        ('contact.city == "Lyon', 1, 17, "cannot be read"),
        ("{# nothing #}", 1, 2, "cannot be read"),
    ],
)
def test_what_is_no_expression_is_refused_with_its_place(text, line, column, words):
    """Line and column of the character, in the file that the caller names."""
    with pytest.raises(InputError, match=words) as caught:
        parse_rule(text, "segments.toml")
    place = caught.value.place
    assert (place.file, place.line, place.column) == ("segments.toml", line, column)


@pytest.mark.parametrize(
    "text", ["(" * 70 + "a" + ")" * 70, "not " * 3000 + "a", "a" * (LONGEST + 1), "9" * 3000, "a" + ".b" * 8000 + " ="]
)
def test_a_rule_meant_to_do_harm_is_refused(text):
    """Brackets without end, a megabyte of text, a number of a thousand digits."""
    with pytest.raises((InputError, LimitError)):
        parse_rule(text)


def test_long_chains_are_read():
    """A thousand tests in a row are no nesting."""
    rule = parse_rule(" or ".join(f"segment.a{number}" for number in range(1000)))
    assert len(rule.parts) == 1000
