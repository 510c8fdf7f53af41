"""The bugs and limits of CSS that the shipped profiles say their clients have, from mail to client HTML."""

from __future__ import annotations

import re

import pytest

from renderers.clients.pipeline import client_html
from renderers.clients.profile import Mode

LIMIT = "i{color:#333}" * 1_300
"""More than Gmail reads in all."""


def shown(profile: str, head: str = "", body: str = "", mode: Mode = "light", *, old: bool = False) -> str:
    """Return the mail as the client shows it, without what the client adds; any run of blanks is one."""
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    made = client_html(html, profile, mode=mode, old=old).html
    return re.sub(r"\s+", " ", re.sub(r"<style data-client.*?</style>", "", made, flags=re.DOTALL))


@pytest.mark.parametrize(
    ("profile", "css", "lost"),
    [
        ("gmail-web", "b{color:#111}@media screen{@page{margin:0}}", True),
        ("gmail-ios", "b{color:#111}.a\\0{top:0}", True),
        ("gmail-android", "b{color:#111;border-color:rgb(0 1 2)}", True),
        ("gmail-web", "b{color:#111;top:0!IMPORTANT}", True),
        ("gmail-web", LIMIT + "b{color:#111}", True),
        ("gmail-web", "b{color:#111;background:url('a')}", False),
        ("outlook-com", "@media screen{a{top:0}}b{color:#111}", True),
        ("outlook-new-windows", "@media screen{a{top:0}}b{color:#111}", True),
        ("outlook-ios", "@media screen{a{top:0}}b{color:#111}", True),
        ("outlook-android", "@media screen{a{top:0} }b{color:#111}", False),
        ("yahoo-web", "@media screen,print{a{top:0}}b{color:#111}", True),
        ("aol-ios", "@media screen,print{a{top:0}}b{color:#111}", True),
        ("yahoo-android", 'a[style="c;"]{top:0}b{color:#111}', True),
        ("aol-web", "/* c */b{color:#111}", False),
        ("orange-ios", "/* c */b{color:#111}", True),
        ("orange-web", "b{color:#111;/* c */top:0}", True),
        ("orange-android", "b{color:#111!important}", True),
        ("orange-android", "b{color:#111 !important}", False),
        ("apple-mail-macos", "/**/@media a,b{@media c{d{e:f}}}b{color:#111!IMPORTANT}", False),
        ("gmx-ios", "@media screen,print{a{top:0}}b{color:#111}", False),
    ],
)
def test_style_blocks_are_lost_where_the_client_loses_them(profile: str, css: str, lost: bool):
    """The block with the mistake, or the rest of it; another block is read in any case."""
    html = shown(profile, f"<style>{css}</style><style>{'' if css.startswith(LIMIT) else 'i{color:#222}'}</style>")
    assert ("#111" not in html) is lost
    assert css.startswith(LIMIT) or "#222" in html


@pytest.mark.parametrize(
    ("profile", "style", "left"),
    [
        ("gmail-web", "margin:-5px;top:/* c */0", None),
        ("gmail-mobile-web", "color:rgb(0 128 0 / 1);letter-spacing:7px", None),
        ("gmail-ios-ganga", "display:flex;object-fit:cover;letter-spacing:7px", "letter-spacing:7px"),
        ("outlook-mac", "position:absolute;letter-spacing:7px", "letter-spacing:7px"),
        ("yahoo-ios", "height:9px;color:red !any", "min-height:9px;color:red"),
        ("aol-android", "color:/* red */", "color: red"),
        ("orange-web", "/* c */letter-spacing:7px", None),
        ("mail-ru-web", "letter-spacing:7px/* c */", None),
        ("sfr-ios", "position:fixed;letter-spacing:7px", "letter-spacing:7px"),
        ("fastmail-web", "position:fixed;display:inline flex", "position:absolute;display:inline-flex"),
        ("hey-web", "position:absolute;position:relative", "position:relative"),
        ("web-de-web", "background:url('a'),url('b');letter-spacing:7px", "letter-spacing:7px"),
        ("apple-mail-macos", "margin:-5px;color:red!IMPORTANT", "margin:-5px;color:red!IMPORTANT"),
    ],
)
def test_style_attributes_are_read_as_the_client_reads_them(profile: str, style: str, left: str | None):
    """Declarations go or are rewritten, or the whole attribute is lost."""
    html = shown(profile, body=f'<p style="{style}">k</p>')
    found = re.search(r"<p(?: style=\"\s*([^\"]*)\")?[^>]*>k</p>", html)
    assert found
    assert (found[1] and re.sub(r"\s*:\s*", ":", found[1])) == (left and left.replace(": ", ":"))


@pytest.mark.parametrize(
    ("profile", "query"),
    [
        ("yahoo-web", "@media ()"),
        ("aol-web", "@media ( _filtered_a )"),
        ("hey-web", "@media (false)"),
        ("fastmail-web", "@media all"),
        ("apple-mail-ipad", "@media (prefers-color-scheme:dark)"),
        ("samsung-android", "@media (prefers-color-scheme:dark)"),
    ],
)
def test_the_query_for_dark_colours_is_written_as_the_client_writes_it(profile: str, query: str):
    """Whether it applies then, the browser says."""
    html = shown(profile, "<style>@media (prefers-color-scheme:dark){b{color:#111}}</style>", mode="dark")
    assert query.replace(" ", "") in html.replace(" ", "")


def test_old_bugs_apply_on_request():
    """Reported years ago and not confirmed since: Yahoo's blank before !important and its unquoted addresses."""
    body = '<p style="display:block !important;background:url(a)">k</p>'
    assert 'style="display:block !important;background:url(a)"' in shown("yahoo-web", body=body)
    assert 'style="display:block"' in shown("yahoo-web", body=body, old=True)


@pytest.mark.parametrize("sign", ["=", "*", "&amp;", "{"])
def test_old_bugs_of_signs_apply_on_request(sign: str):
    """Outlook.com lost the whole attribute."""
    body = f'<p style="color:red;x:{sign}">k</p>'
    assert "color:red" in shown("outlook-com", body=body)
    assert "color:red" not in shown("outlook-com", body=body, old=True)
