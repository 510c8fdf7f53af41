"""Pictures to be looked at: coloured bands with some words' worth of marks, small enough to be quick."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.language import set_language
from desktop.proofs.look.looked import Looked
from desktop.proofs.look.page import LookPage
from renderers.proofs.proof import Shot

BAND = 80


@pytest.fixture(autouse=True)
def english(qapp) -> None:
    """Plurals are words too."""
    set_language("en")


@pytest.fixture(scope="session")
def picture() -> Callable[..., bytes]:
    """``picture(["red", "blue"], 390)``: a band of each colour with a mark of its own, as a JPEG."""

    def made(colours: Sequence[str], width: int = 390, band: int = BAND) -> bytes:
        image = Image.new("RGB", (width, band * len(colours)), "white")
        for place, colour in enumerate(colours):
            image.paste(colour, (20, band * place + 10, width - 20, band * place + band - 20))
            image.paste("black", (30 + 9 * (sum(map(ord, colour)) % 20), band * place + 20, 190, band * place + 30))
        out = io.BytesIO()
        image.save(out, "JPEG", quality=80)
        return out.getvalue()

    return made


@pytest.fixture
def looked(picture) -> Callable[..., Looked]:
    """``looked("red", "blue", client="gmail-web")``: such a picture, as wide as the client."""

    def made(*colours: str, client: str = "apple-mail-iphone", mode: str = "light", **more: object) -> Looked:
        plain = Looked(Shot("welcome.en", "default", "", client, mode))
        width = plain.profile.width if plain.profile else 600
        data = picture(colours, width)
        return Looked(plain.shot, data, "", width, BAND * len(colours), **more)

    return made


@pytest.fixture
def page(qtbot, jobs) -> LookPage:
    """The page at the size of a small window."""
    made = LookPage(jobs)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


@pytest.fixture
def shown(page, qtbot) -> Callable[..., LookPage]:
    """``shown(looked, …)``: the page with this picture, once it is there."""

    def show(looked: Looked, **more: object) -> LookPage:
        page.show_looked(looked, **more)
        qtbot.waitUntil(lambda: page.one.view.raster is not None and not page.one.is_reading)
        return page

    return show


@pytest.fixture
def compared(page, qtbot) -> Callable[..., LookPage]:
    """``compared(first, second, …)``: the page with these, once they are compared."""

    def compare(*pictures: Looked) -> LookPage:
        page.compare(pictures)
        qtbot.waitUntil(lambda: page.several.found is not None)
        return page

    return compare


@pytest.fixture
def colour_at() -> Callable[[QWidget, int, int], str]:
    """The name of the colour that a widget draws at a point of it, to the nearest of a few."""

    def at(widget: QWidget, x: int, y: int) -> str:
        image = QImage(widget.size(), QImage.Format.Format_RGB32)
        widget.render(image)
        found = image.pixelColor(x, y)
        names = {"red": (255, 0, 0), "blue": (0, 0, 255), "lime": (0, 255, 0), "white": (255, 255, 255)}
        channels = (found.red(), found.green(), found.blue())
        near = {name: max(abs(a - b) for a, b in zip(channels, rgb, strict=True)) for name, rgb in names.items()}
        best = min(near, key=near.__getitem__)
        return best if near[best] < 24 else found.name()

    return at


@pytest.fixture
def press() -> Callable[..., None]:
    """Press a key in a widget."""

    def key(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(widget, key, modifier)

    return key
