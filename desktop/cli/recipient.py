"""Whom the command line builds a mail for: members of segments, or one contact of a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.dynamic.remembered import contact_file
from templates.dynamic.contact_file import read_contacts
from templates.dynamic.contact_source import TableSource, find_contact
from templates.dynamic.properties import load_properties
from templates.dynamic.view import BY_DATA, Recipient, known_segments
from templates.errors import InputError
from templates.workspace import Workspace


@dataclass(frozen=True)
class AskedFor:
    """What the flags say: ids of segments, or the e-mail address of a contact and the file that has it."""

    segments: Sequence[str] = ()
    contact: str | None = None
    contacts: Path | None = None


def recipient_of(workspace: Workspace, asked_for: AskedFor) -> Recipient:
    """Return whom the flags mean; as the data set says without any. Raises InputError, LimitError, StorageError."""
    if asked_for.segments and asked_for.contact is not None:
        raise InputError(
            "A contact is in the segments whose rules hold for it.", advice="Give either --segment or --contact."
        )
    nobody = asked_for.contacts is not None if asked_for.contact is None else not asked_for.contact.strip()
    if nobody:
        raise InputError("No contact is named.", advice="Give --contact with an e-mail address.")
    if asked_for.contact is not None:
        return Recipient.person(_contact(workspace, asked_for.contact, asked_for.contacts))
    segments = known_segments(workspace, asked_for.segments)
    return Recipient.in_segments(*segments) if segments else BY_DATA


def _contact(workspace: Workspace, email: str, file: Path | None) -> dict[str, object]:
    path = file or contact_file(workspace)
    if path is None:
        raise InputError(
            "There is no contact file.",
            advice="Name one with --contacts, or put contacts.csv beside workspace.toml.",
            place=workspace.root,
        )
    return find_contact(TableSource(read_contacts(path, load_properties(workspace))), email)
