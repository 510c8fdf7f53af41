"""Names of contacts, segments, the brand, links and the sender that do not exist, and what Mailjet minds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Any

from templates.dynamic.name_finding import NameFinding
from templates.dynamic.usage import sentences
from templates.dynamic.usage.checks import near
from templates.dynamic.usage.infer import needed
from templates.dynamic.usage.subject import Subject
from templates.dynamic.usage.use import ITEM, VARIABLE, path_text

# What every contact has, and what previews give it (facts of the language; the rest are properties).
_ALWAYS = frozenset(["email", "id", "local_part", "domain", "display_name", "name", "activity"])


def unknown_properties(subject: Subject, properties: Mapping[str, object]) -> Iterator[NameFinding]:
    """Yield a warning for each ``contact.x`` that is neither in contacts.toml nor in any data set."""
    held = {key for parts in subject.values.values() for key in parts.get("contact", {})}
    known = sorted({*properties, *held, *_ALWAYS})
    for seen in subject.names("contact"):
        name = seen.path[-1]
        if len(seen.path) > 2 or name in known:
            continue
        suggestion = near(name, known)
        if suggestion or properties:
            said = f"contact.{suggestion}" if suggestion else ""
            uses = seen.node.below
            yield subject.finding(
                "unknown-property",
                "warning",
                uses[0],
                sentences.NO_PROPERTY,
                path=seen.path,
                suggestion=said,
                renames=uses,
            )


def contacts_without(subject: Subject) -> Iterator[NameFinding]:
    """Yield a warning for each ``contact.x`` without which a contact gets no mail."""
    for seen in subject.names("contact"):
        uses = [use for use in seen.node.uses if not use.safe]
        if uses and seen.path[-1] not in _ALWAYS:
            yield subject.finding("no-default", "warning", uses[0], sentences.NO_DEFAULT, defaults=uses)


def unknown_segments(subject: Subject, segments: Set[str]) -> Iterator[NameFinding]:
    """Yield a warning for each segment that segments.toml does not have."""
    for seen in subject.names("segment"):
        name = seen.path[-1]
        if name in segments or len(seen.path) > 2:
            continue
        suggestion = near(name, sorted(segments))
        said = f"segment.{suggestion}" if suggestion else ""
        uses = seen.node.below
        yield subject.finding(
            "unknown-segment",
            "warning",
            uses[0],
            sentences.NO_SEGMENT,
            path=seen.path,
            suggestion=said,
            renames=uses,
        )


def unknown_members(subject: Subject, namespace: str, values: Mapping[str, Any]) -> Iterator[NameFinding]:
    """Yield what a template names of the brand, the links or the sender, and is not there."""
    for seen in subject.names(namespace):
        around: Any = values
        for name in seen.path[1:-1]:
            around = around.get(name) if isinstance(around, Mapping) else None
        name = seen.path[-1]
        if not isinstance(around, Mapping) or name in around or name == ITEM:
            continue
        found = near(name, sorted(map(str, around)))
        unsafe = [use for use in seen.node.uses if not use.safe]
        if not unsafe and not found:
            continue
        said = path_text((*seen.path[:-1], found)) if found else ""
        uses = seen.node.below
        yield subject.finding(
            "unknown-name",
            "error" if unsafe else "warning",
            uses[0],
            sentences.UNKNOWN,
            path=seen.path,
            suggestion=said,
            renames=uses,
            defaults=unsafe,
        )


def mailjet(subject: Subject) -> Iterator[NameFinding]:
    """Yield a hint for what Mailjet would not deliver, or evaluates where nobody expects it."""
    seen = [one for namespace in (VARIABLE, "contact") for one in subject.names(namespace) if ITEM not in one.path]
    for one in seen:
        unsafe = [use for use in one.node.uses if not use.safe]
        if unsafe and any(needed(one.node)):
            yield subject.finding("mailjet.undefined", "hint", unsafe[0], sentences.NOT_DELIVERED, defaults=unsafe)
        loops = [use for use in one.node.uses if use.role == "loop" and use.conditions]
        if loops and not needed(one.node)[0]:
            yield subject.finding("mailjet.for-in-if", "hint", loops[0], sentences.ALWAYS_RUN)
