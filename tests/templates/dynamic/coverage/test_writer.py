"""Expressions written back mean what they meant."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, nodes

from templates.dynamic.condition import read_conditions
from templates.dynamic.contact_table import ContactTable
from templates.dynamic.coverage.facts import Facts
from templates.dynamic.coverage.formula import Ask
from templates.dynamic.coverage.reading import Reader
from templates.dynamic.coverage.writer import written
from templates.dynamic.variants import reached, study_of

LEAVES = st.sampled_from(["a", "b.c", '"x"', "5", "1.5", "true", "none", "[]", "()", "[a, 1]", '(a, "b")'])
FORMS = (
    "({}).x", "({})[0]", '({})["k"]', "({})(a, k=1)", "({})|f", "({})|default({})", "-({})", "+({})", "not ({})",
    "({}) is defined", "({}) is divisibleby({})", "({}) + ({})", "({}) ** ({})", "({}) ~ ({})", "({}) and ({})",
    "({}) == ({})", "({}) in ({})", "({}) < ({}) <= ({})",
)  # fmt: skip


def formed(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Expressions around expressions."""
    return st.one_of([st.builds(form.format, *[parts] * form.count("{}")) for form in FORMS])


def tree(text: str) -> nodes.Node:
    """What Jinja reads."""
    found = Environment(autoescape=True).parse(f"{{% if {text} %}}{{% endif %}}").body[0]
    assert isinstance(found, nodes.If)
    return found.test


@given(st.recursive(LEAVES, formed, max_leaves=6))
def test_what_is_written_is_read_as_the_same(text: str) -> None:
    """Whatever stands in whatever, the text of a tree has just this tree."""
    assert tree(written(tree(text))) == tree(text)


@pytest.mark.parametrize(
    ("condition", "count"),
    [
        ('(contact.city|default("")).startswith("P")', 1),
        ('((contact.city|default(""))|lower).upper() == "PARIS"', 1),
        ("-(contact.age|default(0)) < -2", 1),
        ("-(contact.age|default(0)) < 2", 3),
        ('(contact.city|default("xyz"))[0] == "x"', 1),
    ],
)
def test_a_filter_keeps_its_brackets(condition: str, count: int) -> None:
    """A default inside brackets comes before the method, the item and the sign outside them."""
    section = "<mj-section><mj-column><mj-text>.</mj-text></mj-column></mj-section>"
    text = f"<mjml><mj-body>{{% if {condition} %}}{section}{{% endif %}}</mj-body></mjml>"
    read = study_of(read_conditions(text), Facts((), {"city": "string", "age": "integer"}, date(2026, 11, 22)))
    table = ContactTable({"city": ["Paris", "Lyon", None], "age": [1, 3, None]}, 3)
    assert reached(read, table).components == (count,)


def test_what_cannot_be_read_again_stays_one_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """An expression whose written form is none is asked as it was typed, and nothing fails."""
    monkeypatch.setattr("templates.dynamic.coverage.reading.written", lambda _node: "a|b.(")
    found = Reader().formula("f(a) == b")
    assert isinstance(found, Ask)
    assert found.question.text == "f(a) == b"
