"""The modules as an item model."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop.editor.mime import block_of
from desktop.models.block_model import NOTE, PART, PICTURE
from desktop.models.module_model import ModuleEntry, ModuleModel, picture_key
from templates.modules import Module

OFFER = ModuleEntry(Module("spring-offer"), "<mj-section />", ("sale.en", "sale.fr"))
FOOT = ModuleEntry(Module("foot"), "<mj-section />")


@pytest.fixture
def model(qapp):
    made = ModuleModel()
    made.set_entries([FOOT, OFFER])
    return made


def test_the_model_keeps_qts_contract(model, qtmodeltester):
    """Qt's own checker finds nothing, with modules and without."""
    qtmodeltester.check(model)
    model.set_entries([])
    qtmodeltester.check(model)


def test_a_row_says_what_it_is(model):
    """Title, where it is linked, and the same in one line for a screen reader."""
    index = model.index(1)
    assert index.data() == "Spring offer"
    assert index.data(NOTE).startswith("Linked 2")
    assert model.index(0).data(NOTE) == "Not linked"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Spring offer, Linked 2")
    assert index.data(Qt.ItemDataRole.ToolTipRole).splitlines() == ["modules/spring-offer.mjml", "sale.en", "sale.fr"]
    assert index.data(PART) == OFFER


def test_a_drag_brings_the_link(model):
    """A module that is dropped stays linked."""
    assert block_of(model.mimeData([model.index(1)])) == '<mj-include path="modules/spring-offer.mjml" />'


def test_a_new_name_is_asked_for(model, qtbot):
    """The row does not change by itself: the file may refuse; the same name asks for nothing."""
    with qtbot.waitSignal(model.rename_wanted) as asked:
        assert model.setData(model.index(1), " Summer ")
    assert asked.args == [Module("spring-offer"), " Summer "]
    assert model.index(1).data() == "Spring offer"
    with qtbot.assertNotEmitted(model.rename_wanted):
        model.setData(model.index(1), "Spring offer ")


def test_read_only_modules_are_only_looked_at(model, qtbot):
    """In a template that somebody else edits nothing is dragged or renamed."""
    model.editable = False
    flags = model.flags(model.index(0))
    assert not flags & (Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable)
    with qtbot.assertNotEmitted(model.rename_wanted):
        assert not model.setData(model.index(0), "Other")


def test_reading_again_keeps_the_rows(model, qtbot):
    """When only uses are different nothing is reset, so the choice stays."""
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_entries([ModuleEntry(Module("foot"), "<mj-section />", ("news.en",)), OFFER])
    assert model.index(0).data(NOTE).startswith("Linked 1")
    with qtbot.waitSignal(model.modelReset):
        model.set_entries([OFFER])
    assert model.row_of(Module("foot")) == -1


def test_a_picture_is_of_one_text(model):
    """When a module's file changes, its old picture is not shown any more."""
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    model.take_picture(picture_key(OFFER), image)
    assert model.index(1).data(PICTURE) == image
    model.set_entries([FOOT, ModuleEntry(OFFER.module, "<mj-section css-class='mw-s-new' />")])
    assert model.index(1).data(PICTURE) is None
    model.forget_pictures()
    model.set_entries([FOOT, OFFER])
    assert model.index(1).data(PICTURE) is None
