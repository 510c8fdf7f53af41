"""What is pasted, from anywhere, becomes what a mail may hold; nothing hostile survives."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.source.clean_paste import clean_paste, clean_text, has_unsafe_tags, is_link
from templates.source.parse import parse
from templates.source.rich_text import read
from templates.source.tree import Comment, Element, JinjaStatement

# Written in the manner of these programs.
DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-0"><p dir="ltr"
style="line-height:1.38"><span style="font-size:11pt;font-weight:700">Bold</span><span
style="font-weight:400"> and </span>
<a href="https://example.com/a?b=1&amp;c=2" style="text-decoration:none"><span style="text-decoration:underline;
color:#1155cc">a link</span></a></p><ul style="margin:0"><li dir="ltr" style="list-style-type:disc"><p dir="ltr"><span
style="font-style:italic">one</span></p></li><li><p>two</p></li></ul></b><br class="Apple-interchange-newline">"""
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body lang=EN-GB><!--StartFragment-->
<p class=MsoNormal style='mso-margin-top-alt:auto'>Hello <b>bold<o:p></o:p></b></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>First</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:
Ignore'>2.<span>&nbsp;</span></span><![endif]>Second</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment-->
</body></html>"""
WORD_BULLETS = """<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>a</p>
<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>·</span>b</p>"""
PAGE = """<article class="x"><h2 id="t">Title</h2><p onclick="go()">Some <i>words</i><sup>2</sup><br>
next <del>line</del></p><nav><a href="/here">here</a> <a href="mailto:a@b.c">mail</a></nav>
<table><tr><td>1</td><td>2</td></tr></table><pre>a
  b</pre></article>"""
HOSTILE = """<p>A<script>alert("<p>x")</script><style>p{}</style><svg><a href="https://x.y">s</a></svg>
<a href="javascript:alert(1)">j</a><a href="data:text/html,x">d</a><a href=" java&#10;script:x">k</a>
<img src=x onerror=alert(1)><iframe src="https://x.y"></iframe><object data=x>o</object>
<select><option>a<option>b</select>
<a href="https://x.y/'onmouseover='z">q</a><font color="red" face="x">f</font><math><mi>m</mi></math></p>"""


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            DOCS,
            '<p><strong>Bold</strong> and <a href="https://example.com/a?b=1&amp;c=2">a link</a></p>'
            "<ul><li><em>one</em></li><li>two</li></ul>",
        ),
        (WORD, "<p>Hello <strong>bold</strong></p><ol><li>First</li><li>Second</li></ol>"),
        (WORD_BULLETS, "<ul><li>a</li><li>b</li></ul>"),
        (
            PAGE,
            "<p><strong>Title</strong></p><p>Some <em>words</em>2<br />next <s>line</s></p>"
            '<p>here <a href="mailto:a@b.c">mail</a></p><p>1 2</p><p>a<br />  b</p>',
        ),
        (HOSTILE, "A jdk q f"),
        ("<p>one</p>", "one"),
        ("a &lt; b &amp; c", "a &lt; b &amp; c"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_comes_from_other_programs(html, expected):
    """Paragraphs, points, bold, italic and links stay; everything else is words or gone."""
    assert re.sub(r"(?<=[jdkqf]) ?\n? ?(?=[jdkqf])", "", clean_paste(html)).replace(" ", "") == expected.replace(
        " ", ""
    )


def test_colours_stay_when_they_are_wanted():
    """Only simple ones, and never by a style of their own making."""
    html = '<span style="color:#c00">a</span><span style="color:url(x)">b</span><font color="Red">c</font>'
    assert clean_paste(html) == "abc"
    coloured = '<span style="color:#c00">a</span>b<span style="color:Red">c</span>'
    assert clean_paste(html, colours=True).lower() == coloured.lower()


def test_tags_of_templates():
    """A whole output comes in as it is, in a link too; every other tag becomes words."""
    html = '{{ contact.city|default("x") }} {% for a in b %} {{ a {# b #} <a href="{{ links.unsubscribe }}">u</a>'
    cleaned = clean_paste(html)
    assert cleaned == (
        '{{ contact.city|default("x") }} &#123;% for a in b %} &#123;{ a &#123;# b #} '
        '<a href="{{ links.unsubscribe }}">u</a>'
    )
    assert has_unsafe_tags(html)
    assert not has_unsafe_tags("{{ a }} and {{ b }}")


def test_plain_text():
    """Lines stay lines, empty ones part paragraphs, and nothing in it is markup."""
    assert clean_text("a\r\nb") == "a<br />b"
    assert clean_text("a\n\n b\n") == "<p>a</p><p>b</p>"
    assert clean_text("<b> & {{ x }} {%") == "&lt;b&gt; &amp; {{ x }} &#123;%"


@pytest.mark.parametrize("address", ["https://a.b/c?d=é#e", "HTTP://a.b", "mailto:a@b.c", "tel:+331", "{{ links.x }}"])
def test_links_that_may_stand_in_a_mail(address):
    """Pages, mails, phones and tags."""
    assert is_link(address)


@pytest.mark.parametrize(
    "address", ["", "/x", "javascript:x", "data:x", "https://a b", 'https://a"b', "{% x %}", "https://{{ a }}", "{{ a"]
)
def test_links_that_may_not(address):
    """Everything else."""
    assert not is_link(address)


PIECES = st.sampled_from(
    [
        "word", " ", "\n", "&amp;", "&lt;script&gt;", "<p>", "</p>", "<b>", "</b>", "<li>", "<ul>", "</ul>", "<script>",
        "</script>", "<style>", "</style>", "<svg/onload=x>", "<a href='javascript:x'>", "<a href=https://a.b>", "</a>",
        "<img src=x onerror=y>", "<!--", "-->", "<![CDATA[", "]]>", "<?x", "<!x", "{{ a }}", "{% if a %}", "{{", "}}",
        "{", "%", "<td>", "<table>", "<pre>", "</pre>", "<br>", "<o:p>", "\x00", "\u00a0", "<mj-text>", "</mj-text>",
        "<span style='color:red;font-weight:bold'>", "</span>", "<iframe>", "<plaintext>", "<textarea>", "</textarea>",
    ]
)  # fmt: skip
ALLOWED = {"p", "ul", "ol", "li", "strong", "em", "u", "s", "a", "span", "br"}


@given(st.lists(PIECES, max_size=30).map("".join), st.booleans())
def test_nothing_else_ever_comes_through(html, colours):
    """Whatever is pasted: well-formed markup of these elements, harmless attributes, whole outputs."""
    cleaned = clean_paste(html, colours=colours)
    tree = parse(cleaned)
    assert tree.faults == ()
    for node in tree.walk():
        assert not isinstance(node, Comment | JinjaStatement)
        if isinstance(node, Element):
            assert node.name in ALLOWED
            assert {one.name for one in node.attributes} <= ({"href"} if node.name == "a" else {"style"})
            assert node.name != "a" or is_link(node.value("href"))
    assert read(cleaned).source == cleaned


def test_much_is_bounded():
    """A page of any size and depth is cut, at once."""
    deep = "<b>" * 3000 + "x" + "</b>" * 3000
    assert clean_paste(deep) == "<strong>x</strong>"
    assert len(clean_paste("word " * 200_000)) < 70_000
