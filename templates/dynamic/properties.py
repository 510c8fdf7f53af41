"""``contacts.toml``: which properties contacts have, and their types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict

from templates.errors import InputError
from templates.toml_files import FORMAT, read_toml, update_toml, updated_toml
from templates.workspace import Workspace

PropertyType = Literal["string", "integer", "float", "boolean", "date", "list"]
CONTACTS = "contacts.toml"
LONGEST_NAME = 100


class _Contacts(BaseModel):
    model_config = ConfigDict(frozen=True)
    properties: dict[str, PropertyType] = {}


def load_properties(workspace: Workspace) -> Mapping[str, PropertyType]:
    """Return the type of each property by its name. Raises InputError with the place of what is wrong, StorageError."""
    path = workspace.root / CONTACTS
    return read_toml(path, _Contacts).properties if path.exists() else {}


def with_properties(text: str, added: Mapping[str, PropertyType], name: str = CONTACTS) -> str:
    """Return the text of ``contacts.toml`` with other or changed properties, comments kept. Raises InputError."""
    _check_names(added)
    return updated_toml(text, _changes(added), name)


def add_properties(workspace: Workspace, added: Mapping[str, PropertyType]) -> None:
    """Write properties into the workspace's ``contacts.toml``, which is made if missing.

    Raises InputError for a name that is none or a file that is no TOML, StorageError.
    """
    _check_names(added)
    update_toml(workspace.root / CONTACTS, _changes(added))


def _changes(added: Mapping[str, PropertyType]) -> dict[str, object]:
    return {"format": FORMAT, "properties": dict(added)}


def _check_names(names: Iterable[str]) -> None:
    for name in names:
        if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
            raise InputError(
                "`{name}` cannot be the name of a property.",
                advice="Use letters and digits, at most {most} of them.",
                name=name[:LONGEST_NAME],
                most=LONGEST_NAME,
            )
