"""Debian's packages: which are missing, and installing them as root."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from machine.console import DEV, SetUpError, quietly, say

BROWSER = ("chromium-headless-shell",)
SCREEN = ("xvfb", "fonts-liberation")
# What PySide6's wheels need for Gui, xcb and WebEngine. "a|b": the same library under its newer name.
_QT = """
    libgl1 libegl1 libgbm1 libgl1-mesa-dri libx11-6 libx11-xcb1 libxext6 libxcomposite1 libxdamage1 libxfixes3
    libxrandr2 libxtst6 libxkbfile1 libxkbcommon0 libxkbcommon-x11-0 libxcb1 libxcb-cursor0 libxcb-icccm4
    libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render0 libxcb-render-util0 libxcb-shape0 libxcb-shm0
    libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxcb-dri3-0 libnss3 libnspr4 libdbus-1-3 libfontconfig1
    libfreetype6 libexpat1 libglib2.0-0|libglib2.0-0t64 libasound2|libasound2t64 libudev1 zlib1g
"""
QT = tuple(_QT.split())
# What some tests compare our own work with, or run it on: Thunderbird's engine, Apple's (with this package come
# WebKitGTK and its small browser), the language of a webmail's sanitizer, and a team's database (its second names: an
# installed version that needs no other beside it).
JUDGES = (
    *("firefox-esr", "webkit2gtk-driver", "php-cli", "php-xml", "php-mbstring"),
    "postgresql|postgresql-18|postgresql-17|postgresql-16|postgresql-15|postgresql-14",
)
TRIED = DEV / "judges"
# PostgreSQL's package reads it when it is set up, and makes no server of its own: the tests start theirs.
NO_SERVER = Path("/etc/postgresql-common/createcluster.d/mailwright.conf")
PATIENCE_S = 60.0
ARCHIVES = Path("/var/cache/apt/archives")
DPKG = Path("/var/lib/dpkg")
LOCK_WAIT = ("-o", "DPkg::Lock::Timeout=60")  # another installation may be running


def is_debian() -> bool:
    """Say whether this is Debian or one of its children."""
    return shutil.which("apt-get") is not None and shutil.which("dpkg-query") is not None


def is_root() -> bool:
    """Say whether we may install system packages; False on Windows."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def missing(packages: Sequence[str]) -> list[str]:
    """Return those of ``packages`` that are not installed under any of their names."""
    names = [name for package in packages for name in package.split("|")]
    answer = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *names],
        capture_output=True,
        text=True,
        check=False,  # it fails when one is unknown, and answers for the others
    )
    installed = {line.split()[0] for line in answer.stdout.splitlines() if line.endswith(" installed")}
    return [package for package in packages if installed.isdisjoint(package.split("|"))]


def install(packages: Sequence[str], purpose: str, *, wished: Sequence[str] = ()) -> bool:
    """See to it that ``packages`` are there; return whether they are. Installs as root on Debian only.

    Elsewhere on Debian it says the one command to type, once a call; other systems bring their own. What is ``wished``
    comes in the same go, where this release has it; nobody is told of what it has not, nor is it asked for twice.
    """
    if not is_debian():
        return False
    absent = missing(packages)
    extra = [package for package in missing(wished) if package not in _tried()] if wished and is_root() else []
    if not absent and not extra:
        return True
    if not is_root():
        names = " ".join(package.split("|")[0] for package in absent)
        say(f"{purpose}: {len(absent)} packages are missing. Run: sudo apt-get install {names}")
        return False
    return _apt_get(absent, extra, purpose)


def _apt_get(absent: Sequence[str], extra: Sequence[str], purpose: str) -> bool:
    """Install as root; False, with a line that says why, when that did not work."""
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        quietly("Asking Debian for its list of packages", ["apt-get", "update"], env=quiet, patience_s=PATIENCE_S)
        names = [*map(_name_here, absent), *filter(_is_known, map(_name_here, extra))]
        with _no_server_made():
            quietly(
                f"Installing {purpose}: {len(names)} Debian packages",
                ["apt-get", "install", "--yes", "--no-install-recommends", *LOCK_WAIT, *names],
                env=quiet,
                patience_s=PATIENCE_S,
                watch=(ARCHIVES, DPKG),
            )
    except SetUpError as error:
        say(f"{purpose} could not be installed: {error}")
    else:
        TRIED.parent.mkdir(parents=True, exist_ok=True)
        TRIED.write_text("\n".join([*_tried(), *extra]), encoding="utf-8")
    return not missing(absent)


def _tried() -> list[str]:
    """What was wished for and asked for before: what is missing still, this release does not have."""
    return TRIED.read_text(encoding="utf-8").split() if TRIED.exists() else []


@contextlib.contextmanager
def _no_server_made() -> Iterator[None]:
    """While packages are installed, keep PostgreSQL's from making and starting a server; nothing of this stays."""
    new = [folder for folder in (NO_SERVER.parent, NO_SERVER.parent.parent) if not folder.exists()]
    NO_SERVER.parent.mkdir(parents=True, exist_ok=True)
    NO_SERVER.write_text("create_main_cluster = false\n", encoding="utf-8")
    try:
        yield
    finally:
        NO_SERVER.unlink(missing_ok=True)
        for folder in new:
            with contextlib.suppress(OSError):  # it is the package's own by now
                folder.rmdir()


def _name_here(package: str) -> str:
    """Choose the name that this release knows (``show`` prints nothing about a name that is only provided)."""
    names = package.split("|")
    for name in names:
        if _is_known(name):
            return name
    return names[0]


def _is_known(name: str) -> bool:
    return bool(subprocess.run(["apt-cache", "show", name], capture_output=True, check=False).stdout)
