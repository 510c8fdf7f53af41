"""The pairs of Mailjet and Jinja text that hold, given to the tests one by one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

VECTORS = Path(__file__).parents[2] / "vectors" / "mailjet-jinja.json"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each test the pairs of the directions that its argument names."""
    pairs = json.loads(VECTORS.read_text("utf-8"))
    for name, directions in (("said", {"both", "export"}), ("refused", {"refuse"})):
        if name in metafunc.fixturenames:
            found = [one for one in pairs if one["dir"] in directions]
            metafunc.parametrize(name, found, ids=[one["id"] for one in found])
