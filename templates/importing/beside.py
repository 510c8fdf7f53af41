"""The files around an imported one: found by the paths it names, inside one folder and nowhere else."""

from __future__ import annotations

import urllib.parse
from pathlib import Path, PurePosixPath

from templates.errors import InputError
from templates.workspace_paths import file_inside

_USUAL = ("", "images", "img", "assets")  # where a file lies whose path led elsewhere on its author's computer


def find_beside(root: Path, reference: str, folder: PurePosixPath) -> tuple[Path, str]:
    """Return the real file that ``reference`` means, and its path from ``root``.

    ``folder`` is where the naming file lies, from ``root``. ``..`` may climb up to ``root``, not out of it. A file of
    that name at a usual place stands in for one that is not where it should be. Raises InputError.
    """
    plain = urllib.parse.unquote(reference.partition("#")[0].partition("?")[0]).replace("\\", "/").strip()
    wanted = _normal(folder, plain, reference)
    for path in (wanted, *(f"{place}/{PurePosixPath(plain).name}".lstrip("/") for place in _USUAL)):
        if (root / path).exists():
            return _inside(root, path, reference)
    raise InputError("`{path}` is not there.", advice="Choose the folder that holds it.", path=reference)


def _inside(root: Path, path: str, reference: str) -> tuple[Path, str]:
    try:
        return file_inside(root, path)
    except InputError:  # its sentences are about a workspace
        raise InputError(
            "`{path}` is no file of the folder of the import.", advice="Copy the file there.", path=reference
        ) from None


def _normal(folder: PurePosixPath, plain: str, reference: str) -> str:
    parts: list[str] = [] if plain.startswith("/") else list(folder.parts)
    for part in PurePosixPath(plain.lstrip("/")).parts:
        if part == ".." and not parts:
            raise InputError(
                "`{path}` lies outside the folder of the import.",
                advice="Choose a folder that holds both files.",
                path=reference,
            )
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)
