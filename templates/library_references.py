"""Who names the files of a template or a brand: such paths follow when its folder gets another name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from templates.files import read_text
from templates.template_folder import MJML
from templates.workspace import Workspace

_TEXTS = (MJML, "template.txt", "data/*.json", "includes/**/*", "versions/*")
_INCLUDED = {".mjml", ".html", ".htm", ".css", ".txt", ".json"}
_LONGEST = 10 * 1024**2  # bytes


def rewritten_references(workspace: Workspace, old: str, new: str) -> dict[Path, str]:
    """Return the new text of every file of the workspace that names ``templates/<old>/``. Raises StorageError."""
    folders = [template.root for template in workspace.templates()]
    files = [path for folder in folders for path in texts_of(folder)]
    files += sorted((workspace.root / "modules").glob("**/*.mjml"))
    return replaced(files, f"templates/{old}/", f"templates/{new}/")


def readdressed(folder: Path, old: str, new: str) -> dict[Path, str]:
    """Return the new texts of the files of one template's folder that name ``templates/<old>/``."""
    return replaced(texts_of(folder), f"templates/{old}/", f"templates/{new}/")


def texts_of(folder: Path) -> list[Path]:
    """Return the files of a template's folder that may name other files."""
    found = [path for pattern in _TEXTS for path in sorted(folder.glob(pattern))]
    plain = [path for path in found if path.is_file() and not path.is_symlink()]
    return [path for path in plain if path.parent == folder or path.suffix in _INCLUDED]


def replaced(files: Iterable[Path], old: str, new: str) -> dict[Path, str]:
    """Return the new texts of those ``files`` that name something in the folder ``old``, such as ``brands/acme/``.

    Files of more than 10 MB are passed over. Raises StorageError.
    """
    named = mention(old)
    changes = {}
    for path in files:
        if path.stat().st_size > _LONGEST:
            continue
        text = read_text(path)
        changed = named.sub(rf"\g<1>{new}", text)
        if changed != text:
            changes[path] = changed
    return changes


def mention(folder: str) -> re.Pattern[str]:
    """Return the pattern of a path from the workspace's root that begins with ``folder``; group 1 stands before it."""
    return re.compile(rf"(?<![\w./-])((?:\./)?){re.escape(folder)}")
