"""Find a WebKit on this computer: Playwright's build, else WebKitGTK's small browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from renderers.engines import BrowserMissingError
from renderers.engines.locate import VARIABLE, Browser, Builds, build_version, playwright_builds
from renderers.engines.offers import NAMES

_PROGRAMS = ("Playwright",) if sys.platform == "win32" else ("pw_run.sh",)
_BUILDS: Builds = (("webkit-", _PROGRAMS, "webkit"), ("webkit_", _PROGRAMS, "webkit"))  # webkit_: older systems
_LIBRARY = "webkit2gtk-4.1"
_FOLDERS = (f"lib/*/{_LIBRARY}", f"libexec/{_LIBRARY}", f"lib/{_LIBRARY}")  # Debian, Fedora, Arch
# The browser does not say its version where it sees no screen; the library does. In a process of its own: it is large.
_ASK = f"""
import ctypes
library = ctypes.CDLL("lib{_LIBRARY}.so.0")
print(*(getattr(library, f"webkit_get_{{part}}_version")() for part in ("major", "minor", "micro")), sep=".")
"""


def locate_webkit(environment: Mapping[str, str] = os.environ, system: Path = Path("/usr")) -> Browser:
    """Return the WebKit to use: Playwright's build before WebKitGTK, because it shows every density of screen.

    Raises BrowserMissingError with the one command that gets one.
    """
    for path, kind in playwright_builds(environment, _BUILDS):
        return Browser(path, kind, build_version(path))
    if sys.platform == "linux" and shutil.which("Xvfb", path=environment.get("PATH", "")):
        for path in (path for folder in _FOLDERS for path in sorted(system.glob(f"{folder}/MiniBrowser"))):
            return Browser(path, "webkitgtk", _version(path, path.stat().st_mtime_ns))
    name, command = NAMES["webkit"], f'"{sys.executable}" -m playwright install webkit'
    raise BrowserMissingError("{name} was not found.", advice="Run: {command}", name=name, command=command)


@lru_cache(maxsize=2)
def _version(path: Path, _modified: int) -> str:
    try:
        answer = subprocess.run([sys.executable, "-c", _ASK], capture_output=True, text=True, timeout=10, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        raise BrowserMissingError(
            "The browser {path} does not start.",
            advice="Reinstall it, or name another one in {variable}.",
            path=str(path),
            variable=VARIABLE,
        ) from error
    return answer.stdout.strip()
