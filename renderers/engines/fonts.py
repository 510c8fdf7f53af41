"""Fonts change pictures: the set that is installed is part of a picture's key."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path


@cache
def font_set_id() -> str:
    """Return a short id of the installed fonts, by file names and sizes; it changes when a font comes or goes."""
    digest = hashlib.sha256()
    for folder in _font_folders():
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(f"{path.name} {path.stat().st_size}\n".encode())
    return digest.hexdigest()[:12]


def _font_folders() -> list[Path]:
    home = Path.home()
    folders = {
        "win32": [
            Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "Fonts",
            home / "AppData/Local/Microsoft/Windows/Fonts",
        ],
        "darwin": [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"],
    }
    linux = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts"]
    return folders.get(sys.platform, linux)
