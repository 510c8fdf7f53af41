"""What is known of a workspace's segments: as they are on disk, who is in them, which templates use them. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from desktop.segment_capitals import Capitals, other_capitals
from desktop.segment_steps import text_on_disk
from templates.dynamic.contact_table import ContactTable
from templates.dynamic.properties import PropertyType, load_properties
from templates.dynamic.rule.bulk import members
from templates.dynamic.rule.check import check_text
from templates.dynamic.rule.names import names_in
from templates.dynamic.rule.order import circle_error, circle_from, rule_name
from templates.dynamic.segment import Segment, load_segments
from templates.dynamic.segment_uses import Use, uses_by_segment
from templates.errors import MailwrightError
from templates.workspace import Workspace


@dataclass(frozen=True)
class Listed:
    """The segments in their order and the types of properties; ``error`` says why they cannot be read."""

    text: str = ""
    segments: tuple[Segment, ...] = ()
    types: Mapping[str, PropertyType] = field(default_factory=dict)
    error: MailwrightError | None = None

    @property
    def titles(self) -> dict[str, str]:
        """What people call the segments, by id."""
        return {segment.id: segment.title for segment in self.segments}


@dataclass(frozen=True)
class Facts:
    """By segment: a byte for each contact (1 is inside; one whose rule is wrong is left out), uses, problems.

    ``capitals``: how contacts write what a rule asks that finds nobody.
    """

    members: Mapping[str, bytes] = field(default_factory=dict)
    uses: Mapping[str, tuple[Use, ...]] = field(default_factory=dict)
    problems: Mapping[str, Sequence[MailwrightError]] = field(default_factory=dict)
    capitals: Mapping[str, Capitals] = field(default_factory=dict)

    def count(self, id_: str) -> int | None:
        """How many contacts are in a segment; None where nobody could be asked."""
        inside = self.members.get(id_)
        return None if inside is None else sum(inside)

    def templates(self, id_: str) -> list[str]:
        """The templates that use a segment, and files that templates share."""
        return list(dict.fromkeys(use.owner or use.file for use in self.uses.get(id_, ()) if use.kind != "rule"))


def listed(workspace: Workspace) -> Listed:
    """Return what the files say. An error is a value: whoever shows the segments must show it."""
    try:
        text = text_on_disk(workspace)
        return Listed(text, load_segments(workspace), load_properties(workspace))
    except MailwrightError as error:
        return Listed(error=error)


def today_of(workspace: Workspace) -> date:
    """Return the day that it is for the workspace."""
    return datetime.now(ZoneInfo(workspace.settings.timezone)).date()


def facts_of(
    workspace: Workspace,
    segments: Sequence[Segment],
    types: Mapping[str, PropertyType],
    contacts: ContactTable | None,
    check: Callable[[], None],
) -> Facts:
    """Ask everything; ``check`` is called between the questions and raises when nobody waits any more."""
    check()
    uses = uses_by_segment(workspace, [segment.id for segment in segments])
    check()
    problems = _problems(segments, types, check)
    check()
    if contacts is None:
        return Facts({}, uses, problems)
    asked = _members(segments, types, contacts, today_of(workspace))
    wrong = {segment.id for segment in segments if segment.id in problems and segment.rule.strip()}
    inside = {id_: members for id_, members in asked.items() if id_ not in wrong}  # a wrong question has no answer
    return Facts(inside, uses, problems, _capitals(segments, inside, contacts, check))


def _capitals(
    segments: Sequence[Segment], inside: Mapping[str, bytes], contacts: ContactTable, check: Callable[[], None]
) -> Mapping[str, Capitals]:
    """How contacts write what the rules ask that find nobody."""
    found: dict[str, Capitals] = {}
    for segment in segments:
        check()
        if segment.id in inside and not any(inside[segment.id]):
            found[segment.id] = other_capitals(segment.rule, contacts)
    return {id_: capitals for id_, capitals in found.items() if capitals}


def _problems(
    segments: Sequence[Segment], types: Mapping[str, PropertyType], check: Callable[[], None]
) -> Mapping[str, Sequence[MailwrightError]]:
    """What is wrong with each rule; circles are looked for in all of them at once, which is quicker."""
    found: dict[str, Sequence[MailwrightError]] = {}
    named: dict[str, tuple[str, ...]] = {}
    for segment in segments:
        check()
        found[segment.id] = check_text(segment.rule, types, segments, name=rule_name(segment.id))
        with suppress(MailwrightError):
            named[segment.id] = names_in(segment.rule).segment_ids()
    for id_ in named:
        if way := circle_from(id_, named):
            found[id_] = [*found[id_], circle_error(way)]
    return {id_: errors for id_, errors in found.items() if errors}


def _members(
    segments: Sequence[Segment], types: Mapping[str, PropertyType], contacts: ContactTable, today: date
) -> Mapping[str, bytes]:
    """Who is in which segment; one broken rule does not keep the others from being counted."""
    try:
        return members(segments, contacts, types=types, today=today)
    except MailwrightError:
        rules = {segment.id: segment for segment in segments}
        found: dict[str, bytes] = {}
        for segment in segments:
            found |= _member(segment, rules, types, contacts, today)
        return found


def _member(
    segment: Segment,
    rules: Mapping[str, Segment],
    types: Mapping[str, PropertyType],
    contacts: ContactTable,
    today: date,
) -> Mapping[str, bytes]:
    """Who is in one segment, with those that its rule names; nothing where one of them is broken."""
    needed, waiting = {segment.id: segment}, [segment]
    try:
        while waiting:
            for id_ in names_in(waiting.pop().rule).segment_ids():
                if id_ in rules and id_ not in needed:
                    needed[id_] = rules[id_]
                    waiting.append(rules[id_])
        return {segment.id: members(needed.values(), contacts, types=types, today=today)[segment.id]}
    except MailwrightError:
        return {}
