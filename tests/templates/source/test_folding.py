"""What can be folded, by lines."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from templates.source.folding import folds
from templates.source.parse import parse

MAIL = """<mjml>
  <mj-body>
    {% if segment.loyal %}
    <mj-section
      padding="0">
      <mj-column></mj-column>
    </mj-section>
    {% endif %}
    <mj-section>
    </mj-section>
    <!-- a
    b
    c -->
  </mj-body>
</mjml>
"""


def lines(text: str) -> list[tuple[int, int]]:
    starts = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
    return [(fold.first, fold.last) for fold in folds(parse(text), starts)]


def test_elements_conditions_and_comments_fold():
    """Whatever has a line between its first and its last; the two of them stay visible."""
    assert lines(MAIL) == [(0, 14), (1, 13), (2, 7), (3, 6), (10, 12)]


def test_one_line_has_one_fold():
    """Of several nodes that begin in a line the outermost is folded."""
    assert lines("<a><b>\n\n</b>\n</a>") == [(0, 3)]


def test_a_fold_is_of_its_node():
    """The node outlives edits elsewhere, and with it what is folded."""
    tree = parse(MAIL)
    starts = [0, *accumulate(map(len, MAIL.splitlines(keepends=True)))]
    assert tree.node(folds(tree, starts)[1].node) is tree.elements("mj-body")[0]


@given(st.lists(st.sampled_from(["<a>", "</a>", "\n", "{% if x %}", "{% endif %}", "<!--", "-->", "x"])).map("".join))
def test_folds_lie_in_the_text(text):
    """Broken text has folds too; each hides at least one line that is there."""
    count = len(text.splitlines()) + 1
    assert all(first >= 0 and first + 1 < last < count for first, last in lines(text))
