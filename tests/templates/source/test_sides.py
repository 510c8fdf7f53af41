"""Four sides in one value: read, written and changed as the compiler understands them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.source.edit import apply
from templates.source.parse import parse
from templates.source.sides import Sides, read_sides, set_sides, sides_of, write_sides

WORDS = st.sampled_from(["0", "4px", "10px", "5%"])
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["padding-top", "padding-right", "padding-bottom", "padding-left"]), WORDS, max_size=4
)
SHORTHANDS = st.lists(WORDS, max_size=4).map(" ".join)


@given(st.lists(WORDS, min_size=4, max_size=4))
def test_a_shorthand_says_what_was_put_in(words):
    """Written as short as it goes, the four values are read again."""
    assert read_sides(write_sides(Sides(*words))) == Sides(*words)


@pytest.mark.parametrize(
    ("sides", "shorthand"),
    [
        (Sides("1px", "1px", "1px", "1px"), "1px"),
        (Sides("1px", "2px", "1px", "2px"), "1px 2px"),
        (Sides("1px", "2px", "3px", "2px"), "1px 2px 3px"),
        (Sides("1px", "2px", "3px", "4px"), "1px 2px 3px 4px"),
    ],
)
def test_a_shorthand_is_short(sides, shorthand):
    """As everybody writes it by hand."""
    assert write_sides(sides) == shorthand


@pytest.mark.parametrize("value", ["1px 2px 3px 4px 5px", "{{ x }}", "0 {{ x }}px", "1px / 2px"])
def test_what_is_no_four_sides_is_left_alone(value):
    """A template tag decides later; a slash is something else."""
    assert read_sides(value) is None
    assert sides_of({"padding": value}, "padding") is None


@given(SHORTHANDS, ATTRIBUTES, SHORTHANDS, ATTRIBUTES, st.lists(WORDS, min_size=4, max_size=4))
def test_every_change_comes_out_as_wanted(shorthand, own, from_class, from_class_sides, words):
    """Whatever is written or inherited, for all four or for one: after the edit the sides are worth what was wanted."""
    inherited = {**({"padding": from_class} if from_class else {}), **from_class_sides}
    written = {**({"padding": shorthand} if shorthand else {}), **own}
    text = "<mj-text " + " ".join(f'{name}="{value}"' for name, value in written.items()) + ">x</mj-text>"
    tree = parse(text)
    edits = set_sides(tree, tree.elements("mj-text")[0], "padding", Sides(*words), inherited)
    after = parse(apply(text, edits)).elements("mj-text")[0]
    worth = {**inherited, **{one.name: one.value for one in after.attributes}}
    assert sides_of(worth, "padding") == Sides(*words)


@pytest.mark.parametrize(
    ("text", "wanted", "after"),
    [
        ('<mj-text padding="1px" />', Sides("1px", "2px", "1px", "1px"), '<mj-text padding="1px 2px 1px 1px" />'),
        (
            '<mj-text padding="0" padding-top="9px" />',
            Sides("5px", "0", "0", "0"),
            '<mj-text padding="0" padding-top="5px" />',
        ),
        ('<mj-text padding="0" padding-top="9px" />', Sides("4px", "4px", "4px", "4px"), '<mj-text padding="4px" />'),
        ("<mj-text />", Sides("10px", "25px", "10px", "25px"), "<mj-text />"),
    ],
)
def test_an_edit_changes_what_decides(text, wanted, after):
    """The side's own attribute where it has one, else the shorthand; what is so anyway is not written."""
    tree = parse(text)
    edits = set_sides(tree, tree.elements("mj-text")[0], "padding", wanted, {"padding": "10px 25px"})
    assert apply(text, edits) == after
