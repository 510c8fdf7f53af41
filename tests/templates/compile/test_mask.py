"""Template tags hidden from MJML and HTML tools, and brought back."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.compile.engine import mjml_engine
from templates.compile.html_tree import parsed, serialised
from templates.compile.markup import template_tags
from templates.compile.mask import Mask, find_tags

FORMS = ["{{ a }}", "{% if a %}", "{{{ a }}}", "{# a #}", "<% a %>", "%%[ a ]%%", "%%=a()=%%", "*|A|*", "[[A]]"]
PIECES = [
    *FORMS,
    '{{ x|default("}}") }}',
    "<mj-section>",
    "</mj-section>",
    "<mj-text color='red'>",
    "</mj-text>",
    "<mj-social>",
    "<table>",
    "<tr ",
    "<td",
    ' class="',
    "href=",
    '"',
    "'",
    ">",
    "/>",
    "<!--",
    "-->",
    "<style>",
    "</style>",
    "<br>",
    "<![CDATA[",
    "]]>",
    "zqt0wq",
    "{{",
    "%}",
    "\n",
    " ",
    "text & <",
]


def tags(text: str) -> Counter[str]:
    return Counter(text[start:end] for start, end in template_tags(text))


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60))
def test_unmasking_a_mask_is_the_text_again(text):
    """Whatever the text, valid or not, nothing is lost or moved."""
    for mask in (Mask.of_mjml(text), Mask.of_html(text)):
        assert mask.restore(mask.text) == text


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_tags_are_found_in_order_and_never_twice(text):
    """Spans do not overlap."""
    found = list(find_tags(text, mjml=True))
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert all(0 <= one.start < one.end <= len(text) for one in found)


@pytest.mark.parametrize("tag", FORMS)
@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("<mj-body>T<mj-section/></mj-body>", "raw"),
        ("<mj-section><mj-column>T</mj-column></mj-section>", "raw"),
        ("<mj-social>T</mj-social>", "raw"),
        ("<mj-text>T</mj-text>", "word"),
        ("<mj-title>T</mj-title>", "word"),
        ("<mj-raw>T</mj-raw>", "word"),
        ("<mj-button href='T'>x</mj-button>", "word"),
        ('<mj-image src="a/T.png"/>', "word"),
        ("<a href=T>x</a>", "word"),
        ('<a data-T="1">x</a>', "word"),
        ("<!-- T -->", "word"),
        ("<!--[if mso]><td T><![endif]-->", "word"),
        ("<mj-table>T<tr></tr></mj-table>", "comment"),
        ("<mj-table><tr>T<td></td></tr></mj-table>", "comment"),
        ("<mj-text><table><tr>T</tr></table></mj-text>", "comment"),
        ("<mj-table><tr><td>T</td></tr></mj-table>", "word"),
        ("<mj-table><tr T><td></td></tr></mj-table>", "attribute"),
        ('<mj-text><p T class="a">x</p></mj-text>', "attribute"),
        ("<mj-text><br T/></mj-text>", "attribute"),
    ],
)
def test_the_placeholder_fits_the_place(content, place, tag):
    """Every form of tag, in every place where MJML keeps something else."""
    (found,) = find_tags(content.replace("T", tag), mjml=True)
    assert found.place == place


def test_in_sheets_statements_become_comments_and_prints_words():
    """A statement between rules must not become part of a selector."""
    text = "<mj-style>{% if a %}.x { color: {{ c }} }{% endif %}</mj-style>"
    assert [found.place for found in find_tags(text, mjml=True)] == ["css", "word", "css"]


def test_tags_between_attributes_are_one_run():
    """Of two classes in two branches a parser would keep one."""
    text = '<td {% if a %}class="x"{% else %}class="y"{% endif %} id="{{ b }}">'
    mask = Mask.of_html(text)
    assert mask.tags == ('{% if a %}class="x"{% else %}class="y"{% endif %}', "{{ b }}")


def test_a_word_of_the_text_is_not_taken_for_a_placeholder():
    """The stem is one that the text does not hold, in any case."""
    text = "<p>ZQT0WQ zqt1wq {{ a }}</p>"
    mask = Mask.of_html(text)
    assert mask.restore(mask.text.upper()) == "<P>ZQT0WQ ZQT1WQ {{ a }}</P>"


@pytest.mark.parametrize("tag", [form for form in FORMS if "a" in form.lower()])
def test_every_tag_comes_through_mjml_and_an_html_parser(tag, mail):
    """The multiset of tags is the same before and after, in all places at once."""
    body = (
        'T<mj-section background-color="#T" css-class="T"><mj-column><mj-text color="T">T<p T class="q">T</p>'
        '<a href="https://e.example/?a=T&b=T">T</a></mj-text><mj-table>T<tr T class="z"><td>T</td></tr>T</mj-table>'
        '<mj-image src="T" alt="T" /><mj-button href="T">T</mj-button></mj-column></mj-section>T<mj-raw>T</mj-raw>'
    ).replace("T", tag)
    source = mail(body=body)
    mask = Mask.of_mjml(source)
    html = mask.restore(mjml_engine().compile(mask.text).html)
    # MJML itself says an href and an alt text more than once; none may be missing.
    assert tags(source) <= tags(html)

    page = Mask.of_html(html.replace("<!doctype html>", ""))
    assert tags(page.restore(serialised(parsed(page.text)))) == tags(html)


@pytest.mark.parametrize("piece", ["<!--", "<a ", '{{ "', "<a href='", "{% '", "[[", "<![CDATA[", "%%["])
def test_hostile_text_is_scanned_once(piece):
    """Hundreds of thousands of unclosed pieces take no more than their length."""
    text = piece * (400_000 // len(piece))
    assert Mask.of_html(text).restore(Mask.of_html(text).text) == text
