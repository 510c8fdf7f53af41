"""Files to import, and the smallest pictures there are."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import pytest

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Path]:
    """``put(name, content)`` writes a file into the folder of the import; without content a picture."""

    def write(name: str, content: str | bytes = PNG) -> Path:
        path = tmp_path / "import" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
