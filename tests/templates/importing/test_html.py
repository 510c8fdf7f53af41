"""An HTML page becomes sections that can be moved, and nothing of it is lost but what mails block."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.compile.pipeline import build
from templates.importing.html import import_html
from templates.importing.html_head import is_fragile
from templates.importing.writing import import_file
from templates.source.parse import parse
from templates.source.tree import Element
from templates.source.validate import validate

PAGES = Path(__file__).with_name("pages")


def parts(text: str) -> list[str]:
    """The sources of the sections."""
    tree = parse(text)
    return [tree.text[slice(*one.content)].strip() for one in tree.sections()]


def imported(html: str) -> str:
    return import_html(html, target="templates/n").text


@pytest.mark.parametrize("name", ["newsletter", "note", "shop"])
def test_pages_become_mails(name):
    """They compile, and the validator finds nothing in them."""
    found = import_file(PAGES / f"{name}.html", name="n")
    assert [one.message for one in validate(parse(found.text))] == []
    assert build(found.text, contact={"firstname": "Ada"}, links={"unsubscribe": "#"}).html


def test_a_frame_is_repeated_around_its_parts():
    """Each section can then be moved by itself, with Outlook's table around what it was around."""
    found = import_file(PAGES / "newsletter.html", name="n")
    sections = parts(found.text)
    assert len(sections) == 4
    assert all(section.startswith('<table width="100%" border="0"') for section in sections)
    assert sections[0].count("<!--[if mso]>") == 2
    assert not any("<!--[if" in section for section in sections[1:])


def test_title_and_first_line_are_the_envelope():
    """The hidden line is the preheader, without what filled it up, and is not shown twice."""
    found = import_file(PAGES / "newsletter.html", name="n")
    mail = build(found.text, contact={"firstname": ""}, links={"unsubscribe": "#"})
    assert (mail.subject, mail.preheader) == ("The harbour letter & more", "Boats, bread and a new pier")
    assert found.text.count("a new pier") == 1
    assert (found.title, found.language) == ("The harbour letter & more", "en")


def test_the_head_goes_on_in_its_order():
    """Sheets, conditional comments and what hides from Outlook; what MJML writes itself does not."""
    found = import_file(PAGES / "newsletter.html", name="n")
    marks = [
        "color-scheme",
        "<!--[if mso]><style",
        "<!--[if !mso]><!-->",
        "fonts.example.com",
        "<!--<![endif]-->",
        ".lead",
    ]
    places = [found.text.index(mark) for mark in marks]
    assert places == sorted(places)
    assert "viewport" not in found.text
    assert "{#" not in found.text


def test_old_encodings_and_sheets_beside_are_read(put):
    """The page says which; accents are whole, the sheet is part of the mail with its own pictures."""
    put("pics/dots.png")
    put("css/shop.css", ".banner { background: url('../pics/dots.png') }</style>")
    page = put("shop.html", (PAGES / "shop.html").read_bytes())
    found = import_file(page, name="n")
    assert "L'été" in found.text
    assert found.title.startswith("Été")
    assert ".banner { background: url('templates/n/images/dots.png') }" in found.text
    assert "images/embedded.png" in found.files


def test_a_sheet_that_is_not_there_is_told():
    """The mail comes without it."""
    found = import_html('<link rel="stylesheet" href="x.css"><p>Hi</p>', target="t")
    assert [notice.values["path"] for notice in found.notices] == ["x.css"]


@pytest.mark.parametrize(
    ("html", "gone", "kept"),
    [
        ("<p>a<script>b()</script>c</p>", "b()", "<p>ac</p>"),
        ("<p>a</p><iframe src=x><p>b</p></iframe>", "iframe", "<p>a</p>"),
        ('<form action="x"><p>a</p><input name="b"></form>', "form", "<p>a</p>"),
        ('<p onclick="b()">a</p>', "onclick", "<p >a</p>"),
        ('<input type="text"><input type=checkbox><p>a</p>', "text", "<input type=checkbox><p>a</p>"),
        ("<svg/onload=b()><p>a</p></svg>", "onload", "<p>a</p>"),
        ('<a href="&#106;avascript:b()">a</a>', "avascript", "<a >a</a>"),
        ('<a href="data:text/html,b">a</a>', "data:", "<a >a</a>"),
        ('<meta http-equiv="Refresh" content="0;url=b"><p>a</p>', "Refresh", "<p>a</p>"),
        ('<base href="b"><p>a</p>', "base", "<p>a</p>"),
        ('<object data="b"></object><embed src="b"><applet></applet><p>a</p>', "object", "<p>a</p>"),
        ('<p>a</p></mj-raw><mj-include path="brands/x/brand.toml" />', "<mj-include", "<p>a</p>"),
        ('<p>a</p><<base>mj-include path="x" />', "<mj-include", "<p>a</p>"),
        ('<p>a</p><<!-- -->/mj-raw><<!-- -->mj-include path="x" />', "<mj-include", "<p>a</p>"),
        ("<p>a</p><<!-- -->script>b()<<!-- -->/script>", "<script", "<p>a</p>"),
        ("<p>a</p><scr<script></script>ipt>b()</script>", "<script", "<p>a</p>"),
        ('<!-- </mj-raw><mj-include path="x" /> --><p>a</p>', "<mj-include", "<p>a</p>"),
    ],
)
def test_what_mails_block_is_left_out(html, gone, kept):
    """And what stood around it stays."""
    text = imported(html)
    body = text[text.index("<mj-body") :]
    assert gone not in body
    assert kept in body


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("<p>a</p><p>b</p><h1>c</h1>", 1),
        ("<p>a</p><table></table><p>b</p>", 3),
        ("<div>a</div><div>b</div>", 2),
        ("<center><table></table><table></table></center>", 2),
        ("<div style='padding:9px'><table></table><table></table></div>", 1),
        ("<div class='x'><table></table><table></table></div>", 1),
        ("<div style='background-color:red'><p>a</p><div>b</div></div>", 1),
        ("<table width=600 cellpadding=0 cellspacing=0><tr><td>a</td></tr><tr><td>b</td></tr></table>", 2),
        ("<table cellpadding=0 cellspacing=0><tr><td>a</td></tr><tr><td>b</td></tr></table>", 1),
        ("<table width=600 cellpadding=0 cellspacing=0><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", 1),
        ("<table width=600><tr><td>a</td></tr><tr><td>b</td></tr></table>", 1),
        ("<!--[if mso]><table><tr><td><![endif]--><div>a</div><!--[if mso]></td><td><![endif]--><div>b</div>"
         "<!--[if mso]></td></tr></table><![endif]--><div>c</div>", 2),
        ("<!--[if mso]><table><tr><td><![endif]--><div>a</div>"
         "<!--[if mso]></td></tr></table><table><tr><td><![endif]-->"
         "<div>b</div><!--[if mso]></td></tr></table><![endif]-->", 2),
        ("<div style='background-color:red'><div style='margin:0 auto'><table></table></div><table></table></div>", 2),
        ("<div style='background-color:red'><div style='margin:9px'><table></table></div><table></table></div>", 1),
        ("{% if a %}<table></table>{% endif %}<table></table>", 2),
        ("".join("<div>a</div><p>b</p>" for _ in range(200)), 1),
    ],
)  # fmt: skip
def test_sections_are_cut_where_nothing_changes(html, count):
    """Between boxes, and through frames without space, edge or class; never through what belongs together."""
    assert len(parts(imported(html))) == count


def test_what_stands_outside_of_the_body_is_shown():
    """Browsers show it; and a style beside the head is one of the head."""
    page = "<p>one</p><html><style>p { color: red }</style><head></head><p>two</p><body><p>three</p></body></html>"
    text = imported(page)
    places = [text.index(word) for word in ("color: red", "one", "two", "three")]
    assert places == sorted(places)


@given(st.text(alphabet='<>/"= \nabdtrivhslomj-p!&;{}%#[]', max_size=200))
def test_any_page_is_a_template(html):
    """Whatever stands in it: there is a mail, and it parses without a component that was smuggled in."""
    text = imported(f"<p>x</p>{html}")
    names = {element.name for element in parse(text).walk() if isinstance(element, Element)}
    ours = {"mjml", "mj-head", "mj-title", "mj-preview", "mj-raw", "mj-body"}
    assert {name for name in names if name == "mjml" or name.startswith("mj-") or name == "script"} <= ours


@pytest.mark.parametrize(
    ("css", "fragile"),
    [
        ("a { color: red }", False),
        ("@media (max-width: 1px) { a { color: red !important } }", False),
        ("@media (max-width: 1px) { a { color: red ! important; } b { color: blue } }", True),
        ("/* @media x { a { color: red } } */", False),
    ],
)
def test_a_media_query_without_importance_is_fragile(css, fragile):
    """Copied into the elements, the rules outside it would win over it."""
    assert is_fragile(css) is fragile


def test_fragile_sheets_stay_in_the_head():
    """Their rules are not copied, so the narrow layout is still the one of the page."""
    css = ".a { width: 50% } @media (max-width: 480px) { .a { width: 100% } }"
    html = build(imported(f"<style>{css}</style><div class='a'>x</div>")).html
    assert re.search(r"<div class=[\"']a[\"']>", html)
    assert "@media (max-width: 480px)" in html
