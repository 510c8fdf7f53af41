"""Finding a WebKit."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from renderers.engines import BrowserMissingError
from renderers.engines.inspector import locate
from renderers.engines.inspector.locate import locate_webkit

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is Playwright's build only")


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """A computer with WebKitGTK and a virtual screen."""
    monkeypatch.setattr(locate, "_ASK", "print('2.50.6')")
    for program in ("bin/Xvfb", "usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"):
        (tmp_path / program).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / program).write_text("#!/bin/sh\n")
        (tmp_path / program).chmod(0o755)
    environment = {"PATH": str(tmp_path / "bin"), "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "own")}
    return {"environment": environment, "system": tmp_path / "usr"}


def test_the_librarys_small_browser_is_found(system):
    """With the version that the library says."""
    found = locate_webkit(**system)
    assert (found.path.name, found.kind, found.version) == ("MiniBrowser", "webkitgtk", "2.50.6")


def test_playwrights_build_comes_first(system, tmp_path):
    """It shows every density of screen."""
    build = tmp_path / "own" / "webkit-2388"
    build.mkdir(parents=True)
    (build / "INSTALLATION_COMPLETE").touch()
    (build / "pw_run.sh").touch()
    found = locate_webkit(**system)
    assert (found.path.name, found.kind, found.version) == ("pw_run.sh", "webkit", "build 2388")


@pytest.mark.parametrize("program", ["bin/Xvfb", "usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"])
def test_both_parts_are_needed(system, tmp_path, program):
    """Without a virtual screen its windows would open on the user's; the command gets a build that needs none."""
    (tmp_path / program).unlink()
    with pytest.raises(BrowserMissingError, match="WebKit was not found") as caught:
        locate_webkit(**system)
    assert caught.value.advice == f'Run: "{sys.executable}" -m playwright install webkit'


def test_a_library_that_does_not_load_is_reported(system, monkeypatch):
    """A broken installation is named."""
    monkeypatch.setattr(locate, "_ASK", "raise OSError")
    with pytest.raises(BrowserMissingError, match="MiniBrowser does not start"):
        locate_webkit(**system)
