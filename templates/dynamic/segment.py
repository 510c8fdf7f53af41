"""``segments.toml``: the segments of contacts. A rule is a Jinja expression over ``contact.*`` (rule/)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, field_validator

from templates.dynamic.properties import PropertyType
from templates.errors import InputError, LimitError, Place
from templates.files import read_text
from templates.toml_errors import FieldValueError
from templates.toml_files import parse_toml
from templates.toml_places import key_places
from templates.workspace import Workspace

SEGMENTS = "segments.toml"
# Of one workspace. Whoever looks at the segments reads all their rules, so what they may be is bounded together.
MOST_SEGMENTS = 500
MOST_BYTES = 128 * 1024  # of the file
# What may stand behind `segment.` or, as services number theirs, in brackets: segment["12345"].
_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,63}|[0-9]{1,20}")


class Segment(BaseModel):
    """One segment: templates ask ``segment.<id>``; people read ``name``."""

    model_config = ConfigDict(frozen=True)
    id: str
    name: str = ""
    rule: str = ""

    @property
    def title(self) -> str:
        """What people call it."""
        return self.name or self.id

    @field_validator("id")
    @classmethod
    def _usable(cls, value: str) -> str:
        if not is_segment_id(value):
            raise FieldValueError(
                "`{key}` must be a name or a number; it is {found}.",
                advice="Use letters without accents, digits, _ and -; begin with a letter.",
            )
        return value


class _Segments(BaseModel):
    model_config = ConfigDict(frozen=True)
    segments: tuple[Segment, ...] = ()


def is_segment_id(text: str) -> bool:
    """Return whether ``text`` can be a segment's id: a name, or a number as services give them."""
    return _ID.fullmatch(text) is not None


def load_segments(workspace: Workspace) -> tuple[Segment, ...]:
    """Return the segments in the file's order.

    Raises InputError and LimitError with the place of what is wrong, StorageError.

    Rules are not read here, so that one that is broken can still be shown and mended (rule/check.py).
    """
    path = workspace.root / SEGMENTS
    return parse_segments(read_text(path, most=MOST_BYTES), str(path)) if path.exists() else ()


def parse_segments(text: str, name: str = SEGMENTS) -> tuple[Segment, ...]:
    """Return the segments in the text of the file ``name``. Raises InputError and LimitError with the place."""
    segments = parse_toml(text, _Segments, name).segments
    if len(segments) > MOST_SEGMENTS:
        raise LimitError(
            "There are more than {most} segments.",
            advice="Delete those that no template asks for.",
            place=Place(name),
            most=MOST_SEGMENTS,
        )
    seen: set[str] = set()
    for index, segment in enumerate(segments):
        if segment.id in seen:
            raise InputError(
                "There are two segments with the id `{id}`.",
                advice="Give one of them another id.",
                place=Place(name, *key_places(text).get(("segments", index, "id"), ())),
                id=segment.id,
            )
        seen.add(segment.id)
    return segments


def members_of(
    segments: Sequence[Segment], contact: Mapping[str, Any], *, types: Mapping[str, PropertyType], today: date
) -> frozenset[str]:
    """Return the ids of the segments that ``contact`` is in. Raises InputError for a rule that is none, or a circle."""
    from templates.compile.limits import metered  # Jinja is slow to load, and who only lists segments needs none
    from templates.dynamic.rule.ask import answer
    from templates.dynamic.rule.order import dependency_order
    from templates.dynamic.rule.syntax import SECONDS
    from templates.dynamic.typed import typed_contact

    rules = {segment.id: segment.rule for segment in segments}
    values = typed_contact(contact, types)
    inside: set[str] = set()
    for id_ in dependency_order(rules):
        with metered(SECONDS):
            if answer(rules[id_], values, today, inside):
                inside.add(id_)
    return frozenset(inside)
