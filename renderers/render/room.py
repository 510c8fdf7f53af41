"""Room for files that are only kept for convenience: those not looked at for the longest time make way."""

from __future__ import annotations

import contextlib
from collections.abc import Collection
from pathlib import Path

_SHRINK_TO = 0.9  # of the limit, so that not every new file makes room again
_COUNT_AGAIN = 100  # files; other processes write here too


class Room:
    """At most ``limit`` bytes of files ``ab/ab…`` with these endings in a folder; each may have a ``.json`` beside it.

    Whatever else lies there is not ours: people may choose a folder in which they keep other pictures.
    Several processes may share the folder: each counts it now and then, so that the limit may be passed for a while.
    """

    def __init__(self, folder: Path, endings: Collection[str], limit: int) -> None:
        self._folder = folder
        self._endings = endings
        self._limit = limit
        self._size = 0
        self._made = 0

    def make(self, coming: int) -> None:
        """Remove the oldest files if ``coming`` more bytes pass the limit."""
        if self._made % _COUNT_AGAIN == 0:
            self._size = sum(size for _, size, _ in self._files())
        self._made += 1
        self._size += coming
        if self._size > self._limit:
            self._size = coming + self._remove_oldest(int(self._limit * _SHRINK_TO) - coming)

    def _remove_oldest(self, target: int) -> int:
        """Remove until at most ``target`` bytes are left; return how many are."""
        files = sorted(self._files())
        left = sum(size for _, size, _ in files)
        for _, size, path in files:
            if left <= target:
                break
            with contextlib.suppress(OSError):
                remove(path)
                left -= size
        return left

    def _files(self) -> list[tuple[float, int, Path]]:
        """Return (last use, bytes, path) of every file that is there."""
        found = []
        for path in self._folder.glob("??/*"):
            if path.suffix in self._endings and path.name.startswith(path.parent.name):
                with contextlib.suppress(OSError):  # another process removed it meanwhile
                    state = path.stat()
                    found.append((state.st_mtime, state.st_size, path))
        return found


def remove(path: Path) -> None:
    """Remove a file, and what is known of it. Raises OSError."""
    path.unlink(missing_ok=True)
    path.with_suffix(".json").unlink(missing_ok=True)
