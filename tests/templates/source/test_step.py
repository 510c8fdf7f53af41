"""One step up or down, and the neighbours of a component."""

from __future__ import annotations

import pytest

from templates.source.parse import parse
from templates.source.step import neighbour, parent_of, step_of
from templates.source.tree import Element

BODY = """<mj-body>
<mj-section css-class="mw-s-a"><mj-column>
<mj-text>1</mj-text>
{% if x %}<mj-image />{% else %}<mj-divider />{% endif %}
</mj-column></mj-section>
<mj-wrapper css-class="mw-s-w"><mj-section css-class="mw-s-b"><mj-column /></mj-section></mj-wrapper>
{% if c %}<mj-section css-class="mw-s-c" />
{% elif d %}<mj-section css-class="mw-s-d" /><mj-hero css-class="mw-s-e" />
{% endif %}
</mj-body>"""
TREE = parse(BODY)


def labelled(label: str) -> Element:
    return next(
        node for node in TREE.walk() if isinstance(node, Element) and node.value("css-class") == f"mw-s-{label}"
    )


def anchor_of(element: Element, by) -> tuple[str, str] | None:
    step = step_of(TREE, element, by)
    return (TREE.source(step.anchor)[:30], step.where) if step else None


def test_a_row_is_passed_as_a_whole():
    """A wrapper and a block count as one neighbour."""
    assert anchor_of(labelled("a"), 1) == ('<mj-wrapper css-class="mw-s-w"', "after")
    assert anchor_of(labelled("w"), 1) == ("{% if c %}<mj-section css-clas", "after")
    assert anchor_of(labelled("a"), -1) is None


def test_a_section_leaves_its_wrapper_at_the_edge():
    """Before and behind it there is nothing inside."""
    assert anchor_of(labelled("b"), -1) == ('<mj-wrapper css-class="mw-s-w"', "before")


def test_what_is_shown_instead_of_each_other_moves_together():
    """The only one in a branch takes the other branches along."""
    image = TREE.elements("mj-image")[0]
    step = step_of(TREE, image, -1)
    assert step is not None
    assert TREE.source(step.node).startswith("{% if x %}")
    assert TREE.source(step.anchor) == "<mj-text>1</mj-text>"


def test_several_in_a_branch_stay_in_it():
    """They change places with each other; the first has nowhere to go."""
    assert anchor_of(labelled("e"), -1) == ('<mj-section css-class="mw-s-d"', "before")
    assert anchor_of(labelled("d"), -1) is None


def test_an_empty_column_is_entered():
    """A text at the end of its column goes into the next one, even an empty one."""
    text = TREE.elements("mj-divider")[0]
    step = step_of(TREE, text, 1)
    assert step is not None
    assert (TREE.source(step.anchor), step.where) == ("<mj-column />", "inside")


@pytest.mark.parametrize(("label", "by", "expected"), [("w", 1, "c"), ("c", 1, "d"), ("d", -1, "c"), ("a", -1, "")])
def test_neighbours_are_found_across_branches(label, by, expected):
    """The selection walks over everything that stands in the same component."""
    found = neighbour(TREE, labelled(label), by)
    assert (found.value("css-class")[5:] if found else "") == expected


def test_the_body_stands_in_nothing():
    """Outside of the body there is nothing to select."""
    assert parent_of(TREE, labelled("b")) is labelled("w")
    assert parent_of(TREE, TREE.elements("mj-body")[0]) is None
