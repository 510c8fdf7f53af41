"""Find a Chromium that is on this computer already: headless shell, Chromium, Chrome or Edge.

What the other kinds share with it has no underscore (``gecko/locate.py``).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from renderers.engines import BrowserMissingError
from templates.settings import load_settings

COMPLETE = "INSTALLATION_COMPLETE"  # a build of Playwright without this file was not downloaded to its end
VARIABLE = "MAILWRIGHT_BROWSER"  # wins over the settings file
INSTALL_COMMAND = "playwright install chromium"

Kind = Literal[
    "headless-shell",
    "chromium",
    "chrome",
    "edge",
    "firefox",
    "playwright-firefox",
    "thunderbird",
    "webkit",
    "webkitgtk",
]
Programs = tuple[tuple[str, Kind], ...]
"""Names of programs, the best first."""


@dataclass(frozen=True)
class Browser:
    """A browser on this computer; ``version`` is as it reports it, such as "156.0.8078.79"."""

    path: Path
    kind: Kind
    version: str


# The shell first: it starts in an eighth of the time and needs half the memory of a full browser.
_PROGRAMS: Programs = (
    ("chromium-headless-shell", "headless-shell"),
    ("chrome-headless-shell", "headless-shell"),
    ("chromium", "chromium"),
    ("chromium-browser", "chromium"),
    ("google-chrome", "chrome"),
    ("google-chrome-stable", "chrome"),
    ("microsoft-edge", "edge"),
    ("microsoft-edge-stable", "edge"),
)
_MAC_APPS: Programs = (
    ("Chromium.app/Contents/MacOS/Chromium", "chromium"),
    ("Google Chrome.app/Contents/MacOS/Google Chrome", "chrome"),
    ("Microsoft Edge.app/Contents/MacOS/Microsoft Edge", "edge"),
)
_WINDOWS_APPS: Programs = (
    ("Chromium/Application/chrome.exe", "chromium"),
    ("Google/Chrome/Application/chrome.exe", "chrome"),
    ("Microsoft/Edge/Application/msedge.exe", "edge"),
)
# Where Playwright keeps its own, by folder prefix; each system has its own subfolder in it.
Builds = tuple[tuple[str, tuple[str, ...], Kind], ...]
_PLAYWRIGHT_BUILDS: Builds = (
    ("chromium_headless_shell-", ("chrome-headless-shell", "headless_shell"), "headless-shell"),
    ("chromium-", ("chrome", "Chromium", "Google Chrome for Testing"), "chromium"),
)


def locate(environment: Mapping[str, str] = os.environ) -> Browser:
    """Return the browser to use: the one that the user's settings or MAILWRIGHT_BROWSER name, else the best one found.

    Raises BrowserMissingError with the one command that gets a browser, InputError when the settings are damaged.
    """
    named = load_settings(environment=environment).browser
    if named:
        return _named(named)
    for path, kind in _candidates(environment):
        if path.is_file():
            return Browser(path, kind, version_of(path))
    raise BrowserMissingError(
        "No browser was found to take pictures with.",
        advice="Run: {command}",
        command=f'"{sys.executable}" -m {INSTALL_COMMAND}',
    )


def _named(path: Path) -> Browser:
    if not path.is_file():
        raise BrowserMissingError(
            "The settings name the browser {path}, which is no program.",
            advice="Correct it in the preferences (or in MAILWRIGHT_BROWSER), or leave it empty.",
            path=str(path),
        )
    return Browser(path, _kind_by_name(path), version_of(path))


def _kind_by_name(path: Path) -> Kind:
    name = path.name.lower()
    words: tuple[tuple[str, Kind], ...] = (("shell", "headless-shell"), ("edge", "edge"), ("chromium", "chromium"))
    return next((kind for word, kind in words if word in name), "chrome")


def _candidates(environment: Mapping[str, str]) -> Iterator[tuple[Path, Kind]]:
    """Yield where a browser may be, best first; the shells of both sources come before any full browser."""
    found = [
        *playwright_builds(environment, _PLAYWRIGHT_BUILDS),
        *on_path(environment, _PROGRAMS),
        *applications(environment, _MAC_APPS, _WINDOWS_APPS),
    ]
    yield from sorted(found, key=_is_full_browser)


def _is_full_browser(candidate: tuple[Path, Kind]) -> bool:
    return candidate[1] != "headless-shell"


def playwright_builds(environment: Mapping[str, str], wanted: Builds) -> Iterator[tuple[Path, Kind]]:
    """Yield the programs of Playwright's own builds, the newest first."""
    cache = _playwright_cache(environment)
    for prefix, names, kind in wanted:
        builds = [folder for folder in cache.glob(f"{prefix}*") if (folder / COMPLETE).exists()]
        for build in sorted(builds, key=_revision, reverse=True):
            yield from ((path, kind) for path in sorted(build.rglob("*")) if _program_name(path) in names)


def _program_name(path: Path) -> str:
    return path.name.removesuffix(".exe") if path.is_file() else ""


def _revision(folder: Path) -> int:
    number = folder.name.rpartition("-")[2]
    return int(number) if number.isdigit() else 0


def _playwright_cache(environment: Mapping[str, str]) -> Path:
    named = environment.get("PLAYWRIGHT_BROWSERS_PATH")
    if named and named != "0":
        return Path(named)
    home = Path.home()
    usual = {"win32": home / "AppData/Local/ms-playwright", "darwin": home / "Library/Caches/ms-playwright"}
    return usual.get(sys.platform, Path(environment.get("XDG_CACHE_HOME") or home / ".cache") / "ms-playwright")


def on_path(environment: Mapping[str, str], programs: Programs) -> Iterator[tuple[Path, Kind]]:
    """Yield the programs that the user's PATH finds."""
    for name, kind in programs:
        found = shutil.which(name, path=environment.get("PATH", ""))
        if found:
            yield Path(found), kind


def applications(environment: Mapping[str, str], mac: Programs, windows: Programs) -> Iterator[tuple[Path, Kind]]:
    """Yield where macOS and Windows keep applications; they may not be there."""
    program_files = [environment.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
    systems: Mapping[str, tuple[list[Path], Programs]] = {
        "darwin": ([Path("/Applications"), Path.home() / "Applications"], mac),
        "win32": ([Path(folder) for folder in program_files if folder], windows),
    }
    roots, apps = systems.get(sys.platform, ([], ()))
    yield from ((root / app, kind) for app, kind in apps for root in roots)


def version_of(path: Path) -> str:
    """Return the program's version as it says itself. Raises BrowserMissingError when it does not run."""
    return _version(path, path.stat().st_mtime_ns)


def build_version(path: Path) -> str:
    """Return the revision of one of Playwright's builds, such as "build 2388": not all of them can be asked."""
    folders = (folder.name for folder in path.parents if (folder / COMPLETE).exists())
    return f"build {next(folders).rpartition('-')[2]}"


@lru_cache(maxsize=8)
def _version(path: Path, _modified: int) -> str:
    """Ask the program; on Windows, where asking opens a window, look at the folder of its version beside it."""
    if sys.platform == "win32":
        beside = [folder.name for folder in path.parent.iterdir() if re.fullmatch(r"[\d.]+", folder.name)]
        return max(beside, default=f"file {_modified}")
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=10, check=True).stdout
    except (OSError, subprocess.SubprocessError) as error:
        raise BrowserMissingError(
            "The browser {path} does not start.",
            advice="Reinstall it, or name another one in {variable}.",
            path=str(path),
            variable=VARIABLE,
        ) from error
    match = re.search(r"\d+(\.\d+)+", answer)
    return match[0] if match else answer.strip()
