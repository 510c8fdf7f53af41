"""The form of a data set: what is typed in it is what the JSON holds, and back."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from templates.data.change import value_at, with_value
from templates.data.data_set import edited, parts_of, read_text
from templates.data.editors import MISSING, typed
from templates.data.form import Field, Form, data_of, find, form_of, missing_in
from templates.data.json_write import same
from templates.data.words import label_of, placeholder_of
from templates.dynamic.shape import Shape
from templates.dynamic.variables import shapes_of
from templates.workspace import Workspace

TEXT = """{{ title }}{{ price * 2 }}{% if show %}x{% endif %}{{ note|default("none yet") }}
{% for p in products %}{{ p.name }}{{ p.cost|default(0) }}{% endfor %}{% for t in tags|default([]) %}{{ t }}{% endfor %}
{{ maker.name }}{{ contact.firstname|default("") }}{% if segment.vip %}x{% endif %}"""
SHAPES = shapes_of(TEXT)
VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=6)
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=5), inner, max_size=4)),
    max_leaves=25,
)
NAMES = st.one_of(st.sampled_from([*SHAPES, "x"]), st.text(max_size=4))
OBJECTS = st.dictionaries(NAMES, VALUES, max_size=6)


def fields(form: Form) -> list[Field]:
    """Every field with a value of its own."""
    found, waiting = [], list(form.fields)
    while waiting:
        each = waiting.pop()
        found += [each] if each.value is not MISSING else []
        waiting += [*each.fields, *each.items, *(cell for row in each.rows for cell in row)]
    return found


def assert_round_trip(shapes: dict[str, Shape], data: dict[str, Any]) -> None:
    """JSON → form → JSON → form; and every value put back where it is shown changes no character of the text."""
    form = form_of(shapes, data)
    made = data_of(form)
    assert {key: dict(part) for key, part in made.items()} == {key: dict(part) for key, part in parts_of(data).items()}
    assert form_of(shapes, made) == form_of(shapes, parts_of(data)) == form
    text = json.dumps(data, indent=2)
    for each in fields(form):
        assert same(value_at(parts_of(data), each.path), each.value)
        assert edited(text, partial(with_value, path=each.path, value=each.value)) == text


def test_every_starter_comes_back_from_its_form(twenty: Workspace) -> None:
    """Twenty starters, each data set, both languages."""
    for template in twenty.templates():
        sets = {name: template.data(name) for name in template.data_sets()}
        shapes = shapes_of(template.text(), include=twenty.include, name=template.id, data_sets=sets)
        assert len(sets) == 3
        for data in sets.values():
            assert_round_trip(shapes, data)
            assert missing_in(form_of(shapes, data)) == []


@settings(max_examples=40)
@given(OBJECTS, OBJECTS, OBJECTS)
def test_any_data_comes_back_from_its_form(
    variables: dict[str, Any], contact: dict[str, Any], segments: dict[str, Any]
) -> None:
    """Whatever it holds, and whether the template expects it or not."""
    assert_round_trip(SHAPES, {"var": variables, "data": contact, "segment": segments})


@settings(max_examples=30)
@given(OBJECTS)
def test_bare_data_comes_back_from_its_form(data: dict[str, Any]) -> None:
    """As the message's variables."""
    assert_round_trip(SHAPES, {**data, "another name": 1})


def test_fields_are_those_of_the_template_first() -> None:
    """With what each must be; what only the data has comes last."""
    form = form_of(SHAPES, {"title": "x", "old": 1, "products": [{"name": "a", "more": True}]})
    names = [each.path[-1] for each in form.variables]
    assert names == ["title", "price", "show", "note", "products", "tags", "maker"]
    assert [each.path for each in (*form.contact, *form.segments, *form.extra)] == [
        ("data", "firstname"),
        ("segment", "vip"),
        ("var", "old"),
    ]
    note = find(form, ("var", "note"))
    assert note is not None
    assert (note.placeholder, note.required, note.present) == ("none yet", False, False)
    products = find(form, ("var", "products"))
    assert products is not None
    assert [column.label for column in products.columns] == ["Name", "Cost", "More"]
    assert [cell.editor for cell in products.rows[0]] == ["text", "number", "boolean"]


def test_what_a_mail_needs_is_missing() -> None:
    """Also in the rows of a list, and the fields of an object that is there."""
    form = form_of(SHAPES, {"title": "", "products": [{"name": "a"}, {}], "maker": {}})
    assert {each.path for each in missing_in(form)} == {
        ("var", "price"),
        ("var", "show"),
        ("var", "products", 1, "name"),
        ("var", "maker", "name"),
    }


@pytest.mark.parametrize(
    ("data", "path", "editor", "fits"),
    [
        ({"title": ["a"]}, "title", "locked", False),
        ({"products": "none"}, "products", "locked", False),
        ({"products": [1, {"a": 1}]}, "products", "locked", False),
        ({"products": []}, "products", "grid", True),
        ({"products": [{}] * 501}, "products", "locked", True),
        ({"tags": ["a", 1, None]}, "tags", "values", True),
        ({"tags": [["a"]]}, "tags", "locked", True),
        ({"maker": [1]}, "maker", "locked", False),
        ({"price": "12"}, "price", "text", False),
        ({"price": 10**400}, "price", "number", True),
        ({"show": "yes"}, "show", "text", True),
    ],
)
def test_what_does_not_fit_is_shown_as_it_is(data: dict[str, Any], path: str, editor: str, fits: bool) -> None:
    """Locked where no editor could hold it, told where the template could not use it."""
    found = find(form_of(SHAPES, data), ("var", path))
    assert found is not None
    assert (found.editor, found.fits) == (editor, fits)


@pytest.mark.parametrize(
    ("text", "kind", "before", "value"),
    [
        ("12", "text", MISSING, "12"),
        ("12", "text", "x", "12"),
        ("12", "number", MISSING, 12),
        ("12", "number", "11", "12"),
        ("12", "text", 11, 12),
        ("1.50", "number", 1, 1.5),
        ("123456789012345678901234567890", "number", 1, 123456789012345678901234567890),
        ("1e999", "number", 1, "1e999"),
        ("007", "number", 1, "007"),
        ("twelve", "number", 1, "twelve"),
        ("5", "number", True, 5),
    ],
)
def test_what_is_typed_keeps_its_type(text: str, kind: Any, before: Any, value: Any) -> None:
    """A number typed for a text is a text."""
    assert same(typed(text, kind, before), value)


@given(st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False)))
def test_a_number_survives_being_typed(number: float) -> None:
    """As JSON writes it, it is read."""
    assert same(typed(json.dumps(number), "number", number), number)


@pytest.mark.parametrize(
    ("name", "label"),
    [("shop_url", "Shop URL"), ("firstName", "First name"), ("first-name", "First name"), ("", ""), ("__", "__")],
)
def test_names_are_read_as_words(name: str, label: str) -> None:
    """Without the signs that programs need."""
    assert label_of(name) == label


def test_defaults_are_shown_as_they_print() -> None:
    """Of what is no text the source."""
    assert [placeholder_of(one) for one in ('"there"', '""', "60", "[]", "brand.name")] == [
        "there",
        "",
        "60",
        "",
        "brand.name",
    ]


def test_no_data_is_an_empty_form() -> None:
    """The text of an empty file is a data set without values."""
    form = form_of(SHAPES, read_text(""))
    assert not any(each.present for each in form.fields)
