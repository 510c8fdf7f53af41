"""``requirements.lock`` installs the same everywhere: hashes, no addresses, every dependency."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parents[1]


def lock_text() -> str:
    return (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_the_lock_holds_no_address():
    """Packages come from wherever the user's pip is set up to look."""
    assert "://" not in lock_text()
    assert not re.search(r"^\s*-", lock_text().replace("    --hash", ""), re.MULTILINE)


def test_every_locked_package_has_a_hash():
    """pip --require-hashes refuses the whole lock otherwise."""
    entries = re.split(r"\n(?=[A-Za-z0-9])", lock_text())
    assert len(entries) > 50
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_knows_every_dependency():
    """Whoever adds a dependency makes the lock anew."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = chain.from_iterable(project["project"]["optional-dependencies"].values())
    wanted = [*project["project"]["dependencies"], *extras, *project["dependency-groups"]["dev"]]
    names = {re.match(r"[\w.-]+", line)[0].lower().replace("_", "-") for line in wanted}
    locked = {match.lower().replace("_", "-") for match in re.findall(r"^([\w.-]+)==", lock_text(), re.MULTILINE)}
    assert names - locked == set()
