"""Writing files so that a crash, a full disk or a pulled plug never leaves half a file behind."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from templates.errors import InputError, StorageError

FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}  # Windows knows no quota


def write_bytes(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data`` in one step: temporary file beside it, fsync, rename. Makes missing folders.

    Keeps the mode of a file that is there, and a link to it. Raises StorageError when the disk is full or the folder is
    read-only; the old content is then still there.
    """
    path = Path(os.path.realpath(path))
    with storage_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(path.stat().st_mode if path.exists() else 0o644)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def write_text(path: Path, text: str) -> None:
    """Replace ``path`` by ``text`` as UTF-8, line ends untouched. Raises StorageError like ``write_bytes``."""
    write_bytes(path, text.encode())


def read_text(path: Path, *, most: int | None = None) -> str:
    """Return the text of ``path`` (UTF-8, a byte order mark dropped, line ends untouched).

    Raises StorageError; InputError when the file has more than ``most`` bytes, which are then not read.
    """
    with storage_errors(path), path.open("rb") as file:
        data = file.read() if most is None else file.read(most + 1)
    if most is not None and len(data) > most:
        raise InputError(
            "This file is too large: at most {most} MB are read.", place=path, most=f"{most / 1024**2:.3g}"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StorageError(
            "This file is not UTF-8 text (byte {byte}).",
            advice="Save it as UTF-8 and open it again.",
            place=path,
            byte=error.start,
        ) from error


def files_in(folder: Path, *patterns: str) -> list[Path]:
    """Return the files that fit one of the patterns; none where the folder is not there, or goes away meanwhile."""
    found: list[Path] = []
    for pattern in patterns:
        with contextlib.suppress(FileNotFoundError):
            found += folder.glob(pattern)
    return found


@contextlib.contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn what the operating system says about ``path`` into a StorageError with one clear sentence."""
    try:
        yield
    except FileNotFoundError as error:
        raise StorageError("This file does not exist.", advice="Check the path.", place=path) from error
    except PermissionError as error:
        raise StorageError(
            "There is no permission to read or write here.", advice="Choose another folder.", place=path
        ) from error
    except OSError as error:
        if error.errno in FULL:
            raise StorageError(
                "The disk is full; nothing was changed.", advice="Free some space and try again.", place=path
            ) from error
        if error.errno == errno.EROFS:
            raise StorageError("This disk is read-only.", advice="Choose another folder.", place=path) from error
        raise StorageError("The file system refused: {reason}.", place=path, reason=error.strerror) from error
