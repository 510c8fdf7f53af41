"""Sample data comes into a data set without touching what is there."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from templates.blocks.samples import missing, with_missing
from templates.errors import InputError

WANTED = {"offer_code": "HELLO15", "lines": [{"name": "Bag", "price": "$ 3"}]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", '{\n  "code": "X"\n}\n'),
        ("{}", '{\n  "code": "X"\n}'),
        ('{"a": 1}', '{"a": 1,\n  "code": "X"\n}'),
        ('{\n    "a": [1, 2]\n}\n', '{\n    "a": [1, 2],\n    "code": "X"\n}\n'),
        ('{\r\n  "a": 1\r\n}\r\n', '{\r\n  "a": 1,\r\n  "code": "X"\r\n}\r\n'),
        (
            '{\n  "var": {\n    "a": 1\n  },\n  "data": {}\n}\n',
            '{\n  "var": {\n    "a": 1,\n    "code": "X"\n  },\n  "data": {}\n}\n',
        ),
        ('{\n  "var": {},\n  "data": {}\n}\n', '{\n  "var": {\n    "code": "X"\n  },\n  "data": {}\n}\n'),
        ('{\n  "data": {"n": "}"}\n}', '{\n  "data": {"n": "}"},\n  "var": {\n    "code": "X"\n  }\n}'),
        ('{"Variables": {"a": "}"}}', '{"Variables": {"a": "}",\n    "code": "X"\n  }}'),
    ],
)
def test_only_what_is_new_is_written(text: str, expected: str) -> None:
    """Spacing, line ends and order of what was there stay; the new names stand at the end, indented as the file is."""
    assert with_missing(text, {"code": "X"}) == expected


def test_of_a_whole_data_set_the_variables_are_written() -> None:
    """Whom a block's sample is for says nothing about the template's own recipients."""
    wanted = {"var": {"code": "X"}, "data": {"city": "New York"}, "segment": {"loyalty": True}}
    assert with_missing("", wanted) == with_missing("", {"code": "X"})
    assert with_missing('{"var": {"code": "Y"}, "data": {}}', wanted) == '{"var": {"code": "Y"}, "data": {}}'


def test_what_is_there_wins() -> None:
    """A name with a value, even an empty one, is not touched, and then nothing is written at all."""
    text = '{"offer_code": "", "lines": null}'
    assert with_missing(text, WANTED) == text
    assert missing({"Vars": {"lines": []}}, WANTED) == {"offer_code": "HELLO15"}


@pytest.mark.parametrize("text", ["{", "[1]", '"text"', "{'a': 1}", '{"var": 5}', '{"Vars": []}'])
def test_broken_data_is_left_alone(text: str) -> None:
    """Nothing is added to what cannot be read."""
    with pytest.raises(InputError):
        with_missing(text, WANTED)


names = st.text(st.characters(codec="utf-8"), max_size=8)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | names,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=6,
)
variables = st.dictionaries(names, values, max_size=4)
shapes = st.one_of(
    variables,
    st.builds(lambda inner: {"Variables": inner}, variables),
    st.builds(lambda inner: {"Vars": inner}, variables),
    st.builds(lambda inner, other: {"segment": {}, "var": inner, "data": other}, variables, variables),
    st.builds(lambda other: {"data": other}, variables),
)


wanted_names = names.filter(lambda name: name not in {"var", "data", "segment", "Variables", "Vars"})
wants = st.dictionaries(wanted_names, values, max_size=3)


@settings(max_examples=80)
@given(shapes, wants, st.sampled_from([None, 1, 2, 4, "\t"]), st.booleans())
def test_any_data_set_keeps_its_values(data, wanted, indent, ascii_only) -> None:
    """Whatever its shape and layout: afterwards all wanted names have a value, and nothing else is different."""
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    after = json.loads(with_missing(text, wanted))
    assert missing(after, wanted) == {}
    new = missing(data, wanted)
    for holder in (after, *(after.get(key) for key in ("var", "Variables", "Vars"))):
        if isinstance(holder, dict) and set(new) <= set(holder):
            for name in new:
                del holder[name]
            break
    assert after == data or after == {**data, "var": {}}
