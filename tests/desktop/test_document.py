"""The open document: one text, one stack, one lock."""

from __future__ import annotations

import pytest

from desktop.document import SHORT, OpenDocument
from templates.source import edit
from templates.source.text_edit import TextEdit
from templates.workspace import Workspace


@pytest.fixture
def document(qapp, folder):
    """The welcome mail, open."""
    made = OpenDocument(Workspace.open(folder), "welcome.en")
    yield made
    made.close()
    made.deleteLater()


def test_an_edit_changes_text_and_tree_and_is_undone_to_the_byte(document):
    """Text, tree and signals follow an edit, its undo and its redo."""
    before, heard = document.text, []
    document.edited.connect(heard.append)
    section = document.tree.sections()[1]
    assert document.edit("Delete", edit.delete(document.tree, section), origin="test")
    after = document.text
    assert document.tree.text == after != before
    document.stack.undo()
    assert document.text == before
    document.stack.redo()
    assert document.text == after
    assert [change.origin for change in heard] == ["test", "undo", "undo"]
    assert heard[-1].text == after


def test_typing_with_one_key_is_one_step(document):
    """Characters typed one after the other are undone together; another key begins a new step."""
    before = document.text
    for number, character in enumerate("abc"):
        document.edit("Typing", [TextEdit(10 + number, 10 + number, character)], merge="typing")
    document.edit("Typing", [TextEdit(12, 13, "")], merge="typing")
    document.edit("Other", [TextEdit(0, 0, "x")], merge="other")
    assert document.stack.count() == 2
    document.stack.undo()
    assert document.text == before[:10] + "ab" + before[10:]
    document.stack.undo()
    assert document.text == before


def test_the_selection_outlives_edits_elsewhere_and_goes_with_its_node(document):
    """A selected component stays selected when another is edited, and nothing is selected when it is deleted."""
    first, second = document.tree.sections()[:2]
    document.select(second.id, "test")
    document.edit("Delete", edit.delete(document.tree, first))
    assert document.selected_element.id == second.id
    document.edit("Delete", edit.delete(document.tree, document.selected_element))
    assert document.selected_element is None


def test_a_long_text_is_parsed_when_somebody_needs_its_tree(document):
    """Typing in a long text leaves the tree for later; whoever edits gets the one of now."""
    document.edit("Fill", [TextEdit(len(document.text), len(document.text), "<!-- -->" * (SHORT // 4))])
    _ = document.tree
    document.edit("Typing", [TextEdit(len(document.text), len(document.text), " ")])
    assert document.seen_tree.text != document.text
    assert document.tree.text == document.text
    assert document.seen_tree is document.tree


def test_saving_writes_text_and_sides_and_clears_the_mark(document, qtbot):
    """After saving, the files hold what the document holds and nothing is unsaved."""
    document.edit("Typing", [TextEdit(0, 0, "<!-- é -->")])
    document.set_side("Notes", "template.toml", document.side("template.toml") + "notes = 'x'\n")
    document.set_side("Text part", "template.txt", "Hello")
    assert not document.is_clean
    with qtbot.waitSignal(document.saved):
        assert document.save()
    assert document.is_clean
    assert document.folder.text() == document.text
    assert (document.folder.root / "template.txt").read_text() == "Hello"
    document.stack.undo()
    assert document.side("template.txt") is None
    assert document.save()
    assert not (document.folder.root / "template.txt").exists()


def test_a_byte_order_mark_and_line_ends_survive_saving(folder, qapp):
    """What the file has beside its text is kept."""
    path = folder / "templates/welcome.en/template.mjml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    document = OpenDocument(Workspace.open(folder), "welcome.en")
    document.edit("Typing", [TextEdit(0, 0, " ")])
    document.save()
    document.close()
    assert path.read_bytes() == before[:3] + b" " + before[3:]


def test_a_text_that_somebody_else_wrote_is_not_overwritten(document, qtbot):
    """Saving stops and says so; taking over the new text is one step back."""
    document.edit("Typing", [TextEdit(0, 0, "mine")])
    mine = document.text
    document.folder.mjml_path.write_text("<mjml>theirs</mjml>")
    with qtbot.waitSignal(document.conflict):
        assert not document.save()
    assert document.folder.text() == "<mjml>theirs</mjml>"
    assert document.reload()
    assert (document.text, document.is_clean) == ("<mjml>theirs</mjml>", True)
    document.stack.undo()
    assert document.text == mine
    assert document.save()
    assert document.folder.text() == mine


def test_a_second_opener_reads_only_and_is_told_who_writes(document, folder, qtbot):
    """The lock is one document's; an edit by another opener does nothing but say why."""
    other = OpenDocument(Workspace.open(folder), "welcome.en")
    assert not other.editable
    with qtbot.waitSignal(other.notified) as told:
        assert not other.edit("Typing", [TextEdit(0, 0, "x")])
    assert told.args[0] == "warning"
    assert other.holder.user in told.args[1]
    other.close()


def test_only_the_files_of_a_template_are_sides(document):
    """No name leads to another file."""
    for name in ("../x.toml", "data/../x.json", "template.mjml", "data/a/b.json"):
        with pytest.raises(ValueError, match="no side"):
            document.set_side("x", name, "y")


def test_the_component_at_an_edit_is_selected(document):
    """Inserting selects what was inserted; a place in the HTML of a text selects the text."""
    at = document.text.index("</mj-text>")
    document.edit("Typing", [TextEdit(at, at, "<p>Hello</p>")])
    document.select_at(at + 4, "code")
    assert document.selected_element.name == "mj-text"
    section = document.tree.sections()[0]
    edits = edit.insert(document.tree, section, "<mj-section></mj-section>", "after")
    document.edit("Insert", edits, select=edits[0].start + edits[0].text.index("<mj") + 1)
    assert document.text[document.selected_element.start :].startswith("<mj-section></mj-section>")
