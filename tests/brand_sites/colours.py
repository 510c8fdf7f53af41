"""The colours of a made site: who carries the brand's colour, and what the rest of the page wears."""

from __future__ import annotations

import colorsys
import random
from dataclasses import dataclass

SCHEMES = {"classic": 34, "bold_header": 16, "dark": 10, "accent": 16, "quiet": 13, "default": 11}
GREYS = ("#222222", "#1a1a1a", "#333333", "#2d2d2d", "#111827", "#000000")
INKS = ("#1f2933", "#222222", "#333333", "#2b2d42", "#3a3a3a", "#111111")


@dataclass(frozen=True)
class Colours:
    """Every role of the style sheets; ``button`` and ``link`` are "" where the page leaves its framework's default."""

    primary: str
    accent: str
    header: str
    on_header: str
    footer: str
    on_footer: str
    button: str
    on_button: str
    link: str
    heading: str
    text: str
    soft: str
    page: str = "#ffffff"


def scheme_of(chance: random.Random, colour: str) -> str:
    """How a site uses its colour. A grey brand does not leave the colour to its buttons."""
    schemes = {name: weight for name, weight in SCHEMES.items() if chroma(colour) > 0.12 or name in {"classic", "dark"}}
    return chance.choices(list(schemes), list(schemes.values()))[0]


def colours_of(chance: random.Random, colour: str, scheme: str) -> Colours:
    """The roles of one scheme."""
    accent, ink, grey = companion(chance, colour), chance.choice(INKS), chance.choice(GREYS)
    header = {"bold_header": colour, "dark": grey}.get(scheme, chance.choice(("#ffffff", "#ffffff", "#fafafa")))
    button = {"accent": accent, "quiet": grey, "default": "", "bold_header": chance.choice((colour, accent))}.get(
        scheme, colour
    )
    link = {"quiet": ink, "default": ""}.get(scheme, chance.choice((colour, colour, ink)))
    footer = chance.choice((grey, grey, "#f5f5f5", colour if scheme in {"accent", "bold_header"} else "#ffffff"))
    return Colours(
        primary=colour,
        accent=accent,
        header=header,
        on_header=label_on(header),
        footer=footer,
        on_footer=label_on(footer),
        button=button,
        on_button=label_on(button or "#336699"),
        link=link,
        heading=chance.choice((ink, ink, colour if scheme in {"classic", "accent"} else ink)),
        text=ink,
        soft=chance.choice(("#f7f7f7", "#f3f4f6", "#faf7f2", tint(colour) if scheme != "quiet" else "#f4f4f4")),
    )


def chroma(colour: str) -> float:
    """From 0 (grey) to 1: the distance between the strongest and the weakest channel."""
    channels = rgb(colour)
    return (max(channels) - min(channels)) / 255


def rgb(colour: str) -> tuple[int, int, int]:
    """The channels of ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def label_on(colour: str) -> str:
    """White or near-black, whichever reads better."""
    red, green, blue = rgb(colour)
    return "#ffffff" if 0.299 * red + 0.587 * green + 0.114 * blue < 160 else "#1a1a1a"


def companion(chance: random.Random, colour: str) -> str:
    """A second colour that goes with the first and is clearly another."""
    hue, lightness, _ = colorsys.rgb_to_hls(*(channel / 255 for channel in rgb(colour)))
    turned = (hue + chance.uniform(0.3, 0.7)) % 1
    return _hex(*colorsys.hls_to_rgb(turned, min(0.6, max(0.35, lightness)), chance.uniform(0.55, 0.9)))


def shifted(colour: str, by: float) -> str:
    """The colour a little darker (below 0) or lighter."""
    return _hex(*(min(1.0, max(0.0, channel / 255 + by)) for channel in rgb(colour)))


def tint(colour: str) -> str:
    """The colour as a pale ground."""
    return _hex(*(0.92 + 0.08 * channel / 255 for channel in rgb(colour)))


def written(chance: random.Random, colour: str) -> str:
    """A colour as somebody might write it."""
    red, green, blue = rgb(colour)
    hue, lightness, saturation = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)
    turned = f"hsl({360 * hue:.1f}, {100 * saturation:.1f}%, {100 * lightness:.1f}%)"
    numbers = (f"rgb({red}, {green}, {blue})", f"rgb({red} {green} {blue})", turned)
    return chance.choice((colour, colour, colour, colour.upper(), *numbers))


def _hex(red: float, green: float, blue: float) -> str:
    return f"#{round(red * 255):02x}{round(green * 255):02x}{round(blue * 255):02x}"
