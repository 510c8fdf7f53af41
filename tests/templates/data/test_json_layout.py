"""JSON laid out anew."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from templates.data.json_layout import formatted

_VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=4), inner, max_size=4)),
    max_leaves=12,
)


def test_spelling_stays() -> None:
    """Numbers and texts are written as they were; what is empty stays on its line."""
    assert formatted('{"a":1.10,"b":[ ],"c":{"d":"x , \\u00e9"}}') == (
        '{\n  "a": 1.10,\n  "b": [],\n  "c": {\n    "d": "x , \\u00e9"\n  }\n}\n'
    )


@given(_VALUES, st.sampled_from([None, 0, 3, "\t"]))
def test_the_data_stays(data: Any, indent: Any) -> None:
    """Whatever the layout was, the data is the same, and a second time changes nothing."""
    text = formatted(json.dumps(data, indent=indent))
    assert json.loads(text) == data
    assert formatted(text) == text
