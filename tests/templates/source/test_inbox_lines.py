"""Subject and preheader as lines that people type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.source.edit import apply
from templates.source.inbox_lines import is_whole, line_of, set_line
from templates.source.parse import parse


def mail(head: str) -> str:
    return f"<mjml>\n  <mj-head>{head}</mj-head>\n  <mj-body></mj-body>\n</mjml>\n"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Hello", "Hello"),
        ("Fish &amp; chips &eacute;", "Fish & chips é"),
        ("\n    Two\n    lines  \n  ", "Two lines"),
        ('Hi {{ contact.firstname|default("&amp;") }}', 'Hi {{ contact.firstname|default("&amp;") }}'),
        ("Typed ", "Typed "),
        ("half {{ typed", "half {{ typed"),
    ],
)
def test_a_line_is_read_as_it_is_typed(source, text):
    """Entities decoded outside of tags, white space as the inbox shows it."""
    line = line_of(parse(mail(f"<mj-title>{source}</mj-title>")), "mj-title")
    assert (line.text, line.simple, line.possible) == (text, True, True)


@pytest.mark.parametrize(
    "head",
    [
        "{% if a %}<mj-title>A</mj-title>{% endif %}",
        "<mj-title>A</mj-title><mj-title>B</mj-title>",
        "<mj-title>A <!-- c --></mj-title>",
    ],
)
def test_what_is_more_than_a_line_is_not_simple(head):
    """It is edited in the code only."""
    tree = parse(mail(head))
    assert not line_of(tree, "mj-title").simple
    assert set_line(tree, "mj-title", "New") == []


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        ("<mj-title>Old</mj-title>", "mj-title", "<mj-title>A &lt; B &amp; {{ c }}</mj-title>"),
        ("<mj-title />", "mj-title", "<mj-title>A &lt; B &amp; {{ c }}</mj-title>"),
        (
            "\n    <mj-font />\n  ",
            "mj-title",
            "\n    <mj-title>A &lt; B &amp; {{ c }}</mj-title>\n    <mj-font />\n  ",
        ),
        (
            "\n    <mj-title>T</mj-title>\n    <mj-font />\n  ",
            "mj-preview",
            "\n    <mj-title>T</mj-title>\n    <mj-preview>A &lt; B &amp; {{ c }}</mj-preview>\n    <mj-font />\n  ",
        ),
    ],
)
def test_a_line_is_written_where_it_belongs(head, name, expected):
    """In its element, escaped but for tags; a new one at the beginning of the head, the preheader after the subject."""
    tree = parse(mail(head))
    assert apply(tree.text, set_line(tree, name, "A < B & {{ c }}")) == mail(expected)


def test_a_missing_head_is_made():
    """Before the body."""
    tree = parse("<mjml>\n  <mj-body></mj-body>\n</mjml>")
    after = apply(tree.text, set_line(tree, "mj-title", "Hi"))
    assert after == ("<mjml>\n  <mj-head>\n    <mj-title>Hi</mj-title>\n  </mj-head>\n  <mj-body></mj-body>\n</mjml>")


CONDITIONAL = "Only {{ n }} hour{% if n != 1 %}s{% else %}&amp;{% endif %} left"


def test_conditions_in_a_line_are_edited_with_it():
    """Words around and inside them change, the tags stay."""
    tree = parse(mail(f"<mj-title>{CONDITIONAL}</mj-title>"))
    line = line_of(tree, "mj-title")
    assert (line.text, line.simple) == (CONDITIONAL.replace("&amp;", "&"), True)
    after = apply(tree.text, set_line(tree, "mj-title", line.text.replace("Only", "Just <")))
    assert f"<mj-title>{CONDITIONAL.replace('Only', 'Just &lt;')}</mj-title>" in after


@pytest.mark.parametrize("plain", ["A {% if n %}B", "A {% endif %}", "{% else %}", "{% for x in y %}{% endif %}"])
def test_half_a_condition_is_not_written(plain):
    """It would swallow what follows in the mail."""
    assert not is_whole(plain)
    assert set_line(parse(mail("<mj-title>Old</mj-title>")), "mj-title", plain) == []


def test_a_part_of_a_mail_has_no_subject():
    """There is no place for one."""
    tree = parse("<mj-section />")
    assert not line_of(tree, "mj-title").possible
    assert set_line(tree, "mj-title", "Hi") == []


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc", "Z"]), min_size=1))
def test_what_is_typed_is_what_is_read(text):
    """Whatever people type comes back, unless it began a statement; and one inverse edit removes it."""
    tree = parse(mail("<mj-title>Old</mj-title>"))
    after = parse(apply(tree.text, set_line(tree, "mj-title", text)))
    line = line_of(after, "mj-title")
    assert not line.simple or line.text == text
