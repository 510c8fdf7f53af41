"""A brand's logos on disk: the originals as they were found, and the PNGs made from them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from templates.brand.brand_file import LogoTable
from templates.brand.colours.brand_colours import BrandColours
from templates.brand.logos.logo_file import LogoFile, media_type
from templates.brand.logos.logo_png import make_logos, seen_on_dark
from templates.brand.logos.raster import checked_logo
from templates.errors import InputError
from templates.files import storage_errors, write_bytes
from templates.importing.reading import read_limited

if TYPE_CHECKING:
    from templates.brand.opening.fetch import Fetcher

SUFFIXES = {"image/svg+xml": "svg", "image/jpeg": "jpg", "image/x-icon": "ico"}
SLOTS = ("wide", "square", "dark")
PNGS = {"wide": "logo-wide.png", "wide_dark": "logo-wide-dark.png", "square": "logo-square.png"}
_MOST = 5 * 1024**2  # bytes that are read: not fewer than a logo may have
SIZES = ("width", "height", "dark_width", "dark_height", "drawn")


def read_originals(folder: Path, table: LogoTable) -> dict[str, LogoFile]:
    """The logos' originals that the file names and the folder still has."""
    files = {}
    for slot in SLOTS:
        name = Path(getattr(table, f"original_{slot}")).name
        if name and (folder / name).is_file():
            with storage_errors(folder / name):
                data = (folder / name).read_bytes()
            files[slot] = LogoFile(getattr(table, f"reference_{slot}"), data, media_type(data))
    return files


def write_logos(folder: Path, name: str, colours: BrandColours, files: Mapping[str, LogoFile]) -> dict[str, Any]:
    """Make and write the PNGs, write the originals, and return what ``[logo]`` says of them."""
    logos = make_logos(name, colours, files)
    for picture, file_name in PNGS.items():
        write_bytes(folder / file_name, getattr(logos, picture))
    table: dict[str, Any] = {**PNGS} | {size: getattr(logos, size) for size in SIZES}
    for slot in SLOTS:
        file = files.get(slot)
        original = f"logo-{slot}-original.{_suffix(file.media_type)}" if file else ""
        if file:
            write_bytes(folder / original, file.data)
        table |= {f"original_{slot}": original, f"reference_{slot}": _short(file.reference) if file else ""}
    return table


def logo_from(value: Any, fetcher: Fetcher | None) -> LogoFile | None:
    """A person's logo: bytes, a file, what is at a URL, or what was found before; None for an empty value.

    Raises InputError for what is no picture, FetchError, StorageError.
    """
    if value in ("", b"", None):
        return None
    if isinstance(value, LogoFile):
        checked_logo(value.data)
        return LogoFile(value.reference, value.data, media_type(value.data))
    given = isinstance(value, bytes | bytearray)
    data = bytes(value) if given else _picture(str(value), fetcher)
    checked_logo(data)
    return LogoFile("" if given else str(value), data, media_type(data))


def dark_logo(value: Any, fetcher: Fetcher | None) -> LogoFile | None:
    """A person's logo for dark grounds, as ``logo_from`` takes it. InputError when nobody would see it there."""
    file = logo_from(value, fetcher)
    if file is not None and not seen_on_dark(checked_logo(file.data)):
        raise InputError("This logo cannot be seen on a dark ground.", advice="Choose one in light colours.")
    return file


def missing_pngs(folder: Path) -> bool:
    """Whether one of the pictures that mails show is gone from the brand's folder."""
    return not all((folder / name).is_file() for name in PNGS.values())


def _picture(source: str, fetcher: Fetcher | None) -> bytes:
    if source.startswith(("http://", "https://")):
        from templates.brand.opening.fetch import HttpFetcher  # the network's libraries load only when they are used

        if fetcher is not None:
            return fetcher.fetch(source, "image").data
        with HttpFetcher() as http:
            return http.fetch(source, "image").data
    if "\0" in source:
        raise InputError("This is not the path of a file.", advice="Check the path.")
    return read_limited(Path(source).expanduser(), _MOST)


def _suffix(media_type: str) -> str:
    return SUFFIXES.get(media_type) or media_type.rpartition("/")[2]


def _short(reference: str) -> str:
    """A data address is its picture once more; its beginning is enough to know it."""
    return reference if len(reference) < 500 else reference[:40] + "…"
