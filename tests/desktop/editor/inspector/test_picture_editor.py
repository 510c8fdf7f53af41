"""Pictures: shown with what they weigh, copied when chosen or dropped, and never trusted."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from shiboken6 import isValid


def picture(size=(40, 20), form="PNG"):
    out = io.BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(out, form, **({"quality": 98} if form == "JPEG" else {}))
    return out.getvalue()


@pytest.fixture
def photo(tmp_path):
    """A picture somewhere on the disk."""
    path = tmp_path / "My photo.png"
    path.write_bytes(picture())
    return path


def test_a_chosen_file_is_copied_and_shown(open_mail, row_of, photo, qtbot):
    """The mail names the copy; undo takes the name back."""
    document = open_mail("<mj-image />")
    before = document.text
    editor = row_of("mj-image", "src").editor
    editor.take_file(str(photo))
    qtbot.waitUntil(lambda: document.text != before)
    assert '<mj-image src="templates/welcome.en/images/my-photo.png" />' in document.text
    assert (document.folder.root / "images" / "my-photo.png").read_bytes() == photo.read_bytes()
    qtbot.waitUntil(lambda: editor.seen is not None)
    assert editor.facts.text().startswith("40 × 20 px")
    assert not editor.well.pixmap().isNull()
    document.stack.undo()
    assert document.text == before


def test_a_dropped_file_is_copied(open_mail, row_of, photo, qtbot):
    """Anything else that is dragged over the editor goes by."""
    document = open_mail("<mj-image />")
    before = document.text
    editor = row_of("mj-image", "src").editor
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, data, *keys)
    editor.dragEnterEvent(enter)
    assert enter.isAccepted()
    editor.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *keys))
    qtbot.waitUntil(lambda: document.text != before)
    other = QMimeData()
    other.setUrls([QUrl("https://a.example/b.png"), QUrl.fromLocalFile("/etc/passwd")])
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, other, *keys)
    enter.ignore()
    editor.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_a_copy_that_takes_its_time_goes_where_it_was_asked_for(open_mail, row_of, photo, qtbot):
    """Not to what is selected by then."""
    document = open_mail('<mj-image alt="first" /><mj-image alt="second" />')
    before = document.text
    row_of("mj-image", "src").editor.take_file(str(photo))
    document.select(document.tree.elements("mj-image")[1].id, "test")
    qtbot.waitUntil(lambda: document.text != before)
    assert '<mj-image alt="first" src="templates/welcome.en/images/my-photo.png" />' in document.text
    assert '<mj-image alt="second" />' in document.text


@pytest.mark.parametrize("data", [b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"<script>alert(1)</script>"])
def test_a_hostile_file_is_refused_with_a_sentence(data, open_mail, row_of, tmp_path, qtbot):
    """Nothing is copied and the mail stays as it is."""
    document = open_mail("<mj-image />")
    before = document.text
    path = tmp_path / "evil.png"
    path.write_bytes(data)
    editor = row_of("mj-image", "src").editor
    editor.take_file(str(path))
    qtbot.waitUntil(lambda: "cannot be read" in editor.facts.text())
    assert document.text == before
    assert not (document.folder.root / "images").exists()


@pytest.mark.parametrize(
    ("src", "words"),
    [
        ("https://a.example/b.png", "On the web"),
        ("{{ photo }}", "The data of each mail"),
        ("images/missing.png", "has no file"),
        ("../../etc/passwd", "climbs out"),
        ("template.mjml", "has no file"),
        ("templates/welcome.en/template.mjml", "cannot be read"),
    ],
)
def test_what_cannot_be_shown_says_why(src, words, open_mail, row_of, qtbot):
    """On the web, decided later, missing, outside, no picture."""
    open_mail(f'<mj-image src="{src}" />')
    editor = row_of("mj-image", "src").editor
    qtbot.waitUntil(lambda: words in editor.facts.text())
    assert editor.seen is None


def test_a_picture_of_the_brand_is_found(open_mail, row_of, qtbot, panel):
    """Its folder stands in the mail as a reference."""
    open_mail('<mj-image src="{{ brand.logo.wide }}" />')
    editor = row_of("mj-image", "src").editor
    qtbot.waitUntil(lambda: editor.seen is not None)


def test_a_heavy_picture_gets_a_smaller_copy(open_mail, row_of, qtbot):
    """On request; the mail then names the copy."""
    document = open_mail('<mj-image src="templates/welcome.en/images/big.jpg" />')
    folder = document.folder.root / "images"
    folder.mkdir()
    (folder / "big.jpg").write_bytes(picture((1300, 900), "JPEG"))
    editor = row_of("mj-image", "src").editor
    editor.context.brand_changed.emit()
    qtbot.waitUntil(lambda: editor.seen is not None)
    assert "Heavy" in editor.facts.text()
    editor.shrink.click()
    qtbot.waitUntil(lambda: "big-1200.jpg" in document.text)
    qtbot.waitUntil(lambda: editor.seen is not None and editor.seen.facts.width == 1200)
    assert editor.shrink.isHidden()


def test_a_copy_for_a_document_that_was_closed_is_no_harm(open_mail, row_of, panel, qapp):
    """It stays in the folder; nobody edits what is gone."""
    document = open_mail("<mj-image />")
    row_of("mj-image", "src")
    target = panel.context.target
    panel.set_document(None, None)
    document.close()
    document.deleteLater()
    qapp.sendPostedEvents(document, QEvent.Type.DeferredDelete.value)
    panel.edits.change_late("src", "a.png", target)
    assert not isValid(document)
