"""Who names the files of a template: paths such as ``templates/sale.en/images/hero.png`` follow when it is renamed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from templates.files import read_text
from templates.template_folder import MJML
from templates.workspace import Workspace

_TEXTS = (MJML, "template.txt", "data/*.json", "includes/**/*")
_INCLUDED = {".mjml", ".html", ".htm", ".css", ".txt", ".json"}
_LONGEST = 10 * 1024**2  # bytes


def rewritten_references(workspace: Workspace, old: str, new: str) -> dict[Path, str]:
    """Return the new text of every file of the workspace that names ``templates/<old>/``. Raises StorageError."""
    folders = [template.root for template in workspace.templates()]
    files = [path for folder in folders for path in _texts(folder)]
    files += sorted((workspace.root / "modules").glob("**/*.mjml"))
    return _replaced(files, old, new)


def readdressed(folder: Path, old: str, new: str) -> dict[Path, str]:
    """Return the new texts of the files of one template's folder that name ``templates/<old>/``."""
    return _replaced(_texts(folder), old, new)


def _texts(folder: Path) -> list[Path]:
    found = [path for pattern in _TEXTS for path in sorted(folder.glob(pattern))]
    plain = [path for path in found if path.is_file() and not path.is_symlink()]
    return [path for path in plain if path.parent == folder or path.suffix in _INCLUDED]


def _replaced(files: Iterable[Path], old: str, new: str) -> dict[Path, str]:
    named = re.compile(rf"(?<![\w./-])((?:\./)?templates/){re.escape(old)}/")
    changes = {}
    for path in files:
        if path.stat().st_size > _LONGEST:
            continue
        text = read_text(path)
        changed = named.sub(rf"\g<1>{new}/", text)
        if changed != text:
            changes[path] = changed
    return changes
