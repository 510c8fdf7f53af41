"""The designer's saved modules: files ``modules/<name>.mjml`` that templates hold as a copy or link by ``mj-include``.

Whatever changes a module or a template holds its lock meanwhile.
"""

from __future__ import annotations

import contextlib
import os
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from templates.errors import InputError, MailwrightError
from templates.files import read_text, storage_errors, write_text
from templates.locks import writing
from templates.module_links import linked_files, relinked
from templates.source.parse import parse
from templates.source.place import piece_of
from templates.source.text_edit import apply
from templates.workspace import Workspace
from templates.workspace_paths import path_from_root

FOLDER = "modules"
LONGEST_NAME = 60
LONGEST_TEXT = 1_000_000  # characters: a module is a few sections
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Module:
    """A saved module; ``name`` is its file's, without the ending."""

    name: str

    @property
    def id(self) -> str:
        """Its path from the workspace's root: what includes call it."""
        return f"{FOLDER}/{self.name}.mjml"

    @property
    def title(self) -> str:
        """Its name as people would write it."""
        return self.name.replace("-", " ").replace("_", " ").capitalize()

    @property
    def link(self) -> str:
        """The MJML that links it."""
        return f'<mj-include path="{self.id}" />'


@dataclass(frozen=True)
class DeletedModule:
    """What it takes to bring a module back."""

    module: Module
    text: str


def modules(workspace: Workspace) -> list[Module]:
    """All modules by name; what leads out of the workspace or is no plain file is not one. Raises StorageError."""
    folder = workspace.root / FOLDER
    with storage_errors(folder):
        names = sorted(path.stem for path in folder.glob("*.mjml") if not path.name.startswith("."))
    return [one for name in names if _is_readable(workspace, one := Module(name))]


def module_text(workspace: Workspace, module: Module) -> str:
    """The MJML of a module. Raises InputError when it is gone or leads out of the workspace, StorageError."""
    return read_text(workspace.file(module.id), most=4 * LONGEST_TEXT)


def module_name(title: str) -> str:
    """Return the file name for what people call a module: ``Spring offer!`` is ``spring-offer``. Raises InputError."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_NAME].strip("-")
    if not name:
        raise InputError("`{name}` cannot be a module's name.", advice="Use letters and digits.", name=title)
    path_from_root(f"{FOLDER}/{name}.mjml")  # names that Windows keeps for itself
    return name


def free_module_name(workspace: Workspace, title: str) -> str:
    """Return the name for ``title``, with a number when it is taken. Raises InputError."""
    wanted = module_name(title)
    name, number = wanted, 1
    while (workspace.root / FOLDER / f"{name}.mjml").exists():
        number += 1
        name = f"{wanted}-{number}"
    return name


def save_module(workspace: Workspace, name: str, source: str, *, replace: bool = False) -> Module:
    """Write ``source`` (sections of a mail) as a module.

    Raises InputError when there is one of that name, unless ``replace``, or the source is no well-formed MJML;
    StorageError.
    """
    module = Module(name)
    path = _target(workspace, module)
    if len(source) > LONGEST_TEXT or piece_of(source) is None:
        raise InputError("This is not a part of a mail that can be saved as a module.", advice="Select a section.")
    if module.id in linked_files(source, module.id):
        raise InputError("A module cannot hold a link to itself.", advice="Unlink it first.")
    with writing(workspace.lock(path)):
        if not replace and path.exists():
            raise _taken(name)
        write_text(path, source.strip() + "\n")
    return module


def delete_module(workspace: Workspace, module: Module, texts: Mapping[str, str] | None = None) -> DeletedModule:
    """Delete a module and return what brings it back.

    Raises InputError when a template still links it (the mail would break), StorageError. ``texts`` as in ``uses``.
    """
    path = _target(workspace, module)
    users = uses(workspace, texts).get(module.name, ())
    if users:
        raise InputError(
            "The module {name} is linked in: {users}.",
            advice="Unlink it there first, or keep it.",
            name=module.title,
            users=", ".join(users),
        )
    with writing(workspace.lock(path)):
        text = module_text(workspace, module)
        with storage_errors(path):
            path.unlink()
    return DeletedModule(module, text)


def restore_module(workspace: Workspace, deleted: DeletedModule) -> Module:
    """Bring a deleted module back. Raises InputError when its name was given to another meanwhile, StorageError."""
    path = _target(workspace, deleted.module)
    with writing(workspace.lock(path)):
        if path.exists():
            raise _taken(deleted.module.name)
        write_text(path, deleted.text)
    return deleted.module


def rename_module(workspace: Workspace, module: Module, name: str, *, opened: Collection[str] = ()) -> Module:
    """Give a module another name; every template and module that links it follows.

    Templates of the names ``opened`` are left alone: whoever has them open changes them (``relinked``). Raises
    InputError when the name is taken or cannot be one, StorageError also when somebody else has a template open.
    """
    renamed = Module(name)
    old, new = _target(workspace, module), _target(workspace, renamed)
    if module == renamed:
        return module
    with contextlib.ExitStack() as held:
        held.enter_context(writing(workspace.lock(old)))
        if new.exists():
            raise _taken(name)
        changes = dict(_relinked_files(workspace, module, renamed, opened))
        for path in sorted(set(changes) - {old}):
            held.enter_context(writing(workspace.lock(path)))
        with storage_errors(old):
            old.rename(new)
        for path, text in changes.items():
            write_text(new if path == old else path, text)
    return renamed


def uses(workspace: Workspace, texts: Mapping[str, str] | None = None) -> dict[str, tuple[str, ...]]:
    """Return for each module that is linked the names of the templates that link it, and of modules (``modules/x``).

    ``texts`` are those of open templates, by name: they count instead of what is on disk. A file that cannot be read
    links nothing.
    """
    found: dict[str, list[str]] = {}
    for name, identity, text in _texts(workspace, texts or {}):
        for file in linked_files(text, identity):
            if file.startswith(f"{FOLDER}/") and file.endswith(".mjml"):
                found.setdefault(file[len(FOLDER) + 1 : -len(".mjml")], []).append(name)
    return {module: tuple(sorted(set(users))) for module, users in found.items()}


def _texts(workspace: Workspace, opened: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield (what people call it, id, text) of everything that may link a module."""
    for template in workspace.templates():
        with contextlib.suppress(MailwrightError):
            yield template.name, template.id, opened.get(template.name) or template.text()
    for module in modules(workspace):
        with contextlib.suppress(MailwrightError):
            yield module.id.removesuffix(".mjml"), module.id, module_text(workspace, module)


def _relinked_files(
    workspace: Workspace, old: Module, new: Module, opened: Collection[str]
) -> Iterator[tuple[Path, str]]:
    for name, identity, text in _texts(workspace, {}):
        edits = () if name in opened else relinked(parse(text), identity, old.id, new.id)
        if edits:
            yield workspace.root / identity, apply(text, edits)


def _is_readable(workspace: Workspace, module: Module) -> bool:
    try:
        workspace.file(module.id)
    except InputError:
        return False
    return True


def _target(workspace: Workspace, module: Module) -> Path:
    """Where a module is, or will be. Raises InputError for a name that is none and a link out of the workspace."""
    # A file that somebody put there by hand may have a name that we would not give.
    if not _NAME.fullmatch(module.name) and module not in modules(workspace):
        raise InputError("`{name}` cannot be a module's name.", advice="Use letters and digits.", name=module.name)
    path_from_root(module.id)
    path = workspace.root / module.id
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(workspace.root)):
        raise InputError(
            "`{path}` leads out of the workspace through a link.",
            advice="Copy the file into the workspace.",
            path=module.id,
        )
    return path


def _taken(name: str) -> InputError:
    return InputError("There is a module `{name}` already.", advice="Choose another name.", name=name)
