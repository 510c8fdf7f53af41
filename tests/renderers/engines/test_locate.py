"""Finding a browser, and saying how to get one."""

import sys
from pathlib import Path

import pytest

from renderers.engines import BrowserMissingError
from renderers.engines.locate import build_version, locate
from templates.settings import change_settings

posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in browser is a shell script")


def stand_in(path: Path, says: str = "Chromium 156.0.8078.79 built on a test") -> Path:
    """Make a program that answers --version."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{says}'\n")
    path.chmod(0o755)
    return path


def playwright_build(folder: Path, name: str, program: str) -> Path:
    """Lay out one of Playwright's own browsers."""
    path = stand_in(folder / name / "inner" / program)
    (folder / name / "INSTALLATION_COMPLETE").touch()
    return path


def nowhere(tmp_path: Path) -> dict[str, str]:
    """An environment in which nothing is installed."""
    return {"PATH": str(tmp_path / "bin"), "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "own")}


@posix
def test_the_named_browser_wins(tmp_path: Path):
    """MAILWRIGHT_BROWSER decides, whatever else is there."""
    named = stand_in(tmp_path / "my-browser")
    stand_in(tmp_path / "bin" / "chromium-headless-shell")
    assert locate({**nowhere(tmp_path), "MAILWRIGHT_BROWSER": str(named)}).path == named


def test_the_settings_name_one_too(tmp_path: Path):
    """What the preferences say is used, unless the environment says otherwise."""
    chosen, named = stand_in(tmp_path / "chosen"), stand_in(tmp_path / "named")
    change_settings({"browser": chosen})
    assert locate(nowhere(tmp_path)).path == chosen
    assert locate({**nowhere(tmp_path), "MAILWRIGHT_BROWSER": str(named)}).path == named


def test_a_wrong_name_is_said(tmp_path: Path):
    """A variable that names nothing is not silently passed over."""
    with pytest.raises(BrowserMissingError, match=r"name the browser .*gone, which is no program"):
        locate({"MAILWRIGHT_BROWSER": str(tmp_path / "gone")})


@posix
@pytest.mark.skipif(sys.platform == "darwin", reason="browsers in /Applications cannot be hidden")
def test_no_browser_gives_the_one_command(tmp_path: Path):
    """The message holds the command to run, for this very Python."""
    with pytest.raises(BrowserMissingError, match="No browser was found") as caught:
        locate(nowhere(tmp_path))
    assert caught.value.advice == f'Run: "{sys.executable}" -m playwright install chromium'


@posix
def test_the_version_is_the_programs_own(tmp_path: Path):
    """It is part of every cache key, so it is asked and not guessed."""
    stand_in(tmp_path / "bin" / "google-chrome", "Google Chrome 150.0.1.2")
    found = locate(nowhere(tmp_path))
    assert (found.kind, found.version) == ("chrome", "150.0.1.2")


@posix
def test_a_shell_comes_before_a_full_browser(tmp_path: Path):
    """The headless shell needs half the memory, wherever it comes from."""
    stand_in(tmp_path / "bin" / "google-chrome")
    playwright_build(tmp_path / "own", "chromium-1300", "chrome")
    shell = playwright_build(tmp_path / "own", "chromium_headless_shell-1255", "chrome-headless-shell")
    assert locate(nowhere(tmp_path)).path == shell


@posix
def test_the_newest_complete_build_of_playwright_is_taken(tmp_path: Path):
    """A download that was cut off has no marker and does not count."""
    own = tmp_path / "own"
    playwright_build(own, "chromium_headless_shell-999", "headless_shell")
    newest = playwright_build(own, "chromium_headless_shell-1255", "headless_shell")
    stand_in(own / "chromium_headless_shell-1300" / "inner" / "headless_shell")
    assert locate(nowhere(tmp_path)).path == newest


@posix
def test_a_program_that_does_not_run_is_reported(tmp_path: Path):
    """A broken installation is named with its path."""
    broken = tmp_path / "browser"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)
    with pytest.raises(BrowserMissingError, match=r"browser does not start"):
        locate({"MAILWRIGHT_BROWSER": str(broken)})


def test_a_build_of_playwright_has_its_revision(tmp_path: Path):
    """Not every build can be asked for its version."""
    build = playwright_build(tmp_path / "own", "webkit_mac14_special-2251", "pw_run.sh")
    assert build_version(build) == "build 2251"
