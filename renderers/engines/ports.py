"""Who listens on a port of this computer (Linux)."""

from __future__ import annotations

from pathlib import Path

from renderers.engines.processes import PROC

_LISTENS = "0A"  # the state of a socket in /proc/net/tcp, see proc(5)


def listens(pid: int, port: int) -> bool:
    """Say whether process ``pid`` itself, and nobody else, accepts connections on this port of the loopback."""
    return any(_link(each) == f"socket:[{_inode(port)}]" for each in _descriptors(pid))


def _inode(port: int) -> str:
    for line in (PROC / "net" / "tcp").read_text().splitlines()[1:]:
        fields = line.split()
        if fields[1].endswith(f":{port:04X}") and fields[3] == _LISTENS:
            return fields[9]
    return ""


def _descriptors(pid: int) -> list[Path]:
    try:
        return list((PROC / str(pid) / "fd").iterdir())
    except OSError:
        return []  # it ended


def _link(descriptor: Path) -> str:
    try:
        return str(descriptor.readlink())
    except OSError:
        return ""  # closed meanwhile
