"""From a file to a template of the workspace: read, converted, written."""

from __future__ import annotations

from pathlib import Path

from templates.errors import InputError
from templates.importing.html import import_html
from templates.importing.mjml import import_mjml
from templates.importing.reading import Source, read_source
from templates.importing.result import Imported, IncludeMode
from templates.library import free_name, named, write_template
from templates.template_folder import MJML, TemplateFolder
from templates.workspace import Workspace


def import_file(
    path: Path,
    *,
    name: str,
    root: Path | None = None,
    includes: IncludeMode = "inline",
    workspace: Workspace | None = None,
) -> Imported:
    """Convert the file at ``path`` into what template ``name`` will be; nothing is written.

    What it includes and shows is looked for in ``root`` (None: the file's own folder), by the paths it names. Raises
    InputError and StorageError with one sentence for what cannot be imported.
    """
    return convert(read_source(path), name=name, root=root, includes=includes, workspace=workspace)


def convert(
    source: Source,
    *,
    name: str,
    root: Path | None = None,
    includes: IncludeMode = "inline",
    workspace: Workspace | None = None,
) -> Imported:
    """Convert a file that was read; as for ``import_file``."""
    path = source.path.absolute()
    root = (root or path.parent).absolute()
    if not path.is_relative_to(root):
        raise InputError("This folder does not hold the file.", advice="Choose one that does.", place=root)
    file, target = path.relative_to(root).as_posix(), f"templates/{name}"
    if not source.is_mjml:
        return import_html(source.text, target=target, root=root, file=file)
    return import_mjml(source.text, target=target, root=root, file=file, includes=includes, workspace=workspace)


def suggested_name(workspace: Workspace, path: Path, language: str) -> str:
    """Return a free name for a template made of the file at ``path``."""
    stem = named(path.stem.removesuffix(f".{language}")) or "imported"
    return free_name(workspace, f"{stem}.{language}" if language else stem)


def write_import(
    workspace: Workspace, imported: Imported, name: str, *, kind: str = "marketing", language: str = "", brand: str = ""
) -> TemplateFolder:
    """Write what ``convert`` made under that very name. Raises InputError, StorageError; nothing is left then."""
    meta = {
        "kind": kind,
        "brand": brand,
        "group": name.partition(".")[0],
        "language": language or imported.language or workspace.settings.language,
    }
    return write_template(workspace, name, {**imported.files, MJML: imported.text}, meta)
