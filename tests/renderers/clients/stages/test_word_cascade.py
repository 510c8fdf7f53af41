"""Rules become style attributes of the elements that they reach, as Word reads a mail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.pipeline import client_html

CLIENT = "outlook-windows-96"


def colour(body: str, css: str, head: str = "") -> str:
    """The colour that the element with the text k ends with, by its own style attribute."""
    html = f"<!DOCTYPE html><html><head>{head}<style>{css}</style></head><body>{body}</body></html>"
    made = client_html(html, CLIENT).html
    tag = made[: made.index(">k<")].rpartition("<")[2]
    return tag.partition("color:")[2].partition(";")[0].partition('"')[0]


@pytest.mark.parametrize(
    ("body", "css", "expected"),
    [
        ("<p>k</p>", "p{color:red}", "red"),
        ("<P>k</P>", "P{color:red}", "red"),
        ("<p class=a>k</p>", "p{color:red}.a{color:lime}", "lime"),
        ("<p class=a>k</p>", ".a{color:lime}p{color:red}", "lime"),
        ("<p class=a id=i>k</p>", "#i{color:red}.a{color:lime}", "red"),
        ("<p class=a>k</p>", ".a{color:red}.a{color:lime}", "lime"),
        ("<p class='a b'>k</p>", ".a{color:red}.b{color:lime}", "red"),
        ("<p class='a b'>k</p>", ".b{color:lime}", ""),
        ("<div class=a><div><p>k</p></div></div>", ".a p{color:red}", "red"),
        ("<div class=a><p>k</p></div>", ".b p{color:red}", ""),
        ("<div class=a><p>k</p></div>", ".a > p{color:red}", ""),
        ("<p>a</p><p>k</p>", "p + p{color:red}", ""),
        ("<p title=x>k</p>", "p[title]{color:red}", ""),
        ("<p>k</p>", "*{color:red}", ""),
        ("<p>k</p>", "p:first-child{color:red}", ""),
        ("<p>k</p>", "h1, p, td{color:red}", "red"),
        ("<a href=x>k</a>", "a:link{color:red}", "red"),
        ("<a name=x>k</a>", "a:link{color:red}", ""),
        ("<p style='color:red'>k</p>", "p{color:lime}", "red"),
        ("<p style='color:red'>k</p>", "p{color:lime !important}", "lime"),
        ("<p style='color:red'>k</p>", "p{color:lime!important}", "red"),
        ("<p>k</p>", "p{color:lime!important}", ""),
        ("<p style='color:red !important'>k</p>", "p{color:lime}", "lime"),
        ("<p>k</p>", "@media screen{p{color:red}}", ""),
        ("<p class=a>k</p>", ".a.b{color:red}", "red"),
        ("<p class=b>k</p>", ".a.b{color:red}", ""),
    ],
)
def test_the_winning_rule_is_words(body: str, css: str, expected: str):
    """Types, first classes, ids, descendants and links count; specificity, order and importance decide."""
    assert colour(body, css) == expected


def test_a_rule_comes_too_late_for_what_stands_before_it():
    """A style block in the body acts on what follows it only."""
    made = client_html("<p class=a>1</p><style>.a{color:red}</style><p class=a>2</p>", CLIENT)
    assert '<p class="a">1</p>' in made.html
    assert '<p class="a" style="color:red">2</p>' in made.html
    assert any("after it" in str(change) for change in made.changes)


def test_a_block_for_other_media_does_nothing():
    """Word knows no media but all and screen."""
    assert colour("<p>k</p>", "", head="<style media='screen and (min-width:9px)'>p{color:red}</style>") == ""
    assert colour("<p>k</p>", "", head="<style media='screen'>p{color:red}</style>") == "red"


def test_what_is_no_rule_for_elements_stays():
    """Imports and font faces are kept in their block."""
    made = client_html("<style>@import url(a.css);p{color:red}</style><p>k</p>", CLIENT).html
    assert "@import url(a.css)" in made


def test_important_in_windows_mail_counts_in_attributes():
    """Only Outlook ignores it there."""
    html = "<style>p{color:lime}</style><p style='color:red !important'>k</p>"
    assert 'style="color:red"' in client_html(html, "windows-mail").html


@given(st.text("abp.#>{}:;,!@ \"'/*()[]-", max_size=60))
def test_any_sheet_is_read(css: str):
    """Nothing in a style sheet raises, and a second reading changes nothing."""
    once = client_html(f"<style>{css.replace('<', '')}</style><p class=a id=b>k</p><div><a href=x>l</a></div>", CLIENT)
    assert client_html(once.html, CLIENT).html == once.html
