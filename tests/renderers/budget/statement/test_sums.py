"""The bars of a statement's first page."""

from __future__ import annotations

from dataclasses import replace

from renderers.budget.spending import Spent
from renderers.budget.statement import KindSum
from renderers.budget.statement.sums import MOST, columns


def test_kinds_say_whether_tokens_came_left_or_were_spent(made):
    """Set aside and freed again is neither; settings move nothing and have no bar."""
    sums = (
        KindSum("grant", 1, 1200, 0, 0),
        KindSum("allocate", 2, -300, 0, 0),
        KindSum("reserve", 1, -60, 60, 0),
        KindSum("settle", 9, 0, -40, 40),
        KindSum("release", 1, 20, -20, 0),
        KindSum("adjust", 2, 0, 0, 0),
        KindSum("setting", 1, 0, 0, 0),
    )
    kinds = columns(replace(made("acme"), by_kind=sums), "en")[0][0]
    assert [(each.name, each.told, each.share, each.tone) for each in kinds.bars] == [
        ("Bought", "+1,200", 100.0, "in"),
        ("Allocated", "−300", 25.0, "out"),
        ("Reserved", "60", 5.0, "aside"),
        ("Spent", "40", 3.3, "spent"),
        ("Released", "20", 1.7, "aside"),
        ("Corrected", "0", 0.0, "in"),
    ]


def test_many_templates_end_with_the_others(made):
    """As many bars as fit; what is left is one more, and never "1 other"."""
    found = made("acme")
    for n, last in [(MOST, "t5"), (MOST + 1, "t6"), (MOST + 2, "2 others")]:
        sums = tuple(Spent(f"t{each}", 10 - each) for each in range(n))
        bars = columns(replace(found, by_template=sums), "en")[1][0].bars
        assert bars[-1].name == last
        assert sum(int(each.told) for each in bars) == sum(each.n for each in sums)


def test_accounts_are_told_where_a_pool_paid_for_others(made):
    """An account whose runs were all its own needs no such sum."""
    assert [each.title for each in columns(made("agency"), "en")[0]] == ["By kind", "By account"]
    assert [each.title for each in columns(made("acme"), "en")[0]] == ["By kind"]
