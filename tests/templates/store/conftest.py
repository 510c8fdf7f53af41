"""Databases of both kinds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from templates.store.database import Database, open_database


@pytest.fixture
def either(database_url: str, tmp_path: Path) -> Iterator[Database]:
    """An empty database of each kind."""
    with open_database(database_url, tmp_path) as database:
        yield database
