"""Each feature of caniemail as mails write it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def uses() -> dict[str, list[str]]:
    """Pieces of mails by feature; each uses that feature, some use others too."""
    return tomllib.loads((Path(__file__).parent / "uses.toml").read_text("utf-8"))
