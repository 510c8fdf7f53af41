"""``clients.toml``, beside workspace.toml: the presets of one's own, and in which clients the mails are opened.

Whoever edits it by hand finds every line that Mailwright does not change as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, Field

from templates.toml_files import read_toml, update_toml
from templates.workspace import Workspace

CLIENTS = "clients.toml"
PERCENT = 90
"""How much of the audience is to be covered, for somebody who never chose."""


class OwnPreset(BaseModel):
    """``[presets.<id>]``: a name, and ids of profiles, patterns of them or groups."""

    name: Annotated[str, Field(min_length=1)]
    clients: list[str]


class OpensTable(BaseModel):
    """``[opens]``: what a file of opens says; see ``renderers.clients.opens``."""

    source: str = ""
    read: date | None = None
    percent: Annotated[int, Field(ge=1, le=100)] = PERCENT
    lines: dict[str, Annotated[float, Field(ge=0)]] = {}
    names: dict[str, list[str]] = {}


class ClientsFile(BaseModel):
    """The whole file."""

    presets: dict[str, OwnPreset] = {}
    opens: OpensTable = OpensTable()


def read_clients_file(workspace: Workspace) -> ClientsFile:
    """Return what the workspace says; nothing where it has no such file. Raises InputError with line, StorageError."""
    path = workspace.root / CLIENTS
    return read_toml(path, ClientsFile) if path.exists() else ClientsFile()


def change_clients_file(workspace: Workspace, changes: Mapping[str, Any]) -> None:
    """Make changes as ``update_toml`` does. Raises InputError, StorageError."""
    update_toml(workspace.root / CLIENTS, changes)
