"""Is a file on a drive that other computers share? There SQLite's locks and its shared memory do not hold."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path, PurePath

# File system types as Linux and macOS name them. (WSL's and virtual machines' 9p and virtiofs have one host.)
_SHARED = {
    "afpfs", "afs", "beegfs", "ceph", "cifs", "davfs", "fuse.ceph", "fuse.davfs2", "fuse.gcsfuse", "fuse.glusterfs",
    "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs", "gfs2", "glusterfs", "lustre",
    "ncpfs", "nfs", "nfs4", "ocfs2", "smb2", "smb3", "smbfs", "webdav",
}  # fmt: skip


def network_file_system(path: Path, mounts: list[tuple[str, str]] | None = None) -> str:
    """Return the type of the network file system that ``path`` is on, or "" when it is on a drive of this computer.

    ``mounts`` are (mount point, type), by default those of the system. A system that lists none gives "".
    """
    real = path.resolve()
    if str(real).startswith("\\\\"):  # Windows resolves a mapped drive to \\server\share
        return "Windows share"
    kind = _kind(real, system_mounts() if mounts is None else mounts)
    return kind if kind in _SHARED else ""


def _kind(path: PurePath, mounts: list[tuple[str, str]]) -> str:
    """The type of the innermost mount; of two at one point, the later hides the earlier."""
    around = [(len(PurePath(point).parts), kind) for point, kind in mounts if path.is_relative_to(point)]
    return max(reversed(around), key=lambda mount: mount[0], default=(0, ""))[1]


def system_mounts() -> list[tuple[str, str]]:
    """The mounted file systems as (mount point, type); empty where the system has no list."""
    if sys.platform == "darwin":
        listing = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=10, check=False).stdout
        return parse_mount_command(listing)
    table = Path("/proc/self/mounts")
    return parse_proc_mounts(table.read_text(errors="surrogateescape")) if table.exists() else []


def parse_proc_mounts(text: str) -> list[tuple[str, str]]:
    """Linux: ``server:/home /home nfs4 rw 0 0``, spaces in names written as ``\\040``."""
    rows = [line.split(" ") for line in text.splitlines()]
    return [(_octal(row[1]), row[2]) for row in rows if len(row) > 2]


def parse_mount_command(text: str) -> list[tuple[str, str]]:
    """macOS: ``//user@server/share on /Volumes/share (smbfs, nodev, nosuid)``."""
    found = re.finditer(r"^.+? on (?P<point>/.*) \((?P<kind>\w+)[,)]", text, re.MULTILINE)
    return [(match["point"], match["kind"]) for match in found]


def _octal(name: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), name)
