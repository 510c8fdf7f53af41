"""The plain-text part, element by element."""

from __future__ import annotations

import pytest

from templates.compile.pipeline import build
from templates.compile.plain_text import plain_text
from templates.errors import LimitError


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>Title</h1><p>One<br>two</p><p>Three</p>", "Title\n\nOne\ntwo\n\nThree\n"),
        ("<div>a</div><div>b</div>", "a\nb\n"),
        ("<p>a <b>b</b>\n <i>c</i></p>", "a b c\n"),
        ("<ul><li>a</li><li><p>b</p></li></ul><ol><li>x</li><li>y</li></ol>", "* a\n\n* b\n\n1. x\n2. y\n"),
        ('<a href="https://e.example/?a=1&amp;b=2">Shop</a> now', "Shop (https://e.example/?a=1&b=2) now\n"),
        ('<a href="https://e.example"> https://e.example </a>', "https://e.example\n"),
        ('<a href="mailto:a@e.example">a@e.example</a> <a href="tel:+33 1">+33 1</a>', "a@e.example +33 1\n"),
        ('<a href="#top">up</a> <a name="x">there</a>', "up there\n"),
        ('<a href="https://e.example"><img src="a.png" alt="Acme"></a>', "Acme (https://e.example)\n"),
        ('<a href="https://e.example"><img src="a.png" alt=""></a>', "https://e.example\n"),
        ('<img src="a.png" alt="A hat"><img src="b.png" alt=""><img src="c.png">', "A hat\n"),
        (
            "<table><tr><td>Bread</td><td>2 €</td></tr><tr><td>Milk</td><td>1 €</td></tr></table>",
            "Bread  2 €\nMilk  1 €\n",
        ),
        ('<div style="display:none">hidden<div>too</div></div><p>shown</p>', "shown\n"),
        ('<div hidden>a</div><span style="mso-hide: all">b</span>c', "c\n"),
        ("<head><title>t</title><style>p{}</style></head><body>b<!-- c --><!--[if mso]>d<![endif]--></body>", "b\n"),
        ("<!--[if !mso]><!--><p>others</p><!--<![endif]-->", "others\n"),
        ("a\u200c\u00a0\u200bb &amp; &lt;c&gt;", "a\u00a0b & <c>\n"),
        (
            '<div><a href="https://e.example"><img alt=""></a></div><div><a href="https://e.example">Acme</a></div>',
            "Acme (https://e.example)\n",
        ),
        ('<a href="https://e.example"><div>one</div><div>two</div></a>', "one\ntwo (https://e.example)\n"),
        ("<p>{{ a }} {% if b %}c{% endif %}</p>", "{{ a }} {% if b %}c{% endif %}\n"),
        (
            "<table>{% for r in rows %}<tr><td>{{ r }}</td></tr>{% endfor %}</table>",
            "{% for r in rows %}\n{{ r }}\n{% endfor %}\n",
        ),
        ('<a href="{{ links.unsubscribe }}">Stop</a>', "Stop ({{ links.unsubscribe }})\n"),
        ("", ""),
        ("   ", ""),
        ("<!-- only -->", ""),
        ("<ul></ul><ul><li></li></ul>", ""),
    ],
)
def test_elements(html, text):
    """Headings, paragraphs, lists, links, pictures, tables, and what is left out."""
    assert plain_text(html) == text


def test_lines_are_wrapped_and_addresses_are_not():
    """78 characters a line, bullets hang, a long address keeps to itself."""
    address = "https://e.example/" + "a-" * 60
    text = plain_text(f"<ul><li>{'word ' * 40}</li></ul><p><a href='{address}'>Go</a></p>")
    lines = text.splitlines()
    assert all(len(line) <= 78 for line in lines if address not in line)
    assert lines[1].startswith("  word")
    assert f"({address})" in text


def test_a_whole_mail_reads_from_top_to_bottom(mail):
    """Buttons, columns and the preheader of a real mail."""
    head = "<mj-preview>Do not read this twice</mj-preview>"
    body = (
        "<mj-section><mj-column><mj-text><h2>Hello</h2><p>Your order is on its way.</p></mj-text>"
        '<mj-button href="https://e.example/t">Track it</mj-button></mj-column></mj-section>'
        "<mj-section><mj-column><mj-text>Left</mj-text></mj-column><mj-column><mj-text>Right</mj-text></mj-column></mj-section>"
        '<mj-section><mj-column><mj-text><a href="https://e.example/u">Unsubscribe</a></mj-text></mj-column></mj-section>'
    )
    assert build(mail(body=body, head=head)).text == (
        "Hello\n\nYour order is on its way.\n\nTrack it (https://e.example/t)\n\nLeft\n\nRight\n\nUnsubscribe"
        " (https://e.example/u)\n"
    )


@pytest.mark.parametrize(
    "piece", ["<a href='x'>", "<b>x</b>", "</p>", "<li>", "<td>", "<!", "<![if x]>", "&#1114112;", "<p/"]
)
def test_hostile_html_has_a_text_too(piece):
    """Hundreds of thousands of pieces of anything are read in one go."""
    assert isinstance(plain_text("x" + piece * (200_000 // len(piece))), str)


def test_html_that_is_nested_too_deeply_has_none():
    """The parser would drop the rest without a word."""
    with pytest.raises(LimitError, match="nested too deeply"):
        plain_text("<div>" * 3_000)
