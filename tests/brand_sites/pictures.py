"""Pictures that are not the logo: photographs, portraits, logos of other companies, badges, flags."""

from __future__ import annotations

import colorsys
import io
import random
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFilter

from tests.brand_sites.brands import Brand
from tests.brand_sites.drawing import Lettering, raster, wide_logo
from tests.brand_sites.scene import Scene

PLAIN = Lettering("Inter-Bold.ttf", "as is", 0.0, 0.0, 1.0, stacked=False)
FLAGS = {
    "fr": '<rect width="10" height="20" fill="#002395"/><rect x="20" width="10" height="20" fill="#ed2939"/>',
    "en": '<rect width="30" height="20" fill="#012169"/><path d="M0 0l30 20M30 0L0 20" stroke="#fff" stroke-width="4"/>'
    '<path d="M15 0v20M0 10h30" stroke="#c8102e" stroke-width="5"/>',
    "de": '<rect width="30" height="20" fill="#ffce00"/><rect width="30" height="13" fill="#dd0000"/>'
    '<rect width="30" height="7"/>',
}


def photo(scene: Scene, number: int, size: tuple[int, int] = (960, 540)) -> str:
    """The URL of a photograph; the first is the hero."""
    name = ("hero", "equipe", "atelier", "projet", "produit", "detail")[number % 6]
    return scene.folder.add(scene.picture(f"{name}-{number}.jpg"), _photo((number + scene.plan.photos) % 24, size))


def portrait(scene: Scene, number: int) -> str:
    """The URL of somebody's picture."""
    return scene.folder.add(scene.picture(f"avatar-{number}.jpg"), _portrait(number % 4))


def foreign_logo(scene: Scene, use: str, kind: str = "svg") -> tuple[Brand, str]:
    """Another company and the URL of its logo."""
    other = scene.stranger()
    svg = _foreign(other)
    data: bytes | str = svg if kind == "svg" else raster(svg, 200)
    name = scene.chance.choice((f"{use}-{other.slug}", f"logo-{other.slug}", other.slug, f"{other.slug}-logo"))
    return other, scene.folder.add(scene.picture(f"{name}.{kind}"), data)


def foreign_paths(scene: Scene) -> tuple[Brand, str, str]:
    """Another company with its logo as inline SVG: view box and paths."""
    other = scene.stranger()
    drawing = wide_logo(other.path, other.title, PLAIN)
    return other, drawing.box, drawing.paths(other.colour, "#444444")


def badge(scene: Scene, text: str) -> str:
    """The URL of a round seal."""
    colour = scene.chance.choice(("#1d8348", "#b8860b", "#1f4e9c", "#c0392b"))
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">'
        f'<rect width="90" height="60" rx="8" fill="{colour}"/>'
        '<path d="M20 30l8 8 16-18M54 22h24M54 32h24M54 42h14" stroke="#fff" stroke-width="5" fill="none"/></svg>'
    )
    return scene.folder.add(scene.picture(f"{text}.png"), raster(svg, 180))


def flag(scene: Scene, language: str) -> str:
    """The URL of a country's flag."""
    body = f'<rect width="30" height="20" fill="#fff"/>{FLAGS[language]}'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20">{body}</svg>'
    return scene.folder.add(scene.picture(f"flags/{language}.svg"), svg)


@lru_cache(maxsize=64)
def _foreign(other: Brand) -> str:
    return wide_logo(other.path, other.title, PLAIN).svg(other.colour, "#333333")


@lru_cache(maxsize=32)
def _photo(number: int, size: tuple[int, int]) -> bytes:
    """Out of focus: a wall or a sky, a table or a field, and things on it."""
    chance = random.Random(f"photo-{number}")
    hue, light = chance.random(), chance.uniform(0.62, 0.85)
    picture = Image.new("RGB", (240, 135), _paint(hue, light, 0.18))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, chance.randrange(70, 100), 240, 135), fill=_paint(hue + 0.08, light - 0.25, 0.25))
    for _ in range(9):
        x, y, wide = chance.randrange(-20, 230), chance.randrange(25, 105), chance.randrange(14, 70)
        fill = _paint(hue + chance.uniform(-0.12, 0.5), chance.uniform(0.25, 0.7), 0.3)
        shape = draw.ellipse if chance.random() < 0.5 else draw.rectangle
        shape((x, y, x + wide, y + wide * chance.uniform(0.5, 1.4)), fill=fill)
    return _jpeg(picture.filter(ImageFilter.GaussianBlur(3)).resize(size))


def _paint(hue: float, lightness: float, saturation: float) -> tuple[int, int, int]:
    red, green, blue = colorsys.hls_to_rgb(hue % 1, lightness, saturation)
    return round(red * 255), round(green * 255), round(blue * 255)


@lru_cache(maxsize=8)
def _portrait(number: int) -> bytes:
    chance = random.Random(f"portrait-{number}")
    picture = Image.new("RGB", (160, 160), tuple(chance.randrange(150, 230) for _ in range(3)))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((25, 95, 135, 220), fill=tuple(chance.randrange(40, 140) for _ in range(3)))
    draw.ellipse((50, 30, 110, 105), fill=chance.choice(((224, 172, 140), (141, 85, 60), (240, 200, 170))))
    return _jpeg(picture.filter(ImageFilter.GaussianBlur(2)))


def _jpeg(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=72)
    return file.getvalue()
