"""Which drive a file is on, told from the lists that the systems give."""

from __future__ import annotations

from pathlib import Path

import pytest

from templates.store.network_drive import (
    network_file_system,
    parse_mount_command,
    parse_proc_mounts,
    system_mounts,
)

LINUX = r"""sysfs /sys sysfs rw,nosuid 0 0
/dev/sda1 / ext4 rw,relatime 0 0
nas:/export/home /home nfs4 rw,vers=4.2 0 0
//nas/agency /media/team\040drive cifs rw,vers=3.1.1 0 0
ann@host: /home/ann/remote fuse.sshfs rw 0 0
/dev/sdb1 /home/ann/local ext4 rw 0 0
tmpfs /mnt tmpfs rw 0 0
server:/x /mnt nfs rw 0 0
server:/y /under nfs rw 0 0
/dev/sdc1 /under xfs rw 0 0
"""

MACOS = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
//ann@nas._smb._tcp.local/team on /Volumes/team (on disk) (smbfs, nodev, nosuid, mounted by ann)
/dev/disk5s1 on /Volumes/usb (exfat, local, nodev)
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/agency", ""),
        ("/home/bob/agency", "nfs4"),
        ("/homes/agency", ""),
        ("/media/team drive/agency", "cifs"),
        ("/home/ann/remote/agency", "fuse.sshfs"),
        ("/home/ann/local/agency", ""),
        ("/mnt/agency", "nfs"),
        ("/under/agency", ""),
    ],
)
def test_linux_the_innermost_and_last_mount_decides(path: str, kind: str) -> None:
    """A local disk inside a network home is local; a mount over another hides it."""
    assert network_file_system(Path(path), parse_proc_mounts(LINUX)) == kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/Users/ann", ""), ("/Volumes/team (on disk)/agency", "smbfs"), ("/Volumes/usb/agency", "")],
)
def test_macos_the_type_is_in_brackets(path: str, kind: str) -> None:
    """Names may hold brackets and the word "on" themselves."""
    assert network_file_system(Path(path), parse_mount_command(MACOS)) == kind


def test_a_system_without_a_list_is_trusted() -> None:
    """No list, no refusal."""
    assert network_file_system(Path("/srv"), []) == ""


def test_this_system_tells_where_a_temporary_folder_is(tmp_path: Path) -> None:
    """The list of the machine that runs the tests can be read, and tests run on a drive of their own."""
    assert all(point.startswith("/") and kind for point, kind in system_mounts())
    assert network_file_system(tmp_path) == ""
