"""``segments.toml`` as it is read."""

from __future__ import annotations

from datetime import date

import pytest

from templates.dynamic.segment import MOST_SEGMENTS, Segment, is_segment_id, load_segments, members_of, parse_segments
from templates.errors import InputError, LimitError
from templates.workspace import Workspace

TODAY = date(2026, 11, 22)


def test_a_new_workspace_has_segments_that_can_be_asked(tmp_path):
    """Those of the published examples: loyalty, and an event near by."""
    segments = load_segments(Workspace.create(tmp_path / "made", name="Made"))
    contact = {"loyalty": "true", "city": "New York"}
    assert members_of(segments, contact, types={"loyalty": "boolean"}, today=TODAY) == {"loyalty", "near_event"}


def test_segments_may_name_segments_in_any_order():
    """They are answered in the order in which they need each other."""
    segments = [Segment(id="both", rule="segment.a and segment.b"), Segment(id="a", rule="true"), Segment(id="b")]
    assert members_of(segments, {}, types={}, today=TODAY) == {"both", "a", "b"}
    with pytest.raises(InputError, match="refers to itself"):
        members_of([Segment(id="a", rule="segment.a")], {}, types={}, today=TODAY)


def test_an_id_is_a_name_or_a_number():
    """What can stand behind ``segment.`` or in its brackets, in every mail language."""
    assert all(map(is_segment_id, ["vip", "summer-26", "_a", "12345"]))
    assert not any(map(is_segment_id, ["", "a b", "é", "1a", "-a", "a" * 65, "a\n"]))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[[segments]]\nid = "a"\n[[segments]]\n\nid = "a"\n', 5, "two segments with the id `a`"),
        ('[[segments]]\nname = "x"\nid = "a b"\n', 3, "must be a name or a number"),
        ("[[segments]]\nid = 12\n", 2, "must be a text in quotes"),
        ('[[segments]]\nname = "x"\n', 1, "is missing here"),
        ("[[segments]\n", 1, "bracket"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text, line, words):
    """Ids that are none, or twice the same."""
    with pytest.raises(InputError, match=words) as caught:
        parse_segments(text)
    assert caught.value.place.line == line


def test_a_broken_rule_does_not_hide_the_segments():
    """It has to be shown to be mended."""
    (segment,) = parse_segments('[[segments]]\nid = "a"\nrule = "contact.x =="\n')
    assert segment.rule == "contact.x =="


def test_segments_without_end_are_refused(tmp_path):
    """Neither thousands of them nor a file of megabytes: each is a rule that somebody has to read."""
    text = "".join(f"[[segments]]\nid = 's{number}'\n" for number in range(MOST_SEGMENTS + 1))
    with pytest.raises(LimitError, match=f"more than {MOST_SEGMENTS} segments"):
        parse_segments(text)
    made = Workspace.create(tmp_path / "made", name="Made")
    (made.root / "segments.toml").write_text("#" * 200_000)
    with pytest.raises(InputError, match="too large"):
        load_segments(made)
