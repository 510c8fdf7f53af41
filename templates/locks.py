"""One writer a document: whoever opens it first writes, everybody else reads and sees who it is.

The operating system's lock on a small file is what counts: it ends with its process, however that ends, so a crash
leaves nothing to clean up and no process number is ever guessed at. The file's text only names the holder. A lock of
another computer is believed by its text too, because not every shared disk passes locks on.
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import hashlib
import json
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from templates.errors import InputError, StorageError
from templates.files import storage_errors

_FOLDER = ".locks"
_LOCKED_BYTE = 2**30  # far behind the text: Windows lets nobody read a locked byte
_MOST = 4096  # bytes of a holder's text


@dataclass(frozen=True)
class Holder:
    """Who has a document open for writing; ``since`` is ISO 8601 in UTC."""

    user: str
    host: str
    pid: int
    since: str


@dataclass(frozen=True)
class Held:
    """The lock is ours: writing is allowed until it is released."""

    holder: Holder


@dataclass(frozen=True)
class Locked:
    """Somebody else has the document: read only. ``holder.host`` tells whether it is this computer."""

    holder: Holder
    elsewhere: bool  # on another computer; may have crashed there without a trace


class DocumentLock:
    """The lock of one document of a workspace. ``with lock as outcome:`` gives ``Held`` or ``Locked``.

    A thread or a second window of the same process is somebody else too.
    """

    def __init__(self, root: Path, document: Path) -> None:
        with storage_errors(document):
            relative = _inside(document.resolve(), root.resolve())
        name = hashlib.sha256(os.path.normcase(relative).encode()).hexdigest()[:32]
        self.document = document
        self.path = root / _FOLDER / f"{name}.lock"
        self._file: int | None = None

    def acquire(self, *, take_over: bool = False) -> Held | Locked:
        """Take the lock, or tell who has it. Never waits.

        ``take_over`` takes a lock that another computer left behind, after the user was asked. Raises StorageError
        when the workspace is read-only or this very object holds the lock already.
        """
        if self._file is not None:
            raise StorageError("This document is open for writing already.", place=self.path)
        with storage_errors(self.path):
            self.path.parent.mkdir(exist_ok=True)
            file = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
            try:
                outcome = _taken(file, take_over)
            except BaseException:
                os.close(file)
                raise
            if isinstance(outcome, Held):
                self._file = file
            else:
                os.close(file)
        return outcome

    def release(self) -> None:
        """Give the lock back; does nothing when it is not held."""
        file, self._file = self._file, None
        if file is not None:
            with contextlib.closing(os.fdopen(file, "r+b")) as opened, storage_errors(self.path):
                opened.truncate(0)  # the file stays: removing it under the eyes of others would need a second lock

    def __enter__(self) -> Held | Locked:
        return self.acquire()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _inside(document: Path, root: Path) -> str:
    if not document.is_relative_to(root):
        raise InputError("This document is not in the workspace.", place=document)
    return document.relative_to(root).as_posix()


def _taken(file: int, take_over: bool) -> Held | Locked:
    own = Holder(user_name(), platform.node(), os.getpid(), datetime.now(UTC).isoformat(timespec="seconds"))
    locked = _lock(file)
    other = _read(file)
    if not locked:
        # Between taking the lock and writing the name there is a moment without a name.
        other = other or Holder("", own.host, 0, "")
        return Locked(other, elsewhere=other.host != own.host)
    if other and other.host != own.host and not take_over:
        return Locked(other, elsewhere=True)
    _write(file, own)
    return Held(own)


def _read(file: int) -> Holder | None:
    """The holder that the file names; None when it is empty or was cut off."""
    os.lseek(file, 0, os.SEEK_SET)
    try:
        return Holder(**json.loads(os.read(file, _MOST)))
    except (ValueError, TypeError, RecursionError):
        return None


def _write(file: int, holder: Holder) -> None:
    os.lseek(file, 0, os.SEEK_SET)
    os.write(file, json.dumps(asdict(holder)).encode())
    os.ftruncate(file, os.lseek(file, 0, os.SEEK_CUR))
    os.fsync(file)


def user_name() -> str:
    """Return what the system calls whoever runs this."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no such user in the system's list, as in some containers
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "user"


def _lock(file: int) -> bool:
    """Ask the operating system for the lock of an open file; False when another process or handle has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in {errno.EACCES, errno.EAGAIN, errno.EDEADLK}:
            return False
        raise
    return True


@contextlib.contextmanager
def writing(lock: DocumentLock) -> Iterator[None]:
    """Hold ``lock`` while the body changes the document. Raises StorageError naming who else has it."""
    with lock as outcome:
        if isinstance(outcome, Locked):
            raise StorageError(
                "{user} on {host} is changing this right now.",
                advice="Wait until that is done, then try again.",
                place=lock.document,
                user=outcome.holder.user,
                host=outcome.holder.host,
            )
        yield
