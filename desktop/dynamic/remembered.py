"""Whom each mail was last shown for, and where contacts come from: kept with the user's settings, not with the mail."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from templates.dynamic.contact_file import CONTACT_FILES
from templates.dynamic.view import BY_DATA, Recipient
from templates.errors import MailwrightError
from templates.files import read_text, write_text
from templates.settings import settings_folder
from templates.workspace import Workspace

_FILE = "shown.json"
_MOST = 300  # documents; the one that was looked at longest ago is forgotten
_LARGEST = 1_000_000  # bytes
_KINDS = {"data", "whole", "segment", "contact"}


@dataclass(frozen=True)
class Remembered:
    """A choice: the kind and the segments of a recipient, and of a contact the e-mail address alone."""

    recipient: Recipient = BY_DATA
    email: str = ""


def recall(workspace: Workspace, template: str) -> Remembered:
    """Return what was chosen last for a template; by its data when nothing is known."""
    found = _part("documents").get(_key(workspace, template))
    if not isinstance(found, dict) or found.get("kind") not in _KINDS:
        return Remembered()
    segments = found.get("segments")
    ids = tuple(map(str, segments)) if isinstance(segments, list) else ()
    return Remembered(Recipient(found["kind"], ids), str(found.get("email", "")))


def remember(workspace: Workspace, template: str, chosen: Remembered) -> None:
    """Keep a choice. A settings folder that cannot be written costs nothing but the memory."""
    documents = _part("documents")
    key = _key(workspace, template)
    documents.pop(key, None)
    if chosen != Remembered():
        recipient = chosen.recipient
        documents[key] = {"kind": recipient.kind, "segments": list(recipient.segments), "email": chosen.email}
    _write("documents", dict(list(documents.items())[-_MOST:]))


def contact_file(workspace: Workspace) -> Path | None:
    """Return the contact file of a workspace: the one chosen last, else ``contacts.csv`` beside workspace.toml."""
    chosen = _part("contacts").get(str(workspace.root))
    beside = (workspace.root / name for name in CONTACT_FILES)
    known = [Path(chosen)] if isinstance(chosen, str) else []
    return next((path for path in [*known, *beside] if path.is_file()), None)


def remember_contact_file(workspace: Workspace, path: Path) -> None:
    """Take the contacts of a workspace from this file from now on."""
    chosen = _part("contacts")
    chosen.pop(str(workspace.root), None)
    chosen[str(workspace.root)] = str(path)
    _write("contacts", dict(list(chosen.items())[-_MOST:]))


def _key(workspace: Workspace, template: str) -> str:
    return f"{workspace.root}\n{template}"


def _all() -> dict[str, Any]:
    try:
        found = json.loads(read_text(settings_folder() / _FILE, most=_LARGEST))
    except (MailwrightError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _part(name: str) -> dict[str, Any]:
    part = _all().get(name)
    return part if isinstance(part, dict) else {}


def _write(name: str, part: dict[str, Any]) -> None:
    try:
        write_text(settings_folder() / _FILE, json.dumps({**_all(), name: part}, ensure_ascii=False, indent=1))
    except MailwrightError:
        return
