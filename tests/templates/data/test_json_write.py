"""Changing a value in the text of its JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.data.change import value_at, with_value, without
from templates.data.json_write import rewritten, same, written

TEXT = """{"var": {
    "shop": "x",   "price": 1.10, "big": 12345678901234567890123,
    "rows": [
      {"a": 1, "b": 2.50},
      {"a": 3, "b": "\\u00e9"}
    ],
    "none": []
  },
  "data": {}
}
"""
DATA = json.loads(TEXT)
VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=6)
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=5), st.dictionaries(st.text(max_size=3), inner, max_size=5)),
    max_leaves=20,
)


ROWS = ("var", "rows")
FIRST, SECOND = DATA["var"]["rows"]


def cost() -> Any:
    """The data with one name changed, in its place."""
    return {**DATA, "var": {"cost" if name == "price" else name: value for name, value in DATA["var"].items()}}


def changed(change: Any) -> str:
    return rewritten(TEXT, DATA, change)


@pytest.mark.parametrize(
    ("after", "old", "new"),
    [
        (with_value(DATA, ("var", "shop"), "y"), '"x"', '"y"'),
        (with_value(DATA, ("var", "rows", 1, "a"), 4), '{"a": 3,', '{"a": 4,'),
        (without(DATA, ("var", "price")), '"price": 1.10, ', ""),
        (cost(), '"price": 1.10', '"cost": 1.10'),
        (without(DATA, ("var", "rows", 0)), '{"a": 1, "b": 2.50},\n      ', ""),
        (with_value(DATA, ROWS, [FIRST, FIRST, SECOND]), "2.50},\n", '2.50},\n      {"a": 1, "b": 2.50},\n'),
        (with_value(DATA, ROWS, [FIRST, SECOND, {"a": 5}]), '\\u00e9"}\n', '\\u00e9"},\n      {"a": 5}\n'),
        (with_value(DATA, ROWS, [{"a": 0}, FIRST, SECOND]), '{"a": 1', '{"a": 0},\n      {"a": 1'),
    ],
)
def test_one_change_changes_one_place(after: Any, old: str, new: str) -> None:
    """The rest stays byte for byte: order, indentation, and how numbers and texts are spelled."""
    assert changed(after) == TEXT.replace(old, new, 1)


def test_a_moved_row_is_moved_as_it_was_written() -> None:
    """Spelling included."""
    text = changed(with_value(DATA, ROWS, [SECOND, FIRST]))
    assert '{"a": 3, "b": "\\u00e9"},\n      {"a": 1, "b": 2.50}\n' in text


def test_nothing_changed_is_the_same_text() -> None:
    """Even when the value was made anew."""
    assert changed(json.loads(TEXT)) == TEXT


@given(VALUES, VALUES, st.sampled_from([None, 0, 2, "\t"]), st.booleans())
def test_any_change_arrives(before: Any, after: Any, indent: Any, plain: bool) -> None:
    """Whatever was there and however it was written, afterwards the text says the new value."""
    text = json.dumps(before, indent=indent, ensure_ascii=plain)
    assert same(json.loads(rewritten(text, before, after)), after)
    assert same(json.loads(written(after)), after)


@given(VALUES, st.data())
def test_a_change_inside_leaves_the_rest(value: Any, data: st.DataObject) -> None:
    """One member of an object is put in place; all others keep their text."""
    before = {"one": value, "two": {"x": value, "y": [value, 1.50]}, "three": value}
    text = json.dumps(before, indent=3)
    after = with_value(before, ("two", "y", 1), data.draw(VALUES))
    made = rewritten(text, before, after)
    assert same(json.loads(made), after)
    start = text.index('"y": [')
    assert made.startswith(text[:start])


def test_types_are_not_mixed_up() -> None:
    """1, 1.0 and true are three values; so are two orders of the same names."""
    for one, other in ((1, 1.0), (1, True), (0.0, -0.0), ({"a": 1, "b": 2}, {"b": 2, "a": 1})):
        assert not same(one, other)
        assert json.dumps(json.loads(rewritten(json.dumps([one]), [one], [other]))) == json.dumps([other])


def test_changes_leave_what_is_not_there() -> None:
    """Nothing is taken away that does not exist; what lies around a new value is made."""
    assert without(DATA, ("var", "nothing", "x")) is DATA
    with pytest.raises(LookupError):
        value_at(DATA, ("var", "rows", 7))
    assert with_value({}, ("var", "a", "b"), 1) == {"var": {"a": {"b": 1}}}
