"""The palette beside the mail: search, keyboard, double click, drag, and where an inserted block goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop import structure
from desktop.document import OpenDocument
from desktop.editor import part_view
from desktop.editor.blocks import BlocksPanel
from desktop.editor.mime import block_of
from desktop.editor.part_delegate import PartDelegate
from desktop.language import set_language
from desktop.models.block_model import HEADING, PART, BlockModel
from templates.blocks import Block, block, blocks
from templates.source import edit
from templates.workspace import Workspace


@pytest.fixture
def document(folder: Path, qapp) -> Iterator[OpenDocument]:
    made = OpenDocument(Workspace.open(folder), "welcome.fr")
    yield made
    made.close()
    made.deleteLater()  # here, before a thread of the next test collects it as garbage
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def panel(jobs, qtbot, document) -> BlocksPanel:
    """The panel on a French template, at its size in the window."""
    made = BlocksPanel(jobs)
    qtbot.addWidget(made)
    made.resize(264, 600)
    made.set_document(document, None)
    made.show()
    return made


def labels(document: OpenDocument) -> list[str]:
    return [document.tree.name_of(each) or each.value("path") for each in document.tree.sections()]


def select_section(document: OpenDocument, label: str) -> None:
    tree = document.tree
    document.select(next(each.id for each in tree.sections() if tree.name_of(each) == label), "test")


@pytest.mark.parametrize("one", blocks(), ids=lambda one: one.id)
def test_each_block_goes_in_and_out(panel, document, one: Block):
    """Inserted in the template's language at the end, undone to the byte, redone."""
    before = document.text
    assert panel.insert(one)
    after = document.text
    first = one.source("fr").splitlines()[0]
    assert first in after
    document.stack.undo()
    assert document.text == before
    document.stack.redo()
    assert document.text == after


def test_a_block_goes_below_the_selection(panel, document):
    """Below the section in which something is selected, and the new section is selected, so the next goes below it."""
    select_section(document, "hero")
    panel.insert(block("coupon"))
    panel.insert(block("text"))
    found = labels(document)
    at = found.index("hero")
    assert found[at : at + 3] == ["hero", "coupon", "text"]


def test_without_a_selection_it_goes_above_the_footer(panel, document):
    """Nobody wants a section below the imprint, but for parts of the footer."""
    panel.insert(block("text"))
    assert labels(document)[-2] == "text"
    assert "footer" in labels(document)[-1]
    document.select(0, "test")
    panel.insert(block("unsubscribe"))
    assert labels(document)[-1] == "unsubscribe"


def test_a_group_of_sections_counts_as_one(panel, document):
    """After a block that is a wrapper the next one goes below it, whatever in it is selected."""
    panel.insert(block("team"))
    panel.insert(block("coupon"))
    inner = next(one for one in document.tree.elements("mj-image") if "person-rose" in one.value("src"))
    document.select(inner.id, "test")
    panel.insert(block("text"))
    found = labels(document)
    at = found.index("people")
    assert found[at : at + 3] == ["people", "text", "coupon"]


def test_enter_inserts_what_is_chosen(panel, document, qtbot):
    """The list is worked with arrows and Enter; headings are passed over."""
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(panel.model.row_of("spacer")))
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert not panel.view.currentIndex().data(HEADING)
    assert panel.view.currentIndex().data(PART).group == "text"
    panel.view.setCurrentIndex(panel.model.index(panel.model.row_of("quote")))
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert "mw-s-quote" in document.text


def test_enter_in_the_search_inserts_the_first_found(panel, document, qtbot):
    """Type, Enter, done; with nothing found nothing happens but an advice."""
    panel.focus_search()
    qtbot.keyClicks(panel.search, "coupon")
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert "mw-s-coupon" in document.text
    before = document.text
    panel.search.setText("nothing like this")
    assert panel.nothing.isVisible()
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert document.text == before
    panel.search.clear()
    assert not panel.nothing.isVisible()


def test_a_double_click_inserts(panel, document, qtbot):
    """Where the mouse is."""
    area = panel.view.visualRect(panel.model.index(panel.model.row_of("header")))
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    qtbot.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert "mw-s-header" in document.text


def test_a_drag_brings_source_and_card(panel, monkeypatch):
    """What is dragged is the MJML in the template's language, and under the pointer hangs its card."""
    started = []

    class Drag(part_view.QDrag):
        def exec(self, *actions: object) -> Qt.DropAction:
            started.append((block_of(self.mimeData()), self.pixmap().width(), self.hotSpot() != QPoint()))
            return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(part_view, "QDrag", Drag)
    panel.view.setCurrentIndex(panel.model.index(panel.model.row_of("hero")))
    panel.view.startDrag(Qt.DropAction.CopyAction)
    assert started == [(block("hero").source("fr"), panel.view.card(panel.view.currentIndex()).width(), True)]
    panel.view.selectionModel().setCurrentIndex(panel.model.index(0), QItemSelectionModel.SelectionFlag.NoUpdate)
    panel.view.startDrag(Qt.DropAction.CopyAction)
    assert len(started) == 1


def test_a_drop_is_the_same_edit(panel, document):
    """Whoever takes the payload inserts what a double click does, sample data with it."""
    payload = panel.model.mimeData([panel.model.index(panel.model.row_of("coupon"))])
    structure.insert_block(document, block_of(payload), document.tree.sections()[1].id, "after")
    assert "mw-s-coupon" in document.text
    assert "offer_code" in (document.side("data/default.json") or "")


def test_a_small_block_goes_into_a_column(panel, document):
    """Dropped on a column it comes without a section; beside sections it has its own, with the label."""
    payload = block_of(panel.model.mimeData([panel.model.index(panel.model.row_of("button"))]))
    hero = next(one for one in document.tree.sections() if document.tree.name_of(one) == "hero")
    column = next(one for one in document.tree.components_in(hero.children) if one.name == "mj-column")
    count = len(document.tree.sections())
    assert structure.insert_block(document, payload, column.id, "inside")
    assert len(document.tree.sections()) == count
    assert document.tree.source(document.selected_element) == payload
    assert structure.insert_block(document, payload, document.tree.sections()[1].id, "after")
    assert labels(document)[2] == "cta"
    assert block("button").source("fr").splitlines()[0] in document.text


def test_two_cards_share_the_width(panel, qtbot):
    """Two in a row at any width, headings over the whole row, nothing cut off."""
    for width in (220, 264, 420):
        panel.resize(width, 600)
        first, second, third = (panel.view.visualRect(panel.model.index(row)) for row in (1, 2, 3))
        qtbot.waitUntil(lambda w=width: panel.view.visualRect(panel.model.index(2)).right() > w // 2)
        first, second, third = (panel.view.visualRect(panel.model.index(row)) for row in (1, 2, 3))
        assert first.top() == second.top()
        assert third.top() > first.bottom()
        assert second.right() <= panel.view.viewport().width()


def test_the_palette_speaks_the_windows_language(panel):
    """Names of blocks and groups, fields and advice; what is inserted keeps the template's."""
    set_language("fr")
    assert panel.model.index(panel.model.row_of("text")).data() == "Texte"
    assert panel.model.language == "fr"
    set_language("en")
    assert panel.model.index(panel.model.row_of("text")).data() == "Text"
    assert panel.model.language == "fr"


def test_a_change_of_the_language_is_followed(panel, document):
    """The next block comes in the language that template.toml now says."""
    text = document.side("template.toml") or ""
    document.set_side("Edit", "template.toml", text.replace('language = "fr"', 'language = "en"'))
    assert panel.model.language == "en"


def test_a_mail_from_elsewhere_can_take_the_brands_styles(panel, document):
    """The panel says that blocks look plain without them, and adds them as one step."""
    assert panel.dress.isHidden()
    link = next(one for one in document.tree.elements("mj-include") if "head.mjml" in one.value("path"))
    document.edit("Cut", edit.delete(document.tree, link))
    before = document.text
    assert not panel.dress.isHidden()
    assert "plain" in panel.hint.text()
    panel.dress.click()
    assert f"brands/{document.meta.brand}/parts/head.mjml" in document.text
    assert panel.dress.isHidden()
    assert not panel.use_brand()
    document.stack.undo()
    assert document.text == before


def test_read_only_and_no_document(panel, folder, jobs):
    """What cannot be changed here cannot be inserted into."""
    second = OpenDocument(Workspace.open(folder), "welcome.fr")
    panel.set_document(second, None)
    assert not panel.isEnabled()
    assert not panel.insert(block("text"))
    second.close()
    second.deleteLater()
    panel.set_document(None, None)
    assert not panel.isEnabled()
    assert not panel.insert(block("text"))


def painted(model: BlockModel, row: int, state: QStyle.StateFlag, panel: BlocksPanel) -> QImage:
    delegate = PartDelegate(panel)
    option = QStyleOptionViewItem()
    option.rect.setSize(delegate.sizeHint(option, model.index(row)))
    option.state = state
    picture = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    delegate.paint(painter, option, model.index(row))
    painter.end()
    return picture


def test_every_state_looks_different(panel):
    """Outline, picture, pointer, choice and heading can be told apart; so can the outlines of two blocks."""
    model = BlockModel(blocks())
    row = model.row_of("hero")
    plain = QStyle.StateFlag.State_Enabled
    states = [
        painted(model, row, plain, panel),
        painted(model, row, plain | QStyle.StateFlag.State_MouseOver, panel),
        painted(model, row, plain | QStyle.StateFlag.State_Selected, panel),
        painted(model, model.row_of("order"), plain, panel),
        painted(model, 0, plain, panel),
    ]
    image = QImage(100, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    model.take_picture("hero", image)
    states.append(painted(model, row, plain, panel))
    assert all(first != second for place, first in enumerate(states) for second in states[place + 1 :])
    middle = states[-1].pixelColor(states[-1].width() // 2, 30)
    assert middle == Qt.GlobalColor.darkGreen
