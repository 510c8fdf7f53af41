"""Unsaved work is in its recovery file while somebody types, and gone from it once it is saved."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.autosave import AutoSave
from desktop.document import OpenDocument
from templates.files import write_text
from templates.recovery import FOLDER, Recovered, left_behind
from templates.source.text_edit import TextEdit
from templates.workspace import Workspace

NAME = "welcome.en"


@pytest.fixture
def document(qapp, folder, jobs, qtbot):
    """The welcome mail, open."""
    made = OpenDocument(Workspace.open(folder), NAME)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not jobs.running)
    made.deleteLater()


@pytest.fixture
def saver(document, jobs):
    """Its autosave."""
    return AutoSave(document, jobs)


def kept(folder: Path) -> list[Recovered]:
    return [found for _, found in left_behind(folder, NAME, but=Path("none"))]


def type_in(document: OpenDocument, text: str) -> None:
    document.edit("Typing", [TextEdit(0, 0, text)], merge="typing")


def test_what_is_typed_is_soon_in_the_file(document, saver, folder, qtbot):
    """Text and other files, and which text on disk they belong to; the template itself is untouched."""
    on_disk = document.folder.text()
    type_in(document, "<!-- new -->")
    document.set_side("Text", "template.txt", "By hand")
    qtbot.waitUntil(lambda: bool(kept(folder)))
    (found,) = kept(folder)
    assert (found.text, found.sides) == (document.text, {"template.txt": "By hand"})
    assert document.folder.text() == on_disk


@pytest.mark.parametrize("way", ["save", "undo", "close"])
def test_the_file_goes_when_nothing_is_unsaved(document, saver, folder, qtbot, way):
    """After saving, after undoing everything, and when the user gives the changes up."""
    type_in(document, "x")
    qtbot.waitUntil(lambda: bool(kept(folder)))
    {"save": document.save, "undo": document.stack.undo, "close": saver.close}[way]()
    qtbot.waitUntil(lambda: not kept(folder))
    assert list((folder / FOLDER).iterdir()) == []


def test_the_newest_text_wins(document, saver, folder, qtbot, jobs):
    """However many changes come while a write is under way."""
    for character in "abcdef":
        type_in(document, character)
        saver._step()
    qtbot.waitUntil(lambda: not jobs.running)
    assert kept(folder)[0].text == document.text


def test_a_reader_writes_nothing(document, folder, jobs, qtbot):
    """Whoever only reads has nothing to lose."""
    second = OpenDocument(Workspace.open(folder), NAME)
    saver = AutoSave(second, jobs)
    assert not second.editable
    type_in(second, "x")
    saver.close()
    assert not saver._timer.isActive()
    assert not jobs.running
    second.deleteLater()


def test_a_disk_that_refuses_is_told_once(document, folder, jobs, qtbot):
    """A file stands where the folder should be: the user hears of it, and can go on."""
    write_text(folder / FOLDER, "in the way")
    saver, told = AutoSave(document, jobs), []
    document.notified.connect(lambda level, text: told.append(level))
    for character in "ab":
        type_in(document, character)
        saver._step()
        qtbot.waitUntil(lambda: not jobs.running)
    assert told == ["warning"]


_TYPIST = """
import sys, time
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop.app import prepare
from desktop.editor.code.panel import CodePanel
from desktop.editor.documents import Documents
from desktop.jobs import Jobs
from renderers.render.pool import RenderPool
from templates.workspace import Workspace

prepare()
qt = QApplication([])
jobs = Jobs(RenderPool)
documents = Documents(jobs)
opened = documents.open(Workspace.open(Path(sys.argv[1])), sys.argv[2])
window = CodePanel(jobs)
window.set_document(opened.document, opened.live)
window.editor.set_caret(0)
window.show()


def press():
    QTest.keyClick(window.editor, Qt.Key.Key_X)
    print(time.monotonic(), flush=True)


timer = QTimer(interval=40)
timer.timeout.connect(press)
timer.start()
qt.exec()
"""


def test_a_killed_process_loses_at_most_two_seconds_of_typing(folder):
    """By its own clock: the last key that was recovered is at most two seconds older than the last one pressed."""
    before = Workspace.open(folder).template(NAME).text()
    command = [sys.executable, "-c", _TYPIST, folder, NAME]
    stamps = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typist:
        for line in typist.stdout:
            stamps.append(float(line))
            if stamps[-1] - stamps[0] > 3:
                typist.kill()
    (found,) = kept(folder)
    recovered = len(found.text) - len(before)
    assert found.text == "x" * recovered + before
    assert 0 < recovered <= len(stamps)
    assert stamps[-1] - stamps[recovered - 1] <= 2
