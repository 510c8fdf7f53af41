"""Tests of renderers/clients/stages/at_rules.py, by the clients of the shipped data."""

from __future__ import annotations

import pytest

from renderers.clients.change import Change
from renderers.clients.mail import Client, Mail
from renderers.clients.profile import Mode
from renderers.clients.stages.at_rules import STAGE, AtRules


def read(css: str, client: str, mode: Mode = "light", **settings: object) -> tuple[str, list[Change]]:
    """Return the block as the client reads it, on one line, and the changes."""
    mail = Mail.of("<html><head><style></style></head><body></body></html>", Client("x", client), mode)
    mail.blocks[0].text = css
    changes = list(STAGE.apply(mail, AtRules.model_validate({"notes": True, **settings})))
    return " ".join(mail.blocks[0].text.split()), changes


def query(prelude: str, client: str, mode: Mode = "light") -> str:
    """Return the heading of an @media rule as the client reads it; empty when it goes."""
    return read(f"@media {prelude} {{ a {{ b:c; }} }}", client, mode)[0].removesuffix("{ a { b:c; } }").strip()


def test_without_settings_nothing_changes():
    """Every default means that the client does nothing of this."""
    css = "@media (prefers-color-scheme:dark){@media a{b{c:d}}}"
    assert read(css, "yahoo/desktop-webmail", notes=False) == (css, [])


@pytest.mark.parametrize(
    ("client", "prelude", "left"),
    [
        ("gmail/desktop-webmail", "(min-height:1px)", ""),
        ("gmail/ios", "screen and (MAX-HEIGHT:9px), (max-width: 600px)", "@media (max-width: 600px)"),
        ("gmail/android", "(400px <= height <= 700px)", ""),
        ("gmail/android", "(min-device-height:1px)", ""),
        ("mail-ru/desktop-webmail", "(height > 1px)", ""),
        ("gmail/ios", "only screen and (min-width:480px)", "@media only screen and (min-width:480px)"),
        ("yahoo/android", "only screen and (max-width:5px)", "@media only screen and (max-width:5px)"),
        (
            "aol/ios",
            "screen and (min-height:5px) and (max-height:calc(1px + 9px))",
            "@media screen and (min-height:5px) and (max-height:calc(1px + 9px))",
        ),
        ("yahoo/ios", "screen and (max-device-width:5px)", ""),
        ("yahoo/ios", "(width >= 5px)", ""),
        ("apple-mail/ios", "(orientation:portrait)", ""),
        ("apple-mail/ios", "(orientation:landscape)", "@media (orientation:landscape)"),
    ],
)
def test_media_queries_that_a_client_cannot_read_are_removed(client: str, prelude: str, left: str):
    """The others of a list stay, and those that it reads stay as they were written."""
    assert query(prelude, client) == left


@pytest.mark.parametrize(
    ("client", "prelude", "left"),
    [
        ("aol/ios", "(prefers-color-scheme:dark)", "@media ( _filtered_a )"),
        ("aol/android", "screen and (prefers-color-scheme)", "@media screen and ( _filtered_a )"),
        ("yahoo/desktop-webmail", "( prefers-color-scheme : dark )", "@media ()"),
        ("yahoo/desktop-webmail", "(prefers-color-scheme:light) and (max-width:9px)", "@media () and (max-width:9px)"),
        ("hey/desktop-webmail", "only screen and (Prefers-Color-Scheme:dark)", "@media only screen and (false)"),
        ("fastmail/desktop-webmail", "(prefers-reduced-motion:reduce)", "@media none"),
        (
            "fastmail/desktop-webmail",
            "screen and (prefers-color-scheme:dark) and (min-width:1px)",
            "@media all and (min-width:1px)",
        ),
        ("fastmail/desktop-webmail", "(prefers-color-scheme:dark), print", "@media all, print"),
        ("fastmail/desktop-webmail", "(prefers-color-scheme:light)", "@media (prefers-color-scheme:light)"),
        ("apple-mail/ios", "(prefers-color-scheme:dark)", "@media (prefers-color-scheme:dark)"),
    ],
)
def test_queries_are_rewritten(client: str, prelude: str, left: str):
    """As the client writes them; what else the query asks for stays."""
    assert query(prelude, client, "dark") == left


def test_a_client_that_decides_when_it_shows_the_mail_does_so():
    """In light colours the dark query does not apply, so Fastmail leaves it."""
    assert query("(prefers-color-scheme:dark)", "fastmail/desktop-webmail") == "@media (prefers-color-scheme:dark)"


def test_a_media_query_inside_another_is_removed():
    """Also inside what stands between them; beside one another they stay."""
    css = "@media a { b { c:d; } @media e { f { g:h; } } @supports (i:j) { @media k { l { m:n; } } } }"
    left, changes = read(css, "outlook/outlook-com")
    assert left == "@media a { b { c:d; } @supports (i:j) { } }"
    assert [each.values for each in changes] == [{"code": "@media e"}, {"code": "@media k"}]
    assert read("@media a { b { c:d; } } @media e { f { g:h; } }", "outlook/outlook-com")[1] == []


def test_other_at_rules_are_rewritten():
    """Fastmail turns @supports into a query that never matches, IONOS reads keyframes from and to."""
    assert read("@supports (a:b){c{d:e}}", "fastmail/desktop-webmail")[0] == "@media not all { c { d:e; } }"
    assert read("@keyframes a{from{b:c}50%{d:e}to{f:g}}", "ionos-1and1/desktop-webmail")[0] == (
        "@keyframes a { from { b:c; } to { f:g; } }"
    )


def test_what_is_not_supported_is_filtered_from_supports():
    """Yahoo knows grids and no masks; a condition with both is false then."""
    css = "@supports (display:grid) and (Mask-Image:url(a)) { b { c:d; } }"
    assert read(css, "yahoo/desktop-webmail")[0] == "@supports (display:grid) and ( _filtered_a ) { b { c:d; } }"
    assert read("@supports (display:grid) { a { b:c; } }", "yahoo/desktop-webmail")[1] == []


def test_a_mail_box_of_microsoft_has_no_media_queries_and_web_fonts():
    """In Samsung's client, and in no other mail box of it."""
    css = "@media a{b{c:d}}@font-face{e:f}g{h:i}"
    assert read(css, "samsung-email/android", account="microsoft")[0] == "g { h:i; }"
    assert read(css, "samsung-email/android") == (css, [])


def test_a_change_names_the_note():
    """With the text before and after."""
    _, changes = read("@media (prefers-color-scheme:dark){a{b:c}}", "aol/ios")
    assert [(str(each), each.rule, each.evidence.source, each.evidence.date) for each in changes] == [
        (
            "The rule @media (prefers-color-scheme:dark) becomes @media ( _filtered_a ).",
            "caniemail.css-at-media-prefers-color-scheme",
            "caniemail css-at-media-prefers-color-scheme note 1",
            "2020-01",
        )
    ]


@pytest.mark.parametrize(
    "client", ["aol/ios", "yahoo/desktop-webmail", "hey/desktop-webmail", "fastmail/desktop-webmail"]
)
def test_a_second_time_changes_nothing(client: str):
    """What is rewritten is not rewritten again."""
    css, _ = read("@media screen and (prefers-color-scheme:dark){a{b:c}}@supports (d:e){f{g:h}}", client, "dark")
    assert read(css, client, "dark") == (css, [])
