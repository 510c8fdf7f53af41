"""Segments that an expression names."""

from __future__ import annotations

import pytest

from templates.dynamic.rule.names import names_in
from templates.dynamic.rule.references import references, renamed


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("segment.vip and not segment.old", ["vip", "old"]),
        ("segment['vip'] or segment[\"a b\"] or segment.12345 or segment[7]", ["vip", "a b", "12345", "7"]),
        ("contact.x == 'segment.vip' or data.segment.vip or my_segment.vip", []),
        ("segment . vip", ["vip"]),
        ('segment["a\\"b"]', ['a"b']),
    ],
)
def test_each_way_to_name_a_segment_is_found(text, ids):
    """After a dot and in brackets; not inside texts, not as a member of something else."""
    assert [one.id for one in references(text)] == ids


def test_references_and_jinja_agree():
    """What is found by pattern is what Jinja's own tree says."""
    text = 'segment.vip and (segment["12"] or contact.city == "segment.no") and segment.12345'
    assert tuple(one.id for one in references(text)) == names_in(text).segment_ids()


def test_renaming_changes_the_name_and_nothing_else():
    """Spaces, texts and other segments stay; what is no plain name goes into brackets."""
    text = "segment.vip  and 'segment.vip' == x or segment['vip'] or segment.vip2"
    assert renamed(text, "vip", "gold") == "segment.gold  and 'segment.vip' == x or segment.gold or segment.vip2"
    assert renamed("segment.vip", "vip", "123") == 'segment["123"]'
    assert renamed("segment.vip and 'not closed", "vip", "gold") == "segment.gold and 'not closed"
