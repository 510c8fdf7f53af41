"""What a rule means for one contact."""

from __future__ import annotations

from datetime import date

import pytest

from templates.compile.limits import metered
from templates.dynamic.rule.ask import answer, check_answerable, holds
from templates.errors import InputError, LimitError

TODAY = date(2026, 11, 22)
TYPES = {"age": "integer", "birthdate": "date", "signup": "date", "loyalty": "boolean", "interests": "list"}


def ask(text: str, **contact: object) -> bool:
    return holds(text, contact, types=TYPES, today=TODAY, segments={"vip", "12345"})


@pytest.mark.parametrize("text", ["contact.loyalty", 'contact.city == "New York"'])
def test_the_published_examples(text):
    """A promotion for members of the loyalty programme, an event in New York for those who live there."""
    assert ask(text, loyalty=True, city="New York")
    assert not ask(text, loyalty=False, city="Lyon")
    assert not ask(text)


@pytest.mark.parametrize("sign", ["==", "!=", "<", "<=", ">", ">=", "in", "not in"])
def test_a_missing_value_takes_part_in_no_comparison(sign):
    """Whatever is asked of it the answer is no, in either direction."""
    assert not ask(f"contact.nothing {sign} 'a'")
    assert not ask(f"'a' {sign} contact.nothing")
    assert not ask(f"contact.nothing {sign} contact.nobody")
    assert ask(f"not (contact.nothing {sign} 'a')")


@pytest.mark.parametrize("contact", [{}, {"city": None}, {"city": ""}, {"city": []}, {"city": float("nan")}])
def test_there_are_many_ways_to_have_no_value(contact):
    """Nothing, none, the empty text and the empty list are one and the same."""
    assert ask("contact.city is none", **contact)
    assert ask('contact.city == ""', **contact)
    assert not ask("contact.city is not none", **contact)
    assert not ask("contact.city != none", **contact)


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ('contact.zip == "012"', {"zip": 12}),
        ("contact.zip > 9", {"zip": "10"}),
        ('contact.zip < "9.5"', {"zip": "9"}),
        ("contact.age == 12", {"age": "12"}),
        ("contact.age == 1234", {"age": "1 234"}),
        ('contact.city > "Lille"', {"city": "Lyon"}),
        ('contact.birthdate < "1990-01-01"', {"birthdate": "24/12/1989"}),
        ('contact.birthdate == "1990-01-01"', {"birthdate": date(1990, 1, 1)}),
        ("contact.birthdate < today", {"birthdate": "1989-12-24"}),
        ("contact.signup is in_last_days(30)", {"signup": "2026-10-23"}),
        ("contact.signup is in_next_days(0)", {"signup": "2026-11-22"}),
        ("contact.loyalty", {"loyalty": "oui"}),
        ("contact.loyalty == false", {"loyalty": "non"}),
        ('"ski" in contact.interests', {"interests": "ski; art"}),
        ('"ski" in contact.interests|lower', {"interests": ["Ski"]}),
        ('"yo" in contact.city', {"city": "Lyon"}),
        ('contact.city|lower == "été"', {"city": "ÉTÉ"}),
        ('contact["first-name"].startswith("L")', {"first-name": "Léa"}),
        ("segment.vip and segment.12345 and not segment.nobody", {}),
        ("opened_since(30)", {"activity": {"days_since_open": 3}}),
        ("contact.age|default(18) == 18", {}),
        ("contact.interests|length > 1", {"interests": ["a", "b"]}),
    ],
)
def test_values_compare_as_people_mean_them(text, contact):
    """Numbers as numbers, days as days, the rest as exact text; types decide what a text is."""
    assert ask(text, **contact)


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ('contact.city == "lyon"', {"city": "Lyon"}),
        ("contact.city < 5", {"city": "Lyon"}),
        ('contact.city < "2026-01-01"', {"city": "0"}),
        ("contact.signup is in_last_days(30)", {"signup": "2026-11-23"}),
        ("contact.signup is in_last_days(30)", {"signup": "soon"}),
        ('contact.city|lower == "none"', {}),
        ("contact.age + 1 > 0", {"age": "x"}),
        ("contact.age / 0 == 1", {"age": 1}),
        ("-contact.city == 1", {"city": "x"}),
        ("contact.city.__class__", {"city": "x"}),
        ("contact.city.format(1)", {"city": "x"}),
        ("contact.items", {"city": "x"}),
        ("nobody.knows.this", {}),
        ("days_until(contact.city) > 0", {"city": "x"}),
        ("contact.interests|sum > 0", {"interests": ["a"]}),
        ("'a' if contact.nothing", {}),
        ("contact.interests|map('int', base='x')|first == 1", {"interests": ["a"]}),
    ],
)
def test_what_cannot_be_is_no(text, contact):
    """A value that fits no comparison makes the answer no, and never a failure."""
    assert not ask(text, **contact)


@pytest.mark.parametrize(
    "text",
    [
        "range(99999999999)|length > 1",
        "'a' * 99999999999 == 'a'",
        "9 ** 99999999 > 1",
        "('a' * 900000 ~ 'a' * 900000)|length > 1",
    ],
)
def test_a_rule_that_would_take_all_memory_is_stopped(text):
    """The sandbox of templates bounds rules too."""
    with pytest.raises(LimitError):
        ask(text)


@pytest.mark.parametrize("text", ["contact" + ".a" * 900, "-" * 900 + "1", "contact.a" + "|lower" * 2000])
def test_what_python_cannot_compile_is_refused(text):
    """Chains that nest hundreds deep are a sentence, not a crash."""
    with pytest.raises(LimitError, match="too deep"):
        ask(text)


def test_long_chains_are_answered():
    """A thousand alternatives are one rule."""
    assert ask(" or ".join(f'contact.city == "{number}"' for number in range(700)), city="699")


@pytest.mark.parametrize(
    ("text", "words", "column"),
    [
        ("contact.city|attr('x')", "no filter named attr", 14),
        ("contact.a and contact.city is likely", "no test named likely", 28),
        ("segment[contact.city]", "no name of a segment", 1),
        ("'a' in segment", "no name of a segment", 8),
    ],
)
def test_words_that_rules_do_not_have_are_named(text, words, column):
    """Before anybody is asked, and with the place."""
    with pytest.raises(InputError, match=words) as caught:
        check_answerable(text)
    assert caught.value.place.column == column


def test_a_rule_without_words_holds_for_everybody():
    """As a section without a condition is seen by everybody."""
    assert ask(" ")


def test_false_is_a_value():
    """It is not the empty text and not none, wherever it is compared; a missing value is not false."""
    assert not ask('contact.i in ["", 1, "a"]', i=False)
    assert not ask("contact.i in [none, 1]", i=False)
    assert ask('contact.i not in [""]', i=False)
    assert ask('contact.i in ["", false]', i=False)
    assert ask("contact.i == false", i=False)
    assert not ask('contact.i|default("") == false')


def test_a_filter_that_cannot_take_its_arguments_gives_nothing():
    """Jinja's truncate asserts that its end is short."""
    assert ask('contact.city|truncate(2, true, "too long") is none', city="Lyon")


def test_a_test_of_each_item_looks_at_the_clock():
    """A hundred thousand searches in a list of a hundred thousand end when the time is up, not when they are done."""
    with pytest.raises(LimitError, match="ran longer"), metered(0.05):
        answer('range(99999)|select("in", range(99999)|list)|list', {}, TODAY, frozenset())
