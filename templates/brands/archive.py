"""A brand as one file, ``<slug>.mwbrand``: a zip with its settings, the logos as found, the candidates for
them, and what was edited by hand.

PNGs, pictures and parts are made from these again on arrival, so a stranger's file brings no drawn picture and no part
that nobody wrote. Whatever is read from a zip is hostile until it was checked.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from templates.brand.artwork import write_artwork
from templates.brand.brand_file import FILE, BrandFile, read_brand_file
from templates.brand.logos.candidate_files import FOLDER, MOST_BYTES, kept_candidates
from templates.brand.logos.raster import checked_logo, open_picture
from templates.brand.logos.stored_logos import SLOTS, read_originals
from templates.brand.parts import edited_parts, write_parts
from templates.brand.store import PAGE_PICTURE, load_brand, redraw_logos
from templates.brand.sureness import USER
from templates.brand.texts.typed import completed, is_web_address
from templates.brands.library import existing, free_slug, new_brand_folder
from templates.brands.references import own_references, write_all
from templates.errors import InputError
from templates.files import read_text, storage_errors, write_bytes, write_text
from templates.importing.reading import read_limited
from templates.toml_files import parse_toml, updated_toml
from templates.workspace import Workspace

SUFFIX = ".mwbrand"
MOST_FILES = 250
MOST_CANDIDATES = 24  # pictures: five of each logo, and a few that were fetched since
LARGEST = {"": 6 * 1024**2, FILE: 300_000}  # bytes of one file; a logo may have 5 MB
ALL = 24 * 1024**2  # bytes of all of them
_DATE = (2026, 1, 1, 0, 0, 0)
_NAMES = re.compile(
    rf"brand\.toml|{re.escape(PAGE_PICTURE)}|{FOLDER}/[0-9a-f]{{20}}"
    r"|parts/[^\x00-\x1f\x7f\\/:*?\"<>|.\s][^\x00-\x1f\x7f\\/:*?\"<>|]{0,80}\.mjml"  # as every system can name it
    r"|logo-\w{1,20}-original\.(?:svg|png|jpe?g|webp|gif|ico|avif|bmp)"
)
_SLUG = re.compile(r"[A-Za-z0-9_-]{1,40}")
_LOCAL = re.compile(r"/(?!html\b)|~|file:|[A-Za-z]:[\\/]|\\\\")  # how a path of this computer begins; /html is an XPath
_PNG = b"\x89PNG\r\n\x1a\n"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError, OSError)


def export_brand(workspace: Workspace, slug: str, path: Path) -> None:
    """Write a brand to the file ``path``, which is replaced in one step; the same brand gives the same bytes.

    No path of this computer leaves with it. Raises InputError for what ``import_brand`` would refuse, StorageError.
    """
    folder = existing(workspace, slug)
    entries = {FILE: _portable(read_text(folder / FILE), folder / FILE).encode()}
    for file in _own_files(folder):
        with storage_errors(file):
            entries[file.relative_to(folder).as_posix()] = file.read_bytes()
    _check_sizes({name: len(data) for name, data in entries.items()}, folder)
    _check(folder, folder / FILE)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.comment = slug.encode()
        for name, data in sorted(entries.items()):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, data)
    write_bytes(path, whole.getvalue())


def import_brand(workspace: Workspace, path: Path) -> str:
    """Add the brand in an exported file to the workspace and return its folder name, a new one where it is taken.

    Raises InputError for what is no brand, damaged, too large or leads out of its folder, StorageError; nothing is left
    behind then.
    """
    files, old = _unpacked(read_limited(path, ALL), path)
    text = _text(files.pop(FILE), path)
    slug = free_slug(workspace, old)
    with new_brand_folder(workspace, slug) as folder:
        write_text(folder / FILE, text)
        for file, data in files.items():
            write_bytes(folder / file, data)
        _check(folder, path)
        _check_pictures(folder, path)
        _make(folder)
        write_all(own_references(folder, old, slug))
    return slug


def _own_files(folder: Path) -> list[Path]:
    """The logos' originals and candidates, the page's picture, the parts that are not as they were generated."""
    file = read_brand_file(folder)
    originals = [getattr(file.logo, f"original_{slot}") for slot in SLOTS]
    found = [folder / Path(name).name for name in originals if name]
    if _is_png(folder / PAGE_PICTURE):
        found.append(folder / PAGE_PICTURE)
    found += [folder / "parts" / name for name in edited_parts(folder)]
    written = (path for path in sorted(folder.glob("parts/*.mjml")) if not path.name.startswith("."))
    found += [path for path in written if path.name not in file.parts]
    plain = dict.fromkeys(path for path in found if path.is_file() and not path.is_symlink())
    for path in plain:
        _check_name(path.relative_to(folder).as_posix(), folder)
    return [*plain, *_candidates(folder, file)]


def _candidates(folder: Path, file: BrandFile) -> list[Path]:
    """The pictures that a person can still choose a logo from; heavy ones are fetched again when they are wanted."""
    values = [
        row.value for slot in SLOTS for row in file.evidence.get(f"logo_{slot}", ()) if not _LOCAL.match(row.value)
    ]
    light = [path for path in kept_candidates(folder, values) if path.stat().st_size <= MOST_BYTES]
    return light[:MOST_CANDIDATES]


def _is_png(path: Path) -> bool:
    if not path.is_file():
        return False
    with storage_errors(path), path.open("rb") as file:
        return file.read(len(_PNG)) == _PNG


def _portable(text: str, path: Path) -> str:
    """``brand.toml`` without what means something on one computer only. Raises InputError."""
    document = parse_toml(text, BrandFile, str(path))
    changes: dict[str, Any] = {"warnings": []}
    changes["site"] = "" if _LOCAL.match(document.site) else completed(document.site)
    references = {f"reference_{slot}": getattr(document.logo, f"reference_{slot}") for slot in SLOTS}
    changes["logo"] = {key: _without_folder(value) for key, value in references.items()}
    changes["evidence"] = {
        field: [_portable_row(dict(row)) for row in rows if row.source == USER or not _LOCAL.match(row.value)]
        for field, rows in document.evidence.items()
    }
    return updated_toml(text, changes, str(path))


def _portable_row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _without_folder(value) if isinstance(value, str) else value for key, value in row.items()}


def _without_folder(text: str) -> str:
    return re.split(r"[\\/]", text)[-1] if _LOCAL.match(text) else text


def _unpacked(data: bytes, path: Path) -> tuple[dict[str, bytes], str]:
    """The files of a zip by name, and the name that the brand's folder had. Raises InputError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files, comment = dict(_entries(archive, path)), archive.comment.decode("ascii", "replace")
    except _BROKEN as error:
        raise _no_brand(path) from error
    if FILE not in files:
        raise _no_brand(path)
    return files, comment if _SLUG.fullmatch(comment) else "brand"


def _entries(archive: zipfile.ZipFile, path: Path) -> Iterator[tuple[str, bytes]]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > ALL:
        raise _too_large(path)
    if sum(entry.filename.startswith(f"{FOLDER}/") for entry in entries) > MOST_CANDIDATES:
        raise _too_large(path)  # each of them is drawn
    for entry in entries:
        _check_name("" if stat.S_ISLNK(entry.external_attr >> 16) else entry.filename, path)
        most = _most(entry.filename)
        with archive.open(entry) as file:
            data = file.read(most + 1)  # what the zip says of its sizes may be a lie
        if len(data) > most:
            raise _too_large(path)
        yield entry.filename, data


def _check_name(name: str, path: Path) -> None:
    """Raise InputError for what is none of the files that a brand has, or has a name that not every system takes."""
    if not _NAMES.fullmatch(name):
        raise InputError("This is no part of a brand, or its name is not usable: {name}.", place=path, name=ascii(name))


def _most(name: str) -> int:
    """Bytes that an entry may have."""
    if name.startswith(f"{FOLDER}/"):
        return MOST_BYTES
    return LARGEST.get(name, LARGEST[""])


def _check_sizes(sizes: Mapping[str, int], folder: Path) -> None:
    """Raise InputError for what ``_entries`` would refuse, when a brand is written."""
    if len(sizes) > MOST_FILES or sum(sizes.values()) > ALL:
        raise InputError(
            "This brand is more than a file can hold: {most} files of {size} MB together.",
            advice="Delete parts that no template uses.",
            place=folder,
            most=MOST_FILES,
            size=ALL // 1024**2,
        )
    for name, size in sizes.items():
        if size > _most(name):
            raise InputError("This file is too large for an exported brand.", place=folder / name)


def _text(data: bytes, path: Path) -> str:
    """What the file says of the brand, without paths that would mean something else here. Raises InputError."""
    try:
        return _portable(data.decode("utf-8-sig"), path)
    except UnicodeDecodeError as error:
        raise _no_brand(path) from error


def _check(folder: Path, path: Path) -> None:
    """Raise InputError unless the addresses are those of the web, pictures can be drawn and the parts are text."""
    file = read_brand_file(folder)
    site = "" if _LOCAL.match(file.site) else completed(file.site)
    for address in (site, *file.social.values(), file.font.url):
        if address and not is_web_address(address):
            raise InputError("`{address}` is no address of the web.", place=path, address=address[:80])
    for logo in read_originals(folder, file.logo).values():
        checked_logo(logo.data)
    for part in folder.glob("parts/*.mjml"):
        read_text(part)


def _check_pictures(folder: Path, path: Path) -> None:
    """Raise InputError unless the page's picture is a PNG; candidates that cannot be drawn go."""
    page = folder / PAGE_PICTURE
    if page.is_file():
        if not _is_png(page):
            raise InputError("The picture of the page is no PNG.", place=path)
        open_picture(page.read_bytes())
    for candidate in folder.glob(f"{FOLDER}/*"):
        try:
            checked_logo(candidate.read_bytes())
        except InputError:
            candidate.unlink()


def _make(folder: Path) -> None:
    """Make what is made: the PNGs of the logos, the pictures, the parts that nobody edited."""
    redraw_logos(folder)
    write_artwork(folder, load_brand(folder).palettes[0])
    write_parts(folder)


def _no_brand(path: Path) -> InputError:
    return InputError("There is no brand in this file.", advice="Choose an exported .mwbrand file.", place=path)


def _too_large(path: Path) -> InputError:
    return InputError("This file holds more than a brand does.", advice="Export the brand again.", place=path)
