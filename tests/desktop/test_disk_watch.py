"""The file of an open document changes behind our back: a clean document follows, a changed one asks."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import Qt

from desktop.disk_watch import DiskWatch
from desktop.document import OpenDocument
from templates.files import write_text
from templates.source.text_edit import TextEdit
from templates.workspace import Workspace


@pytest.fixture
def document(qapp, folder, jobs, qtbot):
    """The welcome mail, open."""
    made = OpenDocument(Workspace.open(folder), "welcome.en")
    yield made
    made.close()
    qtbot.waitUntil(lambda: not jobs.running)
    made.deleteLater()


@pytest.fixture
def watch(document, jobs):
    """What watches it."""
    return DiskWatch(document, jobs)


def type_in(document: OpenDocument, text: str = "<!-- mine -->") -> None:
    document.edit("Typing", [TextEdit(0, 0, text)])


def settled(watch: DiskWatch, qtbot) -> None:
    """Wait until what is on disk was looked at."""
    qtbot.waitUntil(lambda: not watch._timer.isActive() and watch._job is None)


@pytest.mark.parametrize("atomic", [True, False])
def test_a_clean_document_follows_and_can_be_undone(document, watch, qtbot, atomic):
    """Twice in a row, whether the file is replaced or written in place; the user is told."""
    before, told, path = document.text, [], document.folder.mjml_path
    document.notified.connect(lambda level, text: told.append(level))
    for number in (1, 2):
        theirs = f"<!-- {number} -->{before}"
        if atomic:
            write_text(path, theirs)
        else:
            path.write_text(theirs, "utf-8", newline="")
        qtbot.waitUntil(lambda theirs=theirs: document.text == theirs)
        assert document.is_clean
    assert told == ["info", "info"]
    document.stack.undo()
    document.stack.undo()
    assert document.text == before
    assert not document.is_clean


def test_a_changed_document_keeps_its_text_and_asks(document, watch, qtbot):
    """What is on disk is at hand; taking it over is a step that can be undone."""
    type_in(document)
    mine, theirs = document.text, "<!-- theirs -->" + document.files.text_on_disk
    with qtbot.waitSignal(watch.changed):
        write_text(document.folder.mjml_path, theirs)
    assert (watch.state, watch.disk_text, document.text) == ("changed", theirs, mine)
    watch.reload()
    assert (watch.state, document.text, document.is_clean) == ("same", theirs, True)
    document.stack.undo()
    assert document.text == mine


def test_keeping_ones_own_lets_the_next_save_win(document, watch, qtbot):
    """It is a choice that was made knowingly, so saving does not ask again."""
    type_in(document)
    with qtbot.waitSignal(watch.changed):
        write_text(document.folder.mjml_path, "theirs")
    watch.keep_mine()
    assert (watch.state, document.is_clean) == ("same", False)
    assert document.save()
    assert document.folder.text() == document.text


def test_our_own_saves_are_no_change(document, watch, qtbot):
    """However often, and also right after somebody else wrote."""
    heard = []
    watch.changed.connect(lambda: heard.append(watch.state))
    for _ in range(3):
        type_in(document)
        assert document.save()
        settled(watch, qtbot)
    assert heard == []
    assert document.is_clean


def test_the_same_content_is_no_change(document, watch, qtbot):
    """A new date alone, or somebody writing what is here already."""
    type_in(document)
    os.utime(document.folder.mjml_path)
    watch.look()
    settled(watch, qtbot)
    assert (watch.state, document.is_clean) == ("same", False)
    write_text(document.folder.mjml_path, document.text)
    qtbot.waitUntil(lambda: document.is_clean)
    assert watch.state == "same"


def test_going_back_on_disk_takes_the_question_away(document, watch, qtbot):
    """There is nothing to decide any more."""
    original = document.text
    type_in(document)
    with qtbot.waitSignal(watch.changed):
        write_text(document.folder.mjml_path, "theirs")
    with qtbot.waitSignal(watch.changed):
        write_text(document.folder.mjml_path, original)
    assert (watch.state, document.is_clean) == ("same", False)


def test_a_deleted_file_is_kept_in_the_window(document, watch, qtbot):
    """It counts as unsaved, can be saved again, and is watched then as before."""
    before = document.text
    with qtbot.waitSignal(watch.changed):
        document.folder.mjml_path.unlink()
    assert (watch.state, document.is_clean, document.text) == ("deleted", False, before)
    watch.save_again()
    assert (watch.state, document.is_clean, document.folder.text()) == ("same", True, before)
    settled(watch, qtbot)
    write_text(document.folder.mjml_path, "theirs")
    qtbot.waitUntil(lambda: document.text == "theirs")


def test_settings_and_data_follow_the_disk(document, watch, qtbot):
    """The panels that show them are told; the document stays clean."""
    data = document.side("data/default.json")
    with qtbot.waitSignal(document.side_changed) as heard:
        write_text(document.folder.root / "data" / "default.json", "{}")
    assert heard.args == ["data/default.json"]
    assert data != "{}" == document.side("data/default.json")
    assert document.is_clean


def test_settings_that_were_changed_here_stay(document, watch, qtbot):
    """The user is told that saving writes over what came meanwhile."""
    document.side("template.toml")
    document.set_side("Note", "template.toml", "mine")
    with qtbot.waitSignal(document.notified) as told:
        write_text(document.folder.root / "template.toml", "theirs")
    assert told.args[0] == "warning"
    assert document.side("template.toml") == "mine"
    assert document.save()
    settled(watch, qtbot)
    assert (document.folder.root / "template.toml").read_text("utf-8") == "mine"


@pytest.mark.parametrize("hint", ["save", "window"])
def test_without_a_sign_from_the_system_it_is_noticed_all_the_same(document, watch, qtbot, qapp, hint):
    """Some network drives give none: saving looks first, and so does coming back to the window."""
    watch._watcher.removePaths([*watch._watcher.files(), *watch._watcher.directories()])
    type_in(document)
    write_text(document.folder.mjml_path, "theirs")
    with qtbot.waitSignal(watch.changed):
        if hint == "save":
            assert not document.save()
        else:
            qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert watch.state == "changed"
    assert document.folder.text() == "theirs"


def test_a_reader_follows_whoever_writes(document, watch, folder, jobs, qtbot):
    """A second window that may only read shows what the first one saved."""
    reader = OpenDocument(Workspace.open(folder), "welcome.en")
    DiskWatch(reader, jobs)
    assert not reader.editable
    type_in(document)
    assert document.save()
    qtbot.waitUntil(lambda: reader.text == document.text)
    assert reader.is_clean
    qtbot.waitUntil(lambda: not jobs.running)
    reader.deleteLater()
