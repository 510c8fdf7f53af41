"""Find Firefox and Thunderbird on this computer."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from renderers.engines import BrowserMissingError
from renderers.engines.locate import (
    Browser,
    Builds,
    Kind,
    Programs,
    applications,
    on_path,
    playwright_builds,
    version_of,
)

_FIREFOX: Programs = (("firefox", "firefox"), ("firefox-esr", "firefox"))
_FIREFOX_MAC: Programs = (("Firefox.app/Contents/MacOS/firefox", "firefox"),)
_FIREFOX_WINDOWS: Programs = (("Mozilla Firefox/firefox.exe", "firefox"),)
_FIREFOX_BUILDS: Builds = (("firefox-", ("firefox",), "playwright-firefox"),)
_THUNDERBIRD: Programs = (("thunderbird", "thunderbird"), ("thunderbird-esr", "thunderbird"))
_THUNDERBIRD_MAC: Programs = (("Thunderbird.app/Contents/MacOS/thunderbird", "thunderbird"),)
_THUNDERBIRD_WINDOWS: Programs = (("Mozilla Thunderbird/thunderbird.exe", "thunderbird"),)


def locate_firefox(environment: Mapping[str, str] = os.environ) -> Browser:
    """Return the Firefox to use: the user's own before Playwright's, because people read mail in released versions.

    Raises BrowserMissingError with the one command that gets one.
    """
    found = [
        *on_path(environment, _FIREFOX),
        *applications(environment, _FIREFOX_MAC, _FIREFOX_WINDOWS),
        *playwright_builds(environment, _FIREFOX_BUILDS),
    ]
    return _first(found, "Firefox", f'"{sys.executable}" -m playwright install firefox')


def locate_thunderbird(environment: Mapping[str, str] = os.environ) -> Browser:
    """Return the Thunderbird of this computer. Raises BrowserMissingError."""
    found = [
        *on_path(environment, _THUNDERBIRD),
        *applications(environment, _THUNDERBIRD_MAC, _THUNDERBIRD_WINDOWS),
    ]
    commands = {"win32": "winget install Mozilla.Thunderbird", "darwin": "brew install --cask thunderbird"}
    return _first(found, "Thunderbird", commands.get(sys.platform, "sudo apt-get install thunderbird"))


def _first(candidates: Iterable[tuple[Path, Kind]], name: str, command: str) -> Browser:
    for path, kind in candidates:
        if path.is_file():
            return Browser(path, kind, version_of(path))
    raise BrowserMissingError("{name} was not found.", advice="Run: {command}", name=name, command=command)
