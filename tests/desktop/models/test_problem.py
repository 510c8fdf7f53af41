"""Problems move with the text in which they were found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.live import Checked
from desktop.models.problem import Problem, moved, problems_of, section_at
from templates.compile.notice import Notice
from templates.errors import Place, TemplateError
from templates.source.parse import parse
from templates.source.text_edit import TextEdit, apply
from templates.source.tree import Span
from templates.source.validate import validate


class Document:
    """As much of an open document as a problem needs."""

    def __init__(self, text: str) -> None:
        self.text, self.seen_tree = text, parse(text)
        self.folder = self
        self.id = "templates/x/template.mjml"


TEXT = """<mjml>
  <mj-body>
    <mj-section css-class="mw-s-offer">
      <mj-column>
        <mj-text aling="left">{{ a.b }}</mj-text>
        <mj-imag src="x.png" />
        <mj-image width="{{ w }}" />
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
"""


def found(text: str = TEXT, **values: object) -> tuple[Problem, ...]:
    return problems_of(Checked(0, tuple(validate(parse(text))), **values), Document(text))


def test_a_finding_is_a_problem_with_its_section():
    """By place, with a severity, the name of the section, and the fix if there is one."""
    problems = found()
    assert [(one.severity, TEXT[slice(*one.span)], bool(one.fix), one.section) for one in problems] == [
        ("warning", "aling", True, "offer"),
        ("error", "mj-imag", True, "offer"),
        ("hint", 'width="{{ w }}"', False, "offer"),
    ]
    assert "MJML" in problems[1].what("en")
    assert problems[1].sentence("en").endswith(problems[1].advice("en"))


def test_a_build_that_fails_is_a_problem_at_its_place():
    """Line and column of the error become characters; an error in another file has no place in this text."""
    error = TemplateError("It is wrong.", place=Place("templates/x/template.mjml", 5, 31))
    (problem,) = (one for one in found(error=error) if one.error is error)
    assert (problem.severity, TEXT[slice(*problem.span)]) == ("error", "{{ a.b }}")
    elsewhere = TemplateError("It is wrong.", place=Place("parts/footer.mjml", 2))
    (problem,) = (one for one in found(error=elsewhere) if one.error is elsewhere)
    assert problem.span is None
    assert found(error=elsewhere)[0] is problem or found(error=elsewhere)[0].span is None


def test_the_compiler_says_nothing_twice():
    """What MJML says about a line that has a finding is the same thing; about other lines and files it is news."""
    own = "templates/x/template.mjml"
    notices = (Notice("same", Place(own, 5, 9)), Notice("news", Place(own, 3, 5)), Notice("part", Place("parts/a", 1)))
    problems = found(notices=notices)
    assert [one.message for one in problems if one.message] == ["news", "part"]
    assert problems[-1].message == "part", "what is said about included parts follows from the rest more often than not"


@pytest.mark.parametrize(
    ("marked", "name"),
    [("aling", "offer"), ("<mj-body", ""), ("<mjml>", ""), ("</mjml>", "")],
)
def test_a_section_is_called_by_its_label(marked, name):
    """The outermost component in the body counts; around it there is no section."""
    assert section_at(parse(TEXT), TEXT.index(marked)) == name


@given(st.data())
def test_an_untouched_problem_stays_at_its_characters(data):
    """After edits elsewhere span and fix mean the same characters; after one inside or beside it, the fix is gone."""
    text = "0123456789" * 3
    start, end = sorted(data.draw(st.tuples(st.integers(0, 30), st.integers(0, 30))))
    cuts = sorted(data.draw(st.lists(st.integers(0, 30), max_size=6).filter(lambda row: len(row) % 2 == 0)))
    edits = [
        TextEdit(cuts[at], cuts[at + 1], data.draw(st.sampled_from(["", "x", "yy"]))) for at in range(0, len(cuts), 2)
    ]
    problem = Problem("error", Span(start, end), message="x", fix=(TextEdit(start, end, "fixed"),))
    (after,) = moved([problem], edits)
    new = apply(text, edits)
    assert 0 <= after.span.start <= after.span.end <= len(new)
    if all(edit.end <= start or edit.start >= end for edit in edits):
        assert new[slice(*after.span)] == text[start:end]
    if all(edit.end < start or edit.start > end for edit in edits):
        assert (after.fix[0].start, after.fix[0].end) == tuple(after.span)
    else:
        assert after.fix == ()


def test_what_has_no_place_does_not_move():
    """It stays as it is."""
    problem = Problem("error", None, message="x")
    assert moved([problem], [TextEdit(0, 0, "a")]) == (problem,)
