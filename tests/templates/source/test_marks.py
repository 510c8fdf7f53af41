"""Marks: what a canvas builds tells of each element which component it is."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from templates.compile.pipeline import build
from templates.source.inherited import defaults
from templates.source.marks import marked_include, marks
from templates.source.parse import parse
from templates.source.reparse import reparse
from templates.source.text_edit import TextEdit, apply

MAIL = """<mjml><mj-head><mj-title>Hi</mj-title></mj-head><mj-body>
{% for n in [1, 2] %}<mj-section css-class="mw-s-hero"><mj-column>
<mj-text>Hello {{ n }}</mj-text><mj-button href="https://example.com">Go</mj-button><mj-image src="a.png" alt="" />
</mj-column></mj-section>{% endfor %}
<mj-raw><p class="x">One</p><p>Two</p></mj-raw>
<mj-wrapper><mj-section {% if x %}css-class="a"{% endif %}><mj-column width=50%><mj-spacer /></mj-column></mj-section>
</mj-wrapper>
</mj-body></mjml>"""


def test_every_component_is_found_in_the_html_by_its_id():
    """Sections in loops, raw HTML and wrappers carry their ids; a class in a condition is left alone."""
    tree = parse(MAIL)
    html = build(marks(tree).into(MAIL), data={"x": True}).html_before_inlining
    found = {tree.node(int(number)).name for number in re.findall(r"mw-n-(\d+)", html)}
    assert found == {
        *("mj-section", "mj-column", "mj-text", "mj-button", "mj-image"),
        *("mj-raw", "mj-wrapper", "mj-spacer"),
    }
    section = tree.sections()[0]
    assert len(re.findall(rf"mw-n-{section.id}\b(?!-outlook)", html)) == 2
    inner = tree.elements("mj-section")[1]
    assert f"mw-n-{inner.id}" not in html


def test_marks_change_nothing_but_classes():
    """Without the marks the marked text is the text, and so is the mail but for the names of classes."""
    text = marks(parse(MAIL)).into(MAIL)
    unmarked = re.sub(r' css-class="mw-n-\d+"| class="mw-n-\d+"| mw-n-\d+', "", text)
    assert unmarked == MAIL


@given(st.data())
def test_marks_move_along_with_typing_or_give_up(data):
    """Moved along, the marks are those of a new tree; where markup is touched there are none."""
    tree = parse(MAIL)
    start = data.draw(st.integers(0, len(MAIL)))
    end = data.draw(st.integers(start, min(len(MAIL), start + 3)))
    edits = [TextEdit(start, end, data.draw(st.text('ab <"{é', max_size=3)))]
    moved = marks(tree).after(MAIL, edits)
    text = apply(MAIL, edits)
    touched = set(MAIL[start:end] + edits[0].text) & set("<>{}%#\"'/")
    assert not (touched and moved)
    if moved:
        assert re.sub(r' css-class="mw-n-\d+"| class="mw-n-\d+"| mw-n-\d+', "", moved.into(text)) == text
    at = MAIL.index("Hello")
    words = [TextEdit(at, at, "Well, ")]
    assert marks(tree).after(MAIL, words) == marks(reparse(tree, words))


def test_an_included_part_is_marked_as_the_include_that_brings_it():
    """Only its outermost components are: one frame is drawn around a header, not one around each of its texts."""
    part = '<mj-section><mj-column><mj-text>x</mj-text></mj-column></mj-section><mj-section css-class="b" />'
    assert marked_include(part, 7) == part.replace("<mj-section>", '<mj-section css-class="mw-n-7">').replace(
        '"b"', '"b mw-n-7"'
    )


DRESSED = """<mjml><mj-head><mj-attributes>
<mj-all css-class="every" /><mj-text css-class="words" /><mj-class name="a" css-class="one" />
<mj-class name="b" css-class="two"><mj-button css-class="inner" /></mj-class>
<mj-class name="odd" css-class="a &amp; b" />
</mj-attributes></mj-head><mj-body>
<mj-section mj-class="b"><mj-column><mj-text>x</mj-text><mj-text mj-class="a b">y</mj-text>
<mj-text css-class="own" mj-class="a">z</mj-text><mj-button href="#">Go</mj-button>
<mj-image src="a.png" alt="" /></mj-column></mj-section></mj-body></mjml>"""


def test_components_keep_the_classes_that_they_inherit():
    """From mj-all, mj-attributes, mj-class and an outer mj-class: without the marks the HTML is that of the mail."""
    tree = parse(DRESSED)
    marked = build(marks(tree, defaults(tree)).into(DRESSED)).html_before_inlining
    assert len(re.findall(r"mw-n-\d+\b(?!-outlook)", marked)) == 7
    unmarked = re.sub(r" ?mw-n-\d+(-outlook)?", "", marked)
    assert unmarked == build(DRESSED).html_before_inlining


def test_classes_that_would_have_to_be_escaped_are_not_repeated():
    """They could end the value in which they are written again."""
    tree = parse(DRESSED.replace('mj-class="b"', 'mj-class="odd"'))
    assert '<mj-section css-class="mw-n-' in marks(tree, defaults(tree)).into(tree.text)


def test_an_included_part_keeps_the_classes_of_the_mail():
    """What the mail says about sections holds for those of its parts."""
    tree = parse('<mjml><mj-head><mj-attributes><mj-section css-class="s" /></mj-attributes></mj-head></mjml>')
    assert marked_include("<mj-section />", 7, defaults(tree)) == '<mj-section css-class="s mw-n-7" />'


def test_marks_give_up_where_words_decide_what_is_inherited():
    """In mj-attributes and in mj-class a new tree is needed; in another value it is not."""
    for written in ('"words', 'mj-class="a'):
        at = DRESSED.index(written) + len(written)
        assert marks(parse(DRESSED)).after(DRESSED, [TextEdit(at, at, "x")]) is None
    at = DRESSED.index("own")
    assert marks(parse(DRESSED)).after(DRESSED, [TextEdit(at, at, "x")]) is not None
