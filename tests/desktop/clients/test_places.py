"""A tag of the mail leads to the component that made it."""

from __future__ import annotations

import re

import pytest

from desktop.clients.places import SourcePlaces
from templates.compile.pipeline import build
from templates.source.marks import marks
from templates.source.parse import parse
from templates.source.tree import Element

MAIL = """<mjml><mj-head><mj-style>.x{color:red}</mj-style></mj-head><mj-body>
<mj-section><mj-column><mj-text css-class="x">One</mj-text><mj-button href="https://example.com">Two</mj-button></mj-column>
</mj-section><mj-section><mj-column><mj-image src="https://example.com/a.png" alt="Three" /></mj-column></mj-section>
</mj-body></mjml>"""


@pytest.fixture(scope="module")
def made():
    """The mail, its tree, and the way from one to the other."""
    tree = parse(MAIL)
    html = build(MAIL).html
    return html, tree, SourcePlaces(html, build(marks(tree).into(MAIL)).html)


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        (r"<div[^>]*>One", "mj-text"),
        (r"<a[^>]*> *Two|<a", "mj-button"),
        (r"<img", "mj-image"),
        (r"<table", "mj-section"),
        (r"<div class=\"mj-column", "mj-column"),
    ],
)
def test_a_tag_leads_to_its_component(made, pattern: str, name: str):
    """The innermost component that the tag is in, also for tags that MJML adds around it."""
    html, tree, places = made
    found = re.search(pattern, html)
    assert found is not None
    node = tree.node(places.node(found.start()))
    assert isinstance(node, Element)
    assert node.name == name


def test_a_ghost_table_in_a_comment_belongs_to_what_it_is_put_around(made):
    """What only Outlook reads is no element here, but it is found all the same."""
    html, tree, places = made
    tables = [places.node(found.start()) for found in re.finditer(r"(?<=IE\]>)<table", html)]
    assert [tree.node(node).name for node in tables[:2]] == ["mj-section", "mj-column"]


def test_the_head_and_no_place_at_all_lead_to_nothing(made):
    """The mail's style sheets belong to no component of the body."""
    html, _, places = made
    assert places.node(html.index("<style")) == 0
    assert places.node(None) == 0
