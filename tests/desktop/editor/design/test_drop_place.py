"""Where a drop goes: into columns, between sections, beside columns, and nowhere where MJML has no place for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.editor.design.drop_place import Box, Drop, Stage
from templates.source.parse import parse
from templates.source.schema import components
from templates.source.tree import Element

MAIL = """<mjml><mj-body>
<mj-section><mj-column><mj-text>one</mj-text><mj-button>two</mj-button></mj-column><mj-column></mj-column></mj-section>
<mj-include path="footer.mjml" />
</mj-body></mjml>"""
TREE = parse(MAIL)
NAMES = ("mj-section", "mj-column", "mj-text", "mj-button", "mj-include")


def found(name: str, number: int = 0) -> int:
    return TREE.elements(name)[number].id


BODY = found("mj-body")
SECTION, LEFT, RIGHT, INCLUDE = found("mj-section"), found("mj-column"), found("mj-column", 1), found("mj-include")
TEXT, BUTTON = found("mj-text"), found("mj-button")
BOXES = (
    Box(SECTION, 20, 0, 600, 240),
    Box(LEFT, 20, 20, 300, 200),
    Box(TEXT, 20, 20, 300, 100),
    Box(BUTTON, 20, 120, 300, 60),
    Box(RIGHT, 320, 20, 300, 200),
    Box(INCLUDE, 20, 240, 600, 100),
)
STACKED = (
    Box(SECTION, 20, 0, 300, 240),
    Box(LEFT, 20, 20, 300, 100),
    Box(RIGHT, 20, 120, 300, 100),
)


def place(names: str, x: float, y: float, *, boxes=BOXES, moved: int = 0) -> tuple[int, str] | None:
    drop = Stage(TREE, boxes, tuple(names.split()), moved).drop_at(x, y)
    return (drop.anchor, drop.where) if drop else None


@pytest.mark.parametrize(
    ("names", "x", "y", "expected"),
    [
        ("mj-text", 100, 40, (TEXT, "before")),
        ("mj-text", 100, 100, (TEXT, "after")),
        ("mj-text", 100, 170, (BUTTON, "after")),
        ("mj-text", 100, 210, (BUTTON, "after")),
        ("mj-image mj-image", 100, 130, (BUTTON, "before")),
        ("mj-text", 400, 100, (RIGHT, "inside")),
        ("mj-text", 100, 4, (SECTION, "before")),
        ("mj-text", 100, 236, (SECTION, "after")),
        ("mj-text", 100, 14, (SECTION, "before")),
        ("mj-text", 100, 320, (INCLUDE, "after")),
        ("mj-section", 100, 40, (SECTION, "before")),
        ("mj-section", 100, 200, (SECTION, "after")),
        ("mj-section", 300, 900, (INCLUDE, "after")),
        ("mj-column", 100, 100, (LEFT, "before")),
        ("mj-column", 300, 100, (LEFT, "after")),
        ("mj-column", 600, 100, (RIGHT, "after")),
        ("mj-carousel-image", 100, 100, None),
        ("mj-body", 100, 100, None),
    ],
)
def test_a_place_is_what_it_looks_like(names, x, y, expected):
    """Halves of components, empty columns, edges of sections, and the ground around the mail."""
    assert place(names, x, y) == expected


def test_a_text_between_sections_gets_one_of_its_own():
    """The drop says so, for the line to tell; in a column it needs none."""
    assert Stage(TREE, BOXES, ("mj-text",)).drop_at(100, 4).framed
    assert not Stage(TREE, BOXES, ("mj-text",)).drop_at(100, 40).framed
    assert not Stage(TREE, BOXES, ("mj-section",)).drop_at(100, 4).framed


def test_columns_on_a_phone_stand_one_above_the_other():
    """There the halves that count are the upper and the lower one."""
    assert place("mj-column", 30, 40, boxes=STACKED) == (LEFT, "before")
    assert place("mj-column", 310, 110, boxes=STACKED) == (LEFT, "after")


def test_a_component_is_not_moved_into_or_beside_itself():
    """Over itself, or what is in it, nothing would change: no place is shown, and none around it is taken instead."""
    assert place("mj-text", 100, 40, moved=TEXT) is None
    assert place("mj-column", 100, 40, moved=LEFT) is None
    assert place("mj-section", 100, 200, moved=SECTION) is None
    assert place("mj-section", 100, 320, moved=SECTION) == (INCLUDE, "after")


def test_an_empty_mail_takes_what_comes():
    """Without any section a drop goes into the body, wherever it is."""
    tree = parse("<mjml><mj-body></mj-body></mjml>")
    body = tree.elements("mj-body")[0].id
    assert Stage(tree, (), ("mj-text",)).drop_at(5, 5) == Drop(body, "inside", framed=True)


def test_marks_of_the_mails_own_are_no_places():
    """An id that is no component's is nothing."""
    assert place("mj-text", 100, 40, boxes=(Box(10_000, 0, 0, 640, 900), *BOXES)) == (TEXT, "before")


@given(
    st.sampled_from(sorted(components())),
    st.floats(-50, 700),
    st.floats(-50, 900),
    st.sampled_from([0, SECTION, LEFT, TEXT]),
)
def test_a_place_is_always_one_of_the_mail(name, x, y, moved):
    """Whatever is dragged wherever, the anchor is a component and not what is moved."""
    drop = Stage(TREE, BOXES, (name,), moved).drop_at(x, y)
    if drop is not None:
        assert isinstance(TREE.node(drop.anchor), Element)
        assert drop.anchor != moved
        assert drop.width > 0
