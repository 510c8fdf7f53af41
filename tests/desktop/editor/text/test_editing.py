"""Writing in place: what the page tells becomes edits of the text, and what others change goes to the page."""

from __future__ import annotations

import json

import pytest

from templates.source.text_edit import TextEdit

GREETING = "<mj-text>\n  Hi {% if contact.name %}{{ contact.name }}{% endif %}!\n</mj-text>"


def test_the_page_gets_words_and_chips(writer):
    """Tags go there as chips in plain words, with their source for a tip."""
    one = writer(GREETING)
    one.start()
    (start,) = one.called("textStart")
    assert start["tokens"] == ["Hi ", ["@", 1, "{%"], ["@", 2, "{{"], ["@", 3, "{%"], "!"]
    assert start["component"] == "mj-text"
    assert [piece["label"] for piece in start["pieces"].values()] == ["if name", "name", "end if"]
    assert start["pieces"]["2"]["source"] == "{{ contact.name }}"
    assert one.text.active


def test_typing_is_one_small_edit_that_can_be_undone(writer):
    """A letter beside a chip changes that place only; undo gives the first bytes, and the page gets them."""
    one = writer(GREETING)
    before = one.document.text
    one.start()
    page = one.page()
    one.type([*page[:3], "?", *page[3:]])
    assert one.content == "\n  Hi {% if contact.name %}{{ contact.name }}?{% endif %}!\n"
    one.type([*page[:3], "?!", *page[3:]])
    assert one.document.stack.index() == 1
    one.tell("key", key="undo")
    assert one.document.text == before
    (shown,) = one.called("textLoad")
    assert shown["revision"] == -1
    assert [token for token in shown["tokens"] if token != ["|", "anchor"] and token != ["|", "focus"]] == page
    one.tell("key", key="redo")
    assert "?!" in one.content


def test_what_was_typed_last_is_in_the_document_when_writing_ends(writer):
    """Leaving does not wait for typing to rest."""
    one = writer(GREETING)
    one.start()
    one.tell("input", revision=1, tokens=json.dumps(["So. ", *one.page()]))
    one.tell("done")
    assert one.content.startswith("\n  So. Hi ")
    assert not one.text.active
    assert one.calls[-1][0] == "textEnd"


def test_half_a_condition_goes_with_the_other_half(writer):
    """Deleting its beginning takes its end out of the page and of the text, and says so."""
    one = writer(GREETING)
    one.start()
    one.type([token for token in one.page() if token[:2] != ["@", 1]])
    assert one.content == "\n  Hi {{ contact.name }}!\n"
    assert one.called("textDrop") == [[3]]
    assert [level for level, _ in one.said] == ["info"]


def test_a_broken_condition_is_refused(writer):
    """The document keeps what it had, and the page is shown that again."""
    one = writer(GREETING)
    one.start()
    hi, if_, name, endif, rest = one.page()
    before = one.document.text
    one.type([hi, endif, name, if_, rest])
    assert one.document.text == before
    assert [level for level, _ in one.said] == ["warning"]
    assert one.called("textLoad")[-1]["tokens"][0].startswith("Hi ")
    one.type([*one.page(), "!"])
    assert one.content.endswith("!!\n")


def test_a_tag_that_is_typed_is_shown_as_a_chip(writer):
    """The page gets the new chip, with the caret behind it."""
    one = writer("<mj-text>Hi</mj-text>")
    one.start()
    one.type(["Hi {{ contact.city }}", ["|", "anchor"], ["|", "focus"]])
    assert one.content == "Hi {{ contact.city }}"
    shown = one.called("textLoad")[-1]
    assert shown["tokens"] == ["Hi ", ["@", 1, "{{"], ["|", "anchor"], ["|", "focus"]]
    assert shown["revision"] == 1


def test_changes_of_others_are_shown(writer):
    """An edit of the same text elsewhere goes to the page; one beside it does not disturb; losing the text ends it."""
    one = writer(GREETING)
    one.start()
    text = one.document.text
    one.document.edit("x", [TextEdit(text.index("Hi"), text.index("Hi") + 2, "Hey")], origin="code")
    assert one.called("textLoad")[-1]["tokens"][0] == "Hey"
    loads = len(one.called("textLoad"))
    one.document.edit("x", [TextEdit(len(one.document.text), len(one.document.text), "\n")], origin="code")
    assert len(one.called("textLoad")) == loads
    one.document.replace_text("x", "<mjml></mjml>")
    assert not one.text.active


def test_selecting_something_else_ends_writing(writer):
    """In the outline, say; what was typed last is in the document."""
    one = writer(GREETING)
    one.document.select(one.node_id, "canvas")
    one.start()
    one.tell("input", revision=1, tokens=json.dumps(["So. ", *one.page()]))
    one.document.select(one.document.tree.elements("mj-section")[0].id, "outline")
    assert not one.text.active
    assert one.content.startswith("\n  So. Hi ")


def test_only_texts_can_be_written_in(writer):
    """A section has no words of its own, and a template that is open elsewhere is only read."""
    one = writer(GREETING)
    one.panel.write.emit(one.document.tree.elements("mj-section")[0].id, 0, 0.0, 0.0)
    one.panel.write.emit(99_999, 0, 0.0, 0.0)
    assert not one.text.active
    one.document.editable = False
    one.start()
    assert not one.text.active
    assert [level for level, _ in one.said] == ["warning"]


@pytest.mark.parametrize("message", ["", "{}", "[[1, 2, 3]]", '[["<", "1", "b"], 7, null, ["@"]]', "[" * 5000])
def test_a_senseless_message_breaks_nothing(writer, message):
    """The page is ours, but what it shows is not: tokens that are none are left out."""
    one = writer("<mj-text>Hi</mj-text>")
    one.start()
    one.tell("input", revision=1, tokens=message)
    one.text.flush()
    assert one.content == ""
    one.tell("caret", path=message)
    assert one.text.caret.path == ()


def test_a_message_about_another_text_is_not_heard(writer):
    """What the page says late, after another text was chosen, is no edit of this one."""
    one = writer(GREETING)
    before = one.document.text
    one.start()
    one.node_id += 1
    one.tell("input", revision=1, tokens="[]")
    one.text.flush()
    assert one.document.text == before
