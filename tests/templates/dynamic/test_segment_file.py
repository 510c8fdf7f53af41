"""Edits of ``segments.toml``: what they change, and that they change nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.dynamic.segment import Segment, parse_segments
from templates.dynamic.segment_file import (
    add_segment,
    change_segment,
    duplicate_segment,
    free_id,
    move_segment,
    remove_segment,
    rename_segment,
    toml_text,
)
from templates.errors import InputError

TEXT = '''\
# Segments of our shop
format = 1

[[segments]]
id = "loyal"   # used since 2024
name = "Loyal"
rule = 'contact.loyalty'

# Those who travel,
# asked in May
[[segments]]
id = "travels"
rule = """segment.loyal and
  segment["loyal"] and contact.x == "segment.loyal" """  # twice

[notes]
owner = "Léa"
'''


def ids(text: str) -> list[str]:
    return [segment.id for segment in parse_segments(text)]


def test_a_segment_is_added_behind_the_others():
    """Everything else stays, and the text between the segments too."""
    text = add_segment(TEXT, Segment(id="lyon", name="Lyon", rule='contact.city == "Lyon"'))
    assert ids(text) == ["loyal", "travels", "lyon"]
    assert '[[segments]]\nid = "lyon"\nname = "Lyon"\nrule = \'contact.city == "Lyon"\'\n\n[notes]' in text
    assert all(line in text for line in TEXT.splitlines())


def test_a_segment_is_added_where_it_is_wanted():
    """Before the one that has that place."""
    assert ids(add_segment(TEXT, Segment(id="first"), 0)) == ["first", "loyal", "travels"]
    assert ids(add_segment(TEXT, Segment(id="second"), 1)) == ["loyal", "second", "travels"]


def test_the_first_segment_of_an_empty_file():
    """The file gets its format."""
    assert add_segment("", Segment(id="a", rule="true")) == 'format = 1\n\n[[segments]]\nid = "a"\nrule = "true"\n'


def test_name_and_rule_change_in_their_place():
    """Comments behind the values stay; a key that is not there is added."""
    text = change_segment(TEXT, "loyal", name="Fidèles", rule="contact.loyalty\nor contact.vip")
    assert text == TEXT.replace('"Loyal"', '"Fidèles"').replace(
        "'contact.loyalty'", "'''\ncontact.loyalty\nor contact.vip'''"
    )
    text = change_segment(TEXT, "travels", name="Travels")
    assert text == TEXT.replace('id = "travels"\n', 'id = "travels"\nname = "Travels"\n')


def test_an_id_changes_in_rules_too():
    """What names the segment follows; what only looks like it stays."""
    text = rename_segment(TEXT, "loyal", "members-26")
    assert ids(text) == ["members-26", "travels"]
    rule = parse_segments(text)[1].rule
    assert rule == 'segment["members-26"] and\n  segment["members-26"] and contact.x == "segment.loyal" '
    assert "# used since 2024" in text
    assert "# twice" in text
    assert rename_segment(TEXT, "loyal", "loyal") == TEXT


def test_a_copy_stands_behind_its_original():
    """With a rule of its own under another id."""
    text = duplicate_segment(TEXT, "loyal", free_id(TEXT, "loyal"), "Copy")
    assert [(one.id, one.name, one.rule) for one in parse_segments(text)][:2] == [
        ("loyal", "Loyal", "contact.loyalty"),
        ("loyal_2", "Copy", "contact.loyalty"),
    ]


def test_a_segment_goes_with_its_comment():
    """Other tables and the file's own comment stay."""
    text = remove_segment(TEXT, "travels")
    assert ids(text) == ["loyal"]
    assert "Those who travel" not in text
    assert text.startswith("# Segments of our shop\n")
    assert text.endswith('[notes]\nowner = "Léa"\n')
    assert ids(remove_segment(text, "loyal")) == []


def test_a_segment_moves_with_its_comment():
    """Its block as it was written."""
    text = move_segment(TEXT, "travels", 0)
    assert ids(text) == ["travels", "loyal"]
    assert '# asked in May\n[[segments]]\nid = "travels"\n' in text
    assert move_segment(text, "travels", 99) == move_segment(TEXT, "travels", 1)


def test_a_list_of_tables_in_one_line_is_understood():
    """It is written as blocks then."""
    text = add_segment('segments = [{ id = "a", rule = "true" }]\nother = 1\n', Segment(id="b"))
    assert ids(text) == ["a", "b"]
    assert "other = 1" in text


@pytest.mark.parametrize("text", ["segments = []\n", "format = 1\nsegments = [ ] # none yet\n[notes]\na = 1\n"])
def test_a_list_of_no_segments_gives_way_to_the_first(text):
    """It cannot stand beside a block."""
    added = add_segment(text, Segment(id="a", rule="true"))
    assert ids(added) == ["a"]
    assert ("[notes]" in added) == ("[notes]" in text)


END = "\n# Ask Léa before you change anything here.\n"


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: remove_segment(text, "b"),
        lambda text: move_segment(text, "b", 0),
        lambda text: add_segment(text, Segment(id="c", rule="true")),
        lambda text: duplicate_segment(text, "b", "c"),
    ],
)
def test_a_comment_at_the_end_stays_at_the_end(edit):
    """It belongs to the file, not to the segment above it; one without a blank line before it is the segment's."""
    blocks = "format = 1\n\n" + "\n".join(f'[[segments]]\nid = "{id_}"\nrule = "true"\n' for id_ in "ab")
    assert edit(blocks + END) == edit(blocks) + END
    assert edit(f"{blocks}# about b\n{END}") == edit(f"{blocks}# about b\n") + END


def test_a_rule_that_ends_like_a_comment_is_whole():
    """Of several lines, the last of which looks like one."""
    text = '[[segments]]\nid = "a"\nrule = "true"\n\n[[segments]]\nid = "b"\nrule = """x\n\n# y"""\n'
    assert [one.rule for one in parse_segments(move_segment(text, "b", 0))] == ["x\n\n# y", "true"]


def test_line_ends_of_windows_stay():
    """All of them."""
    text = add_segment(TEXT.replace("\n", "\r\n"), Segment(id="new"))
    assert text.count("\n") == text.count("\r\n")
    assert ids(text) == ["loyal", "travels", "new"]


@pytest.mark.parametrize(
    "edit",
    [
        lambda: add_segment(TEXT, Segment(id="loyal")),
        lambda: rename_segment(TEXT, "loyal", "travels"),
        lambda: rename_segment(TEXT, "loyal", "a b"),
        lambda: rename_segment(TEXT, "gone", "new"),
        lambda: remove_segment(TEXT, "gone"),
        lambda: change_segment(TEXT, "gone", name="x"),
        lambda: duplicate_segment(TEXT, "gone", "new"),
        lambda: change_segment("[[segments", "a"),
    ],
)
def test_an_edit_that_cannot_be_made_is_refused(edit):
    """Ids that are taken, are none, or are not there; a file that is broken."""
    with pytest.raises(InputError):
        edit()


@given(st.text(max_size=12) | st.text("\"'\\\n\r\tab#", max_size=12))
def test_any_text_can_be_a_name(value):
    """Quotes, line ends and signs come back as they were."""
    name = value.encode("utf-8", "ignore").decode().replace("\r", "")
    text = change_segment(TEXT, "loyal", name=name)
    assert parse_segments(text)[0].name == name
    assert parse_segments(text)[1] == parse_segments(TEXT)[1]
    assert parse_segments(f"[[segments]]\nid = 'a'\nname = {toml_text(name)}")[0].name == name


@given(st.lists(st.tuples(st.sampled_from(["add", "move", "remove", "copy", "rule"]), st.integers(0, 5)), max_size=8))
def test_edits_do_to_the_file_what_they_do_to_a_list(steps):
    """In whatever order, the segments are those of a list treated alike, and no comment goes astray."""
    text, listed = TEXT, list(parse_segments(TEXT))
    for number, (what, index) in enumerate(steps):
        if what == "add" or not listed:
            made = Segment(id=f"n{number}", rule="true")
            text = add_segment(text, made, index)
            listed.insert(index, made)
            continue
        one = listed[index % len(listed)]
        if what == "move":
            text = move_segment(text, one.id, index)
            listed.remove(one)
            listed.insert(index, one)
        elif what == "remove":
            text = remove_segment(text, one.id)
            listed.remove(one)
        elif what == "copy":
            text = duplicate_segment(text, one.id, f"n{number}")
            listed.insert(listed.index(one) + 1, Segment(id=f"n{number}", rule=one.rule))
        else:
            text = change_segment(text, one.id, rule=f"contact.x == {index}")
            listed[listed.index(one)] = one.model_copy(update={"rule": f"contact.x == {index}"})
        assert list(parse_segments(text)) == listed
    assert text.startswith("# Segments of our shop\nformat = 1\n")
    assert 'owner = "Léa"' in text
    assert ("Those who travel" in text) == ("travels" in ids(text))
