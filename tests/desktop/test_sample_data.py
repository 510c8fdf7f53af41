"""An inserted block brings values for its variables, in the same step as itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop import structure
from desktop.document import OpenDocument
from desktop.sample_data import SIDE
from templates.blocks import block
from templates.workspace import Workspace


@pytest.fixture
def document(folder: Path, qapp):
    made = OpenDocument(Workspace.open(folder), "welcome.fr")
    yield made
    made.close()
    made.deleteLater()  # before a thread of a later test collects it as garbage


def variables(document: OpenDocument) -> dict:
    return json.loads(document.side(SIDE) or "{}").get("var", {})


def test_block_and_data_are_one_step(document):
    """Undo takes both away and redo brings both back, byte for byte."""
    before = document.text, document.side(SIDE)
    assert structure.insert_block(document, block("coupon").source("fr"))
    assert variables(document)["offer_code"] == "BONJOUR15"
    assert "mw-s-coupon" in document.text
    after = document.text, document.side(SIDE)
    assert document.stack.count() == 1
    document.stack.undo()
    assert (document.text, document.side(SIDE)) == before
    document.stack.redo()
    assert (document.text, document.side(SIDE)) == after


def test_values_that_are_there_stay(document):
    """A second block of the kind adds no data, and is one plain step."""
    structure.insert_block(document, block("coupon").source("fr"))
    data = document.side(SIDE)
    structure.insert_block(document, block("coupon").source("en"))
    assert document.side(SIDE) == data


def test_blocks_without_variables_and_other_sources_bring_none(document):
    """Only a block of the palette has samples."""
    data = document.side(SIDE)
    structure.insert_block(document, block("button").source("fr"))
    structure.insert_block(document, "<mj-section><mj-column><mj-text>{{ x }}</mj-text></mj-column></mj-section>")
    assert document.side(SIDE) == data


def test_samples_speak_the_language_of_the_block(document):
    """And show the pictures of the template's brand."""
    structure.insert_block(document, block("products").source("fr"))
    first = variables(document)["products"][0]
    assert first["name"] == "Sac en toile"
    assert (document.workspace.root / first["image"]).is_file()


def test_broken_data_is_said_and_left_alone(document, qtbot):
    """The block is inserted all the same."""
    document.set_side("Edit", SIDE, "{")
    with qtbot.waitSignal(document.notified) as said:
        assert structure.insert_block(document, block("coupon").source("fr"))
    assert said.args[0] == "warning"
    assert document.side(SIDE) == "{"
    assert "mw-s-coupon" in document.text


def test_a_template_that_somebody_else_edits_stays(document, folder, qapp):
    """Neither text nor data change, and nothing is left on the stack."""
    second = OpenDocument(Workspace.open(folder), "welcome.fr")
    before = second.text, second.side(SIDE)
    assert not structure.insert_block(second, block("coupon").source("fr"))
    assert (second.text, second.side(SIDE)) == before
    assert second.stack.count() == 0
    second.close()
    second.deleteLater()
