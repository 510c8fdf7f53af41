"""The pictures of candidate logos, kept beside the brand so that a person can choose among them without the network."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from templates.brand.evidence import Candidate
from templates.brand.logos.ground import for_dark, for_white
from templates.brand.logos.logo_file import LogoFile, logo_bytes, media_type
from templates.brand.logos.logo_png import fitted
from templates.brand.logos.raster import checked_logo
from templates.brand.logos.svg_inline import PREFIX
from templates.brand.reading.css import Styles
from templates.brand.site import Site
from templates.files import storage_errors, write_bytes

if TYPE_CHECKING:
    from PIL.Image import Image

    from templates.brand.opening.fetch import Fetcher

FOLDER = "candidates"
KEPT = 5  # of each slot, as many as the evidence names
LONGEST = 2000  # characters of a candidate that is worth keeping; longer ones are pictures in data addresses
MOST_BYTES = 400_000  # of one picture: a heavier one is fetched when somebody wants to see it


def candidate_files(site: Site, styles: Styles, slots: Iterable[Sequence[Candidate]]) -> dict[str, LogoFile]:
    """The bytes of each slot's best candidates by their values, as far as they are at hand: nothing is fetched."""
    offline = replace(site, fetcher=None, warnings=[])
    shown = [candidate.value for slot in slots for candidate in slot[:KEPT]]
    values = dict.fromkeys(value for value in shown if len(value) < LONGEST)
    found = ((value, logo_bytes(offline, styles, value)) for value in values)
    return {value: LogoFile(value, data, media_type(data)) for value, data in found if data and len(data) <= MOST_BYTES}


def write_candidates(folder: Path, files: Mapping[str, LogoFile]) -> None:
    """Keep these pictures in the brand's folder; those of an earlier extraction go. Raises StorageError."""
    old = set((folder / FOLDER).glob("*")) - {_path(folder, value) for value in files}
    for value, file in files.items():
        write_bytes(_path(folder, value), file.data)
    for path in old:
        with storage_errors(path):
            path.unlink()


def read_candidate(folder: Path, value: str) -> LogoFile | None:
    """The picture that is kept for a candidate; None when there is none. Raises StorageError."""
    path = _path(folder, value)
    if not path.is_file():
        return None
    with storage_errors(path):
        data = path.read_bytes()
    return LogoFile(value, data, media_type(data))


def kept_candidates(folder: Path, values: Iterable[str]) -> list[Path]:
    """The files of those candidates whose pictures are kept, in the order of ``values``."""
    paths = dict.fromkeys(_path(folder, value) for value in values)
    return [path for path in paths if path.is_file() and not path.is_symlink()]


def thumbnail(data: bytes, side: int) -> bytes:
    """A logo, trimmed, as a PNG with no side longer than ``side`` pixels. Raises InputError for what is no logo."""
    return _png(fitted(checked_logo(data), side, side))


def previews(data: bytes, side: int, primary: str) -> tuple[bytes, bytes]:
    """A logo as a light header and as a dark one would show it, as PNGs like ``thumbnail``. Raises InputError."""
    picture = fitted(checked_logo(data), side, side)
    return _png(for_white(picture, primary)), _png(for_dark(picture))


def can_fetch(value: str) -> bool:
    """Whether a candidate is an address; a drawing inside the page's HTML has none."""
    return value.startswith(("https://", "http://"))


def is_inline(value: str) -> bool:
    """Whether a candidate is a drawing inside the page's HTML."""
    return value.startswith(PREFIX)


def fetch_candidate(folder: Path, value: str, fetcher: Fetcher) -> None:
    """Fetch a candidate's picture unless it is kept already. Raises FetchError, StorageError, Cancelled."""
    path = _path(folder, value)
    if can_fetch(value) and not path.is_file():
        write_bytes(path, fetcher.fetch(value, "image").data)


def _png(picture: Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _path(folder: Path, value: str) -> Path:
    """A name that says nothing of a stranger's address, so that no address can lead out of the folder."""
    return folder / FOLDER / hashlib.sha256(value.encode()).hexdigest()[:20]
