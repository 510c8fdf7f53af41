"""Illustrations and icons in the brand's colours: small SVG sources with colour slots become PNG files.

Mail clients show no SVG, so every picture leaves as a PNG at twice its shown size.
"""

from __future__ import annotations

import io
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

from coloraide import Color

from templates.brand.colours.palette import Palette
from templates.brand.logos.raster import svg_to_png
from templates.files import write_bytes
from templates.fill import fill

SOURCES = Path(__file__).parent / "art"
#: Shown width in CSS pixels by the folder a source lives in; the PNG is twice as wide.
SHOWN = {"hero": 600, "spot": 160, "product": 264, "icon": 40, "person": 64, "social": 28}
GREY = 0.03  # OKLCH chroma below which a hue is not seen
#: The warm hues (OKLCH degrees) that we lend to a brand that has none of its own.
AMBER, CORAL = 75.0, 35.0


def write_artwork(folder: Path, light: Palette) -> None:
    """Draw every picture of the starters for one brand into ``folder/art``.

    Raises StorageError when the folder cannot be written.
    """
    colours = art_colours(light)
    for source in sorted(SOURCES.glob("*/*.svg")):
        kind = source.parent.name
        svg = fill(source.read_text("utf-8"), colours, name=source.name)
        write_bytes(folder / "art" / f"{kind}-{source.stem}.png", _drawn(svg, 2 * SHOWN[kind]))


def art_colours(light: Palette) -> dict[str, str]:
    """Return the slots of our drawings as ``#rrggbb``: the roles of the palette, and five steps of the brand's hue.

    ``tint`` is a quiet ground, ``soft`` a shape on it, ``mid`` a strong shape, ``deep`` the darkest, ``warm`` the
    second voice, ``glow`` its light, ``volt`` the brand's hue at its brightest, for drawings on black. The steps keep a
    visible distance whatever the brand's colour is, near-white and neon included.
    """
    steps = {"tint": (0.955, 0.018), "soft": (0.87, 0.055), "mid": (0.62, 0.17), "deep": (0.33, 0.10)}
    colours = {name: _step(light.primary, *step) for name, step in steps.items()}
    second = _warm_voice(light)
    colours["warm"] = _step(second, 0.76, 0.15)
    colours["glow"] = _step(second, 0.90, 0.07)
    colours["volt"] = volt(light.primary, light.accent)
    return asdict(light) | colours


def _warm_voice(light: Palette) -> str:
    """Return the accent when it is warm, else amber: suns, sand, lamps and faces are painted with it."""
    accent, primary = (Color(colour).convert("oklch") for colour in (light.accent, light.primary))
    if accent["chroma"] >= GREY and not 115 < accent["hue"] < 330:
        return light.accent
    amber_brand = primary["chroma"] >= GREY and abs(primary["hue"] - AMBER) < 30
    return Color("oklch", [0.76, 0.15, CORAL if amber_brand else AMBER]).convert("srgb").fit().to_string(hex=True)


def volt(primary: str, accent: str) -> str:
    """Return the brand's colour (a grey brand's accent) as a neon tube shows it: light and vivid; greys stay silver."""
    neon = Color(primary).convert("oklch")
    if neon["chroma"] < GREY:
        neon = Color(accent).convert("oklch")
    grey = neon["chroma"] < GREY
    neon["lightness"] = min(max(neon["lightness"], 0.88 if grey else 0.74), 0.93)
    neon["chroma"] = neon["chroma"] if grey else max(neon["chroma"], 0.17)
    return neon.convert("srgb").fit(method="oklch-chroma").to_string(hex=True)


def _step(colour: str, lightness: float, most_chroma: float) -> str:
    """Return ``colour`` at another lightness, with no more chroma than that step bears; greys stay grey."""
    step = Color(colour).convert("oklch")
    step["lightness"] = lightness
    step["chroma"] = min(step["chroma"], most_chroma)
    return step.convert("srgb").fit(method="oklch-chroma").to_string(hex=True)


@lru_cache(maxsize=512)  # five brands, some 3 MB
def _drawn(svg: str, width: int) -> bytes:
    """The PNG of one drawing; kept, because an update that leaves the colours alone asks for the very same ones."""
    return _with_palette(svg_to_png(svg.encode(), width=width))


def _with_palette(png: bytes) -> bytes:
    """Return flat artwork with a full ground as a 256-colour PNG: a quarter of the weight, its main colours exact.

    What is transparent stays as drawn: the quantiser that knows transparency lets white and the tint run together.
    """
    from PIL import Image  # heavy, and the command line's help has no use for it

    with Image.open(io.BytesIO(png)) as picture:
        if picture.convert("RGBA").getchannel("A").getextrema()[0] != 255:
            return png
        opaque = picture.convert("RGB")
        small = opaque.quantize(colors=256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    small.save(out, "PNG", optimize=True)
    return min(out.getvalue(), png, key=len)
