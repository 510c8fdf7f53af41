"""``contacts.toml``: which properties contacts have, and their types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict

from templates.toml_files import read_toml
from templates.workspace import Workspace

PropertyType = Literal["string", "integer", "float", "boolean", "date", "list"]
CONTACTS = "contacts.toml"


class _Contacts(BaseModel):
    model_config = ConfigDict(frozen=True)
    properties: dict[str, PropertyType] = {}


def load_properties(workspace: Workspace) -> Mapping[str, PropertyType]:
    """Return the type of each property by its name. Raises InputError with the place of what is wrong, StorageError."""
    path = workspace.root / CONTACTS
    return read_toml(path, _Contacts).properties if path.exists() else {}
