"""What the application decodes itself: PNGs of ours, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from desktop.dialogs.brand_by_hand import BrandByHandDialog
from desktop.panels.brand_switch import brand_icon
from desktop.panels.swatches import LogoPicture
from templates.brands.library import BrandEntry
from templates.files import write_bytes

RED = "#ff0000"
SVG = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><rect width="40" height="30" fill="{RED}"/>'
    '<circle cx="70" cy="15" r="15"/></svg>'
)


def reds(picture: QImage) -> int:
    """How many pixels are red."""
    return sum(picture.pixelColor(x, y) == QColor(RED) for x in range(picture.width()) for y in range(picture.height()))


@pytest.fixture
def svg(tmp_path):
    """A drawing that calls itself a PNG."""
    write_bytes(tmp_path / "logo-square.png", SVG.encode())
    return tmp_path / "logo-square.png"


@pytest.fixture
def png(tmp_path):
    """A red square."""
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor(RED))
    picture.save(str(tmp_path / "red.png"))
    return tmp_path / "red.png"


def test_a_logo_picture_shows_pngs_only(qtbot, svg, png):
    """A drawing under that name would go past the sanitiser."""
    shown = LogoPicture()
    qtbot.addWidget(shown)
    shown.resize(200, 72)
    shown.show_file(svg)
    assert reds(shown.grab().toImage()) == 0
    shown.show_png(SVG.encode())
    assert reds(shown.grab().toImage()) == 0
    shown.show_png(png.read_bytes())
    assert reds(shown.grab().toImage()) > 0
    shown.show_file(png)
    assert reds(shown.grab().toImage()) > 0


def test_the_switch_shows_pngs_only(qapp, svg, png):
    """A brand's folder may come from a stranger."""
    icons = [brand_icon(BrandEntry("acme", "Acme", "", path), qapp.palette()) for path in (svg, png)]
    assert [reds(icon.pixmap(QSize(24, 24)).toImage()) > 0 for icon in icons] == [False, True]


def test_a_logo_by_hand_is_drawn_by_us(jobs, qtbot, tmp_path):
    """In a job, so that a drawing from anywhere is looked at safely before it is shown."""
    dialog = BrandByHandDialog(jobs)
    qtbot.addWidget(dialog)
    dialog.show()
    write_bytes(tmp_path / "logo.svg", SVG.encode())
    dialog.choose_logo(str(tmp_path / "logo.svg"))
    assert reds(dialog.picture.grab().toImage()) == 0
    qtbot.waitUntil(lambda: reds(dialog.picture.grab().toImage()) > 0)
    dialog.choose_logo("")
    assert not dialog.picture.isVisible()
