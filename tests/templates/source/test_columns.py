"""Columns: what the widths mean to MJML, and edits that lose nothing of what the columns hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.compile.engine import mjml_engine
from templates.source.columns import add_column, column_widths, columns, resize_columns, set_layout
from templates.source.edit import apply, invert
from templates.source.parse import parse

TWO = """<mj-section>
  <mj-column width="30%">
    <mj-text>a</mj-text>
  </mj-column>
  <mj-column>
    <mj-text>b</mj-text>
  </mj-column>
</mj-section>"""


def row(text, edit, *values):
    """The text after ``edit`` of its first section, which can be undone."""
    tree = parse(text)
    edits = edit(tree, tree.elements("mj-section")[0], *values)
    after = apply(text, edits)
    assert apply(after, invert(text, edits)) == text
    return after


def widths(text):
    tree = parse(text)
    return column_widths(tree, tree.elements("mj-section")[0])


def test_the_widths_are_those_of_the_compiler():
    """A share of the row, percent, pixels: the classes that MJML gives its columns say the same."""
    text = '<mj-section><mj-column/><mj-column width="20%"/><mj-column width="150px"/></mj-section>'
    html = mjml_engine().compile(f"<mjml><mj-body>{text}</mj-body></mjml>").html
    percents = [float(found.replace("-", ".")) for found in re.findall(r'class="mj-column-per-([\d-]+)', html)]
    assert widths(text) == pytest.approx([*percents, 25], abs=0.01)
    assert 'class="mj-column-px-150' in html


def test_a_width_that_a_tag_decides_counts_as_a_share():
    """Nobody knows it before the data are there."""
    assert widths('<mj-section><mj-column width="{{ w }}"/><mj-column/></mj-section>') == [50, 50]


def test_a_new_column_gets_an_equal_share_and_the_others_keep_their_proportions():
    """Thirds are rounded down, so that the row never breaks."""
    assert widths(row(TWO, add_column)) == pytest.approx([20, 33.33, 33.33], abs=0.01)
    assert 'width="33.33%"></mj-column>' in row(TWO, add_column)


def test_equal_columns_need_no_width():
    """Two that are equal become three without a word about widths; widths that say no more are taken out."""
    even = TWO.replace(' width="30%"', "")
    assert "width" not in row(even, add_column)
    assert "width" not in row(TWO, resize_columns, [50, 50])
    assert row(even, resize_columns, [50, 50]) == even


def test_columns_are_resized_and_never_wider_than_the_row():
    """What is too much is scaled down; a number that fits no row of columns is a mistake of the caller."""
    assert widths(row(TWO, resize_columns, [25, 75])) == [25, 75]
    assert widths(row(TWO, resize_columns, [150, 50])) == [75, 25]
    with pytest.raises(ValueError, match="3 widths for 2 columns"):
        row(TWO, resize_columns, [1, 2, 3])


def test_fewer_columns_keep_what_all_of_them_held():
    """The last one that stays takes it in, indented as it was."""
    assert row(TWO, set_layout, [100]) == (
        "<mj-section>\n  <mj-column>\n    <mj-text>a</mj-text>\n    <mj-text>b</mj-text>\n  </mj-column>\n</mj-section>"
    )


def test_an_empty_section_gets_its_first_columns():
    """Also one that closes itself."""
    assert row("<mj-section />", set_layout, [50, 50]) == (
        "<mj-section>\n  <mj-column></mj-column>\n  <mj-column></mj-column>\n</mj-section>"
    )


def test_a_condition_around_a_column_decides_how_many_there_are():
    """Then a layout may give widths, which MJML needs there, but neither add nor remove."""
    text = "<mj-section>{% if x %}<mj-column></mj-column>{% endif %}<mj-column></mj-column></mj-section>"
    assert row(text, set_layout, [100]) == text
    assert widths(row(text, set_layout, [50, 50])) == [50, 50]
    assert row(text, set_layout, [50, 50]).count('width="50%"') == 2


def test_a_group_is_not_dissolved():
    """It stands for columns that stay side by side on phones."""
    text = "<mj-section><mj-column></mj-column><mj-group></mj-group></mj-section>"
    assert row(text, set_layout, [100]) == text
    assert widths(row(text, add_column)) == pytest.approx([33.33] * 3, abs=0.01)


@given(st.lists(st.sampled_from(["", "20%", "120px", "{{ w }}"]), max_size=4), st.lists(st.integers(1, 60), max_size=4))
def test_any_layout_has_as_many_columns_as_asked_for(before, wanted):
    """And every text that was in a column is still there, once."""
    inside = "".join(
        f'<mj-column width="{width}"><mj-text>t{i}</mj-text></mj-column>' for i, width in enumerate(before)
    )
    after = row(f"<mj-section>{inside}</mj-section>", set_layout, wanted)
    tree = parse(after)
    assert len(columns(tree, tree.elements("mj-section")[0])) == (len(wanted) or len(before))
    assert sum(widths(after)) <= 100.01 or not wanted
    assert [after.count(f">t{i}<") for i in range(len(before))] == [1] * len(before)
