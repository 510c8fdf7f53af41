"""The files of a template as an open document has them: as they were on disk, and as they are now."""

from __future__ import annotations

import re
from pathlib import Path

from templates.files import read_text, storage_errors, write_text
from templates.template_folder import TemplateFolder

_SIDE = re.compile(r"template\.toml|template\.txt|data/[^/\\]+\.json|versions/(?:[a-j]\.(?:mjml|txt)|versions\.toml)")
_MARK = "\ufeff"  # a byte order mark is kept where it was


def is_side(name: str) -> bool:
    """Whether a document may have a side of that name."""
    return _SIDE.fullmatch(name) is not None


class DocumentFiles:
    """Reads and writes ``template.mjml`` and, by their names, the *sides*: the other text files of the template."""

    def __init__(self, folder: TemplateFolder) -> None:
        """Read the text. Raises StorageError."""
        self.folder = folder
        self.text_on_disk = self.read()
        """The text as it was last read or written here."""
        self._sides: dict[str, str | None] = {}
        self._sides_on_disk: dict[str, str | None] = {}

    def read(self) -> str:
        """Return the text that is on disk now. Raises StorageError."""
        path = self.folder.mjml_path
        with storage_errors(path), path.open("rb") as file:
            self._bom = _MARK if file.read(3) == _MARK.encode() else ""
        return read_text(path)

    def write(self, text: str) -> None:
        """Write the text, and the sides that are different. Raises StorageError; nothing is written by halves."""
        write_text(self.folder.mjml_path, self._bom + text)
        self.text_on_disk = text
        for name in self.changed_sides():
            side = self._sides[name]
            path = self._path(name)
            if side is None:
                with storage_errors(path):
                    path.unlink(missing_ok=True)
            else:
                write_text(path, side)
            self._sides_on_disk[name] = side

    def side(self, name: str) -> str | None:
        """Return a side as it is now; None when there is no such file. Raises StorageError."""
        if name not in self._sides:
            path = self._path(name)
            self._sides[name] = self._sides_on_disk[name] = read_text(path) if path.is_file() else None
        return self._sides[name]

    def side_on_disk(self, name: str) -> str | None:
        """Return a side as it was last read or written; None when there was no such file. Raises StorageError."""
        self.side(name)
        return self._sides_on_disk[name]

    def known_sides(self) -> dict[str, str | None]:
        """Return the sides that were asked for so far, as they were last read or written."""
        return dict(self._sides_on_disk)

    def take_over(self, name: str, text: str | None) -> bool:
        """Note what somebody else wrote into a side; it is shown (True) unless it was changed here."""
        mine = self._sides[name] != self._sides_on_disk[name]
        self._sides_on_disk[name] = text
        if not mine:
            self._sides[name] = text
        return not mine

    def set_side(self, name: str, text: str | None) -> None:
        """Give a side another content; it is written with the text."""
        self.side(name)
        self._sides[name] = text

    def changed_sides(self) -> list[str]:
        """Return the names of the sides that are not as they are on disk."""
        return [name for name, text in self._sides.items() if text != self._sides_on_disk[name]]

    def _path(self, name: str) -> Path:
        if not is_side(name):
            raise ValueError(f"{name} is no side of a template")
        return self.folder.root / name
