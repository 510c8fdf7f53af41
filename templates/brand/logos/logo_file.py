"""The bytes behind a logo's reference: the best candidate that is really a drawable logo of the slot's shape."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from templates.brand.colours.contrast import DARK_GROUND
from templates.brand.evidence import Candidate
from templates.brand.logos.css_logos import mask_colour
from templates.brand.logos.ground import ON_DARK, seen_on
from templates.brand.logos.raster import checked_logo, is_svg, open_picture, png_bytes, trimmed
from templates.brand.logos.shown_logos import BESIDE
from templates.brand.logos.svg_inline import PREFIX, svg_document
from templates.brand.reading.css import Styles
from templates.brand.site import Site
from templates.errors import InputError

if TYPE_CHECKING:
    from PIL.Image import Image

TRIED = 5
PATIENCE = 5.0  # seconds of a whole extraction that may go into drawings which come to nothing
LARGE = 48  # pixels from which an icon is one for mails
LEAST = {"wide": 0.3, "square": 0.25, "dark": 0.25}
MARK = 2.0  # width by height up to which a drawing on a square canvas is a mark, not a name
MUCH = {"wide": 0.15, "square": 0.0, "dark": 0.15}  # by how much one that was not there must have been surer
NONE = Candidate("", "", 0.0)
UNSEEN = {"wide": 0.3, "square": 0.25, "dark": 0.5}  # scores from which one that could not be had is believed
SHAPES = {"wide": (1.2, 24.0), "square": (0.75, 1.34), "dark": (1.2, 24.0)}


@dataclass(frozen=True)
class LogoFile:
    """The original of a logo as it was found: ``data`` is what was fetched, ``media_type`` what the bytes are."""

    reference: str
    data: bytes
    media_type: str


@dataclass(frozen=True)
class Choice:
    """A slot's logo: ``reference`` may be one whose bytes could not be had, then ``file`` is None; "" for no logo."""

    reference: str = ""
    file: LogoFile | None = None


def choose_logo(site: Site, styles: Styles, candidates: tuple[Candidate, ...], slot: str) -> Choice:
    """The first candidate that can be drawn in the slot's shape; else the first whose bytes could not be had.

    ``slot`` is "wide", "square" or "dark": the wide one for dark grounds, which must be seen there. A favicon is the
    square one only where nothing larger is. Broken ones are noted in the site's warnings.
    """
    unseen, small = NONE, None
    for candidate in [one for one in candidates if one.score >= LEAST[slot]][:TRIED]:
        if site.wasted > PATIENCE or (site.fetcher is None and candidate.score < unseen.score - MUCH[slot]):
            break  # offline the page's own word counts more than what happens to be inside it
        data = logo_bytes(site, styles, candidate.value)
        if not data:
            unseen = candidate if not unseen.value and candidate.score >= UNSEEN[slot] else unseen
            continue
        picture = _drawn(site, candidate.value, data)
        if picture is None or not _fits(picture, slot, BESIDE in candidate.source):
            continue
        choice = Choice(candidate.value, LogoFile(candidate.value, data, media_type(data)))
        if slot != "square" or min(picture.size) >= LARGE:
            return choice
        small = small or choice
    return small or Choice(unseen.value)


def _drawn(site: Site, reference: str, data: bytes) -> Image | None:
    """The picture on its whole canvas; None, with a warning and the time it cost, for what is no logo."""
    started = time.monotonic()
    try:
        checked_logo(data)
        return open_picture(data)
    except InputError as error:
        site.warnings.append(f"The logo {_short(reference)} cannot be used. {error.what}")
        site.wasted += time.monotonic() - started
        return None


def _fits(picture: Image, slot: str, beside_name: bool) -> bool:
    """Whether a picture has the slot's shape: an icon by its canvas, a wide logo by what is drawn on it."""
    low, high = SHAPES[slot]
    drawn = trimmed(picture)
    ratio = drawn.width / drawn.height
    icon = SHAPES["square"][0] <= picture.width / picture.height <= SHAPES["square"][1]
    if slot == "square":
        return icon or low <= ratio <= high
    # A mark on a square canvas is an icon though it be wider than high; a name drawn there is much wider.
    if icon and (beside_name or ratio < MARK):
        return False
    return low <= ratio <= high and (slot != "dark" or seen_on(drawn, DARK_GROUND, ON_DARK))


def media_type(data: bytes) -> str:
    """What bytes are, by their first ones; never by a name or a header."""
    if is_svg(data):
        return "image/svg+xml"
    kinds = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif", b"BM": "bmp", b"\0\0\x01\0": "x-icon"}
    if data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:12] in {b"ftypavif", b"ftypavis"}:
        return "image/avif"
    return "image/" + next((kind for magic, kind in kinds.items() if data.startswith(magic)), "png")


def logo_bytes(site: Site, styles: Styles, reference: str) -> bytes | None:
    """What a logo's reference stands for: a file's bytes, or a drawing out of the page; None when it cannot be had."""
    if reference.startswith(PREFIX):
        return svg_document(site, reference, styles)
    data = site.get(reference)
    colour = mask_colour(styles, reference, site.page.base) if data else ""
    return _painted_through(data, colour) if data and colour else data


def _painted_through(data: bytes, colour: str) -> bytes:
    """A mask has no colour of its own: its shape in the colour that the page shows through it."""
    from PIL import Image

    try:
        shape = open_picture(data)
    except InputError:
        return data
    painted = Image.new("RGBA", shape.size, colour)
    painted.putalpha(shape.getchannel("A"))
    return png_bytes(painted)


def _short(reference: str) -> str:
    return reference if len(reference) < 100 else reference[:97] + "…"
