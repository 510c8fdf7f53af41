"""What is sent to the canvas is the smallest run of pieces that makes the new mail."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.web.piece_range import changed_range

mails = st.lists(st.sampled_from("abc"), max_size=8)


@given(mails, mails)
def test_the_range_makes_the_new_mail(before, after):
    """Taken out and put in, the range turns one mail into the other."""
    found = changed_range(before, after)
    end = found.first + found.removed
    assert [*before[: found.first], *found.added, *before[end:]] == after


@given(mails, mails)
def test_the_range_is_no_wider_than_needed(before, after):
    """Its first and its last piece differ, and equal mails need none."""
    found = changed_range(before, after)
    gone = before[found.first : found.first + found.removed]
    assert found.is_empty == (before == after)
    if gone and found.added:
        assert gone[0] != found.added[0]
        assert gone[-1] != found.added[-1]
