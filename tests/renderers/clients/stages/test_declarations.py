"""Tests of renderers/clients/stages/declarations.py, by the clients of the shipped data."""

from __future__ import annotations

import pytest

from renderers.clients.change import Change
from renderers.clients.html.marks import mark
from renderers.clients.mail import Client, Mail
from renderers.clients.stages.declarations import STAGE, Declarations


def written(style: str, client: str = "", css: str = "", **settings: object) -> tuple[str | None, str, list[Change]]:
    """Return the attribute and the style block as the client writes them, and the changes."""
    mail = Mail.of(mark("<html><head><style></style></head><body><p>k</p></body></html>"), Client("x", client))
    mail.blocks[0].text = css
    mail.body[0].set("style", style)
    changes = list(STAGE.apply(mail, Declarations.model_validate({"notes": bool(client), **settings})))
    return mail.body[0].get("style"), mail.blocks[0].text, changes


def attribute(style: str, client: str = "", **settings: object) -> str | None:
    """Return the attribute as the client writes it."""
    return written(style, client, **settings)[0]


def block(css: str, client: str = "", **settings: object) -> str:
    """Return the style block as the client writes it, on one line."""
    return " ".join(written("", client, css, **settings)[1].split())


def test_without_settings_nothing_changes():
    """Every default means that the client does nothing of this; the text stays as it was written."""
    style, css = "MARGIN : -1px ;/* a */color:red !x", "a{margin:-1px}/* b */c{d:e!IMPORTANT}"
    assert written(style, css=css) == (style, css, [])


@pytest.mark.parametrize(
    ("client", "style", "left"),
    [
        ("gmail/desktop-webmail", "margin-top:-5px;color:red", "color:red"),
        ("gmail/ios", "Margin:0 -5px;margin:calc(1px - 2px)", "margin:calc(1px - 2px)"),
        ("gmail/android", "--z:red;color:var(--z)", "color:var(--z)"),
        ("gmail/desktop-webmail", "gap:1px;column-gap:2px", "column-gap:2px"),
        ("gmail/mobile-webmail", "list-style:square url(a);text-indent:-1em", None),
        (
            "gmail/android",
            "background-image:linear-gradient(red,blue);background:linear-gradient(red,blue)",
            "background:linear-gradient(red,blue)",
        ),
        ("outlook/outlook-com", "position:absolute;top:5px", "top:5px"),
        ("outlook/android", "position:sticky;position:relative", "position:sticky"),
        ("outlook/ios", "width:max-content;min-width:fit-content", "min-width:fit-content"),
        ("outlook/macos", "list-style:url(a) square", "list-style:square"),
        ("yahoo/desktop-webmail", "position:relative;position:sticky", "position:relative"),
        ("yahoo/ios", "height:50px;height:9px!important", "min-height:50px;min-height:9px !important"),
        ("aol/android", "background:url('a'),url('b')", "background:url('a') url('b')"),
        ("yahoo/android", "background:url('a') center / cover", "background:url('a') center"),
        ("aol/ios", "border-radius:1px / 2px;font-size:2rem;font-weight:450;text-align:start", None),
        ("yahoo/desktop-webmail", "color:rgb(0 1 2);display:inline-flex;cursor:grab;cursor:help", "cursor:help"),
        ("aol/desktop-webmail", "transition:all 1s;transition-delay:1s;transition:color 1s", "transition:color 1s"),
        ("orange/ios", "background-color:tomato;line-height:normal;color:rgb(0,1,2,.5)", None),
        (
            "orange/desktop-webmail",
            "word-break:keep-all;word-break:break-all;display:inline flex",
            "word-break:break-all;display:inline",
        ),
        ("mail-ru/desktop-webmail", "left:1px;right:2px;filter:blur(1px) sepia(1);clip-path:path('M0')", "right:2px"),
        (
            "fastmail/desktop-webmail",
            "position:fixed;display:inline flex;row-gap:1px",
            "position:absolute;display:inline-flex",
        ),
        ("fastmail/desktop-webmail", "position:sticky", None),
        (
            "hey/desktop-webmail",
            "position:fixed;position:sticky;word-break:keep-all",
            "position:sticky;word-break:break-word",
        ),
        (
            "gmx/desktop-webmail",
            "background:url(a),url(b);background-image:url(a),url(b)",
            "background-image:url(a) url(b)",
        ),
        ("gmx/ios", "text-decoration:underline;text-decoration:underline red", "text-decoration:underline"),
        ("gmx/android", "height:calc(50vh - 1px);white-space:pre", "height:calc(0px - 1px)"),
        ("samsung-email/android", "font-size:larger;font-size:90%;left:5%;font-size:9px", "font-size:9px"),
        (
            "apple-mail/ios",
            "position:fixed;position:absolute;cursor:url(a),help",
            "position:absolute;cursor:url(a),help",
        ),
    ],
)
def test_what_notes_tell_is_done(client: str, style: str, left: str | None):
    """Removed, renamed or rewritten, as the newest test of that client says."""
    assert attribute(style, client) == left


def test_blocks_are_written_as_attributes_are():
    """Inside media queries too; what a font-face or a page rule holds is no style of an element."""
    css = "a{margin:-1px;color:red}@media b{c{height:1px}}@font-face{height:2px}@page{margin:-3px}"
    assert block(css, "yahoo/ios") == (
        "a { color:red; } @media b { c { min-height:1px; } } @font-face { height:2px; } @page { margin:-3px; }"
    )


def test_a_note_may_tell_of_attributes_or_of_blocks_only():
    """GMX reads the cursor in attributes, Gmail's Android app gradients in blocks."""
    assert (attribute("cursor:help", "gmx/desktop-webmail"), block("a{cursor:help}", "gmx/desktop-webmail")) == (
        "cursor:help",
        "a { }",
    )
    gradient = "background-image:linear-gradient(red,blue)"
    assert (attribute(gradient, "gmail/android"), block(f"a{{{gradient}}}", "gmail/android")) == (
        None,
        f"a{{{gradient}}}",
    )


@pytest.mark.parametrize("fatal", ["color:rgb(0 128 0 / 1)", "color:oklch(1 0 0)", "top:0 ! Important"])
def test_one_declaration_may_cost_the_whole_attribute(fatal: str):
    """Gmail throws away the attribute; one change says so, at the element, with the note as evidence."""
    style, _, changes = written(f"letter-spacing:7px;margin:-1px;{fatal}", "gmail/desktop-webmail")
    assert style is None
    assert [(str(each), each.at, each.element) for each in changes] == [
        (f"The whole style attribute is removed: it holds {fatal}.", 40, "p")
    ]
    assert changes[0].evidence.source.startswith("caniemail css-")


def test_importance_is_read_as_it_is_written():
    """Without a blank the declaration is lost in Orange, in capitals the flag in Proton."""
    given = "color:red!important;top:1px !important;left:2px ! IMPORTANT"
    assert attribute(given, "orange/android") == "top:1px !important;left:2px ! IMPORTANT"
    assert attribute(given, "protonmail/desktop-webmail") == "color:red!important;top:1px !important;left:2px"
    assert attribute(given, unimportant_after_blank=["top"]) == "color:red!important;top:1px;left:2px ! IMPORTANT"


def test_a_change_is_said_though_it_is_far_behind():
    """Long values are cut in sentences, so the part that goes may not be seen in them."""
    _, _, changes = written(
        f"background:url('{'a' * 90}') center / cover;display:inline flex", "orange/desktop-webmail"
    )
    assert [str(each) for each in changes] == [
        f"background:url('{'a' * 63}… loses a part that is not read.",
        "display:inline flex becomes display:inline.",
    ]


def test_a_contested_note_is_marked():
    """Its source is contradicted by the report that it cites."""
    style, _, changes = written("background-image:url('a')!important", "aol/ios")
    assert style == "background-image:url('a')"
    assert [(each.rule, each.evidence.certainty) for each in changes] == [("caniemail.css-important", "contested")]


def test_a_comment_costs_the_attribute():
    """One in a string is none."""
    assert attribute("/* a */color:red", comment_removes_attribute=True) is None
    assert attribute("content:'/* a */'", comment_removes_attribute=True) == "content:'/* a */'"


def test_comments_in_values_are_read_in_attributes():
    """And then their content is judged as any value."""
    assert attribute("color:/* red */;a:b", comments_in_values_opened=True) == "color:  red;a:b"
    assert attribute("margin:/* -1px */", "yahoo/ios", comments_in_values_opened=True) is None


def test_a_word_after_a_bang_is_ignored():
    """But not importance itself, which other clients read too."""
    given = "color:red !yahoo;top:1px !important"
    assert attribute(given, word_after_bang_ignored=True) == "color:red;top:1px !important"
    assert block("a{color:red!x}", word_after_bang_ignored=True) == "a { color:red; }"


def test_addresses_without_quotes_are_lost_in_attributes():
    """Not in blocks, and not of other properties."""
    given = "background:url(a);background-image:url('b');list-style:url(c)"
    settings = {"unquoted_url_removed": ["background", "background-image"]}
    assert attribute(given, **settings) == "background-image:url('b');list-style:url(c)"
    assert block("a{background:url(a)}", **settings) == "a{background:url(a)}"


def test_addresses_may_cost_the_attribute():
    """Gmail did so for some weeks of 2023."""
    assert attribute("color:red;background:url('a')", fatal_urls=True) is None
    assert attribute("color:red", fatal_urls=True) == "color:red"


def test_fatal_signs_cost_the_attribute():
    """Whatever else it holds."""
    style, _, changes = written("color:red;a:=", fatal_signs="&=")
    assert style is None
    assert [each.values for each in changes] == [{"sign": "="}]


def test_styles_of_the_client_itself_are_left_alone():
    """They are no part of the mail."""
    mail = Mail.of('<p data-client style="margin:-1px">k</p>', Client("x", "gmail/ios"))
    assert list(STAGE.apply(mail, Declarations(notes=True))) == []


@pytest.mark.parametrize("client", ["yahoo/ios", "orange/desktop-webmail", "fastmail/desktop-webmail", "gmx/android"])
def test_a_second_time_changes_nothing(client: str):
    """What is rewritten is not rewritten again."""
    given = (
        "height:1px;background:url(a),url(b) 0 0 / 1px;display:inline flex;position:fixed;width:5vh;color:rgb(0 1 2)"
    )
    style, css, _ = written(given, client, f"a{{{given}}}")
    assert written(style or "", client, css)[1:] == (css, [])
