"""What is said of rules that can be read and make no sense."""

from __future__ import annotations

import pytest

from templates.dynamic.rule import check
from templates.dynamic.rule.check import check_rule, check_segments, check_text
from templates.dynamic.rule.names import names_in
from templates.dynamic.rule.parse import parse_rule
from templates.dynamic.rule.tree import Test as Asked
from templates.dynamic.rule.write import rule_text
from templates.dynamic.segment import Segment
from templates.errors import InputError

TYPES = {"age": "integer", "city": "string", "birthdate": "date", "loyalty": "boolean", "interests": "list"}
SEGMENTS = [Segment(id="vip", rule="contact.loyalty"), Segment(id="12345", rule="contact.age > 3")]


def said(text: str) -> list[str]:
    return [str(error) for error in check_text(text, TYPES, SEGMENTS)]


@pytest.mark.parametrize(
    "text",
    [
        'contact.city == "Lyon" and 18 <= contact.age <= 30',
        'contact.birthdate < "1990-01-01" or contact.birthdate is in_last_days(30)',
        'segment.vip and not segment["12345"] and segment.12345',
        '"ski" in contact.interests and contact.loyalty == false',
        "contact.city and contact.age in [1, 2] and contact.birthdate < today",
        'contact.city == "2026-01-01"',
        "opened_since(30) and contact.email is not none",
        'contact.city|default("") != "" and contact.age|default(0) >= 18',
    ],
)
def test_rules_that_make_sense_pass(text):
    """Known names, each asked as its type allows."""
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            'contact.age > 3 and\n contact.ctiy == "x"',
            "rule:2:2: No contact has the property `contact.ctiy`. Did you mean contact.city?",
        ),
        ("contact.fax == 1", "rule:1:1: No contact has the property `contact.fax`. Add it to contacts.toml."),
        ("contact.fax|length > 3", "rule:1:1: No contact has the property `contact.fax`"),
        ("not segment.vpi", "rule:1:5: There is no segment `segment.vpi`. Did you mean segment.vip?"),
        ("segment.x|default(1) == 2 and segment.nobody", "There is no segment `segment.nobody`"),
        ("promo == 1", "`promo` is no property of contacts and no segment"),
        ("contact.birthdate > 5", "`contact.birthdate` is a date"),
        ('"x" in contact.age', "`contact.age` is a number"),
        ('contact.age == "18"', "`contact.age` is a number"),
        ("contact.city == 5", "`contact.city` is a text"),
        ('contact.loyalty == "yes"', "`contact.loyalty` is true or false"),
        ('contact.interests == "ski"', "`contact.interests` is a list"),
        ("contact.city in []", "wrong number of values"),
        ("contact.birthdate is in_last_days(-3)", "needs a number of days"),
        ("contact.birthdate is in_last_days(1.5)", "needs a number of days"),
        ("contact.age|nonsense > 3", "There is no filter named nonsense"),
        ("contact.age >", "rule:1:14: The rule breaks off here."),
    ],
)
def test_each_fault_is_one_sentence_with_its_place(text, words):
    """Unknown names with what may be meant, questions that a type cannot answer, values that are missing."""
    (sentence,) = [one for one in said(text) if words in one]
    assert sentence


def test_without_known_properties_every_name_passes():
    """A workspace that has not said which properties there are is not told that they are wrong."""
    assert check_text("contact.anything == 1", {}, SEGMENTS) == []


def test_a_condition_may_ask_variables():
    """In a template other names are variables of the message."""
    rule = parse_rule("promo == 1")
    assert check_rule(rule, TYPES, SEGMENTS, in_template=True) == []
    assert len(check_rule(rule, TYPES, SEGMENTS)) == 1


def test_a_test_needs_its_values():
    """The builder may hold a row that is not finished."""
    unfinished = Asked("contact.age", "between", (1,))
    (error,) = check_rule(unfinished, TYPES, SEGMENTS)
    assert "wrong number of values" in str(error)
    with pytest.raises(InputError, match="wrong number of values"):
        rule_text(unfinished)


def test_segments_are_checked_together():
    """Circles and segments without a rule are told where they are; segments without a fault are not there."""
    segments = [
        *SEGMENTS,
        Segment(id="a", rule="contact.age > 3 and segment.b"),
        Segment(id="b", rule="segment.a"),
        Segment(id="own", rule="segment.own"),
        Segment(id="empty"),
        Segment(id="beside", rule="segment.a"),
    ]
    found = {id_: [str(error) for error in errors] for id_, errors in check_segments(segments, TYPES).items()}
    assert found.keys() == {"a", "b", "own", "empty"}
    assert found["a"][0].startswith(
        "segments.toml [a]:1:21: These segments refer to each other in a circle: a → b → a."
    )
    assert "`own` refers to itself" in found["own"][0]
    assert "has no rule" in found["empty"][0]


def test_a_rule_without_end_is_read_once(monkeypatch):
    """The names of its text are looked for once, not once for each of its tests; nobody gets hundreds of faults."""
    read: list[str] = []
    monkeypatch.setattr(check, "names_in", lambda text, name="rule": read.append(text) or names_in(text, name))
    text = " or ".join(f"contact.p{number} == 1" for number in range(600))
    assert len(said(text)) == check.MOST_FAULTS
    assert read == [text]
    assert check_text(" or ".join(["contact.age > 1"] * 600), TYPES, SEGMENTS) == []


def test_what_is_nested_too_deeply_is_a_rule():
    """The sentence is not that of templates, and has its place."""
    (error,) = check_text("(" * 100 + "1" + ")" * 100, TYPES, SEGMENTS)
    assert str(error).startswith("rule:1:61: The rule is nested too deeply.")


@pytest.mark.parametrize("text", ["1e999 > contact.age", "contact.age in [1e400]"])
def test_a_number_without_end_is_refused(text):
    """Nothing can be computed with infinity, and Python has no literal for it."""
    (sentence,) = said(text)
    assert "A number here is too large to compute with." in sentence
