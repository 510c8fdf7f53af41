"""Marks: what a canvas builds tells of each element which component it is."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from templates.compile.pipeline import build
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
