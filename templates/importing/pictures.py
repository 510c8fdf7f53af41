"""Pictures of an imported file: copied beside the template when they lie beside it, left where they are when remote."""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata
from html import escape
from pathlib import Path, PurePosixPath
from urllib.parse import unquote_to_bytes

from templates.compile.images import map_images
from templates.errors import InputError, MailwrightError
from templates.importing.beside import find_beside
from templates.importing.reading import read_limited
from templates.importing.result import Picture

FOLDER = "images"
HEAVIEST = 10 * 1024**2  # bytes of one picture
MOST = 300  # pictures
HEAVIEST_TOGETHER = 60 * 1024**2  # bytes
_EMBEDDED = re.compile(
    r"data:image/(?P<kind>png|jpe?g|gif|webp)\s*;\s*base64\s*,\s*(?P<data>[A-Za-z0-9+/=%\s]{40,}?)(?=[\"')&]|\s*$)",
    re.IGNORECASE,
)
_LOCAL_ADDRESS = re.compile(
    r"""(?<![\w-])(?:src|background|background-url)\s*=\s*["'](file:[^"']*)["']""", re.IGNORECASE
)
_SVG = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype svg[^>]*>\s*)?<svg[\s>]", re.I | re.S)


class PictureBox:
    """Collects the pictures of one import. ``target`` is the template's folder from the workspace's root."""

    def __init__(self, root: Path | None, target: str) -> None:
        self._root, self._target = root, target
        self.files: dict[str, bytes] = {}
        self.found: dict[str, Picture] = {}
        self._by_source: dict[str, str] = {}

    def taken_in(self, text: str, folder: PurePosixPath) -> str:
        """Return ``text`` with its pictures copied and named by their new paths; ``folder`` is where its file lies."""
        text = _EMBEDDED.sub(self._embedded, text)
        for match in _LOCAL_ADDRESS.finditer(text):
            self._miss(match[1], InputError("`{path}` lies on another computer.", path=match[1]))
        return map_images(text, lambda path: self._taken(path, folder))[0]

    def _taken(self, reference: str, folder: PurePosixPath) -> str:
        """Return the new path of a picture; the old one when it cannot be had."""
        if reference.startswith(f"{self._target}/{FOLDER}/"):  # was embedded, and is a file already
            return reference
        try:
            path, identity = self._find(reference, folder)
            if identity not in self._by_source:
                self._by_source[identity] = self._add(path.name, self._read(path))
        except MailwrightError as error:
            self._miss(reference, error)
            return reference
        new = self._by_source[identity]
        self.found[reference] = Picture(reference, new, len(self.files[new]))
        return f"{self._target}/{new}"

    def _find(self, reference: str, folder: PurePosixPath) -> tuple[Path, str]:
        if self._root is None:
            raise InputError("`{path}` is not there.", advice="Choose the folder that holds it.", path=reference)
        return find_beside(self._root, reference, folder)

    def _read(self, path: Path) -> bytes:
        if len(self.files) >= MOST:
            raise InputError("There are more than {most} pictures.", most=MOST)
        room = HEAVIEST_TOGETHER - sum(map(len, self.files.values()))
        data = read_limited(path, min(HEAVIEST, room))
        if not kind_of(data):
            raise InputError("`{path}` is no picture that mails can show.", path=path.name)
        return data

    def _miss(self, reference: str, error: MailwrightError) -> None:
        self.found[reference] = Picture(reference, problem=error)

    def _embedded(self, match: re.Match[str]) -> str:
        """A picture written into the text becomes a file: Gmail shows no other."""
        try:
            data = base64.b64decode(re.sub(rb"\s", b"", unquote_to_bytes(match["data"])), validate=True)
        except binascii.Error:
            return match[0]
        kind = kind_of(data)
        if not kind or len(data) > HEAVIEST or len(self.files) >= MOST:
            return match[0]
        new = self._add(f"embedded.{kind}", data)
        self.found[new] = Picture(new, new, len(data))
        return escape(f"{self._target}/{new}")

    def _add(self, name: str, data: bytes) -> str:
        for path, known in self.files.items():
            if known == data:
                return path
        path = f"{FOLDER}/{_safe(name)}"
        stem, dot, ending = path.rpartition(".")
        number, taken = 1, {known.casefold() for known in self.files}
        while path.casefold() in taken:
            number += 1
            path = f"{stem}-{number}{dot}{ending}"
        self.files[path] = data
        return path


def kind_of(data: bytes) -> str:
    """Return the usual ending of a picture's file by its first bytes; "" for what is none that mails can show."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    return "svg" if _SVG.match(data[:4096]) else ""


def _safe(name: str) -> str:
    """A file name that needs no escaping in an address."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    stem, dot, ending = re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-.").rpartition(".")
    return f"{(stem or 'picture')[:60]}{dot or '.'}{ending[:8]}" if ending else "picture"
