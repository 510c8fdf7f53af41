"""The list of problems as a model."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.models.problem import SEVERITIES, Problem
from desktop.models.problem_model import PROBLEM, WHERE, ProblemFilter, ProblemModel
from templates.errors import Place, TemplateError
from templates.source.text_edit import TextEdit
from templates.source.tree import Span

PROBLEMS = (
    Problem("error", None, TemplateError("It is wrong.", advice="Mend it."), place=Place("parts/footer.mjml", 3)),
    Problem("warning", Span(3, 5), TemplateError("{a} is odd.", a="This"), fix=(TextEdit(3, 5, "x"),), section="hero"),
    Problem("hint", Span(9, 9), message="Said by MJML."),
)


@pytest.fixture
def model(qapp) -> ProblemModel:
    made = ProblemModel()
    made.set_problems(PROBLEMS, (0, 1, 4))
    return made


def test_it_is_a_model(model, qtmodeltester):
    """Qt's own checks pass, of the model and of the filter before it."""
    qtmodeltester.check(model)
    proxy = ProblemFilter()
    proxy.setSourceModel(model)
    qtmodeltester.check(proxy)


def test_a_row_says_everything(model):
    """The sentence, where it is, and both with the severity as a word for those who listen."""
    rows = [model.index(row) for row in range(3)]
    assert [row.data() for row in rows] == ["It is wrong. Mend it.", "This is odd.", "Said by MJML."]
    assert [row.data(WHERE) for row in rows] == ["parts/footer.mjml:3", "hero, line 1", "line 4"]
    assert rows[1].data(Qt.ItemDataRole.AccessibleTextRole) == "Warning: This is odd. – hero, line 1 – Can be fixed"
    assert rows[2].data(PROBLEM) is PROBLEMS[2]


def test_the_same_problems_elsewhere_only_move(model, qtbot):
    """Then the row that is chosen stays chosen; others begin anew."""
    moved = (PROBLEMS[0], PROBLEMS[1], Problem("hint", Span(10, 10), message="Said by MJML."))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_problems(moved, (0, 1, 5))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.dataChanged):
        model.set_problems(moved, (0, 1, 5))
    with qtbot.waitSignal(model.modelReset):
        model.set_problems(PROBLEMS[1:], (1, 4))


@pytest.mark.parametrize("severity", SEVERITIES)
def test_a_severity_can_be_switched_off(model, severity):
    """Its rows go and come back."""
    proxy = ProblemFilter()
    proxy.setSourceModel(model)
    proxy.show_severity(severity, shown=False)
    kinds = [proxy.index(row, 0).data(PROBLEM).severity for row in range(proxy.rowCount())]
    assert kinds == [one for one in SEVERITIES if one != severity]
    proxy.show_severity(severity, shown=True)
    assert proxy.rowCount() == 3
