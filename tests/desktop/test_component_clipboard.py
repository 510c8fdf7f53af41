"""Components on the clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desktop import component_clipboard, structure
from desktop.document import OpenDocument
from desktop.editor.mime import BLOCK, LONGEST, NODE, block_data, block_of, node_data, node_of
from templates.workspace import Workspace

MAIL = """<mjml>
<mj-body>
    {% if a %}
    <mj-section css-class="mw-s-one">
        <mj-column><mj-text>x</mj-text></mj-column>
    </mj-section>
    {% endif %}
</mj-body>
</mjml>
"""


@pytest.fixture
def document(folder, qapp):
    """The mail above, its section selected."""
    (folder / "templates/welcome.en/template.mjml").write_text(MAIL, "utf-8")
    made = OpenDocument(Workspace.open(folder), "welcome.en")
    made.select(made.tree.sections()[0].id, "test")
    yield made
    made.close()
    made.deleteLater()


def test_a_copy_is_mjml_that_anybody_can_paste(document):
    """With its condition, as text, from the margin."""
    assert component_clipboard.copy(document)
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[:2] == ["{% if a %}", '<mj-section css-class="mw-s-one">']
    assert text.endswith("</mj-section>\n{% endif %}")


def test_cut_and_paste_move_a_component(document):
    """Cut away, pasted, undone step by step."""
    assert component_clipboard.cut(document)
    assert "mj-section" not in document.text
    assert component_clipboard.paste(document)
    assert document.tree.name_of(structure.element_of(document)) == "one"
    assert "{% if a %}" in document.text
    document.stack.undo()
    document.stack.undo()
    assert document.text == MAIL


@pytest.mark.parametrize("text", ["words", "<p>html</p>", "<mj-text>open", "<mj-raw>" + "x" * LONGEST])
def test_what_is_no_component_is_not_pasted(document, text, qtbot):
    """The text of another program; the user is told."""
    QGuiApplication.clipboard().setText(text)
    with qtbot.waitSignal(document.notified):
        assert not component_clipboard.paste(document)
    assert document.text == MAIL


def test_the_text_of_another_program_is_pasted_when_it_is_mjml(document):
    """From an editor, say."""
    QGuiApplication.clipboard().setText("<mj-button>Go</mj-button>")
    document.select(document.tree.elements("mj-text")[0].id, "test")
    assert component_clipboard.paste(document)
    assert "<mj-text>x</mj-text><mj-button>Go</mj-button>" in document.text


def test_the_mail_itself_is_not_copied(document):
    """Nor is nothing."""
    document.select(document.tree.elements("mj-body")[0].id, "test")
    assert not component_clipboard.copy(document)
    assert not component_clipboard.cut(document)


def test_drags_carry_ids_and_sources():
    """What was put in comes out."""
    assert node_of(node_data(17)) == 17
    assert block_of(block_data("<mj-text>é</mj-text>", text=True)) == "<mj-text>é</mj-text>"
    assert block_data("x").hasText() is False


@pytest.mark.parametrize("payload", [b"", b"-1", b"1e3", b"9" * 400, "١".encode(), b"\xff"])
def test_any_program_can_start_a_drag(payload):
    """A payload that is no id is none, and bytes that are no text are no danger."""
    data = QMimeData()
    data.setData(NODE, payload)
    data.setData(BLOCK, payload * (LONGEST if payload == b"1e3" else 1))
    assert node_of(data) == 0
    assert isinstance(block_of(data), str)
    assert len(block_of(data)) <= LONGEST
