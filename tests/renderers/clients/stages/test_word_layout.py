"""Padding of rows, hidden tables, lines, fonts, pictures, resolutions and margins in Outlook's Word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.pipeline import ClientHtml, client_html

MSO_96 = (
    "<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch>"
    "</o:OfficeDocumentSettings></xml><![endif]-->"
)


def word(body: str, *, head: str = "", client: str = "outlook-windows-96") -> ClientHtml:
    """The mail in Outlook; a second time changes nothing."""
    made = client_html(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", client)
    assert client_html(made.html, client).html == made.html
    return made


def row(*cells: str, table: str = "") -> str:
    """A table of one row; each cell by its style."""
    return f"<table {table}><tr>{''.join(f'<td style={cell!r}>k</td>' for cell in cells)}</tr></table>"


@pytest.mark.parametrize(
    ("table", "cells", "expected"),
    [
        ("cellpadding=0", ("padding:10px", "padding:30px 5px 4px"), [("30px", "10px"), ("30px", "10px")]),
        ("cellpadding=0", ("padding-top:10px", "padding-top:20px"), [("20px", ""), ("", "")]),
        ("cellpadding=7", ("padding-top:9px", ""), [("", ""), ("9px", "")]),
        ("cellpadding=0", ("padding:1em;font-size:20px", "padding:9pt"), [("", ""), ("20px", "20px")]),
    ],
)
def test_a_row_has_the_padding_of_its_fullest_cell(table: str, cells: tuple[str, ...], expected: list[tuple[str, str]]):
    """Above and below, whatever the unit; what already has it stays as it is written."""
    made = word(row(*cells, table=table)).html
    found = [
        tuple((re.findall(rf"padding-{side}:([^;\"]+)", tag) or [""])[-1] for side in ("top", "bottom"))
        for tag in re.findall("<td[^>]*>", made)
    ]
    for cell, said, wanted in zip(found, cells, expected, strict=True):
        assert [each for each in cell if each not in said] == [each for each in wanted if each not in said]


def test_the_doctype_decides_nothing():
    """A mail without one is laid out as one with one."""
    plain = "<body><table><tr><td>k</td></tr></table></body>"
    made = [client_html(doctype + plain, "outlook-windows-96").html for doctype in ("", "<!DOCTYPE html>")]
    assert made[0] == made[1]


def test_a_hidden_element_shows_its_tables():
    """Text and elements beside them stay hidden."""
    made = word("<div style='display:none'>a<p>b</p><div><table><tr><td>c</td></tr></table></div>d</div>").html
    assert '<div><span style="display:none">a</span><p style="display:none">b</p><div><table>' in made
    assert '</div><span style="display:none">d</span></div>' in made


def test_mso_hide_hides():
    """Pictures too, which display does not."""
    made = word("<p style='mso-hide:all'>a</p><img style='mso-hide:all;display:none' src='a.png'>").html
    assert made.count("display:none") == 2


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("font-size:20px;line-height:10px", "line-height:23px"),
        ("font-size:20px;line-height:30px", "line-height:30px"),
        ("font-size:20px;line-height:10px;mso-line-height-rule:exactly", "line-height:10px"),
        ("font-size:20px;line-height:1.5", "line-height:34.5px"),
        ("font-size:20px;line-height:80%", "line-height:18.4px"),
        ("font-size:15pt;line-height:0.5em", "line-height:23px"),
    ],
)
def test_a_line_is_at_least_as_high_as_its_text(said: str, shown: str):
    """Unless the rule is exactly; percentages and numbers are multiples of the font's own line."""
    assert shown in word(f"<p style='{said}'>k</p>").html


def test_a_larger_text_inside_has_its_own_lines():
    """What is inherited is a least height too."""
    made = word("<div style='font-size:10px;line-height:14px'>a<span style='font-size:30px'>b</span></div>").html
    assert "font-size:30px;line-height:34.5px" in made
    assert "line-height:14px" in made


@pytest.mark.parametrize(
    ("css", "said", "shown"),
    [
        ("@font-face{font-family:'Open Sans';src:url(a.woff)}", "'Open Sans',Arial", "'Times New Roman'"),
        ("@import url(//fonts.test/css?family=Open+Sans:400,700|Lato);", "Lato, Arial", "'Times New Roman'"),
        ("@font-face{font-family:Foo;mso-font-alt:Verdana}", "Foo, Arial", "Verdana"),
        ("@font-face{font-family:Foo}", "Foo, Arial;mso-generic-font-family:swiss", "Arial"),
        ("@font-face{font-family:Foo}", "Arial, Foo", "Arial, Foo"),
        ("@font-face{font-family:Foo}", "Bar, Arial", "Bar, Arial"),
    ],
)
def test_a_web_font_loses_the_stack(css: str, said: str, shown: str):
    """Only where the mail declares or fetches the font and it leads the stack."""
    head = f"<style>{css}</style>"
    made = word(f'<p style="font-family:{said}">k</p>', head=head).html
    assert f'style="font-family:{shown}' in made


def test_a_linked_web_font_counts_as_well():
    """In the short form, size and style stay."""
    head = '<link rel="stylesheet" href="https://fonts.test/css2?family=Inter:wght@400&family=Lora">'
    made = word('<p style="font:bold 12px/1.5 Lora, serif;mso-line-height-rule:exactly">k</p>', head=head).html
    assert "font:bold 12px/1.5 'Times New Roman'" in made


def test_a_percentage_is_one_of_the_file():
    """The attribute stays; the layout takes it from the picture itself."""
    made = word('<img width="50%" src="a.png">').html
    assert 'width="50%"' in made
    assert "width:auto;zoom:0.5" in made
    assert "zoom" not in word('<img width="50%" src="a.png">', client="windows-mail").html


def test_a_high_picture_is_cut_and_the_claim_is_contested():
    """Word's page ends after 18 inches."""
    made = word('<img width="600" height="2000" src="a.png"><img height="1700" src="b.png">')
    assert made.html.count("object-position:top") == 1 + made.html.count("object-position:top}")
    assert [each.evidence.certainty for each in made.changes if each.rule == "word-images.highest"] == ["contested"]


@pytest.mark.parametrize(
    ("head", "markup", "expected"),
    [
        ("", '<table width="600"><tr><td>k</td></tr></table>', "width:480px"),
        ("", '<table width="600" style="width:600px"><tr><td>k</td></tr></table>', "width:600px"),
        ("", '<table width="100%"><tr><td>k</td></tr></table>', None),
        ("", '<img width="100" height="50" src="a.png">', "width:80px;height:40px"),
        (MSO_96, '<img width="100" height="50" src="a.png">', None),
        (MSO_96, '<table width="600"><tr><td>k</td></tr></table>', "width:480px"),
    ],
)
def test_attributes_do_not_grow_with_the_resolution(head: str, markup: str, expected: str | None):
    """CSS does; the setting for 96 pixels per inch cures pictures."""
    made = word(markup, head=head, client="outlook-windows-120").html
    tag = re.search(r"<(?:table|img)[^>]*>", made)
    assert tag is not None
    assert (expected in tag[0]) if expected else "style" not in tag[0]
    assert "480px" not in word(markup, head=head).html


def test_the_background_fills_the_margins():
    """Painted without a change to the layout."""
    made = word("<p style='margin:5px 10px;background-color:#010203'>k</p><p style='margin:5px'>k</p>").html
    assert made.count("border-image:linear-gradient(#010203,#010203) fill 0 / 0 / 5px 10px 5px 10px") == 1


@pytest.mark.parametrize(
    ("markup", "kept", "gone"),
    [
        ('<table align="left" style="mso-table-lspace:7pt"><tr><td>k</td></tr></table>', "margin-left:7pt", "zz"),
        ('<table align="center" style="mso-table-lspace:0"><tr><td>k</td></tr></table>', "mso-table", "margin"),
        ('<table><tr><td style="padding:1px;mso-padding-alt:9px 8px">k</td></tr></table>', "padding:9px 8px", ":1px"),
        ('<a style="mso-padding-alt:9px">k</a>', "mso-padding", ";padding"),
        ('<span style="mso-text-raise:6px">k</span>', "vertical-align:6px", "zz"),
        ('<table><tr><td style="border:none;mso-border-alt:1px solid red">k</td></tr></table>', "border:1px", "none"),
    ],
)
def test_words_own_properties_win(markup: str, kept: str, gone: str):
    """Each on the elements where it acts."""
    made = word(markup).html
    body = made[made.index("<body") :]
    assert kept in body
    assert gone not in body


@pytest.mark.parametrize(
    ("markup", "gone"),
    [
        ("<ol reversed><li>k</li></ol>", "reversed"),
        ('<dfn title="x">k</dfn>', "title"),
        ('<a href="#x">k</a><p id="x">k</p>', "href"),
        ('<img alt="k" src="data:image/gif;base64,AAAA">', "src="),
    ],
)
def test_attributes_that_do_not_count_go(markup: str, gone: str):
    """Where the table of supported features says so in its notes."""
    made = word(markup)
    assert gone not in made.html[made.html.index("<body") :]
    assert any(change.rule.startswith("word-attributes.") for change in made.changes)


def test_an_anchor_with_that_name_is_found():
    """Links inside the mail work by name."""
    assert 'href="#x"' in word('<a href="#x">k</a><a name="x"></a>').html


PIECE = st.sampled_from(
    [
        "<p ",
        "<td ",
        "<table ",
        "<tr>",
        "<img ",
        "<a ",
        "</p>",
        "</table>",
        "style='",
        "'",
        ">",
        "width=",
        "50%",
        "x",
        ";",
        "padding:",
        "margin:",
        "font:",
        "line-height:",
        "display:none",
        "auto",
        "-1px",
        "1e9em",
        "1.5",
        " url(",
        ")",
        "(",
        "<style>",
        "</style>",
        "{",
        "}",
        ".a",
        "class=a ",
        "@font-face",
        "mso-hide:all;",
        "rgb(",
        "background:",
        "#fff",
        "{{x}}",
    ]
)


@given(st.lists(PIECE, max_size=40).map("".join))
def test_any_mail_is_laid_out(html: str):
    """Nothing raises, in any resolution."""
    for client in ("outlook-windows-96", "outlook-windows-144", "windows-mail"):
        assert client_html(html, client).html
