"""The pictures on the cards."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QObject, QSize

from desktop.proofs.gallery.card_pictures import CardPictures, Wanted
from renderers.proofs.small import SmallPictures
from renderers.render.cache import PictureCache

SIZE = QSize(100, 120)
EACH = 4 * 100 * 120


@pytest.fixture
def files(tmp_path: Path) -> list[Wanted]:
    """Ten pictures."""
    found = []
    for number in range(10):
        out = io.BytesIO()
        Image.new("RGB", (64, 200), (20 * number, 90, 90)).save(out, "JPEG")
        path = tmp_path / f"{number}.jpg"
        path.write_bytes(out.getvalue())
        found.append(Wanted(f"{number:064d}", path))
    return found


@pytest.fixture
def pictures(jobs, tmp_path, qapp):
    """Room for four."""
    owner = QObject()
    made = CardPictures(jobs, SmallPictures(PictureCache(tmp_path / "cache")), owner, limit=4 * EACH)
    yield made
    made.stop()
    owner.deleteLater()


def test_what_is_wanted_arrives_at_its_size(pictures, files, qtbot):
    """Made off the GUI thread; a picture that is there is not asked for again."""
    pictures.want(files[:2], SIZE, 1.0)
    qtbot.waitUntil(lambda: all(pictures.picture(each.key) for each in files[:2]))
    shown = pictures.picture(files[1].key)
    assert shown.size() == SIZE
    assert shown.toImage().pixelColor(50, 60).green() == pytest.approx(90, abs=3)


def test_memory_is_bounded(pictures, files, qtbot):
    """What was not looked at for the longest time goes first; more than fit are not begun."""
    for some in (files[:4], files[4:8]):
        pictures.want(some, SIZE, 1.0)
        qtbot.waitUntil(lambda some=some: all(pictures.picture(each.key) for each in some))
    assert pictures.bytes_held <= 4 * EACH
    assert pictures.picture(files[0].key) is None
    pictures.want(files, SIZE, 1.0)
    assert len(pictures._wanted) == 4


def test_another_size_replaces_the_one_before(pictures, files, qtbot):
    """Until it is there, the old one is shown."""
    pictures.want(files[:1], SIZE, 1.0)
    qtbot.waitUntil(lambda: pictures.picture(files[0].key) is not None)
    pictures.want(files[:1], QSize(50, 60), 1.0)
    assert pictures.picture(files[0].key) is not None
    qtbot.waitUntil(lambda: pictures.picture(files[0].key).size() == QSize(50, 60))


def test_a_file_that_is_gone_is_told_once(pictures, files, qtbot):
    """And not tried again before somebody says so."""
    files[0].path.unlink()
    with qtbot.waitSignal(pictures.lost) as lost:
        pictures.want(files[:1], SIZE, 1.0)
    assert lost.args == [files[0].key]
    assert pictures._lost == {files[0].key}
    pictures.forget_lost()
    assert not pictures._lost
