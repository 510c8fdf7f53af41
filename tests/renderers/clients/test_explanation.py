"""Why a picture looks so: what is seen first leads, and sources are found again."""

from __future__ import annotations

import pytest

from renderers.clients.change import Change, Evidence
from renderers.clients.explanation import reasons

KNOWN = Evidence("email-bugs #119; caniemail css-border-radius note 1; hteumeuleu/caniemail #212", "2024-04")


def change(rule: str, what: str = "It is changed.", places: int = 1) -> Change:
    """A change at so many places."""
    return Change(rule, what, KNOWN, at=0, element="td", further=tuple(range(1, places)))


def test_reasons_are_ordered_by_what_people_see():
    """Whole pieces, then what is at most places, then what rarely shows, then what never does."""
    made = reasons(
        [
            change("conditional-comments.content", places=9),
            change("caniemail.css-word-break", places=8),
            change("caniemail.css-float"),
            change("caniemail.css-border-radius", places=3),
            change("structure.wrappers"),
            change("structure.styles"),
        ]
    )
    assert [reason.rule.partition(".")[2] for reason in made] == [
        *("styles", "css-border-radius", "css-float", "css-word-break"),
        *("content", "wrappers"),
    ]
    assert [reason.shows for reason in made] == [True, True, True, True, False, False]


def test_changes_that_say_the_same_are_one_reason():
    """With all their places, each once."""
    (one, two) = reasons([change("a.b", places=2), change("a.b", places=3), change("a.b", "Another.")])
    assert one.spots == ((0, "td"), (1, "td"), (2, "td"))
    assert len(two.spots) == 1


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("email-bugs #119", "https://github.com/hteumeuleu/email-bugs/issues/119"),
        ("caniemail css-float note 1", "https://www.caniemail.com/features/css-float/"),
        ("caniemail #144", "https://github.com/hteumeuleu/caniemail/issues/144"),
        ("hteumeuleu/caniemail #212", "https://github.com/hteumeuleu/caniemail/issues/212"),
        ("measured in Thunderbird 153.7", None),
    ],
)
def test_a_source_on_the_web_has_its_address(source: str, found: str | None):
    """Once each; what is a measurement or a book has none."""
    (reason,) = reasons([Change("a.b", "It is changed.", Evidence(source, "2024"))])
    assert [address for _, address in reason.sources] == ([found] if found else [])
