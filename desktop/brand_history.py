"""Going back to the brand as it was before an update. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from templates.brand.store import PAGE_PICTURE
from templates.files import storage_errors, write_bytes

_KEPT = ("brand.toml", "logo-*", "candidates/*", PAGE_PICTURE)


@dataclass(frozen=True)
class BrandSnapshot:
    """A brand's own files: settings, logos, the page's picture. Artwork and parts are made from them."""

    folder: Path
    files: Mapping[str, bytes]

    @classmethod
    def take(cls, folder: Path) -> BrandSnapshot:
        """Remember the brand as it is now. Raises StorageError."""
        with storage_errors(folder):
            return cls(folder, {_name(folder, path): path.read_bytes() for path in _own_files(folder)})

    def restore(self) -> None:
        """Put it back; files that came since then go. Raises StorageError."""
        for name, data in self.files.items():
            write_bytes(self.folder / name, data)
        with storage_errors(self.folder):
            for path in _own_files(self.folder):
                if _name(self.folder, path) not in self.files:
                    path.unlink()


def _own_files(folder: Path) -> list[Path]:
    return [path for pattern in _KEPT for path in folder.glob(pattern)]


def _name(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()
