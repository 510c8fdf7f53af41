"""Tests of renderers/clients/stages/conditional_comments.py."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.change import Change
from renderers.clients.html.marks import mark, unmark
from renderers.clients.mail import Client
from renderers.clients.pipeline import client_html
from renderers.clients.profile import profiles
from renderers.clients.stages.conditional_comments import STAGE, ConditionalComments

WORD = {"content": "evaluated", "mso": 16, "vml": 1}
DROPPED = {"content": "dropped"}
SHOWN = {"content": "shown", "comments": "dropped"}
NONE = {"content": "dropped", "revealed": "dropped", "comments": "dropped"}


def seen(text: str, settings: dict[str, object]) -> tuple[str, list[Change]]:
    resolved, changes = STAGE.apply(mark(text), ConditionalComments.model_validate(settings), Client("x"))
    return unmark(resolved), list(changes)


def test_without_settings_nothing_changes():
    """Every default means that the client does nothing of this."""
    text = "<!--[if mso]>a<![endif]--><!-- b -->"
    assert seen(text, {}) == (text, [])


@pytest.mark.parametrize(
    ("text", "word", "dropped", "shown", "none"),
    [
        ("<!--[if mso]><i>a</i><![endif]-->b", "<i>a</i>b", "b", "<i>a</i>b", "b"),
        ("<!--[if !mso]><!--><i>a</i><!--<![endif]-->b", "b", "<i>a</i>b", "<i>a</i>b", "b"),
        ("<!--[if !mso]>-->a<!--<![endif]-->b", "b", "ab", "ab", "b"),
        ("<![if !mso]>a<![endif]>b", "b", "ab", "ab", "b"),
        ("<![if !vml]>a<![endif]>b", "b", "ab", "ab", "b"),
        ("<!--[if gte mso 9]><!-->a<!--<![endif]-->b", "ab", "ab", "ab", "b"),
        ("<!--[IF MSO ]>a<![ENDIF]-->b", "ab", "b", "ab", "b"),
        ("<!--[if IE]>a<![endif]-->b", "b", "b", "ab", "b"),
        ("<!--[if foobar]>a<![endif]-->b", "b", "b", "ab", "b"),
        ("<!--[if mso | IE]>a<![endif]-->b", "ab", "b", "ab", "b"),
        ("<!--[if (gt mso 9)&(lt mso 15)]>a<![endif]-->b", "b", "b", "ab", "b"),
        ("<!--[if mso 15]>a<![endif]-->b", "b", "b", "ab", "b"),
        ("<!--[if (mso]>a<![endif]-->b", "b", "b", "ab", "b"),
        ("a<!-- <u>x</u> -->b", "a<!-- <u>x</u> -->b", "a<!-- <u>x</u> -->b", "ab", "ab"),
        ("<!--<!--[if mso]>x<![endif]-->", *["<!--<!--[if mso]>x<![endif]-->"] * 2, "", ""),
        # Word's own text boxes: a revealed comment inside a hidden one.
        ("<!--[if gte vml 1]>a<![if !mso]>b<![endif]>c<![endif]-->d", "acd", "d", "abcd", "d"),
        ("<!--[if !mso]><!-->a<!--[if mso]>b<![endif]-->c<!--<![endif]-->d", "d", "acd", "abcd", "d"),
        # A comment in a comment ends it for everybody who knows no conditions.
        ("<!--[if mso]><!-- x --><b>a</b><![endif]-->c", "<!-- x --><b>a</b>c", "<b>a</b>c", "<b>a</b>c", "<b>a</b>c"),
        ("a<!--[if mso]>b", "ab", "a", "ab", "a"),
        ("a<!--[if !mso]>b", "a", "a", "ab", "a"),
        ("a<![endif]-->b", "ab", "ab", "ab", "ab"),
    ],
)  # fmt: skip
def test_who_sees_what(text: str, word: str, dropped: str, shown: str, none: str):
    """Word, a browser, a client that shows everything, and one that throws away everything."""
    results = [seen(text, settings)[0] for settings in (WORD, DROPPED, SHOWN, NONE)]
    assert results == [word, dropped, shown, none]


def test_style_sheets_are_left_alone_and_head_is_not():
    """In a style sheet the signs are no comment; around one they are."""
    inside = "<style><!--[if mso]> .a { } <![endif]--></style>"
    assert seen(inside, WORD) == (inside, [])
    assert seen("<head><!--[if mso]><style>.a{}</style><![endif]--></head>", DROPPED)[0] == "<head></head>"


def test_a_change_tells_condition_number_and_place():
    """One change for each condition, at all of its comments, in the text as it was written."""
    text = "<p>a</p><!--[if mso]>b<![endif]--><i>c</i><!--[if mso]>d<![endif]--><!--[if !mso]><!-->e<!--<![endif]-->"
    _, changes = seen(text, WORD)
    assert [(each.places, each.values["condition"]) for each in changes] == [
        ((text.index("<!--"), text.rindex("<!--[if mso]")), "mso"),
        ((text.index("<!--[if !mso]"),), "!mso"),
    ]
    assert "holds" in str(changes[0])
    assert "does not hold" in str(changes[1])
    assert {each.rule for each in changes} == {"conditional-comments.content"}


def test_elements_keep_their_place_wherever_they_stood():
    """The marks go along: out of hidden comments and out of revealed ones."""
    text = "<!--[if mso]><b>a</b><![endif]--><!--[if true]><!--><i>c</i><!--<![endif]-->"
    marked, _ = STAGE.apply(mark(text), ConditionalComments.model_validate(WORD), Client("x"))
    assert marked == f'<b mw-at="{text.index("<b>")}">a</b><i mw-at="{text.index("<i>")}">c</i>'


def test_hidden_comments_inside_hidden_ones_are_not_told():
    """What is not read has no conditions to ask."""
    _, changes = seen("<!--[if !mso]>a<!--[if mso]>b<![endif]--><![endif]-->", WORD)
    assert [each.values["condition"] for each in changes] == ["!mso"]


_TEXTS = st.lists(
    st.sampled_from(
        ["<!--[if mso]>", "<!--[if !mso]><!-->", "<![if !vml]>", "<![endif]-->", "<!--<![endif]-->", "<![endif]>",
         "<!--", "-->", "<p>", "</p>", "text ", "<style>", "</style>", "<!-- n -->", '<a href="x">', "'", '"']
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(_TEXTS, st.sampled_from([WORD, DROPPED, SHOWN, NONE]))
def test_any_text_is_resolved_to_a_part_of_itself(text: str, settings: dict[str, object]):
    """Nothing raises, nothing is made up: what is left stood in the text in this order."""
    left = iter(text)
    assert all(character in left for character in seen(text, settings)[0])


@given(
    st.lists(st.sampled_from(["<!--[if mso]><b>x</b><![endif]-->", "<p>y</p>", "<!--[if !mso]><!-->z<!--<![endif]-->"]))
)
def test_twice_is_once(parts: list[str]):
    """No conditional comment is left for a second time."""
    for settings in (WORD, DROPPED, SHOWN, NONE):
        once = seen("".join(parts), settings)[0]
        assert seen(once, settings) == (once, [])


@pytest.mark.parametrize(
    ("profile", "version"),
    [("outlook-windows-2007", 12), ("outlook-windows-2010", 14), ("outlook-windows-2013", 15),
     ("outlook-windows-96", 16), ("outlook-windows-120", 16), ("outlook-windows-144", 16), ("windows-mail", 16)],
)  # fmt: skip
def test_each_outlook_has_its_version(profile: str, version: int):
    """Outlook 2007 to 2013 can be told apart; 2016 and all later ones say 16."""
    mail = "".join(f"<!--[if mso {number}]><i>v{number}</i><![endif]-->" for number in range(9, 18))
    html = client_html(f"<p>{mail}</p>", profile).html
    assert [number for number in range(9, 18) if f"v{number}" in html] == [version]


def test_only_word_asks_conditions():
    """Everybody else sees the revealed content, most do not see the hidden one."""
    mail = "<p>k</p><!--[if mso]><i>ghost</i><![endif]--><!--[if !mso]><!--><u>modern</u><!--<![endif]-->"
    shown = {each.id: re.sub("<!--.*?-->", "", client_html(mail, each.id).html) for each in profiles() if each.steps}
    word = {each.id for each in profiles() if each.layout == "word"}
    assert {name for name, html in shown.items() if "ghost" in html} == word | {"t-online-web", "airmail-mac"}
    assert {name for name, html in shown.items() if "modern" not in html} == word | {"onet-web"}
