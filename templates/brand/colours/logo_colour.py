"""The colours of a logo: the fills of a drawing, the pixels of a picture."""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree

from templates.brand.colours.contrast import BLACK, WHITE, contrast, hex_of, rgb
from templates.brand.colours.oklch import hued
from templates.brand.evidence import Candidate, best_first, clipped
from templates.brand.logos.raster import is_svg, open_picture, pixel_counts
from templates.brand.logos.svg import SvgError, parse_svg
from templates.brand.logos.svg_inline import PREFIX
from templates.brand.reading.css import css_colour
from templates.errors import InputError

MOST = 4
MOST_FILLS = 500  # a tracing of a photograph has more, and no one of them is the company's
MARGINAL = 0.05  # share below which a colour that no fill names is the blur between two others
TOLD = 0.1  # share from which the coloured part of a logo is no accident
NEAR = 60  # sum of the channels' differences: antialiasing
LEAST_AND_MOST = {"logo": (0.2, 0.65), "icon": (0.15, 0.5)}  # weights, by the share of the picture
SAMPLE = 96  # pixels across are enough to weigh areas


def logo_colours(data: bytes, reference: str, what: str = "logo") -> tuple[Candidate, ...]:
    """The logo's few main colours, most important first; () for what cannot be read.

    Area counts, and saturation counts thrice: a small orange beak on a green bird says more than its grey shadow.
    ``what`` is "logo" or "icon", for the source's words and weight: an icon may be a tool's default.
    """
    try:
        weights = _pixel_weights(data)
    except InputError:
        return ()
    names = _fills(data) if is_svg(data) else []
    if reference.startswith(PREFIX) and BLACK not in names:
        weights.pop(BLACK, None)  # drawings without a fill are black until the site's sheet colours them
    source = f"{what} fill" if names else f"{what} pixels"
    found: dict[str, float] = {}
    for colour, weight in weights.most_common(16):
        near = min(names, key=lambda fill: _distance(fill, colour), default=colour)
        name = near if _distance(near, colour) < NEAR else colour
        found[name] = found.get(name, 0.0) + weight
    total = sum(found.values()) or 1.0
    told = [colour for colour in found if colour in names or found[colour] > MARGINAL * total]
    ranked = sorted(told, key=lambda colour: -found[colour])[:MOST]
    shares = {colour: found[colour] / total for colour in ranked}
    coloured = {colour: share for colour, share in shares.items() if hued(colour)}
    if (
        part := sum(coloured.values())
    ) > TOLD:  # the name in black beside a sign in colour says nothing about the colour
        shares |= {colour: share / part for colour, share in coloured.items()}
    least, most = LEAST_AND_MOST[what]
    return best_first(
        Candidate(colour, source, clipped(least + (most - least) * share), reference)
        for colour, share in shares.items()
    )


def saturation(colour: str) -> float:
    """0 for greys, 1 for pure colours; the weight that a colour of a logo gets beside its area."""
    high, low = max(rgb(colour)), min(rgb(colour))
    return (high - low) / high if high else 0.0


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
    colours = (css_colour(value) for value in list(dict.fromkeys(values))[:MOST_FILLS])
    return list(dict.fromkeys(colour for colour in colours if colour not in {"", "#ffffff"}))


def _distance(one: str, other: str) -> int:
    return sum(abs(a - b) for a, b in zip(rgb(one), rgb(other), strict=True))
