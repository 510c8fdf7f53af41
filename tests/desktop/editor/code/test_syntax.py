"""The state machine: every piece of a line, and what the next line begins with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.editor.code.colours import KINDS
from desktop.editor.code.syntax import pieces_of


def read(text: str) -> list[tuple[str, str]]:
    """The pieces of all lines with their kinds; neighbours of one kind as one."""
    state, found = -1, []
    for line in text.split("\n"):
        pieces, state = pieces_of(line, state)
        for start, length, kind in pieces:
            found.append((line[start : start + length], kind))
    return found


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            '<mj-text align="left">Hi</mj-text>',
            ["<:punctuation", "mj-text:component", "align:attribute", "=:punctuation", '":string', "left:string",
             '":string', ">:punctuation", "</:punctuation", "mj-text:component", ">:punctuation"],
        ),
        ("<b a=c/>&nbsp;", ["<:punctuation", "b:element", "a:attribute", "=:punctuation", "c/:string", ">:punctuation",
                            "&nbsp;:entity"]),
        ("a <!-- b\nc --> d", ["<!--:comment", " b:comment", "c :comment", "-->:comment"]),
        ("<![CDATA[ <b> \n]]>", ["<![CDATA[:comment", "]]>:comment"]),
        ("<!doctype html>", ["<!doctype html>:comment"]),
        ("{{ a.b|upper }}", ["{{:tag", "a:name", ".b:name", "upper:filter", "}}:tag"]),
        (
            "{% if x == 'y' and 3 %}",
            ["{%:tag", "if:keyword", "x:name", "'y':string", "and:keyword", "3:literal", "%}:tag"],
        ),
        ("{%- set if_ = true %}", ["{%:tag", "set:keyword", "if_:name", "true:literal", "%}:tag"]),
        ("{# a\nb #}c", ["{#:comment", " a:comment", "b #}:comment"]),
        ("{{ a\n}}", ["{{:tag", "a:name", "}}:tag"]),
        (
            '<a b="{{ c }}\n&amp;">',
            ["<:punctuation", "a:element", "b:attribute", "=:punctuation", '":string', "{{:tag", "c:name", "}}:tag",
             "&amp;:entity", '":string', ">:punctuation"],
        ),
        ("<a {% if b %}c{% endif %}>", ["<:punctuation", "a:element", "{%:tag", "if:keyword", "b:name", "%}:tag",
                                        "c:attribute", "{%:tag", "endif:keyword", "%}:tag", ">:punctuation"]),
        ("<!-- {{ a }} -->", ["<!--:comment", " :comment", "{{:tag", "a:name", "}}:tag", " :comment", "-->:comment"]),
        (
            "<mj-style>\na{color:#fff}/* x\n*/</mj-style>",
            ["<:punctuation", "mj-style:component", ">:punctuation", "color:rule", "#fff:literal", "/*:comment",
             " x:comment", "*/:comment", "</:punctuation", "mj-style:component", ">:punctuation"],
        ),
        ("<mj-style />a{color:b}", ["<:punctuation", "mj-style:component", "/>:punctuation"]),
        ("<a <b>", ["<:punctuation", "a:element", "<:punctuation", "b:element", ">:punctuation"]),
        ("a < b", []),
    ],
)  # fmt: skip
def test_pieces_are_what_they_are(text, pieces):
    """Markup, values, entities, comments, template tags anywhere, style sheets; over the ends of lines."""
    assert [f"{piece}:{kind}" for piece, kind in read(text)] == pieces


ALPHABET = ["<", ">", "</", "<!--", "-->", "mj-text", "mj-style", "=", '"', "'", "{{", "}}", "{%", "%}", "{#", "#}",
            " ", "a", "&lt;", "😀", "/*", "*/", "{", "}", ":", "<![CDATA[", "]]>"]  # fmt: skip


@given(st.lists(st.sampled_from(ALPHABET), max_size=30).map("".join), st.integers(-1, 63))
def test_pieces_lie_in_the_line_in_order(line, state):
    """Whatever comes, in whatever state: pieces do not overlap and have kinds that have colours."""
    pieces, after = pieces_of(line, state)
    assert after >= 0
    end = 0
    for start, length, kind in pieces:
        assert start >= end
        assert length > 0
        assert kind in KINDS
        end = start + length
    assert end <= len(line)
