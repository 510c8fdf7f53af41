"""Laying out a new workspace: its folders and the files that people edit, each with a word on what it is for."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from templates.errors import InputError
from templates.files import storage_errors, write_text
from templates.fill import fill
from templates.toml_files import parse_toml, updated_toml
from templates.workspace_settings import WorkspaceSettings

WORKSPACE = "workspace.toml"
_FOLDERS = ("brands", "templates", "modules", "proofs")

_SETTINGS = """\
# This file makes the folder a workspace.
format = 1
name = ""
language = "en"    # of new templates
timezone = "UTC"   # decides what "today" is
brand = ""         # the default brand: a folder below brands/
account = ""       # who pays for pictures

# Where shared services are. An empty url means: in this folder. A url carries no password.
[database]
url = ""           # a team's PostgreSQL
[ledger]
url = ""
[audience]
url = ""
[pictures]
url = ""
[farm]
scheduler = ""
"""

_CONTACTS = """\
# The properties of contacts, and their types: string, integer, float, boolean, date, list.
format = 1

[properties]
email = "string"
firstname = "string"
lastname = "string"
name = "string"
company = "string"
city = "string"
country = "string"
language = "string"
birthdate = "date"
loyalty = "boolean"
travels = "boolean"
"""

_SEGMENTS = """\
# Segments of contacts. A rule is a Jinja expression over contact.*; templates ask {% if segment.loyalty %}.
format = 1

[[segments]]
id = "loyalty"
name = "@{loyalty}"
rule = "contact.loyalty"

[[segments]]
id = "travels"
name = "@{travels}"
rule = "contact.travels"

[[segments]]
id = "near_event"
name = "@{near_event}"
rule = 'contact.city == "New York"'
"""

_SEGMENT_NAMES = {
    "en": {
        "loyalty": "Loyalty programme",
        "travels": "Travels this summer",
        "near_event": "Lives near the event",
    },
    "fr": {
        "loyalty": "Programme de fidélité",
        "travels": "Voyage cet été",
        "near_event": "Habite près de l’événement",
    },
}


def lay_out(root: Path, settings: Mapping[str, Any]) -> None:
    """Make the folders, files and database of a workspace in ``root``, ``workspace.toml`` last: it says all is there.

    ``settings`` are values of ``workspace.toml``. Raises InputError when a value does not fit or the folder is in use,
    StorageError when the disk or the database refuses; the folder is then as it was before.
    """
    text = updated_toml(_SETTINGS, settings, WORKSPACE)
    said = parse_toml(text, WorkspaceSettings, WORKSPACE)
    segments = fill(_SEGMENTS, _SEGMENT_NAMES.get(said.language[:2], _SEGMENT_NAMES["en"]), name="segments.toml")
    _refuse_used(root)
    with ExitStack() as undo, storage_errors(root):
        for folder in [*_missing(root), *(root / name for name in _FOLDERS)]:
            folder.mkdir()
            undo.callback(_remove_folder, folder)
        for name, content in {"contacts.toml": _CONTACTS, "segments.toml": segments}.items():
            _write(root / name, content, undo)
        _make_database(said.database.url, root, undo)
        _write(root / WORKSPACE, text, undo)
        undo.pop_all()


def _refuse_used(root: Path) -> None:
    with storage_errors(root):
        if (root / WORKSPACE).exists():
            raise InputError(
                "There is a workspace here already.", advice="Open it, or choose another folder.", place=root
            )
        if root.exists() and (not root.is_dir() or any(root.iterdir())):
            raise InputError("This folder is not empty.", advice="Choose an empty or a new folder.", place=root)


def _missing(root: Path) -> list[Path]:
    """The folders on the way to ``root`` that have to be made, outermost first."""
    return [folder for folder in (*reversed(root.parents), root) if not folder.exists()]


def _write(path: Path, text: str, undo: ExitStack) -> None:
    write_text(path, text)
    undo.callback(path.unlink, missing_ok=True)


def _make_database(url: str, root: Path, undo: ExitStack) -> None:
    from templates.store.database import FILES, open_database  # SQLAlchemy is slow to load

    for name in FILES:
        undo.callback((root / name).unlink, missing_ok=True)
    open_database(url, root).close()


def _remove_folder(folder: Path) -> None:
    """Only an empty one: what somebody else put there meanwhile stays."""
    with suppress(OSError):
        folder.rmdir()
