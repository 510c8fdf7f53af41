"""A screen for the window: the one that is there, or a virtual one; and what Qt needs to know about it."""

from __future__ import annotations

import contextlib
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator

from machine.console import SetUpError
from machine.debian import is_root

SIZE = "1920x1200x24"
START_S = 10.0


def has_screen() -> bool:
    """Say whether a window can be shown: always on Windows and macOS."""
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def qt_environment(*, offscreen: bool) -> dict[str, str]:
    """Return the variables that Qt and its web engine must find before they are imported.

    ``offscreen``: no screen is needed, and drawing is the same everywhere (no graphics card).
    """
    flags = ["--disable-gpu"] if offscreen else []
    variables = {"QT_QPA_PLATFORM": "offscreen"} if offscreen else {}
    if is_root():  # Chromium refuses its sandbox to root; nobody else may go without
        flags.append("--no-sandbox")
        variables["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    if flags:
        variables["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(flags)
    return variables


@contextlib.contextmanager
def virtual_screen() -> Iterator[dict[str, str]]:
    """Start Xvfb on a free display, yield the variables that lead there, and end it. Raises SetUpError."""
    if shutil.which("Xvfb") is None:
        raise SetUpError("There is no screen and no Xvfb: install the package xvfb, then run this again.")
    reader, writer = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", SIZE, "-nolisten", "tcp"],
        pass_fds=[writer],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl+C ends the window first, its screen after it
    )
    os.close(writer)
    try:
        yield {"DISPLAY": f":{_display(reader)}", "QT_QPA_PLATFORM": "xcb", **_software_drawing()}
    finally:
        process.terminate()
        process.wait()


def _display(reader: int) -> int:
    """Read the display's number, which Xvfb writes once it takes windows."""
    with os.fdopen(reader) as pipe:
        ready, _, _ = select.select([pipe], [], [], START_S)
        number = pipe.readline().strip() if ready else ""
    if not number:
        raise SetUpError("Xvfb does not start: run Xvfb :99 by hand to see why.")
    return int(number)


def _software_drawing() -> dict[str, str]:
    """A virtual screen has no graphics card."""
    flags = qt_environment(offscreen=True)
    del flags["QT_QPA_PLATFORM"]
    return flags
