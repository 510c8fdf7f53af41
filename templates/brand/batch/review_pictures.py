"""Logos as the review sheet shows them: small PNGs of our own drawing, inside the page."""

from __future__ import annotations

import base64
from pathlib import Path

from templates.brand.brand_file import read_brand_file
from templates.brand.logos.candidate_files import read_candidate
from templates.brand.logos.logo_png import fitted, make_logos
from templates.brand.logos.raster import checked_logo, open_picture, png_bytes
from templates.brand.logos.stored_logos import read_originals
from templates.brand.store import StoredBrand
from templates.errors import InputError
from templates.files import storage_errors

BOX = (360, 144)  # pixels: a strip's place at twice its size
MOST_BYTES = 12_000


def candidate_picture(folder: Path, value: str) -> str:
    """A candidate's picture as a data address; "" when it is not kept or cannot be drawn."""
    kept = read_candidate(folder, value)
    if kept is None:
        return ""
    try:
        return _data_address(png_bytes(fitted(checked_logo(kept.data), *BOX), MOST_BYTES))
    except InputError:
        return ""


def drawn_pictures(brand: StoredBrand, slot: str) -> tuple[str, str]:
    """What a slot shows without a file, on light and on dark ground: the name in type, the initials."""
    files = read_originals(brand.folder, read_brand_file(brand.folder).logo)
    made = make_logos(brand.name, brand.colours, {other: file for other, file in files.items() if other != slot})
    square = _data_address(made.square)
    return (square, square) if slot == "square" else (_data_address(made.wide), _data_address(made.wide_dark))


def file_picture(path: Path) -> str:
    """A PNG of the brand's as a data address; "" when somebody took it away or damaged it."""
    if not path.is_file():
        return ""
    with storage_errors(path):
        data = path.read_bytes()
    try:
        return _data_address(png_bytes(fitted(open_picture(data), *BOX), MOST_BYTES))
    except InputError:
        return ""


def _data_address(png: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"
