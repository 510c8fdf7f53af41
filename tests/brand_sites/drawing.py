"""The logos of a made site: the icon beside the name in outlines, squares with the icon, and their renders."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from functools import lru_cache

import resvg_py
from PIL import Image
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication, QPainterPath, QRawFont, QTransform

from assets import asset

FONTS = ("Inter-Regular.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")
ICON = 24.0  # the icon's box; everything is drawn in its units


@dataclass(frozen=True)
class Lettering:
    """How the name is set: ``font`` of assets, ``case`` of its letters, ``spacing`` in ems, ``slant``, ``width``."""

    font: str
    case: str
    spacing: float
    slant: float
    width: float
    stacked: bool


@dataclass(frozen=True)
class Drawing:
    """An SVG in parts: outlines of the icon (with its place) and of the name, and the size of the whole."""

    icon: str
    icon_place: str
    name: str
    size: tuple[float, float]

    @property
    def box(self) -> str:
        """The view box."""
        return f"0 0 {self.size[0]:g} {self.size[1]:g}"

    def paths(self, icon_fill: str, name_fill: str) -> str:
        """The two paths, filled."""
        place = f' transform="{self.icon_place}"' if self.icon_place else ""
        name = f'<path fill="{name_fill}" d="{self.name}"/>' if self.name else ""
        return f'<path fill="{icon_fill}"{place} d="{self.icon}"/>{name}'

    def svg(self, icon_fill: str, name_fill: str, before: str = "") -> str:
        """A file of its own; ``before`` lies behind the logo."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{self.box}">{before}'
            f"{self.paths(icon_fill, name_fill)}</svg>"
        )


def lettering(chance: random.Random, stacked: bool) -> Lettering:
    """Choose how a brand sets its name."""
    return Lettering(
        chance.choice(FONTS),
        chance.choice(("as is", "as is", "upper", "lower")),
        chance.choice((0.0, 0.0, 0.02, 0.08)),
        chance.choice((0.0, 0.0, 0.0, -0.2)),
        chance.choice((0.85, 1.0, 1.0, 1.15)),
        stacked,
    )


def wide_logo(icon: str, name: str, letters: Lettering) -> Drawing:
    """The icon with the name beside it, or below it when ``stacked``."""
    text = {"upper": name.upper(), "lower": name.lower()}.get(letters.case, name)
    outline = _outline(text, letters)
    bounds = outline.boundingRect()
    if letters.stacked:
        width = max(ICON, bounds.width())
        at = QPointF((width - bounds.width()) / 2 - bounds.left(), ICON + 4 - bounds.top())
        size, place = (width, ICON + 4 + bounds.height()), f"translate({(width - ICON) / 2:.2f} 0)"
    else:
        at = QPointF(ICON + 7 - bounds.left(), (ICON - bounds.height()) / 2 - bounds.top())
        size, place = (ICON + 7 + bounds.width(), ICON), ""
    return Drawing(icon, place, _data(outline.translated(at)), (round(size[0] + 0.5), round(size[1] + 0.5)))


def square_logo(icon: str) -> Drawing:
    """The icon alone, with a little air."""
    return Drawing(icon, "translate(4 4)", "", (32, 32))


def shape_of(svg: str) -> float:
    """Width by height of what is drawn, without the air around it."""
    drawn = Image.open(io.BytesIO(raster(svg, 96))).convert("RGBA").getchannel("A").getbbox()
    left, top, right, bottom = drawn or (0, 0, 1, 1)
    return (right - left) / (bottom - top)


def ground(colour: str, radius: int = 0) -> str:
    """A filled square behind a square logo."""
    return f'<rect width="32" height="32" rx="{radius}" fill="{colour}"/>'


def raster(svg: str, width: int, kind: str = "png", on: str = "") -> bytes:
    """An SVG as PNG, JPEG (on white, or on the colour ``on``), WebP or ICO of ``width`` pixels."""
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True))
    if kind == "png" and not on:
        return png
    picture = Image.open(io.BytesIO(png)).convert("RGBA")
    if kind == "jpg" or on:
        flat = Image.new("RGBA", picture.size, on or "#ffffff")
        picture = Image.alpha_composite(flat, picture).convert("RGB")
    file = io.BytesIO()
    picture.save(file, {"jpg": "JPEG"}.get(kind, kind.upper()), **({"quality": 82} if kind in {"jpg", "webp"} else {}))
    return file.getvalue()


def _outline(text: str, letters: Lettering) -> QPainterPath:
    font = _font(letters.font)
    shaped = QPainterPath()
    at = 0.0
    indexes = font.glyphIndexesForString(text)
    for index, advance in zip(indexes, font.advancesForGlyphIndexes(indexes), strict=True):
        shaped.addPath(font.pathForGlyph(index).translated(at, 0))
        at += advance.x() + letters.spacing * font.pixelSize()
    return QTransform(letters.width, 0, letters.slant, 1, 0, 0).map(shaped)


@lru_cache(maxsize=8)
def _font(file: str) -> QRawFont:
    if QGuiApplication.instance() is None:
        _APPLICATION.append(QGuiApplication([]))  # fonts need one, and it must live as long as they do
    return QRawFont(str(asset("fonts", file)), 19)


_APPLICATION: list[QGuiApplication] = []


def _data(path: QPainterPath) -> str:
    """A path as SVG writes it."""
    words: list[str] = []
    points = [path.elementAt(index) for index in range(path.elementCount())]
    at = 0
    while at < len(points):
        point = points[at]
        length = 3 if point.isCurveTo() else 1
        letter = "M" if point.isMoveTo() else "C" if point.isCurveTo() else "L"
        words.append(letter + " ".join(f"{one.x:.2f} {one.y:.2f}" for one in points[at : at + length]))
        at += length
    return "".join(words)
