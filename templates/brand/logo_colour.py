"""The colours of a logo: the fills of a drawing, the pixels of a picture."""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree

from templates.brand.colour import saturation
from templates.brand.contrast import BLACK, WHITE, contrast, hex_of, rgb
from templates.brand.css import css_colour
from templates.brand.evidence import Candidate, clipped
from templates.brand.raster import is_svg, open_picture, pixel_counts
from templates.brand.svg import SvgError, parse_svg
from templates.brand.svg_inline import PREFIX
from templates.errors import InputError

MOST = 4
MARGINAL = 0.05  # share below which a colour that no fill names is the blur between two others
NEAR = 60  # sum of the channels' differences: antialiasing
SAMPLE = 96  # pixels across are enough to weigh areas


def logo_colours(data: bytes, reference: str) -> tuple[Candidate, ...]:
    """The logo's few main colours, most important first; () for what cannot be read.

    Area counts, and saturation counts thrice: a small orange beak on a green bird says more than its grey shadow.
    """
    try:
        weights = _pixel_weights(data)
    except InputError:
        return ()
    names = _fills(data) if is_svg(data) else []
    if reference.startswith(PREFIX) and BLACK not in names:
        weights.pop(BLACK, None)  # drawings without a fill are black until the site's sheet colours them
    source = "logo fill" if names else "logo pixels"
    found: dict[str, float] = {}
    for colour, weight in weights.most_common(16):
        near = min(names, key=lambda fill: _distance(fill, colour), default=colour)
        name = near if _distance(near, colour) < NEAR else colour
        found[name] = found.get(name, 0.0) + weight
    total = sum(found.values()) or 1.0
    told = [colour for colour in found if colour in names or found[colour] > MARGINAL * total]
    ranked = sorted(told, key=lambda colour: -found[colour])[:MOST]
    return tuple(Candidate(colour, source, clipped(0.2 + 0.45 * found[colour] / total), reference) for colour in ranked)


def _pixel_weights(data: bytes) -> Counter[str]:
    picture = open_picture(data)
    picture.thumbnail((SAMPLE, SAMPLE))
    weights: Counter[str] = Counter()
    step = 1 if is_svg(data) else 8  # compression spreads a colour over its neighbours
    for (red, green, blue, alpha), count in pixel_counts(picture).items():
        colour = hex_of(
            (red // step * step + step // 2, green // step * step + step // 2, blue // step * step + step // 2)
        )
        if alpha > 200 and contrast(colour, WHITE) > 1.1:
            weights[colour] += round(count * (1 + 3 * saturation(colour)))
    return weights


def _fills(data: bytes) -> list[str]:
    """Colours written in a drawing."""
    try:
        text = etree.tostring(parse_svg(data), encoding="unicode")
    except SvgError:
        return []
    values = re.findall(r"""(?:fill|stroke|stop-color|color)\s*[=:]\s*["']?\s*([^"';}>]+)""", text)
    return list(dict.fromkeys(colour for value in values if (colour := css_colour(value)) and colour != "#ffffff"))


def _distance(one: str, other: str) -> int:
    return sum(abs(a - b) for a, b in zip(rgb(one), rgb(other), strict=True))
