"""Deleted templates wait in ``<workspace>/.trash`` and can be taken back, the last one first, after a restart too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from templates.errors import InputError
from templates.files import storage_errors, write_text
from templates.library import free_name
from templates.library_references import readdressed
from templates.locks import writing
from templates.template_folder import TemplateFolder
from templates.workspace import Workspace

FOLDER = ".trash"
_STAMP = "%Y%m%dT%H%M%S.%f"
_ENTRY = re.compile(r"(\d{8}T\d{6}\.\d{6})_(\w[\w.-]*)")


@dataclass(frozen=True)
class Trashed:
    """A deleted template: its ``name``, when (UTC), and where it lies now."""

    name: str
    deleted: datetime
    path: Path


def delete(workspace: Workspace, name: str) -> Trashed:
    """Move a template to the trash. Raises InputError, StorageError (also when somebody else has it open)."""
    template = workspace.template(name)
    with writing(workspace.lock(template.mjml_path)):
        now = datetime.now(UTC)
        target = workspace.root / FOLDER / f"{now.strftime(_STAMP)}_{name}"
        with storage_errors(template.root):
            target.parent.mkdir(exist_ok=True)
            template.root.rename(target)
    return Trashed(name, now, target)


def restore(workspace: Workspace, trashed: Trashed) -> TemplateFolder:
    """Put a deleted template back, under a free name when its own is taken. Raises InputError, StorageError."""
    if not trashed.path.is_dir():
        raise InputError("The deleted template `{name}` is gone from the trash.", name=trashed.name)
    name = free_name(workspace, trashed.name)
    with storage_errors(trashed.path):
        trashed.path.rename(workspace.root / "templates" / name)
    restored = workspace.template(name)
    for path, text in readdressed(restored.root, trashed.name, name).items():
        write_text(path, text)
    return restored


def trash(workspace: Workspace) -> Sequence[Trashed]:
    """Return what was deleted, the last one last. Raises StorageError."""
    folder = workspace.root / FOLDER
    with storage_errors(folder):
        entries = sorted(folder.iterdir()) if folder.is_dir() else []
    found = [(match, path) for path in entries if (match := _ENTRY.fullmatch(path.name)) and path.is_dir()]
    return [Trashed(m[2], datetime.strptime(m[1], _STAMP).replace(tzinfo=UTC), path) for m, path in found]
