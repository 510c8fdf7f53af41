"""The neutral tree: what names mean, and where everything stands."""

from __future__ import annotations

import pytest

from templates.compile.include import resolve_includes
from templates.compile.source_map import MappedText
from templates.dialects import neutral as n
from templates.dialects.read import read
from templates.errors import LimitError, Place, TemplateError


def printed(text: str) -> n.Expression:
    """What the last print of ``text`` prints."""
    tree = read(MappedText.of_file(text, "t.mjml"), markup=False)
    return [node for node in tree.nodes if isinstance(node, n.Print)][-1].expression


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ a.b[0]['c d'] }}", n.Variable(("a", "b", 0, "c d"), 3)),
        ("{{ vars['first-name'] }}", n.Variable(("first-name",), 3)),
        ("{{ contact.city }}", n.Contact(("city",), 3)),
        ("{{ sender.email }}", n.Sender(("email",), 3)),
        ("{{ links.unsubscribe }}", n.Link("unsubscribe", 3)),
        ("{{ segment['12'] }}", n.Segment("12", 3)),
        ("{% set x = 1 %}{{ x }}", n.Local(("x",), "set", 18)),
        ("{% if a %}{% set x = 1 %}{% endif %}{{ x }}", n.Local(("x",), "unsure", 39)),
        ("{% if a %}{% set x = 1 %}{% else %}{% set x = 2 %}{% endif %}{{ x }}", n.Local(("x",), "set", 64)),
        ("{% for x in xs %}{% endfor %}{{ x }}", n.Variable(("x",), 32)),
        ("{{ contact }}", n.Other("name", "contact", 3)),
        ("{{ loop }}", n.Variable(("loop",), 3)),
        ("{{ -3 }}", n.Literal(-3, 3)),
        ("{{ x|d('a', true) }}", n.Default(n.Variable(("x",), 3), n.Literal("a", 7), empty_too=True, at=3)),
        ("{{ x|default }}", n.Default(n.Variable(("x",), 3), n.Literal("", 3), empty_too=False, at=3)),
    ],
)
def test_a_name_is_read_as_what_it_means(text, expected):
    """Where a name comes from decides what it is; loops and conditions end what they make."""
    assert printed(text) == expected


def test_a_chain_of_comparisons_is_several():
    """``1 < x < 3`` asks twice."""
    found = printed("{{ 1 < x < 3 }}")
    assert isinstance(found, n.Logic)
    assert [one.operator for one in found.operands if isinstance(one, n.Comparison)] == ["<", "<"]


def test_text_between_tags_is_kept_to_the_byte():
    """White space, comments of HTML and raw blocks are text; a comment of the template goes."""
    tree = read(MappedText.of_file("a\n {# no #}<!-- {{ x }} -->{% raw %}{{{% endraw %} \n", "t"), markup=True)
    assert "".join(node.text for node in tree.nodes if isinstance(node, n.Text)) == "a\n <!--  -->{{ \n"


def test_a_place_leads_through_includes():
    """What stands in a part has the part's file, line and column."""
    parts = {"part.mjml": "<mj-text>\n  {{ a }} {{ b|join }}</mj-text>"}
    source = resolve_includes(
        '<mjml><mj-include path="part.mjml" />{{ c }}</mjml>', "t.mjml", lambda p, _: (parts[p], p)
    )
    tree = read(source, markup=True)
    places = [tree.place(node.expression.at) for node in tree.nodes if isinstance(node, n.Print)]
    assert places == [Place("part.mjml", 2, 6), Place("part.mjml", 2, 14), Place("t.mjml", 1, 41)]


@pytest.mark.parametrize(("text", "kind"), [("{% if a %}", TemplateError), ("{{ " + "(" * 200, LimitError)])
def test_broken_text_is_named_with_its_place(text, kind):
    """No tree, but the error that a build gives too."""
    with pytest.raises(kind) as caught:
        read(MappedText.of_file(text, "t.mjml"), markup=False)
    assert caught.value.place.file == "t.mjml"
