"""Values that Outlook's Word ignores or reads in its own way."""

import pytest

from renderers.clients.pipeline import client_html

CASES = [
    ("span", "display:block", ""),
    ("div", "display:inline-block", ""),
    ("div", "display:none", "display:none"),
    ("div", "margin:0 auto", "margin:0 0"),
    ("div", "margin-left:auto", "margin-left:0"),
    ("p", "margin:-10px 5px", "margin:0 5px"),
    ("p", "margin:1.5px auto -2em", "margin:1.5px 0 0"),
    ("td", "background:#010203", "background:#010203"),
    ("td", "background:rgb(1,2,3) fixed repeat", "background-color:rgb(1,2,3)"),
    ("td", "background:center/cover Tomato", "background-color:Tomato"),
    ("td", "background:url(a.png)", ""),
    ("b", "font-weight:500", "font-weight:normal"),
    ("b", "font-weight:600", "font-weight:bold"),
    ("b", "font-weight:700", "font-weight:700"),
    ("td", "border:20px solid red", "border:8px solid red"),
    ("td", "border-left-width:1in", "border-left-width:8px"),
    ("td", "border:8px solid red", "border:8px solid red"),
    ("p", "text-align:start", ""),
    ("p", "text-align:right", "text-align:right"),
    ("p", "text-transform:lowercase", ""),
    ("p", "text-decoration:underline overline", ""),
    ("p", "text-decoration:overline", ""),
    ("p", "text-decoration:underline", "text-decoration:underline"),
    ("p", "color:rgb(1 2 3 / 1)", ""),
    ("p", "color:rgb(1,2,3,0.5)", ""),
    ("p", "color:rgb(1, 2, 3)", "color:rgb(1, 2, 3)"),
    ("ul", "list-style:square inside", "list-style:square"),
    ("p", "font-size:2rem", ""),
]


@pytest.mark.parametrize("where", ["attribute", "rule"])
@pytest.mark.parametrize(("tag", "said", "read"), CASES)
def test_a_value_is_read_as_word_reads_it(where: str, tag: str, said: str, read: str):
    """In style attributes and in rules alike."""
    css, attribute = ("", f'style="{said}"') if where == "attribute" else (f".k{{{said}}}", 'class="k"')
    inside = f"<table><tr><td {attribute}>k</td></tr></table>" if tag == "td" else f"<{tag} {attribute}>k</{tag}>"
    made = client_html(f"<html><head><style>{css}</style></head><body>{inside}", "outlook-windows-96")
    name = "" if where == "attribute" else ' class="k"'
    assert (f'<{tag}{name} style="{read}"' if read else f"<{tag}{name}>") in made.html


def test_a_picture_cannot_be_hidden_by_display():
    """display:none acts on everything but pictures."""
    made = client_html('<img style="display:none" src="a.png"><p style="display:none">k</p>', "outlook-windows-96")
    assert "display:none" not in made.html.partition("<p")[0]
    assert '<p style="display:none"' in made.html


def test_font_sizes_by_word_are_unknown_to_windows_mail():
    """Percentages and steps are Outlook's, not Windows Mail's."""
    html = '<p style="font-size:120%">k</p>'
    assert "font-size:120%" in client_html(html, "outlook-windows-96").html
    assert "font-size" not in client_html(html, "windows-mail").html
