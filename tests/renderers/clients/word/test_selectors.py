"""Word's language of selectors."""

import pytest

from renderers.clients.word.selectors import selector


@pytest.mark.parametrize(
    ("text", "specificity"),
    [
        ("p", (0, 0, 1)),
        ("TD.a", (0, 1, 1)),
        ("#i", (1, 0, 0)),
        ("#i .a p", (1, 1, 1)),
        ("a:link", (0, 1, 1)),
        (".a.b", (0, 1, 0)),
    ],
)
def test_what_word_reads_has_a_specificity(text: str, specificity: tuple[int, int, int]):
    """Of a chain only its first link counts."""
    read = selector(text)
    assert read is not None
    assert read.specificity == specificity


@pytest.mark.parametrize(
    "text",
    ["*", "p > a", "p + a", "p ~ a", "a[href]", "a:hover", "p::before", "p:not(.a)", "", ">", "&", ".&", "p >", "{"],
)
def test_what_word_does_not_read_is_none(text: str):
    """Such a selector selects nothing."""
    assert selector(text) is None


def test_the_parts_around_stand_from_the_inside_out():
    """So an element's ancestors can be gone through once."""
    read = selector("table .a td")
    assert read is not None
    assert (read.last.tag, [part.first_class or part.tag for part in read.around]) == ("td", ["a", "table"])
