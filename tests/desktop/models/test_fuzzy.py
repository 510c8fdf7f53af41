"""Finding by a few letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.fuzzy import match


@pytest.mark.parametrize(
    ("query", "text", "letters"),
    [
        ("mov", "Move up", "Mov"),
        ("mu", "Move up", "Mu"),
        ("apercu", "Aperçu", "Aperçu"),
        ("up mo", "Move up", "Moup"),
        ("dlt", "Delete", "Dlt"),
        ("", "Anything", ""),
    ],
)
def test_letters_are_found(query, text, letters):
    """As typed, as initials, without accents, in any order of words, scattered."""
    found = match(query, text)
    assert found is not None
    assert "".join(text[at] for at in found.letters) == letters


def test_missing_letters_are_not_found():
    """All letters must be there, in their order; strictly, side by side."""
    assert match("xyz", "Move up") is None
    assert match("pu evom", "Move up") is None
    assert match("dlt", "Delete", strict=True) is None


def test_better_answers_score_higher():
    """The beginning of a word beats its middle, letters side by side beat scattered ones, short texts long ones."""

    def score(query: str, text: str) -> int:
        found = match(query, text)
        assert found is not None
        return found.score

    assert score("move", "Move up") > score("move", "Remove")
    assert score("cop", "Copy") > score("cop", "Close the open pane")
    assert score("copy", "Copy") > score("copy", "Copy to another template of the workspace")


@given(st.text(), st.text())
def test_anything_may_be_typed(query, text):
    """Never an error, and the letters are places in the text."""
    found = match(query, text)
    assert found is None or all(0 <= at < len(text) for at in found.letters)
