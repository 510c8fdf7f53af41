"""Differences of texts: both can be read out of the rows, and what changed inside a line is marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from templates.differences import Row, counts, differences, file_differences, folded
from templates.snapshot import Snapshot

lines = st.lists(
    st.sampled_from(["<mj-text>", "</mj-text>", "Hello {{ name }}", "Hello you", "", "  <br/>"]), max_size=20
)


@given(lines, lines)
def test_both_texts_stand_in_the_rows(before: list[str], after: list[str]) -> None:
    """Without the added rows they are the old text, without the removed ones the new one, with their line numbers."""
    rows = differences("\n".join([*before, ""]), "\n".join([*after, ""]))
    old = [row for row in rows if row.kind != "added"]
    new = [row for row in rows if row.kind != "removed"]
    assert [row.text for row in old] == before
    assert [row.text for row in new] == after
    assert [row.before for row in old] == list(range(1, len(before) + 1))
    assert [row.after for row in new] == list(range(1, len(after) + 1))


@given(lines, lines)
def test_the_counts_are_those_of_the_rows(before: list[str], after: list[str]) -> None:
    """Added and removed lines, in this order."""
    texts = "\n".join(before), "\n".join(after)
    kinds = [row.kind for row in differences(*texts)]
    assert counts(*texts) == (kinds.count("added"), kinds.count("removed"))


def marked(row: Row) -> str:
    return "".join(f"[{piece.text}]" if piece.changed else piece.text for piece in row.pieces)


def test_words_that_changed_are_marked() -> None:
    """In the removed line and in the added one."""
    rows = differences('<mj-text color="red">Hi</mj-text>', '<mj-text color="blue">Hi</mj-text>')
    assert [(row.kind, marked(row)) for row in rows] == [
        ("removed", '<mj-text color="[red]">Hi</mj-text>'),
        ("added", '<mj-text color="[blue]">Hi</mj-text>'),
    ]


def test_lines_with_little_in_common_are_marked_whole() -> None:
    """Marks on every second word would only confuse."""
    rows = differences("The quick brown fox", "Lorem ipsum dolor")
    assert [marked(row) for row in rows] == ["[The quick brown fox]", "[Lorem ipsum dolor]"]


def test_a_very_long_line_is_marked_whole() -> None:
    """Comparing its words would take too long."""
    rows = differences("word " * 1000 + "a", "word " * 1000 + "b")
    assert all(row.pieces[0].changed and len(row.pieces) == 1 for row in rows)


def test_another_kind_of_line_ends_is_no_difference() -> None:
    """What a designer sees is the same."""
    assert {row.kind for row in differences("a\r\nb\r\n", "a\nb\n")} == {"same"}


def test_only_files_that_differ_are_compared() -> None:
    """The text first; a file that is only on one side is added or removed as a whole."""
    before = Snapshot("a\n", {"template.toml": "same", "template.txt": "old"})
    after = Snapshot("b\n", {"template.toml": "same", "data/default.json": "{}"})
    found = file_differences(before, after)
    assert [(name, [row.kind for row in rows]) for name, rows in found] == [
        ("template.mjml", ["removed", "added"]),
        ("data/default.json", ["added"]),
        ("template.txt", ["removed"]),
    ]
    assert file_differences(before, before) == ()


def test_unchanged_lines_far_from_a_change_are_left_out() -> None:
    """Their number stands in their place, at the beginning, in between and at the end."""
    before = [f"{number}" for number in range(40)]
    after = [*before[:10], "new", *before[11:30], *before[31:]]
    shown = [
        row if isinstance(row, int) else f"{row.kind[0]}{row.text}"
        for row in folded(differences("\n".join(before), "\n".join(after)), around=2)
    ]
    assert shown == [8, "s8", "s9", "r10", "anew", "s11", "s12", 15, "s28", "s29", "r30", "s31", "s32", 7]


def test_without_a_change_everything_is_left_out() -> None:
    """One number says how much."""
    assert list(folded(differences("a\nb", "a\nb"))) == [2]
