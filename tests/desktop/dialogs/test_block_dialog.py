"""The dialogs for conditions and loops."""

from __future__ import annotations

import pytest

from desktop.dialogs.block_dialog import show_condition_dialog, show_loop_dialog


@pytest.fixture
def editing(opened):
    """The window with a document, a section without a condition selected."""
    document = opened.open_template("welcome.en")
    section = next(one for one in document.tree.sections() if not document.tree.blocks(one))
    document.select(section.id, "test")
    return opened


def test_a_condition_is_put_there_and_changed(editing):
    """The second time the dialog shows what is there; each is one step."""
    before = editing.document.text
    dialog = show_condition_dialog(editing)
    assert not dialog.ok.isEnabled()
    assert "segment.loyalty" in [dialog.expression.itemText(row) for row in range(dialog.expression.count())]
    dialog.expression.setCurrentText("segment.loyalty")
    dialog.ok.click()
    assert "{% if segment.loyalty %}" in editing.document.text
    again = show_condition_dialog(editing)
    assert again.expression.currentText() == "segment.loyalty"
    again.expression.setCurrentText("contact.city == 'Lyon'")
    again.ok.click()
    assert "{% if contact.city == 'Lyon' %}" in editing.document.text
    assert "segment.loyalty" not in editing.document.text
    editing.document.stack.undo()
    editing.document.stack.undo()
    assert editing.document.text == before


def test_a_loop_asks_for_list_and_name(editing):
    """Both are checked; what is no expression cannot be applied, and the dialog says so."""
    dialog = show_loop_dialog(editing)
    for text in ("a %}{% if b", "a and", "}}"):
        dialog.expression.setCurrentText(text)
        assert not dialog.ok.isEnabled()
        assert dialog.fault.text()
    dialog.expression.setCurrentText("offers")
    dialog.name.setText("in")
    assert not dialog.ok.isEnabled()
    dialog.name.setText("offer")
    dialog.ok.click()
    assert "{% for offer in offers %}" in editing.document.text


def test_they_die(editing, dies):
    """Closed, they are gone; without a document there is nothing to ask."""
    dies(lambda: show_condition_dialog(editing))
    dies(lambda: show_loop_dialog(editing))
    editing.show_templates()
    assert show_condition_dialog(editing) is None
