"""Icons: Lucide's outlines from ``assets/icons``, tinted with the palette's colours."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from assets import asset

SIZES = (16, 18, 24)


def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.ButtonText) -> QIcon:
    """The icon in the application's palette, with a paler form for what is disabled.

    Raises FileNotFoundError when there is no such icon.
    """
    colours = QGuiApplication.palette()
    groups = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled)
    normal, disabled = (colours.color(group, role).name() for group in groups)
    return _icon(name, normal, disabled)


@lru_cache(maxsize=512)
def _icon(name: str, normal: str, disabled: str) -> QIcon:
    """Drawn once for each colour: a change of theme asks for the same few icons hundreds of times."""
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, normal), (QIcon.Mode.Disabled, disabled)):
        for size in SIZES:
            for ratio in (1, 2):
                made.addPixmap(pixmap(name, QColor(colour), size, ratio), mode)
    return made


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """One icon as a picture of ``size`` logical pixels."""
    outline = QSvgRenderer(QByteArray(tinted_svg(name, colour)))
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    outline.render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def tinted_svg(name: str, colour: QColor) -> bytes:
    """The icon's SVG with its outline in ``colour``."""
    return _outline(name).replace(b"currentColor", colour.name().encode())


@lru_cache
def _outline(name: str) -> bytes:
    return asset("icons", f"{name}.svg").read_bytes()
