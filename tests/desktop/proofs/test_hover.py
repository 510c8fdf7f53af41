"""Resting on a client shows its last saved proof."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.proofs.dialog import RenderDialog
from desktop.proofs.hover import WIDTH, HoverPicture

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A tall proof."""
    out = io.BytesIO()
    Image.new("RGB", (640, 3000), "#1d5b4c").save(out, "JPEG")
    path = tmp_path / "proof.jpg"
    path.write_bytes(out.getvalue())
    return path


@pytest.fixture
def popup(jobs, owner) -> Iterator[HoverPicture]:
    """The small window."""
    made = HoverPicture(jobs, owner)
    yield made
    made.hide()


def test_a_picture_is_shown_small(popup, picture: Path, qtbot):
    """Beside what it belongs to, on the screen in any case; the second time at once."""
    popup.show_picture(picture, "Gmail, web", QRect(10, 10, 100, 20))
    qtbot.waitUntil(popup.isVisible)
    assert popup.picture.pixmap().deviceIndependentSize().width() == WIDTH
    assert popup.x() > 100
    assert popup.caption.text() == "Gmail, web"
    popup.hide()
    picture.unlink()
    popup.show_picture(picture, "Gmail, web", QRect(popup.screen().availableGeometry().right() - 110, 10, 100, 20))
    assert popup.isVisible()
    assert popup.geometry().right() <= popup.screen().availableGeometry().right() - 100


def test_words_where_there_is_no_picture(popup, tmp_path: Path, jobs, qtbot):
    """And nothing at all for a file that is gone."""
    popup.say("Not taken yet", QRect(10, 10, 100, 20))
    assert popup.isVisible()
    assert not popup.picture.isVisible()
    popup.show_picture(tmp_path / "gone.jpg", "Gmail, web", QRect(10, 10, 100, 20))
    qtbot.waitUntil(lambda: not popup.isVisible())


def rest_on(dialog: RenderDialog, client: str) -> None:
    """Move the pointer onto a client of the list."""
    tree = dialog.choice.tree
    dialog.choice.search.setText(client.replace("-", " "))
    row = next(
        tree.itemBelow(tree.topLevelItem(place)) for place in range(4) if not tree.topLevelItem(place).isHidden()
    )
    at = QPointF(tree.visualItemRect(row).center())
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, at, tree.viewport().mapToGlobal(at), none, none, Qt.NoModifier)
    QApplication.sendEvent(tree.viewport(), event)


def test_a_client_shows_its_saved_proof(opened, rendered, qtbot):
    """As it was taken last; a client without one shows nothing, and leaving hides it."""
    dialog = rendered(opened(clients=("gmail-web",)))
    rest_on(dialog, "gmail-web")
    qtbot.waitUntil(dialog.hover.popup.isVisible)
    assert dialog.hover.popup.caption.text() == "Gmail, web, Light: last time"
    QApplication.sendEvent(dialog.choice.tree.viewport(), QEvent(QEvent.Type.Leave))
    assert not dialog.hover.popup.isVisible()
    rest_on(dialog, "yahoo-web")
    qtbot.waitUntil(lambda: not dialog.hover.is_looking)
    assert not dialog.hover.popup.isVisible()
