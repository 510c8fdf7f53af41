"""The canvas's pieces are without comments, however a comment lies across them."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.web.clean import Cleaner, without_comments

ATOMS = (
    "<!--[if mso | IE]><table><tr><td><![endif]-->",
    "<!--[if mso]>",
    "<!--[if !mso]><!-->",
    "<!--<![endif]-->",
    "<!-- a note -->",
    "<!--",
    "-->",
    "<p class='a'>",
    "</p>",
    "words",
    '<td title="<!-- no comment">',
    "<style>a { color: red } <!-- b -->c {}</style>",
    "<br/>",
)
pieces = st.lists(st.lists(st.sampled_from(ATOMS), max_size=6).map("".join), max_size=6)


class Reader(HTMLParser):
    """What a mail holds beside its comments."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[object] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.seen.append(tag)

    def handle_data(self, data: str) -> None:
        if self.seen and isinstance(self.seen[-1], list):
            self.seen[-1][0] += data
        else:
            self.seen.append([data])


def read(html: str) -> list[object]:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.seen


@given(pieces)
def test_only_comments_go(given_pieces):
    """A parser sees the same tags and words in a mail and in its cleaned pieces."""
    whole = [*given_pieces, "<i>-->"]  # an open comment ends here
    assert read("".join(Cleaner().clean(whole))) == read("".join(whole))


@given(pieces)
def test_pieces_come_out_as_the_whole_does(given_pieces):
    """It does not matter where a mail is cut."""
    assert "".join(Cleaner().clean(given_pieces)) == without_comments("".join(given_pieces))[0]


@given(pieces, pieces)
def test_a_cleaner_remembers_nothing_wrong(first, second):
    """What was cleaned before makes no difference."""
    cleaner = Cleaner()
    cleaner.clean(first)
    assert cleaner.clean(second) == Cleaner().clean(second)


@given(st.text("<!->'\"ap /=styleSTYLE\n", max_size=80))
def test_any_text_can_be_cleaned(html):
    """Whatever is written, what comes out is part of it and has no comment left to take away."""
    cleaned, _ = without_comments(html)
    assert len(cleaned) <= len(html)


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("a<!-->b", "ab"),
        ("a<!--->b", "ab"),
        ("a<!--x--!>b", "ab"),
        ("a<!--[if !mso]><!--><p>b</p><!--<![endif]-->c", "a<p>b</p>c"),
        ("a<!--[if mso]><p>b</p><![endif]-->c", "ac"),
        ("<textarea><!-- kept --></textarea>", "<textarea><!-- kept --></textarea>"),
        ("<STYLE><!-- p {} --></STYLE >x<!-- -->", "<STYLE><!-- p {} --></STYLE >x"),
        ("<style><!-- never ends", "<style><!-- never ends"),
        ("a<!-- never ends", "a"),
    ],
)
def test_the_browsers_own_rules_hold(html, cleaned):
    """Comments end where a browser ends them, and styles are no comments."""
    assert without_comments(html)[0] == cleaned


def test_a_comment_across_two_sections_goes():
    """MJML joins what it writes for Outlook across sections: the end of one piece and the beginning of the next."""
    rim = "<body><!--[if mso]><table><![endif]-->"
    assert Cleaner().clean([rim, "<div>1</div><!--[if mso]></td>", "<td><![endif]--><div>2</div>"]) == (
        "<body>",
        "<div>1</div>",
        "<div>2</div>",
    )


def test_a_long_hostile_text_takes_no_time():
    """Tags that never end are looked at once."""
    assert without_comments("<a " * 200_000 + '"')[1] is False
