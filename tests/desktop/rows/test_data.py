"""The actions on data, in a real window."""

from __future__ import annotations

import pytest

from desktop.action_table import ActionTable


@pytest.fixture
def editing(opened, qtbot):
    """The window with a template open."""
    opened.open_template("welcome.en")
    qtbot.waitUntil(lambda: bool(opened.editor.data.feed.known.shapes), timeout=20_000)
    return opened


def trigger(window, name):
    """Run an action by its id."""
    table = window.findChild(ActionTable)
    table[name].trigger()
    return table


def test_form_and_json_are_a_switch(editing) -> None:
    """The action brings the data to the front, and shows which of the two it is."""
    table = trigger(editing, "data.expert")
    assert editing.editor.drawer.is_open
    assert editing.editor.data.mode == "json"
    assert table["data.expert"].isChecked()
    trigger(editing, "data.form")
    assert editing.editor.data.mode == "form"
    assert not table["data.expert"].isChecked()


def test_next_set_goes_round(editing) -> None:
    """Through all sets, and back to the usual one."""
    panel = editing.editor.data
    seen = []
    for _ in panel.names:
        trigger(editing, "data.next_set")
        seen.append(panel.name)
    assert sorted(seen) == sorted(panel.names)
    assert panel.name == "default"


def test_the_usual_set_stays(editing) -> None:
    """It can be neither renamed nor deleted; the others can, and undo brings them back."""
    table = trigger(editing, "data.form")
    assert not table["data.delete_set"].isEnabled()
    editing.editor.data.show_set("minimal")
    table.refresh()
    trigger(editing, "data.delete_set")
    assert "minimal" not in editing.editor.data.names
    trigger(editing, "edit.undo")
    assert editing.editor.data.name == "minimal"
    trigger(editing, "edit.redo")


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_the_data_has_a_window_of_its_own(editing, qtbot) -> None:
    """The drawer says where it went, and brings it back."""
    panel = editing.editor.data
    trigger(editing, "data.window")
    window = panel.window_
    assert window.isAncestorOf(panel.form)
    assert panel.away.isVisible()
    panel.away.buttons[0].click()
    assert panel.isAncestorOf(panel.form)
    assert not panel.away.isVisible()


def test_more_room(editing) -> None:
    """The button gives the drawer most of the height, and takes it back."""
    trigger(editing, "data.form")
    panel = editing.editor.data
    before = panel.height()
    panel.header.grow.click()
    assert panel.height() > before
    panel.header.grow.click()
    assert panel.height() <= before + 8
