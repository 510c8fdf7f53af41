"""The bytes behind a logo's reference: the best candidate that is really a drawable logo of the slot's shape."""

from __future__ import annotations

from dataclasses import dataclass

from templates.brand.css import Styles
from templates.brand.evidence import Candidate
from templates.brand.raster import checked_logo, is_svg
from templates.brand.site import Site
from templates.brand.svg_inline import PREFIX, svg_document
from templates.errors import InputError

TRIED = 5
LEAST = {"wide": 0.3, "square": 0.2}
SHAPES = {"wide": (1.2, 16.0), "square": (0.75, 1.34)}


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

    Broken ones are noted in the site's warnings.
    """
    low, high = SHAPES[slot]
    unseen = ""
    for candidate in [one for one in candidates if one.score >= LEAST[slot]][:TRIED]:
        data = _data(site, styles, candidate.value)
        if not data:
            unseen = unseen or candidate.value
            continue
        try:
            picture = checked_logo(data)
        except InputError as error:
            site.warnings.append(f"The logo {_short(candidate.value)} cannot be used. {error.what}")
            continue
        if low <= picture.width / picture.height <= high:
            return Choice(candidate.value, LogoFile(candidate.value, data, media_type(data)))
    return Choice(unseen)


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


def _data(site: Site, styles: Styles, reference: str) -> bytes | None:
    if reference.startswith(PREFIX):
        return svg_document(site, reference, styles)
    return site.get(reference)


def _short(reference: str) -> str:
    return reference if len(reference) < 100 else reference[:97] + "…"
