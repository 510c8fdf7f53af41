"""What a page says is taken apart with care."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.web.bridge import LONGEST, Bridge, Message

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(anything)
def test_values_are_what_they_are_asked_to_be(value):
    """Whatever is sent, a number is a number, a text a text, and nothing is too large."""
    message = Message("x", {"value": value})
    assert 0 <= message.integer("value") < 1e9
    assert abs(message.number("value")) <= 1e7
    assert isinstance(message.text("value"), str)
    assert message.flag("value") is (value is True)
    assert all(abs(one) <= 1e7 for one in message.numbers("value"))


def test_good_values_arrive():
    """Ids, coordinates, texts, switches and lists come through as they are."""
    values = {"id": 7, "x": 1.5, "text": "a", "on": True, "widths": [1, 2.5]}
    message = Message("x", values)
    assert (message.integer("id"), message.number("x"), message.text("text")) == (7, 1.5, "a")
    assert message.flag("on")
    assert message.numbers("widths") == (1.0, 2.5)


@pytest.mark.parametrize(
    "sent", ["", "{", "7", "[]", '{"kind": 7}', "{}", "[" * 100_000, '{"kind": "x"}' + " " * LONGEST]
)
def test_what_is_no_message_is_dropped(qtbot, sent):
    """Broken, strange, deep and endless messages reach nobody."""
    bridge = Bridge()
    with qtbot.assertNotEmitted(bridge.told):
        bridge.tell(sent)


def test_a_message_is_told(qtbot):
    """A message arrives with its kind and its values."""
    bridge = Bridge()
    with qtbot.waitSignal(bridge.told) as told:
        bridge.tell(json.dumps({"kind": "click", "id": 3}))
    assert (told.args[0].kind, told.args[0].integer("id")) == ("click", 3)
