"""Whom a mail is shown for: as its data says, the whole of it, one segment, one contact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
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
    ``segment``: a member of ``segments``, of those that their rules imply, and of no other. ``contact``: the person
    with these properties (typed, properties.py), in the segments whose rules hold for them.
    """

    kind: Kind = "data"
    segments: tuple[str, ...] = ()
    contact: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def in_segments(cls, *ids: str) -> Recipient:
        """Return a member of these segments alone; of none without any."""
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
    contact, and its contact does not count for a contact: they get what they would be sent. A segment's member has the
    data set's contact where the rules allow it. Raises InputError for a data set or a rule that is broken,
    StorageError.
    """
    if recipient.kind not in {"segment", "contact"}:
        return {"data": data, "segments": frozenset(), "contact": {}}
    parts = unwrap(workspace.template(template).data(data) if isinstance(data, str) else data)
    if recipient.kind == "segment":
        segments, contact = _member(workspace, recipient.segments, parts["data"])
        return {"data": {"var": parts["var"], "data": contact, "segment": {}}, "segments": segments, "contact": {}}
    own = {"var": parts["var"], "data": {}, "segment": {}}
    return {"data": own, "segments": segments_of(workspace, recipient.contact), "contact": as_sent(recipient.contact)}


def segments_of(workspace: Workspace, contact: Mapping[str, Any]) -> frozenset[str]:
    """Return the ids of the segments in which this contact is today. Raises InputError, StorageError."""
    return members_of(load_segments(workspace), contact, types=load_properties(workspace), today=_today(workspace))


def _member(
    workspace: Workspace, chosen: Sequence[str], contact: Mapping[str, Any]
) -> tuple[frozenset[str], dict[str, Any]]:
    """Return the segments of a member of those ``chosen``, as the coverage has it, and ``contact`` made to fit."""
    from templates.dynamic.coverage.facts import Facts  # Jinja is slow to load, and most views need none of this
    from templates.dynamic.coverage.member import fitted, world_of
    from templates.dynamic.coverage.question import MISSING
    from templates.dynamic.coverage.worlds import STEPS, Worlds

    facts = Facts(load_segments(workspace), load_properties(workspace), _today(workspace))
    worlds = Worlds((), facts, STEPS)
    world = world_of(worlds, [id_ for id_ in chosen if id_ in facts.rules])
    changed = fitted(worlds, world, contact)
    kept = {name: value for name, value in contact.items() if name not in changed}
    given = {name: value for name, value in changed.items() if value is not MISSING}
    return world.members | set(chosen), {**kept, **as_sent(given)}


def _today(workspace: Workspace) -> date:
    return datetime.now(ZoneInfo(workspace.settings.timezone)).date()


def known_segments(workspace: Workspace, ids: Sequence[str]) -> Sequence[str]:
    """Return ``ids`` when the workspace has all of these segments. Raises InputError naming those it has."""
    if not ids:
        return ids  # then the file may be broken: nobody asks it
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
