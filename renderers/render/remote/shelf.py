"""What was fetched, on disk: by its address, with its age; failures too, for a short time."""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from renderers.render.room import Room
from templates.errors import StorageError
from templates.files import write_bytes

FRESH_S = 24 * 3600.0
FAILED_S = 300.0
LIMIT_BYTES = 300_000_000
_ENDING = ".bin"


@dataclass(frozen=True)
class Fetched:
    """What came of one address: ``url`` is where its redirects ended, ``charset`` what the server said or "".

    ``data`` is None where nothing came.
    """

    url: str
    data: bytes | None
    charset: str = ""


class Shelf:
    """A folder of fetched files; several processes may share it. What is damaged counts as absent."""

    def __init__(
        self, folder: Path | None = None, *, limit: int = LIMIT_BYTES, clock: Callable[[], float] = time.time
    ) -> None:
        self._folder = folder or platformdirs.user_cache_path("mailwright", appauthor=False) / "remote"
        self._room = Room(self._folder, (_ENDING,), limit)
        self._clock = clock

    def get(self, address: str, *, stale: bool = False) -> Fetched | None:
        """Return what is known of an address, None where it is to be fetched (again).

        With ``stale`` however old it is, if anything ever came of it.
        """
        path = self._path(address)
        try:
            facts = json.loads(path.with_suffix(".json").read_bytes())
            data = None if facts["sha256"] is None else path.read_bytes()
            if data is not None and hashlib.sha256(data).hexdigest() != facts["sha256"]:
                return None
            found = Fetched(str(facts["url"]), data, str(facts["charset"]))
            age = self._clock() - float(facts["at"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if stale:
            return None if data is None else found
        return found if 0 <= age < (FAILED_S if data is None else FRESH_S) else None

    def put(self, address: str, fetched: Fetched, *, age: float = 0.0) -> None:
        """Keep what came of an address ``age`` seconds ago; a disk that refuses costs only that."""
        path = self._path(address)
        data = fetched.data
        facts = {
            "address": address,
            "url": fetched.url,
            "charset": fetched.charset,
            "at": self._clock() - age,
            "sha256": None if data is None else hashlib.sha256(data).hexdigest(),
        }
        with contextlib.suppress(StorageError):
            if data is not None:
                self._room.make(len(data))
                write_bytes(path, data)
            write_bytes(path.with_suffix(".json"), json.dumps(facts).encode())

    def _path(self, address: str) -> Path:
        name = hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / name[:2] / (name + _ENDING)
