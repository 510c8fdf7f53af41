"""A zip with a saved page in it. Nothing is unpacked to disk: names cannot lead anywhere, and sizes are counted."""

from __future__ import annotations

import io
import posixpath
import stat
import zlib
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from templates.brand.opening.page_text import saved_text
from templates.brand.opening.saved_page import PAGE_BYTES, archived_site, first_page
from templates.brand.site import FILE_BYTES, Site
from templates.errors import InputError

if TYPE_CHECKING:
    from templates.brand.opening.fetch import Fetcher

ZIP_BYTES = 50_000_000
MOST_FILES = 5_000
UNPACKED = 60_000_000  # bytes that all files together may give
RATIO = 200  # of unpacked to packed bytes; a sheet of nothing but spaces has 100
ENTRY = b"PK\x01\x02"  # what each entry of the directory begins with


def zip_site(file: Path, data: bytes, base_url: str | None, fetcher: Fetcher | None) -> Site:
    """The site of a zip. Raises InputError when it is damaged, encrypted, too large or holds no page."""
    archive = ZipArchive(data, str(file))
    name = first_page(list(archive.names))
    if not name:
        raise InputError("There is no HTML page in {path}.", advice="Put the saved home page into it.", path=str(file))
    text = saved_text(archive.page(name), "", f"{file}/{name}")
    return archived_site(text, archive, base_url or "", file, fetcher)


class ZipArchive:
    """The files of a zip that may be read: plain ones, inside it, of a size that a page's files have.

    ``names`` maps each file's path to its entry. Links, paths that lead out and files of odd kinds are not there.
    """

    def __init__(self, data: bytes, what: str) -> None:
        self._what, self._left = what, UNPACKED
        if data.count(ENTRY) > MOST_FILES:
            raise InputError(
                "{path} holds more than {limit} files.",
                advice="Unpack it and give the folder.",
                path=what,
                limit=MOST_FILES,
            )
        try:
            self._zip = ZipFile(io.BytesIO(data))
            self.names = {path: entry for entry in self._zip.infolist() if (path := _usable_path(entry))}
        except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise self._damaged() from error
        self._folder = ""
        if any(entry.flag_bits & 1 for entry in self.names.values()):
            raise InputError("{path} is locked with a password.", advice="Unpack it and give the folder.", path=what)

    def page(self, name: str) -> bytes:
        """The bytes of the page; from now on its folder is where relative paths begin. Raises InputError."""
        data = self._unpacked(self.names[name], PAGE_BYTES)
        if data is None:
            raise self._damaged()
        self._folder = posixpath.dirname(name)
        return data

    def read(self, url: str, paths: list[str]) -> bytes | None:
        """The file at one of the paths, from the page's folder or from the top."""
        del url  # a zip knows its files by path alone
        wanted = [posixpath.normpath(posixpath.join(folder, path)) for path in paths for folder in (self._folder, "")]
        entries = (self.names[path] for path in wanted if path in self.names)
        return next((data for entry in entries if (data := self._unpacked(entry, FILE_BYTES)) is not None), None)

    def _unpacked(self, entry: ZipInfo, most: int) -> bytes | None:
        """A file's bytes; None for one that is damaged, larger than ``most``, or than all may be together."""
        most = min(most, self._left)
        if entry.file_size > most or entry.file_size > RATIO * max(entry.compress_size, 1000):
            return None
        try:
            with self._zip.open(entry) as file:
                data = file.read(most + 1)
        except (BadZipFile, EOFError, OSError, RuntimeError, ValueError, zlib.error):
            return None
        self._left -= len(data)
        return data if len(data) <= most else None

    def _damaged(self) -> InputError:
        return InputError("The archive {path} cannot be read.", advice="Pack it again.", path=self._what)


def _usable_path(entry: ZipInfo) -> str:
    """The entry's path inside the archive; "" for what is no plain file, leads out, or is packed in a rare way."""
    mode = entry.external_attr >> 16
    if entry.is_dir() or (mode and stat.S_IFMT(mode) not in {0, stat.S_IFREG}):
        return ""
    if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        return ""
    path = posixpath.normpath(entry.filename.replace("\\", "/"))
    hidden = path.startswith(("__MACOSX/", "."))
    return "" if hidden or path.startswith(("/", "../")) or ":" in path.split("/")[0] else path
