"""The limits of a page: what is above them is left out, and nothing below them is touched."""

from __future__ import annotations

import lxml.html
import pytest

from templates.brand.reading.bounds import (
    ATTRIBUTES,
    HINT,
    TAGS,
    TEXT,
    bounded_html,
    drop_long_hints,
    first_words,
    without_half_pairs,
)


def test_an_ordinary_page_stays_as_it_is() -> None:
    """Quotes, comments, scripts, entities and broken tags come through unchanged."""
    html = "<!doctype html><p class='a \"b'>1 < 2 &amp; &#233;<!-- <b> --><script>if (a<b && c>d) x = '</p>'</script>\n"
    assert bounded_html(html) == html


@pytest.mark.parametrize("attribute", [" a%d", ' a%d="<>"', "/a%d='x'", " a%d=x", ' a%d = "\'"', 'a%d="1"'])
def test_a_tag_of_too_many_attributes_is_cut(attribute: str) -> None:
    """However they are written; one of many, but not too many, stays."""
    many = "<div " + "".join(attribute % i for i in range(ATTRIBUTES + 9)) + ">x</div><p>y</p>"
    few = "<div " + "".join(attribute % i for i in range(ATTRIBUTES // 2)) + ">x</div><p>y</p>"
    assert "<div" not in bounded_html(many)
    assert bounded_html(many).endswith("</div><p>y</p>")
    assert bounded_html(few) == few


def test_a_page_of_too_many_tags_is_read_from_its_beginning() -> None:
    """What comes after the last tag that is read is as if it were not there."""
    assert bounded_html("<b>first" + "<i>x" * TAGS) == "<b>first" + "<i>x" * (TAGS - 2)


@pytest.mark.parametrize("written", ["\0", "\x01", "\x0b", "\uffff", "&#1;", "&#x1f;", "&#0012", "&#xFFFE;"])
def test_control_characters_go(written: str) -> None:
    """As they are or by number: no tree that is made of them can be written again."""
    assert bounded_html(f"<p>a{written}b") == "<p>ab"


@pytest.mark.parametrize("written", ["\t", "\n", "é", "&#10;", "&#38;", "&#x1F600;", "&#128512;", "&#160;", "&amp;"])
def test_other_characters_stay(written: str) -> None:
    """White space, letters and other references are text."""
    assert bounded_html(f"<p>a{written}b") == f"<p>a{written}b"
    assert bounded_html("a\fb") == "a b"


def test_hints_as_long_as_a_book_go() -> None:
    """A class, an id or a label is short; an address or a drawing may be long."""
    root = lxml.html.document_fromstring(
        f'<img class="{"a" * HINT}b" id=kept alt="{"c" * HINT}" src="data:{"d" * HINT}">'
    )
    drop_long_hints(root)
    image = next(root.iter("img"))
    assert set(image.keys()) == {"id", "alt", "src"}


def test_the_first_words_of_an_element_are_enough() -> None:
    """Text is read in order, without scripts, styles and comments, and up to the limit."""
    root = lxml.html.fragment_fromstring("<div>a<b>c</b>d<script>e</script>f<!-- g -->h<style>i</style></div>")
    assert first_words(root).split() == ["a", "c", "d", "f", "h"]
    assert len(first_words(lxml.html.fragment_fromstring(f"<p>{'x' * 2 * TEXT}</p>"))) == TEXT


def test_half_a_character_is_dropped_and_a_whole_one_stays() -> None:
    """JSON writes characters beyond the first plane as pairs; a lone half can be neither shown nor saved."""
    assert without_half_pairs(r'"a\ud83d\ude00b\ud83dc\ude00d\u00e9"') == r'"a\ud83d\ude00bcd\u00e9"'
