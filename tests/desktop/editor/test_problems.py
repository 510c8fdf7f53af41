"""The list of problems: choosing, fixing, filtering, and what it says when there are none."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.document import OpenDocument
from desktop.editor.problems import ProblemsPanel
from desktop.live import LiveMailer
from desktop.models.problem import SEVERITIES
from desktop.models.problem_model import WHERE
from templates.source.text_edit import TextEdit
from templates.workspace import Workspace

BROKEN = """<mjml>
  <mj-body>
    <mj-section css-class="mw-s-offer">
      <mj-column>
        <mj-text aling="left">Hi</mj-text>
        <mj-imag src="x.png" />
        <mj-image width="{{ start_url }}" src="y.png" />
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
"""
GOOD = "<mjml><mj-body></mj-body></mjml>"


def emptied(panel: ProblemsPanel) -> None:
    """Let nothing begin that the end of the test would cut off."""
    panel.set_document(None, None)


@pytest.fixture
def problems(qapp, jobs, folder, qtbot) -> Iterator[Callable[[str], ProblemsPanel]]:
    """``problems(text)``: the list for a text that was checked."""
    panel = ProblemsPanel(jobs)
    qtbot.addWidget(panel, before_close_func=emptied)
    panel.resize(700, 200)
    panel.show()
    opened: list[OpenDocument] = []

    def make(text: str) -> ProblemsPanel:
        (folder / "templates" / "welcome.en" / "template.mjml").write_text(text, "utf-8")
        document = OpenDocument(Workspace.open(folder), "welcome.en")
        opened.append(document)
        live = LiveMailer(document, jobs)
        panel.set_document(document, live)
        with qtbot.waitSignal(live.checked, timeout=20_000):
            live.start()
        return panel

    yield make
    qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
    for document in opened:
        document.close()
        document.deleteLater()
    # At once: else the garbage collector may find view and document in a job's thread, where timers cannot be stopped.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def rows(panel: ProblemsPanel) -> list[str]:
    return [str(panel.filter.index(row, 0).data()) for row in range(panel.filter.rowCount())]


def test_what_is_wrong_is_listed_and_counted(problems, qtbot):
    """By place; whoever shows the tab learns how many there are."""
    counts: list[int] = []
    panel = problems(GOOD)
    panel.counted.connect(counts.append)
    panel = problems(BROKEN)
    assert len(rows(panel)) == 3
    assert counts[-1] == 3


def test_choosing_a_problem_shows_it(problems, qtbot):
    """By Enter, to write there, as by a click: the component is selected, the characters are asked for."""
    panel = problems(BROKEN)
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.filter.index(1, 0))
    with qtbot.waitSignal(panel.chosen) as signal:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert BROKEN[slice(*signal.args[0])] == "mj-imag"
    assert signal.args[1]
    assert panel.document.selected_element.name == "mj-imag"
    with qtbot.waitSignal(panel.chosen) as signal:
        area = panel.list.visualRect(panel.filter.index(0, 0))
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert BROKEN[slice(*signal.args[0])] == "aling"
    assert not signal.args[1]


def test_a_moved_problem_is_shown_where_it_is(problems, qtbot):
    """Edits above it have not been checked yet."""
    panel = problems(BROKEN)
    panel.document.edit("x", [TextEdit(0, 0, "<!-- -->\n")])
    with qtbot.waitSignal(panel.chosen) as signal:
        panel.step(1, 0)
    assert panel.document.text[slice(*signal.args[0])] == "aling"
    qtbot.waitUntil(lambda: "line 6" in panel.model.index(0).data(WHERE))


def test_next_and_previous_go_round(problems):
    """From the caret on, over both ends."""
    panel = problems(BROKEN)
    seen: list[str] = []
    panel.chosen.connect(lambda span, _write: seen.append(BROKEN[slice(*span)]))
    for by, caret in ((1, 0), (1, BROKEN.index("aling")), (1, len(BROKEN)), (-1, 0), (-1, BROKEN.index("mj-imag"))):
        panel.step(by, caret)
    assert seen == ["aling", "mj-imag", "aling", 'width="{{ start_url }}"', "aling"]
    panel.document.edit("x", [TextEdit(0, len(BROKEN), GOOD)])


def test_the_button_in_a_row_fixes_it(problems, qtbot):
    """As one step; a row without a fix has no button."""
    panel = problems(BROKEN)
    option = QStyleOptionViewItem()
    option.rect, option.font = panel.list.visualRect(panel.filter.index(1, 0)), panel.list.font()
    place = panel.delegate.button_of(option.rect, option.font).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "<mj-image src=" in panel.document.text
    assert panel.document.stack.count() == 1


def test_the_current_row_is_fixed_by_its_verb(problems):
    """What the key does while the list has the focus."""
    panel = problems(BROKEN)
    panel.list.selectionModel().setCurrentIndex(
        panel.filter.index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    assert panel.fix_current()
    assert "align=" in panel.document.text
    panel.list.setCurrentIndex(panel.filter.index(2, 0))
    assert not panel.fix_current()


def test_all_are_fixed_at_once(problems):
    """One undo brings them all back."""
    panel = problems(BROKEN)
    assert panel.fix_all()
    assert "align=" in panel.document.text
    assert "<mj-image src=" in panel.document.text
    assert panel.document.stack.count() == 1
    panel.document.stack.undo()
    assert panel.document.text == BROKEN


def test_fixes_that_meet_are_not_made_together(problems):
    """The first one counts; the other is found again afterwards."""
    panel = problems('<mjml><mj-body><mj-section padding="0" padding="3" /></mj-body></mjml>')
    assert len([one for one in panel.problems if one.fix]) >= 2
    assert panel.fix_all()
    assert panel.document.text.count("padding") == 1


@pytest.mark.parametrize("severity", SEVERITIES)
def test_a_severity_can_be_switched_off(problems, severity):
    """With all of them off the list says so."""
    panel = problems(BROKEN)
    panel.switches[severity].setChecked(False)
    assert len(rows(panel)) == 2
    for switch in panel.switches.values():
        switch.setChecked(False)
    assert panel.nothing.isVisible()
    assert panel.nothing.text()


def test_without_problems_it_says_what_was_checked(problems):
    """And when; there is nothing to fix."""
    panel = problems(GOOD)
    assert panel.nothing.text() == "No problems"
    assert "Checked at" in panel.what.text()
    assert not panel.fix_all_button.isEnabled()
    assert not panel.fix_all()


def test_a_build_that_fails_is_a_problem(problems):
    """With its place, though nothing is wrong with the markup."""
    panel = problems("<mjml><mj-body>\n<mj-raw>{{ 1 / 0 }}</mj-raw></mj-body></mjml>")
    (problem,) = panel.problems
    assert problem.severity == "error"
    assert panel.document.text.index("{{") <= problem.span.start < panel.document.text.index("}}")


def test_it_is_painted(problems):
    """Every row, chosen and not; the severity's word in its colour is there."""
    panel = problems(BROKEN)
    panel.list.setCurrentIndex(panel.filter.index(0, 0))
    image = panel.list.viewport().grab().toImage()
    assert len({image.pixelColor(x, 51).name() for x in range(image.width())}) > 5


def test_its_controls_have_names(problems):
    """List and switches can be reached and say what they are."""
    panel = problems(BROKEN)
    assert panel.list.accessibleName()
    assert all(each.accessibleName() for each in panel.switches.values())
