"""The palette as an item model: groups, search, what a drag brings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop.editor.mime import BLOCK, block_of
from desktop.language import set_language
from desktop.models.block_model import GROUPS, HEADING, PART, PICTURE, SOURCE, BlockModel
from templates import blocks as palette
from templates.blocks import block, blocks


@pytest.fixture
def model(qapp):
    return BlockModel(blocks())


def shown(model: BlockModel) -> list[str]:
    """The ids of the blocks that are shown, and the groups in brackets."""
    rows = [model.index(row) for row in range(model.rowCount())]
    return [f"[{index.data()}]" if index.data(HEADING) else index.data(PART).id for index in rows]


def test_the_model_keeps_qts_contract(model, qtmodeltester):
    """Qt's own checker finds nothing: whole, searched and empty."""
    qtmodeltester.check(model)
    model.set_words("button")
    qtmodeltester.check(model)
    model.set_words("no such thing")
    qtmodeltester.check(model)


def test_every_group_has_its_heading(model):
    """Each block stands below the heading of its group; headings cannot be chosen or dragged."""
    assert tuple(GROUPS) == palette.GROUPS
    rows = shown(model)
    assert [row for row in rows if row.startswith("[")] == [f"[{name}]" for name in GROUPS.values()]
    assert rows[:4] == ["[Layout]", "view-online", "header", "menu"]
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.found == len(blocks())


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("NPS", ["[Buttons and answers]", "survey"]),
        ("evenement", ["[People and news]", "event", "event-nearby"]),
        ("two buttons", ["[Buttons and answers]", "buttons"]),
        ("  ", None),
        ("xyz", []),
    ],
)
def test_search_finds_by_title_and_keyword(model, words, found):
    """In both languages, without regard to case and accents; every word must fit; empty groups go."""
    model.set_words(words)
    assert shown(model) == found if found is not None else model.found == len(blocks())


def test_blocks_that_are_called_so_come_first(model):
    """Enter takes the first: who types ``button`` wants a button, not a picture that has one."""
    model.set_words("button")
    rows = shown(model)
    assert rows[:3] == ["[Buttons and answers]", "button", "buttons"]
    assert "hero" in rows


def test_a_drag_brings_the_source_in_the_templates_language(model):
    """The payload is plain MJML with words of the template's language, not of the window's."""
    index = model.index(model.row_of("hero"))
    assert block_of(model.mimeData([index])) == block("hero").source("en")
    model.language = "fr"
    data = model.mimeData([index])
    assert block_of(data) == data.text() == block("hero").source("fr")
    assert model.mimeTypes() == [BLOCK]
    assert model.supportedDragActions() == Qt.DropAction.CopyAction


def test_a_small_block_is_dragged_without_its_section(model):
    """So that it can go into a column; between sections it gets its own."""
    index = model.index(model.row_of("button"))
    assert block_of(model.mimeData([index])) == '<mj-button href="{{ brand.site }}">Start now</mj-button>'


@pytest.mark.parametrize("one", blocks(), ids=lambda one: one.id)
def test_each_block_can_be_dragged(model, one):
    """Its row says what it is, has the outline to draw, and brings its source."""
    index = model.index(model.row_of(one.id))
    assert index.data(PART) == one
    assert index.data() == one.title["en"]
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{one.title['en']}: {one.description['en']}"
    assert index.data(SOURCE) == one.mjml
    assert index.flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert block_of(model.mimeData([index])) in {one.source("en"), one.component("en")}


def test_titles_follow_the_window(model):
    """A French window has French names in the palette."""
    set_language("fr")
    model.retranslate()
    assert model.index(model.row_of("hero")).data() == "Grande image"
    assert "bouton" in model.index(model.row_of("hero")).data(Qt.ItemDataRole.ToolTipRole)
    set_language("en")


def test_a_picture_reaches_its_row(model, qtbot):
    """Only that row changes; it is kept while a search hides it, and forgotten with the brand."""
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.take_picture("hero", image)
    assert changed.args[0].row() == model.row_of("hero")
    model.set_words("button")
    model.take_picture("menu", image)
    model.set_words("")
    assert model.index(model.row_of("hero")).data(PICTURE) == image
    assert model.index(model.row_of("menu")).data(PICTURE) == image
    model.forget_pictures()
    assert model.index(model.row_of("hero")).data(PICTURE) is None
