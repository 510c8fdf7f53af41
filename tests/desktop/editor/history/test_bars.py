"""The bars over the document: what changed on disk, and what a crash left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.disk_watch import DiskWatch
from desktop.editor.disk_bar import DiskBar
from desktop.editor.history.recovery_bar import RecoveryBar
from templates.files import write_text
from templates.recovery import RecoveryFile, Unsaved, left_behind
from templates.store.versions import versions_of


@pytest.fixture
def disk_bar(document, jobs, qtbot):
    """On the document."""
    bar = DiskBar(jobs)
    qtbot.addWidget(bar)
    bar.set_document(document, None)
    return bar


@pytest.fixture
def recovery_bar(document, jobs, qtbot):
    """A function that makes the bar, once there is something to find."""

    def make() -> RecoveryBar:
        bar = RecoveryBar(jobs)
        qtbot.addWidget(bar)
        bar.set_document(document, None)
        qtbot.waitUntil(lambda: not jobs.running)
        return bar

    return make


def left(document) -> list[str]:
    root = document.workspace.root
    return [found.text for _, found in left_behind(root, document.name, but=Path("none"))]


def kinds(document) -> list[str]:
    with document.workspace.database() as database:
        return [version.kind for version in versions_of(database, document.name)]


def offered(bar) -> set[str]:
    return {each.text() for each in bar.findChildren(type(bar.compare)) if not each.isHidden()}


def change_on_disk(document, qtbot, text: str = "theirs") -> None:
    with qtbot.waitSignal(document.findChild(DiskWatch).changed):
        write_text(document.folder.mjml_path, text)


def test_nothing_is_said_as_long_as_nothing_happens(disk_bar, recovery_bar):
    """Both are hidden."""
    assert disk_bar.isHidden()
    assert recovery_bar().isHidden()


def test_a_change_on_disk_is_offered(document, disk_bar, type_in, qtbot, jobs):
    """Taking it over is undoable, and what was typed is in the history too."""
    type_in("mine")
    mine = document.text
    change_on_disk(document, qtbot)
    assert not disk_bar.isHidden()
    assert offered(disk_bar) == {"Compare…", "Keep mine", "Reload"}
    disk_bar.reload.click()
    assert (document.text, disk_bar.isHidden()) == ("theirs", True)
    document.stack.undo()
    assert document.text == mine
    qtbot.waitUntil(lambda: not jobs.running)
    assert "unsaved" in kinds(document)


def test_the_difference_can_be_seen_before_deciding(document, disk_bar, type_in, qtbot, jobs):
    """The comparison has the same two choices."""
    type_in("mine")
    change_on_disk(document, qtbot)
    dialog = disk_bar.show_comparison()
    qtbot.waitUntil(lambda: dialog.view.text.count == 1)
    dialog.buttons["mine"].click()
    assert disk_bar.isHidden()
    assert document.text.startswith("mine")
    qtbot.waitUntil(lambda: not jobs.running)


def test_a_deleted_file_can_be_saved_again_or_closed(document, disk_bar, qtbot):
    """Closing is the window's business."""
    with qtbot.waitSignal(document.findChild(DiskWatch).changed):
        document.folder.mjml_path.unlink()
    assert offered(disk_bar) == {"Close it", "Save it again"}
    with qtbot.waitSignal(disk_bar.close_wanted):
        disk_bar.close_button.click()
    disk_bar.save_again.click()
    assert disk_bar.isHidden()
    assert document.folder.mjml_path.is_file()


def test_the_bar_goes_with_its_document(document, disk_bar, type_in, qtbot):
    """Another document, or none, has nothing to do with it."""
    type_in("mine")
    change_on_disk(document, qtbot)
    disk_bar.set_document(None, None)
    assert disk_bar.isHidden()


def test_unsaved_work_is_taken_over(document, recovery_bar, qtbot, jobs):
    """As one step; the file of the crash goes when the work is safe in the file of this document."""
    before = document.text
    lost = Unsaved(f"lost{before}", {"template.txt": "By hand", "../../evil": "x"})
    RecoveryFile(document.workspace.root, document.name).write(1, lost, before)
    bar = recovery_bar()
    assert not bar.isHidden()
    assert "changed since" not in bar.text.text()
    bar.recover_button.click()
    assert (document.text, document.side("template.txt")) == (lost.text, "By hand")
    assert bar.isHidden()
    qtbot.waitUntil(lambda: not jobs.running)
    assert left(document) == [lost.text]
    document.stack.undo()
    assert document.is_clean
    qtbot.waitUntil(lambda: left(document) == [])


def test_unsaved_work_is_given_up(document, recovery_bar, qtbot, jobs):
    """The next one is offered then; the history keeps what was discarded."""
    for text in ("older", "newer"):
        RecoveryFile(document.workspace.root, document.name).write(1, Unsaved(text), "another file")
    bar = recovery_bar()
    assert "changed since" in bar.text.text()
    bar.discard_button.click()
    assert [found.text for _, found in bar.offered] == ["older"]
    bar.discard_button.click()
    assert bar.isHidden()
    qtbot.waitUntil(lambda: not jobs.running)
    assert left(document) == []
    assert kinds(document) == ["unsaved", "unsaved", "found"]


def test_it_can_be_put_off(document, recovery_bar, qtbot, jobs):
    """Not again in this window, and the file stays for the next time."""
    RecoveryFile(document.workspace.root, document.name).write(1, Unsaved("lost"), "")
    bar = recovery_bar()
    bar.later.click()
    assert bar.isHidden()
    bar.set_document(document, None)
    qtbot.waitUntil(lambda: not jobs.running)
    assert bar.isHidden()
    assert left(document) == ["lost"]
    assert not recovery_bar().isHidden()


def test_work_that_was_saved_after_all_is_not_offered(document, recovery_bar):
    """The crash came between saving and clearing up."""
    RecoveryFile(document.workspace.root, document.name).write(1, Unsaved(document.text, {"template.txt": None}), "")
    assert recovery_bar().isHidden()
    assert left(document) == []


def test_the_difference_is_shown_before_recovering(document, recovery_bar, qtbot, jobs):
    """Text and other files."""
    RecoveryFile(document.workspace.root, document.name).write(
        1, Unsaved(f"lost\n{document.text}", {"template.txt": "By hand"}), ""
    )
    bar = recovery_bar()
    dialog = bar.show_comparison()
    qtbot.waitUntil(lambda: dialog.view.text.count == 2)
    assert "template.txt" in dialog.view.text.toPlainText()
    dialog.buttons["recover"].click()
    assert document.text.startswith("lost")
    qtbot.waitUntil(lambda: not jobs.running)
