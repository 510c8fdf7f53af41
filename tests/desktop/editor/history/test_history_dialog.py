"""The history: what is listed, compared, named and brought back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from desktop.editor.history.history_dialog import NOW, HistoryDialog
from desktop.editor.history.keeper import VersionKeeper
from desktop.editor.history.name_dialog import VERSION, NameDialog
from desktop.editor.history.state_model import State, StateModel
from desktop.editor.history.when import spoken


@pytest.fixture
def saved(document, type_in, jobs, qtbot):
    """The document with two saves behind it, and something unsaved."""
    for number in "12":
        type_in(f"<!-- {number} -->\n")
        assert document.save()
        qtbot.waitUntil(lambda: not jobs.running)
    type_in("<!-- 3 -->\n")
    return document


@pytest.fixture
def open_dialog(document, jobs, qtbot):
    """A function that opens the history and waits until it is filled."""

    def make() -> HistoryDialog:
        dialog = HistoryDialog(document, jobs)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not jobs.running)
        return dialog

    return make


def shown(dialog) -> list[str]:
    return [
        f"{state.title} {'' if state.counts is None else '+{} -{}'.format(*state.counts)}".strip()
        for state in dialog.model.states
    ]


def test_without_a_save_it_says_how_to_begin(open_dialog):
    """Nothing can be restored."""
    dialog = open_dialog()
    assert dialog.view.nothing.isVisible()
    assert not dialog.restore_button.isEnabled()


def test_versions_are_listed_with_what_they_changed(saved, open_dialog):
    """The newest first, after the present state; the first of all has nothing before it."""
    dialog = open_dialog()
    assert shown(dialog) == ["As it is now", "Saved +1 -0", "Saved +1 -0", "Found on disk"]
    assert dialog.list.ids == [NOW]
    assert dialog.view.text.count == 1
    index = dialog.model.index(1)
    assert "1 lines added, 0 removed" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_chosen_version_is_compared_with_now(saved, open_dialog, qtbot, jobs):
    """Two chosen ones with each other, whichever was chosen first."""
    dialog = open_dialog()
    ids = [state.id for state in dialog.model.states]
    dialog.list.choose(ids[2])
    qtbot.waitUntil(lambda: not jobs.running)
    assert "As it is now" in dialog.view.after_title.text()
    assert [line for line in dialog.view.text.toPlainText().split("\n") if line[0] == "+"] == [
        "+ <!-- 3 -->",
        "+ <!-- 2 -->",
    ]
    dialog.list.choose(ids[1], ids[3])
    qtbot.waitUntil(lambda: not jobs.running)
    assert dialog.view.before_title.text().startswith("−  Found on disk")
    assert dialog.view.after_title.text().startswith("+  Saved")
    assert not dialog.restore_button.isEnabled()


def test_a_version_is_brought_back_as_one_step(saved, open_dialog, qtbot):
    """And the step is undone to what was typed since."""
    before = saved.text
    dialog = open_dialog()
    dialog.list.choose(dialog.model.states[-1].id)
    with qtbot.waitSignal(dialog.accepted):
        dialog.restore_button.click()
    assert saved.text == before.split("-->\n")[-1]
    saved.stack.undo()
    assert saved.text == before


def test_a_version_is_renamed_in_place(saved, open_dialog, qtbot, jobs):
    """The name stands where the kind stood; the present state has none to change."""
    dialog = open_dialog()
    assert not dialog.model.flags(dialog.model.index(0)) & Qt.ItemFlag.ItemIsEditable
    dialog.model.setData(dialog.model.index(1), "  Before the sale ")
    qtbot.waitUntil(lambda: dialog.model.states[1].title == "Before the sale" and not jobs.running)
    assert dialog.model.states[1].detail.startswith("Saved · Today")


def test_a_name_that_is_refused_is_told_in_place(saved, open_dialog, qtbot, jobs):
    """The list stays as it was."""
    dialog = open_dialog()
    dialog.model.setData(dialog.model.index(1), "x" * 200)
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert "too long" in dialog.trouble.text()
    assert dialog.model.states[1].title == "Saved"


def test_a_save_meanwhile_appears(saved, open_dialog, qtbot):
    """The list follows the keeper."""
    dialog = open_dialog()
    count = len(dialog.model.states)
    saved.findChild(VersionKeeper).keep("Now")
    qtbot.waitUntil(lambda: len(dialog.model.states) == count + 1)
    assert dialog.model.states[1].title == "Now"


def test_a_name_is_asked_for(qtbot, dies):
    """Blanks alone are none."""
    dialog = NameDialog(VERSION, 120)
    qtbot.addWidget(dialog)
    dialog.edit.setText("   ")
    assert not dialog.ok.isEnabled()
    dialog.edit.setText(" Approved ")
    with qtbot.waitSignal(dialog.named) as named:
        dialog.ok.click()
    assert named.args == ["Approved"]
    dies(lambda: NameDialog(VERSION, 120))


def test_the_history_dies_with_its_window(saved, jobs, qtbot, dies):
    """Jobs that are under way do not keep it."""
    dies(lambda: HistoryDialog(saved, jobs))
    qtbot.waitUntil(lambda: not jobs.running)


def test_the_list_is_a_sound_model(qtmodeltester, qapp):
    """Rows, roles and resets."""
    model = StateModel()
    model.set_states([State("1", "Saved", "Today", "", (1, 2)), State("2", "Now", "")])
    qtmodeltester.check(model)
    model.set_states([State("1", "Renamed", "Today", "Renamed")])
    assert model.states[0].counts == (1, 2)


def test_moments_are_said_as_people_say_them(qapp):
    """Today, yesterday, and a date before that; a moment that is still to come has its date."""
    now = datetime(2026, 11, 21, 14, 2, tzinfo=UTC).astimezone()
    assert spoken(now, now.date()).startswith("Today, ")
    assert spoken(now - timedelta(days=1), now.date()).startswith("Yesterday, ")
    assert "26" in spoken(now - timedelta(days=2), now.date())
    assert not spoken(now + timedelta(days=1), now.date()).startswith("Today")
