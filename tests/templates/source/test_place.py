"""Where components may stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.source.parse import parse
from templates.source.place import (
    at_end,
    can_place,
    children_of,
    framed,
    name_choices,
    nearest_place,
    piece_of,
)
from templates.source.schema import components
from templates.source.tree import Element

MAIL = """<mjml><mj-head><mj-title>T</mj-title></mj-head><mj-body>
  {% if a %}
  <mj-section>
    <mj-column><mj-text>One</mj-text></mj-column>
  </mj-section>
  {% endif %}
  <mj-wrapper><mj-section><mj-column /></mj-section></mj-wrapper>
</mj-body></mjml>"""
TREE = parse(MAIL)


def first(name: str) -> Element:
    return TREE.elements(name)[0]


@pytest.mark.parametrize(
    ("name", "anchor", "where", "expected"),
    [
        ("mj-text", "mj-text", "after", ("mj-text", "after", ())),
        ("mj-text", "mj-column", "inside", ("mj-column", "inside", ())),
        ("mj-text", "mj-column", "after", ("mj-column", "after", ("mj-column",))),
        ("mj-text", "mj-section", "inside", ("mj-column", "inside", ())),
        ("mj-column", "mj-text", "before", ("mj-column", "before", ())),
        ("mj-wrapper", "mj-wrapper", "inside", ("mj-wrapper", "after", ())),
        ("mj-section", "mj-body", "after", ("mj-body", "inside", ())),
        ("mj-section", "mj-title", "after", ("mj-body", "inside", ())),
        ("mj-text", "mj-wrapper", "inside", ("mj-wrapper", "inside", ("mj-section", "mj-column"))),
        ("mj-include", "mj-text", "after", ("JinjaBlock", "after", ())),
    ],
)
def test_the_nearest_place_that_takes_it(name, anchor, where, expected):
    """The place that is meant if MJML allows it, with what it needs around it; else the next one outside."""
    place = nearest_place(TREE, [name], first(anchor), where)
    assert place is not None
    found = place.anchor
    assert (found.name if isinstance(found, Element) else type(found).__name__, place.where, place.frame) == expected


def test_beside_a_conditional_section_is_outside_of_its_condition():
    """What is put behind a section is not shown under its condition."""
    place = nearest_place(TREE, ["mj-section"], first("mj-section"), "after")
    assert place is not None
    assert TREE.source(place.anchor).startswith("{% if a %}")


@pytest.mark.parametrize("name", ["mj-social-element", "mj-title", "unknown"])
def test_some_have_no_place_at_all(name):
    """A part of another component, a setting and what MJML does not know."""
    assert nearest_place(TREE, [name], first("mj-text"), "after") is None
    assert not can_place(TREE, [name], first("mj-text"), "after")
    assert at_end(TREE, [name]) is None


def test_nothing_stands_in_a_text():
    """The content of a text is HTML."""
    assert not can_place(TREE, ["mj-text"], first("mj-text"), "inside")


def test_a_part_of_a_mail_takes_sections_at_its_top():
    """A file to be included has no body; its top stands for one."""
    tree = parse("<mj-section /><mj-raw><i>x</i></mj-raw>\n")
    place = at_end(tree, ["mj-text"])
    assert place is not None
    assert (place.where, place.frame) == ("after", ("mj-section", "mj-column"))
    assert can_place(tree, ["mj-section"], tree.nodes[0], "before")


def test_a_frame_is_indented_as_the_document_is():
    """Each component of the frame stands in lines of its own."""
    assert framed(TREE, "<mj-text>x</mj-text>", ("mj-section", "mj-column")).splitlines() == [
        "<mj-section>",
        "  <mj-column>",
        "    <mj-text>x</mj-text>",
        "  </mj-column>",
        "</mj-section>",
    ]


def test_a_component_changes_into_what_takes_its_content():
    """Words stay words; a section with columns can only become another row."""
    assert name_choices(TREE, first("mj-text")) == ["mj-button", "mj-table"]
    assert name_choices(TREE, first("mj-column")) == []
    assert name_choices(TREE, first("mj-title")) == []


def test_children_are_found_in_conditions():
    """Jinja is thought away; the content of a text is none."""
    assert [child.name for child in children_of(TREE, first("mj-body"))] == ["mj-section", "mj-wrapper"]
    assert list(children_of(TREE, first("mj-text"))) == []


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("<mj-text>x</mj-text>", ("mj-text",)),
        ("  <!-- note --><mj-section /> {% set a = 1 %}<mj-hero></mj-hero>", ("mj-section", "mj-hero")),
        ("{% for x in y %}<mj-section></mj-section>{% endfor %}", ("mj-section",)),
        (MAIL, ("mj-section", "mj-wrapper")),
    ],
)
def test_a_piece_names_what_it_brings(source, names):
    """Components side by side, those in conditions too; of a mail what its body holds."""
    piece = piece_of(source)
    assert piece is not None
    assert piece.names == names
    assert "<mj-body" not in piece.source


@pytest.mark.parametrize(
    "source", ["", "words", "<mj-text>", "<mj-section /> and words", "{{ x }}<mj-section />", "<p>x</p>", "<mj-head />"]
)
def test_anything_else_is_no_piece(source):
    """Words, HTML, settings, broken MJML."""
    assert piece_of(source) is None


@given(st.sampled_from(sorted(components())), st.data())
def test_a_place_that_was_found_takes_it(name, data):
    """Whatever is asked for: the nearest place is one where MJML lets the component stand."""
    anchor = data.draw(st.sampled_from([node for node in TREE.walk() if isinstance(node, Element)]))
    where = data.draw(st.sampled_from(["before", "after", "inside"]))
    place = nearest_place(TREE, [name], anchor, where)
    if place is not None:
        assert can_place(TREE, [place.frame[0] if place.frame else name], place.anchor, place.where)
