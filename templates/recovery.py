"""Unsaved work, written aside while somebody types, so that a crash costs a moment and not an afternoon.

Each open document has one file in ``.recovery/`` of its workspace, under a name that no other process uses: what an
earlier crash left stays until somebody decided about it, also while the same template is edited again.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import secrets
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from templates.errors import InputError, StorageError
from templates.files import read_text, storage_errors, write_bytes
from templates.locks import user_name

FOLDER = ".recovery"
_LONGEST = 64 * 1024**2  # bytes of a file: a mail is far smaller, a hostile workspace may be larger


@dataclass(frozen=True)
class Unsaved:
    """A template's text and those of its other files that are not on disk yet (None: removed)."""

    text: str
    sides: Mapping[str, str | None] = field(default_factory=dict)


class Recovered(BaseModel):
    """What a recovery file holds. ``base`` is the ``digest`` of the text on disk that the work began with."""

    model_config = ConfigDict(frozen=True)
    format: Literal[1]
    template: str
    text: str
    sides: dict[str, str | None]
    base: str
    user: str
    host: str
    pid: int
    saved: datetime

    @property
    def unsaved(self) -> Unsaved:
        """The work itself."""
        return Unsaved(self.text, self.sides)


def digest(text: str) -> str:
    """Return what tells a text from every other one."""
    return hashlib.sha256(text.encode()).hexdigest()


class RecoveryFile:
    """The recovery file of one open document. Threads take turns; a write that comes too late is dropped."""

    def __init__(self, root: Path, template: str) -> None:
        """``root`` is the workspace's folder. Nothing is written yet."""
        self.path = root / FOLDER / f"{_stem(template)}-{secrets.token_hex(4)}.json"
        self._template = template
        self._turn = threading.Lock()
        self._done = 0

    def write(self, number: int, unsaved: Unsaved, base_text: str) -> None:
        """Keep ``unsaved``, which belongs to the file content ``base_text``. Raises StorageError.

        ``number`` rises with the age of the document: an older state never replaces a newer one.
        """
        content = {
            "format": 1,
            "template": self._template,
            **asdict(unsaved),
            "base": digest(base_text),
            "user": user_name(),
            "host": platform.node(),
            "pid": os.getpid(),
            "saved": datetime.now(UTC).isoformat(timespec="microseconds"),
        }
        data = json.dumps(content, ensure_ascii=False).encode()
        with self._turn:
            if number > self._done:
                write_bytes(self.path, data)
                self._done = number

    def remove(self, number: int) -> None:
        """Everything is saved, or was given up: take the file away. Raises StorageError."""
        with self._turn:
            if number > self._done:
                discard(self.path)
                self._done = number


def left_behind(root: Path, template: str, *, but: Path) -> list[tuple[Path, Recovered]]:
    """Return what crashes left of ``template``, newest first. ``but`` is the caller's own file.

    Only for whoever holds the template's lock: nobody else writes such files then. What is no recovery file is passed
    over and stays.
    """
    found = []
    with storage_errors(root):
        paths = [path for path in (root / FOLDER).glob(f"{_stem(template)}-*.json") if path != but]
    for path in paths:
        try:
            found.append((path, _read(path, template)))
        except (StorageError, InputError, ValueError):
            continue
    return sorted(found, key=lambda item: item[1].saved, reverse=True)


def discard(path: Path) -> None:
    """Remove a recovery file that is needed no more. Raises StorageError."""
    with storage_errors(path):
        path.unlink(missing_ok=True)


def _read(path: Path, template: str) -> Recovered:
    """Raises ValueError for what is no recovery file of this template, StorageError, InputError."""
    try:
        found = Recovered.model_validate_json(read_text(path, most=_LONGEST))
    except ValidationError as error:
        raise ValueError("no recovery file") from error
    if found.template != template or found.saved.tzinfo is None:
        raise ValueError("of another template, or at no certain time")
    return found


def _stem(template: str) -> str:
    """Names of templates may be too long or too odd for a file's name with an ending."""
    return digest(template)[:32]
