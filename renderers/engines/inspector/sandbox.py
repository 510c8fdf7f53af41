"""The browser's own sandbox for the processes that draw mails, where the system allows one."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache

_PROGRAMS = ("bwrap", "xdg-dbus-proxy")
# What WebKit asks of it: file system, processes and devices of its own. A container often has no right to them.
_TRIAL = ("bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--unshare-all", "true")
_PATIENCE_S = 5.0


@cache
def sandbox() -> tuple[str, ...]:
    """Return the arguments that switch it on; none where it does not work: then no page would open."""
    if not all(map(shutil.which, _PROGRAMS)):
        return ()
    try:
        subprocess.run(_TRIAL, capture_output=True, timeout=_PATIENCE_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return ()
    return ("--enable-sandbox",)
