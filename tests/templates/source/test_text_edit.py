"""Text edits: two that touch become one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from templates.source.text_edit import TextEdit, apply, in_one


@st.composite
def _two(draw: st.DrawFn) -> tuple[str, TextEdit, TextEdit]:
    """A text, an edit of it, and an edit of what comes out."""
    text = draw(st.text("abc", max_size=12))

    def edit(length: int) -> TextEdit:
        start = draw(st.integers(0, length))
        return TextEdit(start, draw(st.integers(start, length)), draw(st.text("xyz", max_size=4)))

    first = edit(len(text))
    return text, first, edit(len(apply(text, [first])))


@given(_two())
def test_two_edits_in_one_do_what_they_do_one_after_the_other(drawn):
    """The joined edit gives the same text; edits that do not touch are not joined."""
    text, first, then = drawn
    both = in_one(first, then)
    if both is None:
        written = first.start + len(first.text)
        assert then.start > written or then.end < first.start
    else:
        assert apply(text, [both]) == apply(apply(text, [first]), [then])
