"""Finding Firefox and Thunderbird."""

import sys
from pathlib import Path

import pytest

from renderers.engines.gecko.locate import locate_firefox, locate_thunderbird
from renderers.engines.locate import Browser

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the stand-in programs are shell scripts")


def stand_in(path: Path, says: str) -> Path:
    """Make a program that answers --version."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{says}'\n")
    path.chmod(0o755)
    return path


def here(tmp_path: Path) -> dict[str, str]:
    """An environment in which only the test's programs are."""
    return {"PATH": str(tmp_path / "bin"), "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "own")}


def test_the_users_own_firefox_comes_before_playwrights(tmp_path):
    """People read mail in released versions; Playwright's build serves where there is no other."""
    build = stand_in(tmp_path / "own" / "firefox-1572" / "firefox" / "firefox", "Mozilla Firefox 159.0")
    (tmp_path / "own" / "firefox-1572" / "INSTALLATION_COMPLETE").touch()
    assert locate_firefox(here(tmp_path)) == Browser(build, "playwright-firefox", "159.0")
    released = stand_in(tmp_path / "bin" / "firefox-esr", "Mozilla Firefox 153.7.0esr")
    found = locate_firefox(here(tmp_path))
    assert (found.path, found.kind, found.version) == (released, "firefox", "153.7.0")


def test_thunderbird_is_found(tmp_path):
    """By its name on the path, with its version."""
    stand_in(tmp_path / "bin" / "thunderbird", "Mozilla Thunderbird 153.7.0esr")
    found = locate_thunderbird(here(tmp_path))
    assert (found.kind, found.version) == ("thunderbird", "153.7.0")
