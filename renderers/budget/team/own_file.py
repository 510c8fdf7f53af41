"""The workspace's own file, looked at without touching it: a copy is brought up to date and read."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlalchemy as sa

from renderers.budget.store import Store
from templates.files import storage_errors
from templates.store.database import FILES
from templates.store.database_errors import database_errors
from templates.store.migrate import migrate
from templates.store.network_drive import network_file_system


@contextmanager
def own_file(root: Path) -> Iterator[Store | None]:
    """What the file in the workspace ``root`` holds, as a copy with the tables of this version; None without a file.

    Raises StorageError.
    """
    path = root / FILES[0]
    with storage_errors(root):
        is_there = path.is_file()
    if not is_there:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="mailwright-") as folder:
        copy = Path(folder) / FILES[0]
        _copy(path, copy)
        store = Store(sa.URL.create("sqlite", database=str(copy)))
        try:
            migrate(store.database)
            yield store
        finally:
            store.close()


def _copy(path: Path, copy: Path) -> None:
    if network_file_system(path):  # not even opened there; nobody else could open it either
        with storage_errors(path):
            for name in FILES[:2]:
                if (source := path.with_name(name)).exists():
                    shutil.copyfile(source, copy.with_name(name))
        return
    with database_errors(str(path)), closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(copy)) as new:
        old.backup(new)
