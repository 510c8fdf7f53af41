"""Finding: words, whole words, expressions, and expressions that never end."""

from __future__ import annotations

import pytest

from desktop.editor.code.search import MOST, MOVED, Hit, Query, Search, replace_all, shifted
from templates.source.text_edit import TextEdit, apply
from templates.source.tree import Span

TEXT = "One 😀 one\r\nstone (one)\none.two one2"


def found(words: str, text: str = TEXT, **how: bool) -> list[str]:
    search = Search(text, Query(words, **how))
    while not search.go_on(1.0):
        continue
    assert search.fault is None
    return [f"{text[slice(*hit.span)]}@{hit.span.start}" for hit in search.found]


@pytest.mark.parametrize(
    ("words", "how", "places"),
    [
        ("one", {}, [0, 6, 13, 18, 23, 31]),
        ("one", {"case": True}, [6, 13, 18, 23, 31]),
        ("one", {"whole": True}, [0, 6, 18, 23]),
        ("(one)", {}, [17]),
        ("o(n)e", {"expression": True}, [0, 6, 13, 18, 23, 31]),
        ("^o", {"expression": True}, [0, 23]),
        ("on.", {"expression": True, "whole": True, "case": True}, [6, 18, 23]),
        ("e$", {"expression": True}, [8]),
        ("", {}, []),
        ("x*", {"expression": True}, []),
    ],
)
def test_hits_are_offsets_of_the_text(words, how, places):
    """Every place in order, also behind characters that Qt counts twice and in lines of either end."""
    assert [int(hit.split("@")[1]) for hit in found(words, **how)] == places


@pytest.mark.parametrize("words", ["(a+)+$", "(a|aa)+$", "(.*.*.*)+[xy]"])
def test_an_expression_that_never_ends_is_given_up(words):
    """The engine counts its steps; the window does not wait."""
    search = Search("a" * 4000 + "b", Query(words, expression=True))
    assert search.go_on(5.0)
    assert (search.fault, search.found) == ("", [])


def test_a_wrong_expression_says_what_is_wrong():
    """The engine's own words."""
    search = Search("a", Query("(", expression=True))
    assert search.go_on(1.0)
    assert search.fault


def test_a_long_search_goes_on_in_slices():
    """Without time nothing is lost: the next slice goes on where the last one stopped."""
    search = Search("a b\n" * 50, Query("b", expression=True))
    slices = 1
    while not search.go_on(0.0):
        slices += 1
    assert slices > 10
    assert len(search.found) == 50


def test_there_is_an_end_to_hits():
    """A letter in a huge text is no search."""
    search = Search("a" * (MOST + 5), Query("a"))
    assert search.go_on(10.0)
    assert len(search.found) == MOST


@pytest.mark.parametrize(
    ("words", "template", "how", "result"),
    [
        ("one", "two", {"case": True, "whole": True}, "One 😀 two\r\nstone (two)\ntwo.two one2"),
        (r"\((\w+)\)", "[$1$0$2]", {"expression": True}, "One 😀 one\r\nstone [one(one)]\none.two one2"),
        ("one2", "$0", {}, "One 😀 one\r\nstone (one)\none.two $0"),
    ],
)
def test_all_hits_are_replaced_at_once(words, template, how, result):
    """As edits of the text; the brackets of an expression can be used."""
    search = Search(TEXT, Query(words, **how))
    search.go_on(1.0)
    assert apply(TEXT, replace_all(search.found, template, search.query)) == result


def test_hits_move_with_edits():
    """Those before stay, those behind are shifted, those that were written into are gone; too many are not moved."""
    found = [Hit(Span(at, at + 2), ("",)) for at in (0, 4, 8, 12)]
    edits = [TextEdit(2, 3, "abc"), TextEdit(9, 9, "x"), TextEdit(12, 12, "y")]
    assert [hit.span for hit in shifted(found, edits)] == [Span(0, 2), Span(6, 8), Span(16, 18)]
    assert shifted(found * MOVED, edits) == []
