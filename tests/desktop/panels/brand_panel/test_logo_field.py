"""Logos: from a file, a drop, the clipboard, an address, or the site's other candidates."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog

from assets import asset
from desktop.panels.brand_panel.draft import logo_pictures
from desktop.panels.brand_panel.logo_field import LogoField
from desktop.panels.brand_panel.logo_well import given_by, own_png
from templates.brand.evidence import Candidate
from templates.brand.logos.candidate_files import read_candidate, write_candidates
from templates.brand.logos.logo_file import LogoFile
from templates.brand.opening.fetch import Answer
from templates.brand.store import load_brand, update_brand
from templates.errors import FetchError
from templates.files import write_text

SVG = asset("samples", "site", "favicon.svg").read_bytes()
URL = "https://acme.example/logo.svg"
OTHER = "https://acme.example/other.png"


class FakeFetcher:
    """Answers from a dictionary; what is not in it cannot be had."""

    answers: ClassVar[dict[str, bytes]] = {}
    asked: ClassVar[list[str]] = []

    def __init__(self, **settings: object) -> None:
        pass

    def __enter__(self) -> FakeFetcher:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def fetch(self, url: str, kind: str = "page") -> Answer:
        self.asked.append(url)
        if url not in self.answers:
            raise FetchError("{host} was not found.", host=url)
        return Answer(url, self.answers[url])


@pytest.fixture
def web(monkeypatch):
    """The network, as a dictionary of addresses."""
    monkeypatch.setattr("templates.brand.opening.fetch.HttpFetcher", FakeFetcher)
    monkeypatch.setattr(FakeFetcher, "asked", [])
    monkeypatch.setattr(FakeFetcher, "answers", {})
    return FakeFetcher


@pytest.fixture
def brand(folder):
    return load_brand(folder / "brands" / "kettlewren")


@pytest.fixture
def field(brand, jobs, qtbot):
    """The field of the wide logo with three candidates, of which none is kept."""
    made = LogoField(jobs)
    qtbot.addWidget(made)
    made.set_title("Logo")
    rows = (
        Candidate(URL, "header img", 0.9, "header img"),
        Candidate(OTHER, "footer img", 0.4),
        Candidate("inline-svg:svg.mark", "header svg", 0.3),
    )
    made.show_logo(brand, logo_pictures(brand, "logo"), URL, rows)
    made.show()
    qtbot.waitUntil(lambda: not made.candidates.is_busy)
    return made


def settled(field, qtbot) -> None:
    qtbot.waitUntil(lambda: not field.is_busy and not field.candidates.is_busy, timeout=20_000)


def test_a_chosen_file_is_shown_on_both_grounds(field, tmp_path, qtbot):
    """The dialog's file is drawn as mails will show it, and becomes what Update takes."""
    path = tmp_path / "new.svg"
    path.write_bytes(SVG)
    qtbot.mouseClick(field.well, Qt.MouseButton.LeftButton)
    dialog = field.findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    settled(field, qtbot)
    assert (field.value, field.is_valid) == (str(path), True)
    assert all(picture is not None and not picture.isNull() for picture in field.pictures)


def test_a_file_that_is_no_picture_is_refused(field, tmp_path, qtbot):
    """The field says so at once, not only at the update."""
    path = tmp_path / "wrong.png"
    write_text(path, "no picture")
    field.set_value(str(path))
    settled(field, qtbot)
    assert not field.is_valid
    assert "cannot be read" in field.problem.text()
    field.stop.click()
    assert (field.value, field.is_valid) == (None, True)


def test_a_picture_can_be_dropped(field, tmp_path, qtbot):
    """A file from the disk, dropped on the well."""
    path = tmp_path / "dropped.svg"
    path.write_bytes(SVG)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(field.well.rect().center(), *where)
    field.well.dragEnterEvent(entering)
    assert entering.isAccepted()
    field.well.dropEvent(QDropEvent(QPointF(5, 5), *where))
    settled(field, qtbot)
    assert field.value == str(path)


@pytest.mark.parametrize("kind", ["image", "pixmap"])
def test_a_picture_can_be_pasted(field, qtbot, kind):
    """Ctrl+V on the well takes the clipboard's picture as bytes."""
    picture = own_png(field._folder / "logo-wide.png")
    clipboard = QGuiApplication.clipboard()
    clipboard.setPixmap(QPixmap.fromImage(picture)) if kind == "pixmap" else clipboard.setImage(picture)
    field.well.setFocus()
    qtbot.keyClick(field.well, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled(field, qtbot)
    assert isinstance(field.value, bytes)
    assert field.value.startswith(b"\x89PNG")


def test_a_pasted_address_is_fetched(field, web, qtbot):
    """The address in the clipboard is fetched in a job; what is stored says where it came from."""
    web.answers[URL] = SVG
    QGuiApplication.clipboard().setText(URL)
    field.paste.click()
    assert field.is_busy
    assert field.note.text() == "loading…"
    settled(field, qtbot)
    assert field.value == LogoFile(URL, SVG, "image/svg+xml")
    brand = update_brand(field._folder, logo=field.value)
    assert brand.logo.references["wide"] == URL
    assert web.asked == [URL]


def test_an_address_can_be_typed(field, web, qtbot):
    """The button shows a line for it; Enter fetches."""
    field.link.click()
    qtbot.keyClicks(field.address, "ftp://acme.example")
    qtbot.keyClick(field.address, Qt.Key.Key_Return)
    assert "https://" in field.problem.text()
    field.address.setText(URL)
    qtbot.keyClick(field.address, Qt.Key.Key_Return)
    settled(field, qtbot)
    assert "acme.example" in field.problem.text()
    assert field.address.isHidden()
    assert not field.is_valid


def test_an_empty_clipboard_is_said(field):
    """There is nothing to paste, and the field tells."""
    QGuiApplication.clipboard().setText("just words")
    field.paste.click()
    assert "clipboard" in field.problem.text()
    assert (field.value, field.is_valid) == (None, True)


def test_pictures_are_fetched_only_when_asked(field, web, qtbot):
    """Showing a brand asks the network for nothing; the button fetches what has an address and keeps it."""
    assert web.asked == []
    assert field.load.isVisible()
    web.answers[URL] = SVG
    field.load.click()
    settled(field, qtbot)
    assert web.asked == [URL, OTHER]
    assert "was not found" in field.problem.text()
    assert field.is_valid
    assert set(field.candidates._pictures) == {URL}
    assert read_candidate(field._folder, URL).data == SVG


def test_a_kept_candidate_needs_no_network(brand, jobs, web, qtbot):
    """What the extraction kept is shown and taken as it was found."""
    write_candidates(brand.folder, {"inline-svg:svg.mark": LogoFile("inline-svg:svg.mark", SVG, "image/svg+xml")})
    field = LogoField(jobs)
    qtbot.addWidget(field)
    field.show_logo(brand, (None, None), URL, (Candidate("inline-svg:svg.mark", "header svg", 0.9),))
    settled(field, qtbot)
    assert set(field.candidates._pictures) == {"inline-svg:svg.mark"}
    assert not field.load.isVisibleTo(field)
    qtbot.keyClick(field.strip, Qt.Key.Key_Return)
    settled(field, qtbot)
    assert field.value == LogoFile("inline-svg:svg.mark", SVG, "image/svg+xml")
    assert web.asked == []


def test_a_drawing_that_was_not_kept_cannot_be_taken(field, web, qtbot):
    """It stands in the page and has no address: the field says what to do."""
    field.strip.setCurrentIndex(field.strip.model().index(2, 0))
    qtbot.keyClick(field.strip, Qt.Key.Key_Return)
    assert "Read the site again" in field.problem.text()
    assert (field.value, web.asked) == (None, [])


def test_a_logo_can_be_taken_away(field):
    """Automatic: the wide one is drawn from the name again."""
    field.none.click()
    assert (field.value, field.is_changed, field.is_valid) == ("", True, True)
    assert not field.none.isEnabled()


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("https://acme.example/a.png", "https://acme.example/a.png"),
        ("https://acme.example/a.png and more", ""),
        ("words", ""),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ],
)
def test_what_the_clipboard_can_hold(text, given):
    """An address or the text of an SVG; other words are none."""
    data = QMimeData()
    data.setText(text)
    assert given_by(data) == given


def test_only_pngs_are_decoded_as_ours(tmp_path):
    """A stranger's file under our name is not handed to every decoder there is."""
    path = tmp_path / "logo-wide.png"
    path.write_bytes(SVG)
    assert own_png(path) is None
    assert own_png(Path(tmp_path / "missing.png")) is None
    picture = QImage(3, 3, QImage.Format.Format_RGB32)
    picture.save(str(path))
    assert own_png(path).width() == 3
