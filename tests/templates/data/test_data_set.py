"""Data sets in their three shapes, as texts, and by name."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.compile.context import unwrap
from templates.data.change import with_value
from templates.data.data_set import check_name, edited, new_text, parts_of, read_text, side_of, with_parts
from templates.errors import InputError

NAMES = st.dictionaries(st.sampled_from(["a", "b", "var", "data", "segment", "Vars"]), st.integers(), max_size=4)


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ('{"a": 1}', ("var", "a"), '{"a": 2}'),
        ('{"Variables": {"a": 1}}', ("var", "a"), '{"Variables": {"a": 2}}'),
        ('{"Vars": {"a": 1}}', ("var", "a"), '{"Vars": {"a": 2}}'),
        ('{"var": {"a": 1}, "data": {}}', ("var", "a"), '{"var": {"a": 2}, "data": {}}'),
        ('{"var": {"a": 1}}', ("var", "a"), '{"var": {"a": 2}}'),
    ],
)
def test_an_edit_keeps_the_shape(text: str, path: tuple[str, ...], expected: str) -> None:
    """Whichever of the three it is."""
    assert edited(text, lambda parts: with_value(parts, path, 2)) == expected


def test_a_shape_without_place_becomes_the_full_one() -> None:
    """A bare object holds variables only; nothing of it is lost."""
    made = json.loads(edited('{"a": 1}', lambda parts: with_value(parts, ("data", "city"), "Lyon")))
    assert made == {"var": {"a": 1}, "data": {"city": "Lyon"}, "segment": {}}


def test_a_variable_that_is_called_data_is_one() -> None:
    """A bare object of which nothing else is left would be read in another shape."""
    made = json.loads(edited('{"a": 1}', lambda parts: {**parts, "var": {"data": {"x": 1}}}))
    assert unwrap(made)["var"] == {"data": {"x": 1}}


@given(NAMES, NAMES, NAMES, st.sampled_from(["bare", "Variables", "envelope"]))
def test_any_parts_are_read_as_they_were_written(
    variables: dict[str, int], contact: dict[str, int], old: dict[str, int], shape: str
) -> None:
    """Whatever the names, and whatever shape the file had before."""
    shapes: dict[str, Any] = {"bare": {**old, "z": 1}, "Variables": {"Variables": old}, "envelope": {"var": old}}
    parts: dict[str, dict[str, Any]] = {"var": variables, "data": contact, "segment": {"s": True}}
    assert parts_of(with_parts(shapes[shape], parts)) == parts


def test_an_empty_file_gets_the_full_shape() -> None:
    """With the value in it."""
    made = edited("", lambda parts: with_value(parts, ("var", "a"), "x"))
    assert json.loads(made) == {"var": {"a": "x"}, "data": {}, "segment": {}}
    assert unwrap(json.loads(new_text())) == {"var": {}, "data": {}, "segment": {}}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": }', "default.json:1:7: A value is expected here."),
        ("[1]", "A data set must be an object."),
        ('{"var": [1]}', '"var" in the data set is no object'),
        ('{"a": "' + "x" * 11_000_000 + '"}', "larger than 10 MB"),
        ('{"a": ' + "[" * 100_000 + "]" * 100_000 + "}", "too deep"),
    ],
)
def test_what_is_no_data_set_is_refused(text: str, said: str) -> None:
    """With one sentence; the text stays."""
    with pytest.raises(InputError) as raised:
        edited(text, lambda parts: with_value(parts, ("var", "b"), 1))
    assert said in str(raised.value)


def test_text_is_read_with_its_place() -> None:
    """Of what is broken line and column are told."""
    assert read_text("") == {}
    with pytest.raises(InputError) as raised:
        read_text('{\n  "a": 1,\n}', "long")
    assert raised.value.place is not None
    assert (raised.value.place.file, raised.value.place.line) == ("long.json", 3)


@pytest.mark.parametrize("name", ["long", "Black Friday", "été-2026", "a", "x_1"])
def test_names_that_files_can_have(name: str) -> None:
    """In any script; the file is beside the others."""
    assert check_name(f"  {name} ", ["default"]) == name
    assert side_of(name) == f"data/{name}.json"


@pytest.mark.parametrize(
    "name", ["", " ", "../x", "a/b", ".x", "x.", "con", "COM1", "a" * 61, "x\ny/", "Default", "-a"]
)
def test_names_that_are_refused(name: str) -> None:
    """Paths, names that Windows keeps, and names that are taken in any case."""
    with pytest.raises(InputError):
        check_name(name, ["default"])
