"""Sender, subject, preheader: what is typed is one exact edit, and one history serves all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.document import OpenDocument
from desktop.editor.envelope.advice import advice, characters
from desktop.editor.envelope.panel import EnvelopePanel
from desktop.editor.envelope.sender import is_address
from desktop.live import LiveView, Shown
from templates.compile.live import LiveMail
from templates.source.text_edit import TextEdit
from templates.workspace import Workspace

MAIL = """<mjml>
<mj-head>
  <mj-title>Hello</mj-title>
</mj-head>
<mj-body>
  <mj-section />
</mj-body>
</mjml>
"""
TOML = '# kept\nformat = 1\nkind = "marketing"  # this too\n'


@pytest.fixture
def files(folder):
    """The folder of the template, with the mail above."""
    root = folder / "templates/welcome.en"
    (root / "template.mjml").write_text(MAIL, "utf-8")
    (root / "template.toml").write_text(TOML, "utf-8")
    return root


@pytest.fixture
def document(files, folder, qapp):
    """The mail above, open."""
    made = OpenDocument(Workspace.open(folder), "welcome.en")
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def panel(document, jobs, qtbot):
    """The envelope of it, unfolded."""
    made = EnvelopePanel(jobs)
    qtbot.addWidget(made)
    made.resize(710, 240)
    made.set_document(document, None)
    made.show()
    made.unfold()
    return made


def built(subject: str, preheader: str) -> LiveView:
    return LiveView(LiveMail(("",), subject, preheader, (), ()), {}, 1, Shown())


def test_a_subject_is_typed_into_the_text(panel, document, qtbot):
    """Typed in one go it is one step, escaped as the text needs it."""
    panel.subject.edit.setCursorPosition(5)
    qtbot.keyClicks(panel.subject.edit, " & <you>")
    assert "<mj-title>Hello &amp; &lt;you&gt;</mj-title>" in document.text
    assert document.stack.count() == 1
    qtbot.keyClick(panel.subject.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document.text == MAIL
    assert panel.subject.edit.text() == "Hello"
    qtbot.keyClick(
        panel.subject.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert panel.subject.edit.text() == "Hello & <you>"


def test_a_preheader_is_made_by_typing_it(panel, document, qtbot):
    """The first letter makes the element, behind the subject; the whole is one step."""
    qtbot.keyClicks(panel.preheader.edit, "More")
    assert "  <mj-title>Hello</mj-title>\n  <mj-preview>More</mj-preview>\n" in document.text
    while document.stack.canUndo():
        document.stack.undo()
    assert document.text == MAIL


def test_a_tag_is_typed_letter_by_letter(panel, document, qtbot):
    """While it is incomplete the field stays as it is."""
    panel.subject.edit.setCursorPosition(len(panel.subject.edit.text()))
    qtbot.keyClicks(panel.subject.edit, " {{ contact.name }}!")
    assert panel.subject.edit.text() == "Hello {{ contact.name }}!"
    assert "<mj-title>Hello {{ contact.name }}!</mj-title>" in document.text
    assert not panel.subject.edit.isReadOnly()


def test_the_fields_follow_the_code(panel, document):
    """An edit elsewhere shows here."""
    at = document.text.index("Hello")
    document.edit("Code", [TextEdit(at, at + 5, "Caf&eacute;")], origin="code")
    assert panel.subject.edit.text() == "Café"
    assert panel.row.words.subject == "Café"


def test_a_subject_with_conditions_is_edited_around_their_chips(panel, document, qtbot):
    """Half of a condition stays in the field, is said, and is not written before the other half is there."""
    at = document.text.index("Hello")
    document.edit("Code", [TextEdit(at, at + 5, "{% if a %}A{% endif %}")], origin="code")
    edit = panel.subject.edit
    assert not edit.isReadOnly()
    edit.setCursorPosition(len(edit.text()))
    qtbot.keyClicks(edit, "!")
    assert "<mj-title>{% if a %}A{% endif %}!</mj-title>" in document.text
    before = document.text
    edit.setCursorPosition(len(edit.text()) - 1)
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert document.text == before
    assert panel.subject.counter.property("role") == "danger"
    qtbot.keyClicks(edit, "{% endif %}")
    assert panel.subject.counter.property("role") != "danger"
    assert edit.text() == "{% if a %}A{% endif %}!"


def test_what_is_more_than_a_line_is_shown_as_code(panel, document, qtbot):
    """Read only, with the way to the code."""
    at = document.text.index("Hello")
    document.edit("Code", [TextEdit(at, at + 5, "A<!-- b -->")], origin="code")
    assert panel.subject.edit.isReadOnly()
    assert panel.subject.edit.text() == "A<!-- b -->"
    assert panel.subject.tags.isHidden()
    with qtbot.waitSignal(panel.code_wanted) as asked:
        panel.subject.code.click()
    assert asked.args == [document.text.index("<mj-title")]


def test_lengths_are_those_that_a_reader_sees(panel):
    """The mail as it is built counts, and long ones are warned of in the line too."""
    panel.mail_built(built("Hi Ana, " + "x" * 60, "p" * 50))
    assert panel.subject.counter.text().startswith("68 · ")
    assert panel.subject.counter.property("role") == "warning"
    assert panel.preheader.counter.property("role") == "success"
    assert "Subject" in panel.row.warning.toolTip()
    assert panel.row.words.preheader == "p" * 50
    panel.mail_built(built("A fine subject, not too long", "p" * 50))
    assert panel.row.warning.isHidden()
    panel.row.grab()


@pytest.mark.parametrize(
    ("name", "length", "level"),
    [
        *(
            ("mj-title", 0, "danger"),
            ("mj-title", 12, "muted"),
            ("mj-title", 20, "success"),
            ("mj-title", 50, "success"),
        ),
        *(("mj-title", 60, "muted"), ("mj-title", 61, "warning"), ("mj-title", 79, "danger")),
        *(("mj-preview", 0, "warning"), ("mj-preview", 39, "muted"), ("mj-preview", 110, "success")),
        ("mj-preview", 111, "warning"),
    ],
)
def test_advice_has_a_word_and_a_colour(name, length, level):
    """Never a colour alone."""
    found = advice(name, length)
    assert found.level == level
    assert found.words


def test_an_emoji_is_one_character():
    """However it is written."""
    assert characters("👩‍💻 ❤️ é") == 5


def test_the_sender_is_written_with_comments_kept(panel, document, qtbot):
    """Into template.toml; one step a field."""
    qtbot.keyClicks(panel.from_fields.name, "Ana")
    qtbot.keyClicks(panel.from_fields.address, "ana@acme.test")
    assert document.meta.sender.name == "Ana"
    assert document.meta.sender.address == "ana@acme.test"
    text = document.side("template.toml")
    assert text.startswith("# kept\n")
    assert "# this too" in text
    assert panel.row.words.from_name == "Ana"
    while document.stack.canUndo():
        document.stack.undo()
    assert document.side("template.toml") == TOML
    assert panel.from_fields.name.text() == ""


def test_an_address_that_is_none_is_marked_and_not_written(panel, document, qtbot):
    """It says so, and goes away once it is right."""
    qtbot.keyClicks(panel.from_fields.address, "ana@")
    assert document.side("template.toml") == TOML
    assert panel.from_fields.address.property("wrong") is True
    assert panel.from_fields.fault.text()
    qtbot.keyClicks(panel.from_fields.address, "acme.test")
    assert document.meta.sender.address == "ana@acme.test"
    assert not panel.from_fields.fault.text()
    panel.from_fields.address.selectAll()
    qtbot.keyClick(panel.from_fields.address, Qt.Key.Key_Backspace)
    assert document.meta.sender.address == ""


@pytest.mark.parametrize("text", ["a@b.co", "first.last+tag@sub.example.museum", "jürgen@bücher.example"])
def test_addresses_are_told(text):
    """What a mail can come from."""
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    ["", "a", "a@b", "a b@c.de", "A <a@b.co>", "a@b.co, c@d.co", "{{ x }}@b.co", "a@b.c1", "a@" + "b" * 250 + ".co"],
)
def test_other_texts_are_no_addresses(text):
    """Names, lists, tags, and what is too long."""
    assert not is_address(text)


def test_damaged_settings_are_told(panel, document):
    """The fields are closed, and the reason is shown."""
    document.set_side("Break", "template.toml", "kind = [")
    assert panel.from_fields.name.isReadOnly()
    assert "template.toml" in panel.from_fields.fault.text()
    document.stack.undo()
    assert not panel.from_fields.name.isReadOnly()


def test_a_part_of_a_mail_has_no_envelope(panel, document):
    """Without head and body there is no place for a subject."""
    document.replace_text("Part", "<mj-section />")
    assert panel.subject.edit.isReadOnly()
    assert not panel.subject.emoji.isEnabled()


def test_a_template_that_somebody_else_edits_is_only_shown(panel, document):
    """Nothing can be typed."""
    document.editable = False
    panel.document_opened()
    assert panel.subject.edit.isReadOnly()
    assert panel.from_fields.name.isReadOnly()


def test_the_line_unfolds(panel, qtbot):
    """By its button and by a click anywhere; every control has a name."""
    assert panel.fields.isVisible()
    qtbot.mouseClick(panel.row.words, Qt.MouseButton.LeftButton)
    assert not panel.fields.isVisible()
    panel.row.toggle.click()
    assert panel.fields.isVisible()
    for control in (
        panel.subject.edit,
        panel.subject.emoji,
        panel.preheader.tags,
        panel.from_fields.address,
        panel.row.toggle,
    ):
        assert control.accessibleName()
    assert isinstance(panel.subject.caption, QLabel)
    assert panel.subject.caption.buddy() is panel.subject.edit


def test_no_document_no_envelope(panel):
    """Closed, it waits."""
    panel.set_document(None, None)
    assert not panel.isEnabled()
