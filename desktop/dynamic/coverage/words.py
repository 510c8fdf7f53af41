"""What the window of variants says, in the user's language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from desktop.dynamic.conditions.words import Segments, condition_words
from desktop.errors import advice, what
from desktop.language import QT_TRANSLATE_NOOP, current_language
from templates.dynamic.coverage.findings import CoverageFinding, Kind
from templates.dynamic.coverage.principle import InPrinciple
from templates.dynamic.coverage.table import NOBODYS, Cell, Shows
from templates.errors import MailwrightError

SIGNS: dict[Shows, str] = {"always": "✓", "sometimes": "~", "never": "–"}
_SHOWS: dict[Shows, str] = {
    "always": QT_TRANSLATE_NOOP("Coverage", "always shown"),
    "sometimes": QT_TRANSLATE_NOOP("Coverage", "sometimes shown"),
    "never": QT_TRANSLATE_NOOP("Coverage", "never shown"),
}
_FOUND: dict[Kind, str] = {
    "rule": QT_TRANSLATE_NOOP("Coverage", "The rule of {segments} is wrong: {error}"),
    "dead": QT_TRANSLATE_NOOP("Coverage", "Can never be shown, the condition contradicts itself: {name}."),
    "unknown-segment": QT_TRANSLATE_NOOP("Coverage", "{name} asks for a segment that does not exist: {segments}."),
    "no-member": QT_TRANSLATE_NOOP("Coverage", "Nobody can ever be in: {segments}."),
    "no-segment": QT_TRANSLATE_NOOP("Coverage", "Never shown to members of one segment alone: {name}."),
    "data": QT_TRANSLATE_NOOP("Coverage", "Hidden by this data set: {name}."),
    "no-contact": QT_TRANSLATE_NOOP("Coverage", "Seen by none of the contacts: {name}."),
    "everybody": QT_TRANSLATE_NOOP("Coverage", "Has a condition, yet everybody sees it: {name}."),
    "empty": QT_TRANSLATE_NOOP("Coverage", "An empty mail goes to: {segments}."),
    "may-be-empty": QT_TRANSLATE_NOOP("Coverage", "The mail may be empty for: {segments}."),
    "same": QT_TRANSLATE_NOOP("Coverage", "Who is in only one of these sees the same sections: {segments}."),
    "all-same": QT_TRANSLATE_NOOP("Coverage", "All segments see the same sections."),
}
_BOUNDS = {
    "exactly": QT_TRANSLATE_NOOP("Coverage", "In principle, the conditions allow {count} different mails."),
    "at most": QT_TRANSLATE_NOOP("Coverage", "In principle, the conditions allow at most {count} different mails."),
    "more than": QT_TRANSLATE_NOOP("Coverage", "In principle, the conditions allow more than {count} different mails."),
    "unknown": QT_TRANSLATE_NOOP("Coverage", "The conditions are too entangled to count the mails they allow."),
}
MOST = 6  # names in one sentence


class _Counted(QObject):
    """Plurals: lupdate finds them in an object's ``tr`` only."""

    def contacts(self, count: int) -> str:
        return self.tr("%n contact(s)", "", count)

    def more(self, count: int) -> str:
        return self.tr("%n more", "", count)

    def mails(self, count: int) -> str:
        return self.tr("%n different mail(s)", "", count)


counted = _Counted()


def segment_title(segment: str, segments: Segments) -> str:
    """What people call a segment; contacts in none have a name too."""
    return segments.get(segment, segment) if segment != NOBODYS else _tr(QT_TRANSLATE_NOOP("Coverage", "No segment"))


def number_text(number: int) -> str:
    """A number as the language writes it; what is longer than Qt's integers as a power of ten."""
    return QLocale(current_language()).toString(number) if number < 10**18 else f"10^{len(str(number)) - 1}"


def cell_words(cell: Cell, segments: Segments) -> str:
    """What a cell means: with “sometimes” what still decides."""
    said = _tr(_SHOWS[cell.shows])
    if cell.shows != "sometimes":
        return said
    if not cell.decided:
        return _tr(QT_TRANSLATE_NOOP("Coverage", "the conditions are too entangled to say"))
    return _tr(QT_TRANSLATE_NOOP("Coverage", "shown if: {condition}")).format(
        condition=condition_words(cell.rest, segments, longest=0)
    )


def share_words(count: int, members: int) -> str:
    """How many of a segment's contacts see a section, those among them who are in other segments too."""
    return _tr(QT_TRANSLATE_NOOP("Coverage", "seen by {count} of its {members} contacts")).format(
        count=number_text(count), members=number_text(members)
    )


def finding_words(finding: CoverageFinding, names: Sequence[str], segments: Segments) -> str:
    """A finding as a sentence."""
    segments_ = [segment_title(each, segments) for each in finding.segments]
    shown = _listed(segments_)
    if finding.kind == "empty" and finding.count:
        shown = ", ".join(part for part in (shown, counted.contacts(finding.count)) if part)
    name = _listed([names[index] for index in finding.components])
    error = _wrong(finding.error) if finding.error is not None else ""
    return _tr(_FOUND[finding.kind]).format(name=name, segments=shown, error=error)


def _wrong(error: MailwrightError) -> str:
    """What is wrong with a rule, and what to do; the sentence around it says whose rule it is."""
    return f"{what(error, current_language())} {advice(error, current_language())}".rstrip()


def _listed(names: Sequence[str]) -> str:
    """Return a few names in quotes, and how many more there are."""
    quoted = [_tr(QT_TRANSLATE_NOOP("Coverage", "“{name}”")).format(name=name) for name in names[:MOST]]
    return ", ".join([*quoted, *([counted.more(len(names) - MOST)] if len(names) > MOST else [])])


def principle_words(found: InPrinciple) -> str:
    """How many mails there could be."""
    if (found.count, found.bound) == (1, "exactly"):
        return _tr(QT_TRANSLATE_NOOP("Coverage", "In principle, the conditions allow one mail only."))
    return _tr(_BOUNDS[found.bound]).format(count=number_text(found.count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Coverage", text)
