"""A browser to take pictures with: the one that is here, else Debian's, else Playwright's own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from machine import debian
from machine.console import DEV, SetUpError, quietly, say
from machine.environment import PYTHON

STAMP = DEV / "browser"
VARIABLE = "MAILWRIGHT_BROWSER"
PATIENCE_S = 60.0
ASK = "from renderers.engines.locate import locate; print(locate().path)"  # one place knows where browsers are


def see_to_browser() -> Path:
    """Return the browser's program; installs one when there is none. Raises SetUpError with the one thing to do."""
    if VARIABLE in os.environ:
        return _named_by_user()
    if STAMP.exists():
        known = Path(STAMP.read_text(encoding="utf-8"))
        if known.exists():
            return known
    found = _find() or _from_debian() or _from_playwright()
    if found is None:
        raise SetUpError("There is no browser here. Install Chromium, Chrome or Edge, then run this again.")
    say(f"Browser: {found}")
    STAMP.write_text(str(found), encoding="utf-8")
    return found


def _named_by_user() -> Path:
    """Whoever names a browser means that one: nothing is installed in its place."""
    found = _find()
    if found is None:
        raise SetUpError(f"{VARIABLE} names no browser that starts: correct it, or unset it to use one that is found.")
    return found


def _find() -> Path | None:
    answer = subprocess.run(
        [str(PYTHON), "-c", ASK],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return Path(answer.stdout.strip()) if answer.returncode == 0 else None


def _from_debian() -> Path | None:
    """Debian's own package, in one go with what Qt and a virtual screen need: they are wanted next."""
    if not (debian.is_debian() and debian.is_root()):
        return None
    packages = [*debian.BROWSER, *debian.SCREEN, *debian.QT]
    debian.install(packages, "a browser and the libraries of Qt", wished=debian.JUDGES)
    return _find()


def _from_playwright() -> Path | None:
    dependencies = ["--with-deps"] if debian.is_root() else []  # they are system packages
    downloads = DEV / "download"
    downloads.mkdir(parents=True, exist_ok=True)
    try:
        quietly(
            "Downloading Chromium with Playwright (some 280 MB)",
            [str(PYTHON), "-m", "playwright", "install", *dependencies, "chromium"],
            env=dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(downloads)),
            patience_s=PATIENCE_S,
            watch=(downloads, debian.ARCHIVES, debian.DPKG),
            words_count=False,  # it tries again and again, and says so
        )
    except SetUpError as error:
        say(f"That did not work: {error}")
    return _find()
