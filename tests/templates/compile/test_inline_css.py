"""Rules copied into style attributes, and everything that must survive it."""

from __future__ import annotations

import socket

import pytest

from templates.compile.inline_css import inline_css
from templates.compile.parity import differences
from templates.compile.pipeline import build
from templates.errors import LimitError

DARK = "@media (prefers-color-scheme: dark) { .x { color: white !important } }"
PAGE = "<!doctype html>\n<html><head><style>{css}</style></head><body>{body}</body></html>"


def inlined(css: str, body: str) -> str:
    return inline_css(PAGE.replace("{css}", css).replace("{body}", body))


def test_rules_reach_their_elements_and_stay_in_the_head():
    """A client that drops the head sees them too; one that keeps it keeps hovering and media queries."""
    html = inlined(f".x {{ color: red }} a:hover {{ color: blue }} {DARK}", '<p class="x">a</p><p>b</p>')
    assert '<p class="x" style="color:red">a</p><p>b</p>' in html
    assert f".x {{ color: red }} a:hover {{ color: blue }} {DARK}</style>" in html


def test_an_inline_style_wins():
    """The author wrote it at the element."""
    assert 'style="color:blue"' in inlined(".x { color: red }", '<p class="x" style="color: blue">a</p>')


def test_the_doctype_is_the_capital_one_and_the_only_one():
    """Premailer drops a small one, and without any the mail shows in quirks mode."""
    for css in ("", ".x{color:red}"):
        html = inlined(css, '<p class="x">a</p>')
        assert html.startswith("<!DOCTYPE html>\n<html>")
        assert html.lower().count("<!doctype") == 1


def test_what_stands_before_the_doctype_stays_there():
    """A tagged mail sets its names first."""
    html = inline_css("{% set a = 1 %}\n" + PAGE.replace("{css}", "p{color:red}").replace("{body}", "<p>x</p>"))
    assert html.startswith("{% set a = 1 %}\n<!DOCTYPE html>")
    assert '<p style="color:red">' in html


def test_outlooks_conditionals_survive():
    """Comments with MSO tables and VML stay as they are, also those that other clients read."""
    body = (
        '<!--[if mso | IE]><v:rect style="width:600px;" fill="true"><v:fill src="a.png" /></v:rect><![endif]-->'
        '<!--[if !mso]><!--><p class="x">b</p><!--<![endif]--><div><!-- plain --></div>'
    )
    html = inlined(".x{color:red}", body)
    assert body.replace('<p class="x">', '<p class="x" style="color:red">') in html


def test_blanks_between_elements_are_not_invented():
    """A blank between two pictures shows as a gap."""
    assert "<b>a</b><i>b</i><u>c</u>" in inlined("p{color:red}", "<p><b>a</b><i>b</i><u>c</u></p>")


@pytest.mark.parametrize(
    "css",
    [
        "",
        DARK,
        "/* note */ @media print { p { color: red } }",
        '@import url("https://e.example/f.css");',
        "@font-face { src: url(x) }",
    ],
)
def test_without_plain_rules_nothing_is_touched(css):
    """Then the HTML need not go through a parser at all."""
    assert inlined(css, "<p>&nbsp;a<br></p>") == PAGE.replace("doctype", "DOCTYPE").replace("{css}", css).replace(
        "{body}", "<p>&nbsp;a<br></p>"
    )


def test_mjmls_own_sheet_is_left_in_the_head(mail):
    """It would add three declarations to every table cell."""
    made = build(mail("<mj-text><p class='x'>a</p></mj-text>", head="<mj-style>.x { color: red }</mj-style>"))
    assert 'class="x" style="color:red"' in made.html
    assert "data-premailer" not in made.html
    assert made.html.count("mso-table-lspace") == 1
    assert [row[:2] for row in differences(made.html_before_inlining, made.html)] == ["- ", "+ "]


def test_nothing_is_fetched(monkeypatch):
    """Neither @import nor a linked sheet opens a connection."""

    def refuse(*_: object) -> None:
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    html = inline_css(
        '<!doctype html><html><head><link rel="stylesheet" href="http://sheets.invalid/a.css"><style>'
        "@import url(http://sheets.invalid/b.css); p { color: red }</style></head><body><p>x</p></body></html>"
    )
    assert '<p style="color:red">x</p>' in html


def test_tags_in_every_place_survive():
    """Addresses, attributes, rows and sheets keep their tags letter for letter."""
    body = (
        '<a class="x" href="{{ url }}?a={{ b|urlencode }}" {% if c %}title="{{ d }}"{% endif %}>{{ "<e>" }}</a>'
        '<table>{% for r in rows %}<tr><td style="color:{{ c }}">{{ r }}</td></tr>{% endfor %}</table>'
    )
    css = ".x { color: {{ k }} } {% if l %}.y { color: red }{% endif %}"
    html = inlined(css, body)
    assert css in html
    assert 'href="{{ url }}?a={{ b|urlencode }}" {% if c %}title="{{ d }}"{% endif %} style="color:{{ k }}"' in html
    assert (
        '{{ "<e>" }}</a><table>{% for r in rows %}<tr><td style="color:{{ c }}">{{ r }}</td></tr>{% endfor %}' in html
    )


def test_deep_nesting_is_not_cut():
    """The HTML parser's own limit of 256 elements would drop the rest without a word."""
    html = inlined("p{color:red}", "<div>" * 600 + "<p>deep</p>" + "</div>" * 600)
    assert '<p style="color:red">deep</p>' in html


def test_nesting_past_the_parsers_last_limit_is_an_error():
    """Two thousand unclosed elements are a fault, and half a mail would be worse."""
    with pytest.raises(LimitError, match="nested too deeply"):
        inlined("p{color:red}", "<div>" * 3000)


@pytest.mark.parametrize("css", [".a{color:red}" * 2_001, "p{color:red}" * 1_000])
def test_more_rules_than_can_be_copied_are_an_error(css):
    """Premailer looks for each rule in each element, which nothing can interrupt."""
    with pytest.raises(LimitError, match="too many to copy"):
        inlined(css, "<p>x</p>" * 10_000)


def test_broken_sheets_do_no_harm():
    """What cssutils cannot read stays in the head and is not inlined."""
    html = inlined("p { color: red; } q { { ;; } ] .a:not( { } @x", "<p>a</p>")
    assert "<p" in html
    assert "q { { ;; } ]" in html


@pytest.mark.parametrize(
    "piece", ["<style>", "<style ", "<!--", "<style>/*", "<style>@import ", "<style>{", "<style>{}"]
)
def test_hostile_sheets_are_read_once(piece):
    """Hundreds of thousands of unclosed pieces take no more than their length."""
    assert inline_css(piece * (300_000 // len(piece))).startswith("<!DOCTYPE html>")
