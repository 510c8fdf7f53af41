"""``.venv``: made once, filled from ``requirements.lock``, the project itself installed editable."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
from collections.abc import Callable
from pathlib import Path

from machine import debian
from machine.console import DEV, ROOT, SetUpError, quietly

VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
OLDEST = (3, 11)
# A user's own settings must not send packages elsewhere than into .venv, nor stop to ask.
PIP = {"PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def make_environment() -> None:
    """Make ``.venv``, install the locked packages and the project; each only when it is not done yet.

    Raises SetUpError.
    """
    made = environment_version()
    if made < OLDEST:
        _create(f"Making .venv with Python {sys.version.split()[0]}")
        made = environment_version()
    version = ".".join(map(str, made))
    _once("locked", f"{VENV} {version} {_digest(LOCK)}", _install_locked)
    _once("project", f"{VENV} {version} {_digest(PROJECT)}", _install_project)


def environment_version() -> tuple[int, ...]:
    """Return the Python version that ``.venv`` was made with, () when there is no environment that runs."""
    settings = VENV / "pyvenv.cfg"
    if not PYTHON.exists() or not settings.exists():  # the first is a link: broken once its Python is gone
        return ()
    for line in settings.read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition("=")
        if key.strip() in {"version", "version_info"}:
            return tuple(int(part) for part in value.strip().split(".")[:3])
    return ()


def _create(line: str) -> None:
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not debian.install([package], "Python's environments"):
            raise SetUpError(f"This Python cannot make an environment: install {package}, then run this again.")
    for stamp in ("locked", "project"):
        (DEV / stamp).unlink(missing_ok=True)
    quietly(line, [sys.executable, "-m", "venv", "--clear", str(VENV)])


def _once(name: str, key: str, do: Callable[[], None]) -> None:
    """Call ``do`` unless the stamp ``name`` in ``.dev`` says that it was done for this very ``key``."""
    stamp = DEV / name
    if stamp.exists() and stamp.read_text(encoding="utf-8") == key:
        return
    do()
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(key, encoding="utf-8")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _install_locked() -> None:
    # --no-deps: the lock is complete, so nothing is left for pip to work out.
    _pip(
        f"Installing the packages of {LOCK.name} (the first time some 400 MB)",
        ["--require-hashes", "--no-deps", "-r", str(LOCK)],
    )


def _install_project() -> None:
    _pip("Installing Mailwright itself, editable", ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)])


def _pip(line: str, arguments: list[str]) -> None:
    try:
        quietly(line, [str(PYTHON), "-m", "pip", "install", *arguments], env=PIP)
    except SetUpError as error:
        raise SetUpError(
            f"Packages could not be installed: {error} See that the package index can be reached, then run this again."
        ) from error
