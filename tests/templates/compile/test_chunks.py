"""A template's text cut at its sections, so that an edit touches one chunk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.compile.chunks import chunks

HEAD = "<mjml>{% set a = 1 %}<mj-head></mj-head><mj-body>"
END = "</mj-body></mjml>\n"
A, B = "\n<mj-section><mj-raw>a</mj-raw></mj-section>", "<mj-section>b</mj-section>"
LOOP = "{% for x in xs %}<mj-section></mj-section>{{ x }}<mj-hero />{% endfor %}"


@pytest.mark.parametrize(
    ("body", "cut"),
    [
        ([A, B], [A, B]),
        ([A, "{% set x = 1 %}" + B, "\n"], [A, "{% set x = 1 %}" + B, "\n"]),
        ([LOOP, A], [LOOP, A]),
        (["{% set x %}<mj-raw></mj-raw>{% endset %}", A], ["{% set x %}<mj-raw></mj-raw>{% endset %}", A]),
        (["{% if a %}", A, "{% else %}", B, "{% endif %}"], ["{% if a %}" + A + "{% else %}" + B + "{% endif %}"]),
        (["<!-- <mj-section> -->", A], ["<!-- <mj-section> -->", A]),
        (["<mj-text></mj-section></mj-text>"], ["<mj-text></mj-section></mj-text>"]),
        (['<mj-include path="a.mjml" />', A], ['<mj-include path="a.mjml" />', A]),
        ([], []),
    ],
)
def test_cuts_at_outermost_elements_and_blocks(body, cut):
    """A chunk holds whole elements and whole Jinja blocks."""
    assert chunks(HEAD + "".join(body) + END) == [HEAD, *cut, END]


@pytest.mark.parametrize(
    "body", ["<mj-section>", "</mj-section>", "{% if a %}" + A, A + "{% endif %}", "{% endfor %}{% for a in b %}"]
)
def test_what_stays_open_is_not_cut(body):
    """Then only the whole text can be understood."""
    assert chunks(HEAD + body + END) is None


def test_text_without_a_body_is_not_cut():
    """The body of mj-attributes is none."""
    assert chunks("<mjml><mj-attributes><mj-body></mj-attributes></mjml>") is None
    assert chunks("") is None


@given(
    st.lists(st.sampled_from([A, B, LOOP, " ", "x"]), max_size=6),
    st.integers(0, 400),
    st.integers(0, 40),
    st.text("x<>/{%}", max_size=3),
)
def test_an_edit_keeps_the_chunks_that_it_does_not_touch(body, at, length, put):
    """With or without the chunks before the edit, the chunks joined are the text."""
    text = HEAD + "".join(body) + END
    known = chunks(text) or pytest.fail("not cut")
    edited = text[:at] + put + text[at + length :]
    for made in (chunks(edited), chunks(edited, known)):
        assert made is None or "".join(made) == edited


def test_an_edited_section_is_the_only_new_chunk():
    """Also when sections are put in, doubled or taken out."""
    known = chunks(HEAD + A + B + LOOP + END) or pytest.fail("not cut")
    new = "<mj-section>new</mj-section>"
    assert chunks(HEAD + A + new + LOOP + END, known) == [HEAD, A, new, LOOP, END]
    assert chunks(HEAD + A + B + new + LOOP + END, known) == [HEAD, A, B, new, LOOP, END]
    assert chunks(HEAD + A + A + B + LOOP + END, known) == [HEAD, A, A, B, LOOP, END]
    assert chunks(HEAD + A + LOOP + END, known) == [HEAD, A, LOOP, END]
    assert chunks("<mjml><mj-body>" + A + END, known) == ["<mjml><mj-body>", A, END]
