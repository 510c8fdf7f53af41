"""Going back to the brand as it was before an update. Knows no Qt."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from templates.brand.store import PAGE_PICTURE
from templates.files import storage_errors, write_bytes

_KEPT = ("brand.toml", "logo-*", "candidates/*", PAGE_PICTURE)


@dataclass(frozen=True)
class BrandChange:
    """What work on a brand changed: each such file as it was (None: not there), and the hash of how it was left."""

    folder: Path
    before: Mapping[str, bytes | None]
    after: Mapping[str, str | None]

    def changed_since(self) -> list[str]:
        """Return the files that somebody else changed after the work was done. Raises StorageError."""
        now = {name: _hash(_data(self.folder / name)) for name in self.before}
        return [name for name, data in self.before.items() if now[name] not in {self.after[name], _hash(data)}]

    def take_back(self) -> None:
        """Write those files as they were, and delete those that were made; others stay. Raises StorageError."""
        for name, data in self.before.items():
            _put(self.folder / name, data)


@dataclass(frozen=True)
class BrandSnapshot:
    """A brand's own files: settings, logos, the page's picture. Artwork and parts are made from them."""

    folder: Path
    files: Mapping[str, bytes]

    @classmethod
    def take(cls, folder: Path) -> BrandSnapshot:
        """Remember the brand as it is now. Raises StorageError."""
        return cls(folder, _own_files(folder))

    def change(self) -> BrandChange:
        """Return what became of the brand since then. Raises StorageError."""
        now = _own_files(self.folder)
        names = [name for name in sorted({*self.files, *now}) if self.files.get(name) != now.get(name)]
        before = {name: self.files.get(name) for name in names}
        return BrandChange(self.folder, before, {name: _hash(now.get(name)) for name in names})

    def restore(self) -> None:
        """Put it back; files that came since then go. Raises StorageError."""
        self.change().take_back()


def _own_files(folder: Path) -> dict[str, bytes]:
    with storage_errors(folder):
        paths = [path for pattern in _KEPT for path in folder.glob(pattern) if path.is_file()]
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _data(path: Path) -> bytes | None:
    with storage_errors(path):
        return path.read_bytes() if path.is_file() else None


def _hash(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()


def _put(path: Path, data: bytes | None) -> None:
    if data is not None:
        write_bytes(path, data)
        return
    with storage_errors(path):
        if path.is_file():  # a folder of that name is somebody's own
            path.unlink()
