"""Which texts of a workspace name the files of a brand, and those texts with other paths in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from templates.errors import MailwrightError
from templates.files import read_text, storage_errors, write_bytes, write_text
from templates.library_references import mention, replaced, texts_of
from templates.template_folder import TemplateFolder
from templates.workspace import Workspace

_REST = re.compile(r"[^\s\"'()<>?#|,;]*")  # what a path of a file goes on with


def brand_of_template(workspace: Workspace, template: TemplateFolder) -> str:
    """Return the folder name of a template's brand; the workspace's default where it names none. Raises InputError."""
    return template.meta.brand or workspace.settings.brand


def users_of(workspace: Workspace, slug: str) -> list[str]:
    """Return the names of the templates that are of a brand or name a file of it. Raises StorageError.

    Those whose settings are damaged count when their text names the brand.
    """
    return [one.name for one in workspace.templates() if _uses(workspace, one, slug)]


def modules_of(workspace: Workspace, slug: str) -> list[str]:
    """Return the ids of the saved modules that name a file of a brand. Raises StorageError."""
    files = _modules(workspace)
    return [path.relative_to(workspace.root).as_posix() for path in _naming(files, slug)]


def renamed_references(workspace: Workspace, old: str, new: str) -> dict[Path, str]:
    """Return the new text of every file of the workspace that names ``brands/<old>/``. Raises StorageError."""
    files = [path for template in workspace.templates() for path in texts_of(template.root)]
    files += [*_modules(workspace), *_parts(workspace)]
    return replaced(files, f"brands/{old}/", f"brands/{new}/")


def own_references(folder: Path, old: str, new: str) -> dict[Path, str]:
    """Return the new texts of the parts in a brand's ``folder`` that name ``brands/<old>/``. Raises StorageError."""
    return replaced(sorted(folder.glob("parts/*.mjml")), f"brands/{old}/", f"brands/{new}/")


def moved_references(workspace: Workspace, template: TemplateFolder, old: str, new: str) -> dict[Path, str]:
    """Return the texts of a template with ``brands/<new>/`` in place of ``brands/<old>/``, where that changes them.

    A file that only the old brand has keeps its path: the mail goes on showing it. Raises StorageError.
    """
    changes = {}
    for path in _naming(texts_of(template.root), old):
        text = read_text(path)
        changed = _moved(workspace.root / "brands" / new, text, old, new)
        if changed != text:
            changes[path] = changed
    return changes


def write_all(texts: Mapping[Path, str]) -> None:
    """Write several texts, or none: when one cannot be written, the others get their old content. StorageError."""
    before = {path: _content(path) for path in texts}
    written: list[Path] = []
    try:
        for path, text in texts.items():
            write_text(path, text)
            written.append(path)
    except MailwrightError:
        for path in written:
            write_bytes(path, before[path])
        raise


def _content(path: Path) -> bytes:
    with storage_errors(path):
        return path.read_bytes()


def _moved(folder: Path, text: str, old: str, new: str) -> str:
    def other(match: re.Match[str]) -> str:
        rest = _REST.match(text, match.end())
        there = _is_there(folder, rest[0] if rest else "")
        return f"{match[1]}brands/{new}/" if there else match[0]

    return mention(f"brands/{old}/").sub(other, text)


def _is_there(folder: Path, rest: str) -> bool:
    """Whether the brand has that file too; where a tag makes its name, whether it has the folder."""
    fixed, tag, _ = rest.partition("{")
    path = folder / (fixed.rpartition("/")[0] if tag else fixed)
    return path.exists() or path.with_name(f"{path.name}.mjml").exists()  # an include may leave out the ending


def _uses(workspace: Workspace, template: TemplateFolder, slug: str) -> bool:
    try:
        if brand_of_template(workspace, template) == slug:
            return True
    except MailwrightError:
        pass  # its text still tells
    return bool(_naming(texts_of(template.root), slug))


def _naming(files: Iterable[Path], slug: str) -> list[Path]:
    named = mention(f"brands/{slug}/")
    return [path for path in files if named.search(read_text(path))]


def _modules(workspace: Workspace) -> list[Path]:
    return sorted((workspace.root / "modules").glob("**/*.mjml"))


def _parts(workspace: Workspace) -> list[Path]:
    return sorted((workspace.root / "brands").glob("*/parts/*.mjml"))
