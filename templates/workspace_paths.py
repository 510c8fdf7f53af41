"""Paths that templates name: from the workspace's root or beside the including file, and never out of the workspace.

Templates come from strangers. The same path is refused on every system, so that a workspace works on all of them.
"""

from __future__ import annotations

import os
import re
import stat
import urllib.parse
from pathlib import Path, PurePosixPath

from templates.errors import InputError
from templates.files import storage_errors

_LONGEST = 4096  # characters, before decoding: PATH_MAX of Linux
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f]")


def file_inside(root: Path, path: str, *, beside: str = "") -> tuple[Path, str]:
    """Return the real file that ``path`` means and its id: the path from ``root``, with ``/``, decoded.

    ``path`` starts at the root, or with ``./`` in the folder of the file whose id is ``beside``. Percent escapes are
    decoded until nothing changes. Raises InputError for every path that is absolute, leaves the workspace (by itself
    or through a symbolic link), is hidden, is no plain file, or does not exist.
    """
    identity = path_from_root(path, beside=beside)
    with storage_errors(root / identity):
        top = Path(os.path.realpath(root))
        real = Path(os.path.realpath(top / identity))  # Path.resolve trips over a link to itself before Python 3.13
    if not real.is_relative_to(top):
        raise InputError(
            "`{path}` leads out of the workspace through a link.", advice="Copy the file into the workspace.", path=path
        )
    return _plain_file(real, path), identity


def path_from_root(path: str, *, beside: str = "") -> str:
    """Return ``path`` decoded and as a plain path from the workspace's root. Looks at the text only.

    Raises InputError for what can never be a file inside the workspace.
    """
    decoded = _decoded(path)
    if _UNPRINTABLE.search(decoded) or not decoded.strip():
        raise InputError(
            "`{path}` is not a path of a file.", advice="Write it like brands/acme/logo.png.", path=ascii(path)
        )
    if "\\" in decoded or ":" in decoded or decoded.startswith(("/", "~")):
        raise InputError(
            "`{path}` is not a path inside the workspace.",
            advice="Write it from the workspace's folder with /, like brands/acme/logo.png.",
            path=path,
        )
    folder = PurePosixPath(beside).parent if decoded.startswith("./") else PurePosixPath()
    relative = PurePosixPath(decoded)
    for part in relative.parts:
        _check_part(part, path)
    return str(folder / relative)


def _decoded(path: str) -> str:
    """Percent escapes decoded until stable: ``%252e`` is ``.`` in the end."""
    if len(path) > _LONGEST:
        raise InputError("A path of {length} characters is too long.", length=len(path))
    decoded = urllib.parse.unquote(path)
    while decoded != path:
        path, decoded = decoded, urllib.parse.unquote(decoded)
    return decoded


def _check_part(part: str, path: str) -> None:
    if part == "..":
        raise InputError(
            "`{path}` climbs out of its folder with `..`.",
            advice="Write the path from the workspace's folder, like modules/footer.mjml.",
            path=path,
        )
    if part.startswith("."):
        raise InputError("`{path}` names a hidden file.", advice="Rename it without the leading dot.", path=path)
    if _DEVICES.match(part) or part != part.rstrip(". "):
        raise InputError(
            "`{path}` is a name that Windows keeps for itself.", advice="Give the file another name.", path=path
        )


def _plain_file(real: Path, path: str) -> Path:
    """A pipe or a device would block whoever reads it."""
    try:
        mode = real.stat().st_mode
    except OSError:
        raise InputError("The workspace has no file `{path}`.", advice="Check the path.", path=path) from None
    if not stat.S_ISREG(mode):
        raise InputError("`{path}` is not a file.", advice="Name a file, not a folder.", path=path)
    return real
