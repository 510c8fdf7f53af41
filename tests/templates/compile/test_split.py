"""Where a mail is cut for MJML, and where it is left in one piece."""

from __future__ import annotations

import pytest

from templates.compile.split import IN_BODY, fragment, split

SECTION = "<mj-section><mj-column><mj-text>{}</mj-text></mj-column></mj-section>"


def test_children_are_elements_and_comments_without_the_text_between():
    """Loose text in the body is dropped by MJML, so it is in no piece."""
    one, two = SECTION.format("a"), SECTION.format("b")
    mjml = f'<mjml>\n<mj-body width="500px">\n{one} loose <!-- note -->\n<mj-raw><hr></mj-raw>{two}</mj-body></mjml>\n'
    document, offsets = split(mjml) or pytest.fail("not split")
    assert document.before == '<mjml>\n<mj-body width="500px">'
    assert document.children == (one, "<!-- note -->", "<mj-raw><hr></mj-raw>", two)
    assert document.after == "</mj-body></mjml>\n"
    pieces = [*document.children, "</mj-body"]
    assert all(mjml.startswith(piece, offset) for offset, piece in zip(offsets, pieces, strict=True))


def test_the_body_of_mj_attributes_is_not_the_mails_body():
    """Defaults for mj-body stand in the head under the same name."""
    head = '<mjml><mj-head><mj-attributes><mj-body width="1px" /><mj-body></mj-body></mj-attributes></mj-head>'
    document, _ = split(f"{head}<mj-body><mj-raw>x</mj-raw></mj-body></mjml>") or pytest.fail("not split")
    assert (document.before, document.children) == (f"{head}<mj-body>", ("<mj-raw>x</mj-raw>",))


@pytest.mark.parametrize(
    "content",
    [
        "a < b",
        "a <b class='x' id=1 hidden>c</b><br/>",
        "<!-- </mj-text> -->",
        "<![CDATA[</mj-text>]]>",
        "<style>a > b { }</style>",
        '<a title="</mj-text>">x</a>',
        "<p>never closed",
        "</p>never opened",
    ],
)
def test_what_an_mj_text_holds_is_skipped(content):
    """Only its own closing tag ends it, as MJML's parser reads it."""
    document, _ = split(f"<mjml><mj-body>{SECTION.format(content)}</mj-body></mjml>") or pytest.fail("not split")
    assert document.children == (SECTION.format(content),)


@pytest.mark.parametrize(
    "body",
    [
        "<mj-section>",
        "</mj-section>",
        "<mj-section></mj-column></mj-section>",
        "<mj-column></mj-column>",
        "<p></p>",
        "<![CDATA[x]]>",
        "<!-- never closed",
        "<!--> x -->",
        "<!-- a --!> b -->",
        "<mj-section",
        "<mj-body></mj-body>",
        SECTION.format("<mj-text>x</mj-text>"),
        SECTION.format("</mj-section>"),
        SECTION.format('<a href="x>y</a>'),
        SECTION.format('<a href="x"title="y">z</a>'),
        SECTION.format("<a =x>y</a>"),
        SECTION.format("<style>never closed"),
        SECTION.format("<title/>x"),
        SECTION.format("<script></mj-text></script>"),
        SECTION.format("</>"),
    ],
)
def test_what_the_parser_would_mend_is_not_cut(body):
    """Where its reading is a guess, the whole mail is compiled."""
    assert split(f"<mjml><mj-body>{body}</mj-body></mjml>") is None


@pytest.mark.parametrize(
    "mjml",
    [
        "",
        "text",
        "<mjml></mjml>",
        "<mjml><mj-body /></mjml>",
        "<mjml><mj-body></mj-body>",
        "<mj-body></mj-body>",
        "<mjml><mj-body></mj-body></mjml><mjml></mjml>",
        "<mjml><mj-head><mj-body></mj-body></mj-head></mjml>",
        "<html><mjml><mj-body></mj-body></mjml></html>",
    ],
)
def test_what_is_no_mail_is_not_cut(mjml):
    """A mail is one mjml with one body."""
    assert split(mjml) is None


def test_a_part_says_what_it_leaves_open():
    """The mail up to its body, a section and the rest can be looked at one by one."""
    before, middle, after = "<mjml><mj-body>", f" {SECTION.format('x')} ", "</mj-body></mjml>"
    assert (fragment(before, ()) or pytest.fail("odd")).open == IN_BODY
    assert (fragment(middle, IN_BODY) or pytest.fail("odd")).children == ((1, len(middle) - 1),)
    assert (fragment(after, IN_BODY) or pytest.fail("odd")).open == ()
