"""The gallery fills in as pictures come."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.models.card import Card
from desktop.models.template_model import TemplateModel
from desktop.panels.card_delegate import CardDelegate
from desktop.panels.gallery import GalleryPanel
from desktop.pictures import Thumbnail
from templates.errors import TemplateError


def test_placeholders_come_first_and_pictures_after(window, folder, qtbot):
    """Every template is there before its picture; the pictures then come one by one."""
    window.open_workspace(folder)
    model = window.workspace.model
    qtbot.waitUntil(lambda: model.rowCount() == 4, timeout=20_000)
    assert window.gallery.shown == 4
    qtbot.waitUntil(lambda: all(model.card(name).image for name in model.names()), timeout=20_000)
    assert all(model.card(name).fresh and model.card(name).subject for name in model.names())


def test_the_first_template_is_shown(opened):
    """Whoever opens a workspace looks at a mail at once."""
    assert opened.preview.name == "welcome.en"
    assert opened.gallery.current.name == "welcome.en"


def test_filters_narrow_and_show_all_widens(opened, qtbot):
    """Search, language and kind work together; with nothing left the way back is offered."""
    gallery = opened.gallery
    qtbot.keyClicks(gallery.search, "welcome")
    assert gallery.shown == 2
    gallery.language.setCurrentIndex(gallery.language.findData("fr"))
    assert gallery.shown == 1
    gallery.kind.setCurrentIndex(gallery.kind.findData("legal"))
    assert gallery.shown == 0
    assert not gallery.view.isVisible()
    gallery.show_all()
    assert gallery.shown == 4
    assert gallery.view.isVisible()


def test_cards_share_the_width(qtbot):
    """The size slider changes how many cards stand in a row; they use all of it."""
    panel = GalleryPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 600)
    panel.show()
    panel.card_size.setValue(300)
    few = panel.view.gridSize().width()
    panel.card_size.setValue(120)
    many = panel.view.gridSize().width()
    room = panel.view.viewport().width()
    assert room // few < room // many
    for width in (few, many):
        assert room - (room // width) * width < width


def test_enter_opens_a_template(opened, qtbot):
    """It is what the editor shows then."""
    opened.gallery.view.activated.emit(opened.gallery.view.currentIndex())
    assert opened.in_editor
    assert opened.document.name == "welcome.en"


def test_the_filters_go_below_the_search_where_it_is_narrow(qtbot):
    """The search keeps its room; wide, all of it stands in one row."""
    panel = GalleryPanel()
    qtbot.addWidget(panel)
    panel.show()
    for width, below in ((480, True), (1000, False), (480, True)):
        panel.resize(width, 600)
        qtbot.waitUntil(lambda below=below: (panel.language.parentWidget().y() > panel.search.y()) is below)
        assert panel.search.width() > 200


def test_tags_are_offered_as_long_as_there_are_some(qtbot):
    """A tag that is gone holds nothing back any more."""
    panel, model = GalleryPanel(), TemplateModel()
    qtbot.addWidget(panel)
    panel.set_model(model)
    assert panel.tag.isHidden()
    model.set_cards([Card("a", kind="legal", tags=("vip",)), Card("b", kind="legal")])
    panel.tag.menu().actions()[1].trigger()
    assert panel.names() == ["a"]
    assert panel.tag.isChecked()
    assert panel.tag.accessibleName() == "Tag: vip"
    model.set_cards([Card("a", kind="legal"), Card("b", kind="legal")])
    assert panel.names() == ["a", "b"]
    assert panel.tag.isHidden()


@pytest.fixture
def delegate(qtbot):
    panel = GalleryPanel()
    qtbot.addWidget(panel)
    return CardDelegate(panel)


def painted(delegate: CardDelegate, card: Card, state: QStyle.StateFlag = QStyle.StateFlag.State_Enabled) -> QImage:
    model = TemplateModel()
    model.set_cards([card])
    option = QStyleOptionViewItem()
    size = delegate.sizeHint(option, model.index(0))
    option.rect.setSize(size)
    option.state = state
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    return picture


def test_every_state_looks_different(delegate):
    """Waiting, picture, old picture, error and selection can be told apart."""
    image = QImage(QSize(480, 600), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    card = Card("sale.en", {}, "en", "marketing")
    states = [
        painted(delegate, card),
        painted(delegate, Card("sale.en", {}, "en", "marketing", image=image, fresh=True)),
        painted(delegate, Card("sale.en", {}, "en", "marketing", image=image)),
        painted(delegate, Card("sale.en", {}, "en", "marketing", error=TemplateError("Broken."))),
        painted(delegate, card, QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Selected),
    ]
    assert all(first != second for place, first in enumerate(states) for second in states[place + 1 :])


def test_a_short_mail_fills_its_card(delegate):
    """Below a mail that is shorter than the card its own ground goes on."""
    image = QImage(QSize(480, 100), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    picture = painted(delegate, Card("sale.en", image=image, fresh=True))
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert middle == Qt.GlobalColor.darkGreen


def test_an_error_takes_the_pictures_place(opened):
    """A template that stops compiling says so on its card."""
    opened.workspace.model.take(Thumbnail("welcome.en", error=TemplateError("Broken.")))
    assert opened.gallery.current.error is not None
