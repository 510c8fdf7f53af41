"""Tests of renderers/clients/comments/scan.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.comments.scan import pieces


def found(text: str, *, conditions: bool = True) -> list[tuple[str, str]]:
    return [(each.kind, text[each.start : each.end]) for each in pieces(text, conditions=conditions)]


@pytest.mark.parametrize(
    ("text", "kind", "condition"),
    [
        ("<!--[if mso]>", "open", "mso"),
        ("<!--[if  gte mso 9 ]>", "open", "gte mso 9"),
        ("<!--[IF(mso)|(IE)]>", "open", "(mso)|(IE)"),
        ("<!--[if !mso]><!-->", "reveal", "!mso"),
        ("<!--[if !mso]><!--->", "reveal", "!mso"),
        ("<!--[if !mso]><!---->", "reveal", "!mso"),
        ("<!--[if !mso]><!-- -->", "reveal", "!mso"),
        ("<!--[if !mso]>-->", "reveal", "!mso"),
        ("<![if !mso]>", "reveal", "!mso"),
        ("<![endif]-->", "close", ""),
        ("<!--<![endif]-->", "close", ""),
        ("<!-- <![endif]-->", "close", ""),
        ("<![endif]>", "close", ""),
        ("<![ENDIF]--->", "close", ""),
        ("<!-- note -->", "comment", ""),
        ("<!-->", "comment", ""),
        ("<!--->", "comment", ""),
        ("<!-- [if mso]> -->", "comment", ""),
        ("<!--[if mso-->", "comment", ""),
        ("<!-- never closed", "comment", ""),
    ],
)
def test_each_form_is_known(text: str, kind: str, condition: str):
    """The forms that mails use, and their near misses."""
    (piece,) = pieces(text, conditions=True)
    assert (piece.kind, piece.start, piece.end, piece.condition) == (kind, 0, len(text), condition)


@pytest.mark.parametrize(
    "text",
    [
        "<style><!--[if mso]> .a { } <![endif]--></style>",
        "<script>'<!--[if mso]>'</script>",
        '<img alt="<!--[if mso]>">',
        "<img alt='<![endif]-->'>",
        '<a title="x',
        "<p",
    ],
)
def test_tags_and_raw_text_hold_no_comments(text: str):
    """As in a browser: inside of attributes, style sheets and scripts there are none."""
    assert found(text) == []


def test_an_apostrophe_in_a_bare_value_opens_no_string():
    """Only a quotation mark right behind the equals sign does."""
    assert found("<a title=it's><!--[if mso]>don't") == [("open", "<!--[if mso]>")]


def test_without_conditions_a_comment_ends_at_its_first_end():
    """A client that knows no conditions takes the comment as one, tags with open quotation marks included."""
    text = '<!--[if mso]><a title="x><!-- y --> <b><![endif]--><i title="z">'
    assert found(text, conditions=False) == [
        ("open", '<!--[if mso]><a title="x><!-- y -->'),
        ("close", "<![endif]-->"),
    ]


def test_an_unclosed_style_hides_no_marks():
    """Word reads on where raw text never ends."""
    assert found("<!--[if mso]><style>.a{}<![endif]--><p>") == [("open", "<!--[if mso]>"), ("close", "<![endif]-->")]


_PIECES = st.sampled_from(
    [
        "<!--",
        "-->",
        "--!>",
        "[if",
        " mso",
        "]>",
        "<![",
        "endif",
        "]-->",
        "<!-->",
        "<style>",
        "</style>",
        '<a b="',
        "'",
        ">",
        "<",
        "x",
    ]
)


@given(st.lists(_PIECES, max_size=40).map("".join), st.booleans())
def test_pieces_lie_in_order_in_any_text(text: str, conditions: bool):
    """No text raises anything, and no piece begins before the last one's end."""
    end = 0
    for piece in pieces(text, conditions=conditions):
        assert end <= piece.start < piece.end <= len(text)
        end = piece.end


@pytest.mark.parametrize(
    "text", ["<!--[if", "<!--[if mso]>", '<a title="', "<style>", "<!--", "<![endif", "<a =", "<!--[if a]><style>"]
)
def test_hostile_text_is_read_once(text: str):
    """Tens of thousands of openings that nothing closes: a scanner that looks for each end anew would take minutes."""
    assert sum(1 for _ in pieces(text * 30_000, conditions=True)) <= 30_000
