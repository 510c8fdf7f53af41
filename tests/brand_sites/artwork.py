"""The brand's own files: wide logos in colour and for dark grounds, squares, icons of every kind."""

from __future__ import annotations

from tests.brand_sites.colours import shifted
from tests.brand_sites.drawing import ground, raster, shape_of
from tests.brand_sites.scene import Scene

WIDE = 1.25  # width by height from which a logo is wide
KINDS = {"svg": 40, "png": 45, "webp": 9, "jpg": 6}
STEMS = (
    "logo",
    "logo-{slug}",
    "{slug}-logo",
    "{slug}",
    "Logo_{slug}",
    "cropped-logo",
    "header-logo",
    "site-logo",
    "brand",
)
MUTE_STEMS = ("a8f3c2_9d8e41~mv2", "IMG_2041", "Sans-titre-1", "group-12", "image-4", "5f3e91b07a2c")


def fills(scene: Scene, ink: str = "") -> tuple[str, str]:
    """The colours of icon and name, as the header shows them or in another ``ink``."""
    colours = scene.plan.colours
    own = colours.primary
    return {
        "colour": (own, own),
        "two": (own, colours.text),
        "shaded": (own, shifted(own, -0.12)),
        "black": ("#1a1a1a", "#1a1a1a"),
        "light": (own, "#ffffff"),
        "white": (colours.on_header, colours.on_header),
        "reversed": ("#ffffff", "#ffffff"),
    }[ink or scene.plan.ink]


def svg_of(scene: Scene, ink: str = "") -> str:
    """The wide logo as an SVG file."""
    return scene.wide.svg(*fills(scene, ink))


def wide_file(scene: Scene, kind: str, width: int = 320, suffix: str = "", ink: str = "") -> str:
    """Write the wide logo, note it in the truth, and return its URL."""
    svg = svg_of(scene, ink)
    on = scene.plan.colours.header if kind == "jpg" else ""
    data: bytes | str = svg if kind == "svg" else raster(svg, width, kind, on)
    url = scene.folder.add(scene.picture(f"{stem(scene)}{suffix}.{kind}"), data)
    note_wide(scene, url, ink)
    return url


def note_wide(scene: Scene, url: str, ink: str = "") -> None:
    """A drawing made for dark grounds is right for the wide slot only where the header itself shows it so."""
    truth = scene.truth
    if ink == "reversed" and fills(scene) != fills(scene, ink):
        wanted = truth.dark
    else:
        width, height = scene.wide.size
        wanted = truth.either if width / height < WIDE else truth.wide
    if url not in wanted:
        wanted.append(url)


def square_file(scene: Scene, name: str, width: int, kind: str = "png", style: str = "bare") -> str:
    """Write the icon alone; what is under 64 pixels is right only where there is nothing larger."""
    data: bytes | str = square_svg(scene, style)
    if kind != "svg":
        data = raster(str(data), width, kind)
    url = scene.folder.add(name, data)
    wanted = scene.small if width < 64 and kind != "svg" else scene.truth.square
    if url not in wanted:
        wanted.append(url)
    return url


def header_square(scene: Scene, name: str, kind: str) -> str:
    """The icon alone in a header; one that is a word in itself fits the wide slot as well."""
    url = square_file(scene, name, 96, kind)
    if shape_of(square_svg(scene, "bare")) >= WIDE and url not in scene.truth.either:
        scene.truth.either.append(url)
    return url


def square_svg(scene: Scene, style: str) -> str:
    """The icon ``bare``, on a ``plate`` of the brand's colour, on ``white``, or in ``black`` (a mask)."""
    own = scene.plan.colours.primary
    fill, before = {
        "bare": (own, ""),
        "plate": ("#ffffff", ground(own, 6)),
        "white": (own, ground("#ffffff")),
        "black": ("#000000", ""),
    }[style]
    return scene.square.svg(fill, fill, before)


def kind_of(scene: Scene) -> str:
    """The kind of file a header's logo is."""
    return scene.chance.choices(list(KINDS), list(KINDS.values()))[0]


def stem(scene: Scene) -> str:
    """The file's name: one a site, mostly with a word that says what it is."""
    chance = type(scene.chance)(f"stem-{scene.brand.slug}-{scene.plan.seed}")
    return str(chance.choice(MUTE_STEMS if chance.random() < 0.1 else STEMS)).format(slug=scene.brand.slug)
