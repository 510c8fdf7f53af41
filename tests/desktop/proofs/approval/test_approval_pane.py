"""The pane of approval: what was answered, answering, and what clients send back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from desktop.language import set_language
from desktop.proofs.approval.answer_model import ABOUT
from desktop.proofs.approval.answers_dialog import AnswersDialog
from desktop.proofs.approval.approval_pane import ApprovalPane
from desktop.proofs.approval.sheet_dialog import SheetDialog
from templates.store.answers import LONGEST_COMMENT
from templates.store.runs import forget_run


@pytest.fixture
def pane(agency, read, jobs, qtbot):
    """The pane on that run; it reads it anew whenever its answers changed, as its window does."""
    made = ApprovalPane(agency, jobs)
    qtbot.addWidget(made)
    made.changed.connect(lambda _run: made.show_run(read(), made.form.place))
    made.show_run(read())
    made.show()
    return made


def shown(pane):
    rows = [pane.model.index(row) for row in range(pane.model.rowCount())]
    return [(pane.model.answers[row.row()].verdict, row.data(ABOUT), row.data()) for row in rows]


def test_the_whole_and_a_picture_are_judged(pane, read, qtbot):
    """With a comment or without; the last word on the whole stands at the top."""
    assert (pane.state.text(), pane.empty.isVisible(), pane.form.to_picture.isEnabled()) == (
        "Not judged yet",
        True,
        False,
    )
    with qtbot.waitSignal(pane.changed):
        qtbot.mouseClick(pane.form.approve, Qt.MouseButton.LeftButton)
    assert pane.state.text() == "Approved"
    pane.select(1)
    pane.form.to_picture.click()
    assert pane.form.about.text() == "Apple Mail, iPhone · Light"
    pane.form.comment.setPlainText("Larger, please")
    with qtbot.waitSignal(pane.changed):
        qtbot.mouseClick(pane.form.change, Qt.MouseButton.LeftButton)
    assert shown(pane) == [
        ("changes", "Apple Mail, iPhone · Light", "Larger, please"),
        ("approved", "The mail as a whole", ""),
    ]
    assert pane.form.comment.toPlainText() == ""
    assert [each.source for each in read().answers] == ["desktop", "desktop"]
    assert pane.state.text() == "Approved"


def test_a_comment_alone_is_sent_by_a_key(pane, qtbot):
    """Ctrl+Enter; without words there is nothing to send."""
    assert not pane.form.say.isEnabled()
    pane.form.comment.setPlainText("Nice\nindeed")
    with qtbot.waitSignal(pane.changed):
        qtbot.keyClick(pane.form.comment, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown(pane) == [("comment", "The mail as a whole", "Nice\nindeed")]


def test_a_dropped_file_is_read_once(pane, answers_file, qtbot):
    """It says whose answers they are, and how many of them are new."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(answers_file()))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    drag = QDragEnterEvent(QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, data, left, none)
    pane.dragEnterEvent(drag)
    assert drag.isAccepted()
    for told in ("2 new answer", "Nothing new"):
        with qtbot.waitSignal(pane.changed):
            pane.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))
        qtbot.waitUntil(lambda told=told: told in pane.told.text() and "from Ada" in pane.told.text())
    assert len(shown(pane)) == 2


def test_an_answer_leads_to_its_picture(pane, answers_file, qtbot):
    """And can be deleted."""
    with qtbot.waitSignal(pane.changed):
        pane.read_file(answers_file())
    row = next(row for row in range(2) if pane.model.answers[row].place == 1)
    with qtbot.waitSignal(pane.place_wanted, check_params_cb=lambda place: place == 1):
        pane.view.activated.emit(pane.model.index(row))
    qtbot.waitUntil(pane.view.isEnabled)
    pane.view.setCurrentIndex(pane.model.index(row))
    pane.view.setFocus()
    qtbot.waitUntil(lambda: pane.read.isEnabled() and pane.view.hasFocus())
    with qtbot.waitSignal(pane.changed):
        qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    assert [answer for answer, _, _ in shown(pane)] == ["approved"]


def test_what_does_not_work_is_said(pane, agency, answers_file, qtbot):
    """In the pane; what was written stays."""
    pane.read_file(answers_file(run="f" * 32))
    qtbot.waitUntil(lambda: "this workspace does not have" in pane.told.text())
    with agency.database() as database:
        forget_run(database, pane.kept.run.id)
    pane.form.comment.setPlainText("Too late")
    pane.form.approve.click()
    qtbot.waitUntil(lambda: bool(pane.told.text()) and "does not have" not in pane.told.text())
    assert pane.form.comment.toPlainText() == "Too late"


def test_its_dialogs_open(pane, qtbot, answers_file):
    """Pasted text is read."""
    pane.open_answers()
    dialog = pane.findChild(AnswersDialog)
    assert not dialog.go.isEnabled()
    dialog.text.setPlainText(answers_file().read_text("utf-8"))
    with qtbot.waitSignal(pane.changed):
        dialog.go.click()
    assert len(shown(pane)) == 2
    pane.open_sheet()
    assert pane.findChild(SheetDialog).isVisible()
    pane.findChild(SheetDialog).close()


def test_a_pasted_text_that_cannot_be_read_stays(pane, qtbot, answers_file):
    """It is said where it was pasted; mended, it is read, and the dialog goes."""
    pane.open_answers()
    dialog = pane.findChild(AnswersDialog)
    dialog.text.setPlainText("Dear all, it is fine.")
    dialog.go.click()
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "no answers to a proof sheet" in dialog.problem.text()
    assert dialog.text.toPlainText() == "Dear all, it is fine."
    dialog.text.setPlainText(answers_file().read_text("utf-8"))
    with qtbot.waitSignal(dialog.accepted):
        dialog.go.click()
    assert len(shown(pane)) == 2


def test_two_files_at_once_are_both_read(pane, qtbot, answers_file):
    """Nobody has to wait for the first."""
    whole = {"place": None, "verdict": "changes", "comment": "No", "created": "2026-11-04T09:00:00.000Z"}
    first = answers_file().rename(answers_file().with_name("first.json"))
    for path in (first, answers_file(author="Bob", answers=[whole])):
        pane.read_file(path)
    qtbot.waitUntil(lambda: len(shown(pane)) == 3)


def test_what_was_written_to_a_run_stays_with_it(pane, read, qtbot):
    """Another run gets no comment that was meant for the first."""
    first = pane.kept
    pane.form.comment.setPlainText("About the first")
    pane.show_run(replace(first, run=replace(first.run, id="f" * 32)))
    assert pane.form.comment.toPlainText() == ""
    pane.form.comment.setPlainText("About the second")
    pane.show_run(first)
    assert pane.form.comment.toPlainText() == "About the first"


def test_sending_leaves_the_keyboard_where_it_is(pane, qtbot):
    """And what is written meanwhile."""
    pane.activateWindow()
    pane.form.comment.setFocus()
    qtbot.waitUntil(pane.form.comment.hasFocus)
    pane.form.comment.setPlainText("One")
    qtbot.keyClick(pane.form.comment, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    pane.form.comment.setPlainText("Two")
    with qtbot.waitSignal(pane.changed):
        assert pane.form.comment.hasFocus()
    assert (pane.form.comment.hasFocus(), pane.form.comment.toPlainText()) == (True, "Two")


def test_a_comment_that_is_too_long_says_so(pane):
    """It is not cut; nothing can be sent until it is shorter."""
    pane.form.comment.setPlainText("x" * (LONGEST_COMMENT + 1))
    assert pane.form.about.text() == "Shorten the comment: it may have 10,000 characters."
    assert not any(each.isEnabled() for each in (pane.form.say, pane.form.approve, pane.form.change))
    pane.form.comment.setPlainText("x" * LONGEST_COMMENT)
    assert pane.form.about.text() == "The mail as a whole"
    assert pane.form.say.isEnabled()


def test_nothing_of_a_closed_dialog_stays(agency, read, jobs, dies):
    """Neither of the one for answers nor of the one for the sheet."""
    dies(lambda: AnswersDialog(lambda given: jobs.run("", lambda job: given)))
    dies(lambda: SheetDialog(agency, read(), jobs))


def test_no_run_is_nothing_to_answer_to(pane):
    """Answers can still be read: they say themselves to which run they are."""
    pane.show_run(None)
    assert (pane.form.isEnabled(), pane.sheet.isEnabled(), pane.read.isEnabled()) == (False, False, True)
    assert pane.state.text() == ""


def test_it_follows_the_language(pane, answers_file, qtbot):
    """Names of clients too."""
    with qtbot.waitSignal(pane.changed):
        pane.read_file(answers_file())
    try:
        set_language("fr")
        pane.retranslate()
        assert "Apple Mail, iPhone · Clair" in [about for _, about, _ in shown(pane)]
    finally:
        set_language("en")
