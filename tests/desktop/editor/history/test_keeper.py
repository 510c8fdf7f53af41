"""Every save is a version, with what was there before the first one."""

from __future__ import annotations

import pytest

from desktop.disk_watch import DiskWatch
from desktop.document import OpenDocument
from desktop.editor.history.keeper import VersionKeeper
from desktop.editor.history.replace import replace_document
from templates.files import write_bytes, write_text
from templates.source.text_edit import TextEdit
from templates.store.versions import version_snapshot, versions_of
from templates.workspace import Workspace


@pytest.fixture
def keeper(document):
    """The document's keeper."""
    return document.findChild(VersionKeeper)


@pytest.fixture
def history(document, jobs, qtbot):
    """Kind, name and text of every version, newest first, once everything is kept."""

    def read():
        qtbot.waitUntil(lambda: not jobs.running)
        with document.workspace.database() as database:
            found = versions_of(database, document.name)
            return [(one.kind, one.name, version_snapshot(database, one.id).text) for one in found]

    return read


def test_looking_at_a_template_is_no_version(keeper, history):
    """Opening and closing leaves no trace."""
    assert history() == []


def test_the_first_save_brings_along_what_was_there(document, keeper, type_in, history):
    """So that the way back leads to where this editing began."""
    before = document.text
    type_in("1")
    assert document.save()
    type_in("2")
    assert document.save()
    assert history() == [("save", "", f"21{before}"), ("save", "", f"1{before}"), ("found", "", before)]


def test_two_saves_in_a_row_are_two_versions(document, keeper, type_in, history):
    """The second does not have to wait for the first to be kept."""
    for number in "123":
        type_in(number)
        assert document.save()
    assert [kind for kind, _, _ in history()] == ["save", "save", "save", "found"]


def test_the_sides_belong_to_a_version(document, keeper, history, type_in):
    """Settings and data as they were saved."""
    document.set_side("Text", "template.txt", "By hand")
    type_in("x")
    assert document.save()
    history()
    with document.workspace.database() as database:
        newest, oldest = versions_of(database, document.name)
        assert version_snapshot(database, newest.id).sides["template.txt"] == "By hand"
        assert "template.txt" not in version_snapshot(database, oldest.id).sides
        assert "template.toml" in version_snapshot(database, oldest.id).sides
        assert "@" in newest.author


def test_the_present_state_can_be_named_unsaved(document, keeper, type_in, history, qtbot):
    """With its changed sides, and without saving anything."""
    type_in("x")
    document.set_side("Text", "template.txt", "By hand")
    with qtbot.waitSignal(keeper.kept):
        keeper.keep("Before the meeting")
    assert [(kind, name) for kind, name, _ in history()] == [("named", "Before the meeting"), ("found", "")]
    assert not document.is_clean


def test_what_somebody_else_wrote_is_kept(document, keeper, type_in, history, qtbot):
    """Also when the user then keeps and saves their own."""
    before = document.text
    type_in("mine")
    watch = document.findChild(DiskWatch)
    with qtbot.waitSignal(watch.changed):
        write_text(document.folder.mjml_path, "theirs")
    watch.keep_mine()
    assert document.save()
    assert history() == [("save", "", f"mine{before}"), ("found", "", "theirs"), ("found", "", before)]


def test_what_is_given_up_at_closing_is_kept_for_a_while(document, keeper, type_in, history):
    """ "Do not save" can be regretted: text and changed files, but none of the A/B versions' own files."""
    before = document.text
    type_in("given up")
    document.set_side("Text", "template.txt", "By hand")
    document.set_side("Text", "versions/b.mjml", "b")
    keeper.close()
    assert history() == [("unsaved", "", f"given up{before}"), ("found", "", before)]
    with document.workspace.database() as database:
        sides = version_snapshot(database, versions_of(database, document.name)[0].id).sides
    assert sides["template.txt"] == "By hand"
    assert "versions/b.mjml" not in sides


def test_closing_at_once_loses_no_save(folder, jobs, qtbot):
    """What waits for its turn is kept without anybody waiting for it."""
    document = OpenDocument(Workspace.open(folder), "welcome.fr")
    keeper = VersionKeeper(document, jobs)
    document.edit("Typing", [TextEdit(0, 0, "1")])
    assert document.save()
    keeper.close()
    document.close()
    document.deleteLater()
    qtbot.waitUntil(lambda: not jobs.running)
    with document.workspace.database() as database:
        assert versions_of(database, "welcome.fr")[0].kind == "save"


def test_a_database_that_refuses_is_told(document, keeper, type_in, qtbot, jobs):
    """Saving itself has worked; the user hears that the history has not."""
    told = []
    document.notified.connect(lambda level, text: told.append((level, text)))
    write_bytes(document.workspace.root / "workspace.db", b"no database")
    type_in("x")
    assert document.save()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] == "warning"
    assert "database" in told[0][1]


def test_another_state_is_one_step(document):
    """Text and sides come together and go together; names that no document has are passed over."""
    before = document.text
    sides = {"template.txt": "By hand", "../../evil": "x", "data/default.json": None}
    assert replace_document(document, "Restore", "other", sides)
    assert (document.text, document.side("template.txt"), document.side("data/default.json")) == (
        "other",
        "By hand",
        None,
    )
    assert document.stack.count() == 1
    document.stack.undo()
    assert (document.text, document.side("template.txt")) == (before, None)
    assert document.is_clean
    assert not replace_document(document, "Restore", before, {"template.txt": None})
    assert document.stack.count() == 1
