"""Whom a mail is shown for: as its data says, the whole of it, one segment, one contact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from templates.compile.context import unwrap
from templates.dynamic.properties import load_properties
from templates.dynamic.segment import load_segments, members_of
from templates.dynamic.typed import as_sent
from templates.errors import InputError
from templates.workspace import Workspace

Kind = Literal["data", "whole", "segment", "contact"]


@dataclass(frozen=True)
class Recipient:
    """Whom a mail is shown for.

    ``data``: as the data set says. ``whole``: the same, with every condition around components open (whole.py).
    ``segment``: a member of ``segments`` and of no other. ``contact``: the person with these properties (typed,
    properties.py), in the segments whose rules hold for them.
    """

    kind: Kind = "data"
    segments: tuple[str, ...] = ()
    contact: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def in_segments(cls, *ids: str) -> Recipient:
        """Return a member of exactly these segments; of none without any."""
        return cls("segment", tuple(dict.fromkeys(ids)))

    @classmethod
    def person(cls, properties: Mapping[str, Any]) -> Recipient:
        """Return one contact."""
        return cls("contact", contact=properties)


BY_DATA = Recipient()
WHOLE = Recipient("whole")


def asked(
    workspace: Workspace, template: str, recipient: Recipient, data: str | Mapping[str, Any] = "default"
) -> dict[str, Any]:
    """Return ``data``, ``segments`` and ``contact`` of this recipient, as ``assemble`` and ``values_of`` take them.

    ``data`` is the name of a data set or the data itself. What it says of segments does not count for a segment or a
    contact, and its contact does not count for a contact: they get what they would be sent. Raises InputError for a
    data set or a rule that is broken, StorageError.
    """
    if recipient.kind not in {"segment", "contact"}:
        return {"data": data, "segments": frozenset(), "contact": {}}
    parts = unwrap(workspace.template(template).data(data) if isinstance(data, str) else data)
    if recipient.kind == "segment":
        own = {"var": parts["var"], "data": parts["data"], "segment": {}}
        return {"data": own, "segments": frozenset(recipient.segments), "contact": {}}
    own = {"var": parts["var"], "data": {}, "segment": {}}
    return {"data": own, "segments": segments_of(workspace, recipient.contact), "contact": as_sent(recipient.contact)}


def segments_of(workspace: Workspace, contact: Mapping[str, Any]) -> frozenset[str]:
    """Return the ids of the segments in which this contact is today. Raises InputError, StorageError."""
    today = datetime.now(ZoneInfo(workspace.settings.timezone)).date()
    return members_of(load_segments(workspace), contact, types=load_properties(workspace), today=today)


def known_segments(workspace: Workspace, ids: Sequence[str]) -> Sequence[str]:
    """Return ``ids`` when the workspace has all of these segments. Raises InputError naming those it has."""
    known = [segment.id for segment in load_segments(workspace)]
    for id_ in ids:
        if id_ not in known:
            raise InputError(
                "There is no segment `{id}`.",
                advice="Name one of segments.toml: {known}.",
                id=id_,
                known=", ".join(known) or "none yet",
            )
    return ids
