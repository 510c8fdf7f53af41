"""The plain-text part: automatic, by hand, made anew after a look at the differences."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.document import OpenDocument
from desktop.editor.envelope.text_part import TextPartDialog
from templates.template_folder import TEXT
from templates.workspace import Workspace


@pytest.fixture
def document(folder, qapp):
    """The welcome mail, open."""
    made = OpenDocument(Workspace.open(folder), "welcome.en")
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def dialog(document, jobs, qtbot):
    """The dialog, with the text made."""
    made = TextPartDialog(document, None, jobs)
    made.show()
    qtbot.waitUntil(lambda: bool(made.editor.toPlainText()), timeout=15_000)
    yield made
    if not made.isHidden():
        made.close()


def test_the_text_is_made_from_the_mail(dialog, document):
    """With its tags, to read; nothing is written."""
    assert "{{" in dialog.editor.toPlainText()
    assert dialog.editor.isReadOnly()
    assert document.side(TEXT) is None
    assert dialog.write.isVisible()
    assert not dialog.renew.isVisible()


def test_it_is_written_by_hand(dialog, document, qtbot):
    """From the made text on; what is typed is the document's, undo too, and it is saved with the mail."""
    dialog.write.click()
    assert document.side(TEXT) == dialog.editor.toPlainText()
    qtbot.keyClicks(dialog.editor, "Mine ")
    assert document.side(TEXT).startswith("Mine ")
    qtbot.keyClick(dialog.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.editor.toPlainText().startswith("Mine")
    document.stack.redo()
    assert dialog.editor.toPlainText().startswith("Mine ")
    assert document.save()
    assert (document.folder.root / TEXT).read_text("utf-8").startswith("Mine ")


def test_a_name_is_put_into_the_text(dialog, document, qtbot):
    """Chosen from the same list as everywhere, once the text is written by hand."""
    assert not dialog.tag.isVisible()
    dialog.write.click()
    picker = dialog.choose_tag()
    picker.field.setText("contact.city")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert document.side(TEXT).startswith('{{ contact.city|default("") }}')


def test_differences_are_shown_before_it_is_made_anew(dialog, document, qtbot):
    """Keep mine changes nothing; the new text is one step; where nothing would change there is nothing to take."""
    dialog.write.click()
    dialog.renew.click()
    assert not dialog.take.isEnabled()
    dialog.keep.click()
    qtbot.keyClicks(dialog.editor, "Mine ")
    mine = document.side(TEXT)
    dialog.renew.click()
    assert dialog.pages.currentWidget() is dialog.difference
    assert "Mine" in dialog.difference.toPlainText()
    dialog.keep.click()
    assert document.side(TEXT) == mine
    dialog.renew.click()
    dialog.take.click()
    assert dialog.pages.currentWidget() is dialog.editor
    assert not document.side(TEXT).startswith("Mine")
    document.stack.undo()
    assert document.side(TEXT) == mine


def test_back_to_automatic_removes_the_file(dialog, document):
    """A step that can be undone; saved, the file is gone."""
    dialog.write.click()
    document.save()
    assert (document.folder.root / TEXT).exists()
    dialog.automatic.click()
    assert document.side(TEXT) is None
    assert dialog.editor.isReadOnly()
    document.save()
    assert not (document.folder.root / TEXT).exists()
    document.stack.undo()
    assert document.side(TEXT) is not None


def test_a_mail_that_makes_no_text_says_why(document, jobs, qtbot):
    """And nothing can be started from it."""
    document.replace_text("Break", "<mjml><mj-body>{% if %}</mj-body></mjml>")
    dialog = TextPartDialog(document, None, jobs)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.fault.text()), timeout=15_000)
    assert not dialog.write.isEnabled()
    dialog.close()


def test_it_dies(document, jobs, dies, qtbot):
    """Closed, it is gone, and listens no more."""
    dies(lambda: TextPartDialog(document, None, jobs))
    document.set_side("x", TEXT, "later")
