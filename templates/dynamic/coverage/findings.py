"""What is worth knowing about who sees what: sections that nobody sees, empty mails, segments that get the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from templates.dynamic.coverage.formula import Formula, questions
from templates.dynamic.coverage.reach import Reach
from templates.dynamic.coverage.table import Column
from templates.errors import MailwrightError

Kind = Literal[
    "rule",
    "dead",
    "unknown-segment",
    "no-member",
    "no-segment",
    "data",
    "no-contact",
    "everybody",
    "empty",
    "may-be-empty",
    "same",
    "all-same",
]
Level = Literal["warning", "info"]
APART = 3  # remarks of one kind that are made one by one
_WARNINGS = frozenset(["rule", "dead", "unknown-segment", "no-member", "empty", "no-contact"])


@dataclass(frozen=True)
class CoverageFinding:
    """One remark. ``components`` are the indices of those that it is about; none: the mail as a whole.

    rule: the rule of ``segments`` is wrong as ``error`` says. dead: its condition can never hold. unknown-segment: it
    asks for ``segments``, which do not exist. no-member: the rules of ``segments`` can hold for nobody. no-segment: no
    member of one segment alone sees it. data: with this data set nobody can see it. no-contact: none of the contacts
    at hand sees it. everybody: it has a condition, and all see it. empty, may-be-empty: ``segments`` (or ``count``
    contacts) get a mail without content. same: ``segments`` get the same components. all-same: all of them do.
    """

    kind: Kind
    components: tuple[int, ...] = ()
    segments: tuple[str, ...] = ()
    count: int = 0
    error: MailwrightError | None = None

    @property
    def level(self) -> Level:
        """How grave it is."""
        return "warning" if self.kind in _WARNINGS else "info"


@dataclass(frozen=True)
class Seen:
    """What the remarks are made of. ``rows`` are the indices of the components that the table shows.

    ``written`` are the conditions as they stand in the text, ``known`` the same with the data set's answers;
    ``faults`` is what is wrong with the rules of ``segments``.
    """

    rows: Sequence[int]
    written: Sequence[Formula]
    known: Sequence[Formula]
    columns: Sequence[Column]
    dead: frozenset[int]
    possible: Callable[[Formula], bool]
    segments: frozenset[str]
    faults: Mapping[str, Sequence[MailwrightError]]


def findings(seen: Seen, reach: Reach | None = None) -> tuple[CoverageFinding, ...]:
    """Return the remarks, the grave ones first."""
    found = [CoverageFinding("rule", (), (id_,), error=one) for id_, errors in seen.faults.items() for one in errors]
    found += list(_together([remark for index in seen.rows if (remark := _about(seen, index, reach)) is not None]))
    found += _unreachable(seen.columns)
    reachable = [column for column in seen.columns if column.possible]
    found += _empty(reachable, reach)
    if any(question.about_contact for formula in seen.written for question in questions(formula)):
        found += _same(reachable)
    return tuple(sorted(found, key=lambda one: one.level != "warning"))


def _together(remarks: Sequence[CoverageFinding]) -> Iterator[CoverageFinding]:
    """Make one remark of many that say the same of different components; those about segments stay apart."""
    for kind in dict.fromkeys(one.kind for one in remarks):
        alike = [one for one in remarks if one.kind == kind]
        if len(alike) > APART and not alike[0].segments:
            yield replace(alike[0], components=tuple(index for one in alike for index in one.components))
        else:
            yield from alike


def _about(seen: Seen, index: int, reach: Reach | None) -> CoverageFinding | None:
    cells = [column.cells[seen.rows.index(index)] for column in seen.columns]
    hidden = all(cell.shows == "never" for cell in cells)
    asked = dict.fromkeys(each.source for each in questions(seen.written[index]) if each.kind == "segment")
    unknown = tuple(name for name in asked if name not in seen.segments)
    if index in seen.dead:
        return CoverageFinding("unknown-segment" if unknown else "dead", (index,), unknown)
    if hidden and not seen.possible(seen.known[index]):
        return CoverageFinding("data", (index,))
    if reach is not None and reach.count and not reach.components[index]:
        return CoverageFinding("no-contact", (index,), count=reach.count)
    if hidden and len(seen.columns) > 1:
        return CoverageFinding("no-segment", (index,))
    conditional = any(question.about_contact for question in questions(seen.written[index]))
    if conditional and all(cell.shows == "always" for cell in cells):
        return CoverageFinding("everybody", (index,))
    return None


def _unreachable(columns: Sequence[Column]) -> Iterator[CoverageFinding]:
    nobody = tuple(column.segment for column in columns if not column.possible)
    if nobody:
        yield CoverageFinding("no-member", segments=nobody)


def _empty(columns: Sequence[Column], reach: Reach | None) -> Iterator[CoverageFinding]:
    never = tuple(column.segment for column in columns if column.content.shows == "never")
    maybe = tuple(column.segment for column in columns if column.content.shows == "sometimes")
    if never or (reach is not None and reach.empty):
        yield CoverageFinding("empty", segments=never, count=reach.empty if reach else 0)
    if maybe:
        yield CoverageFinding("may-be-empty", segments=maybe)


def _same(columns: Sequence[Column]) -> Iterator[CoverageFinding]:
    """Segments whose members get the same, those apart that get the same as contacts in no segment."""
    alike: dict[object, list[str]] = defaultdict(list)
    for column in columns:
        if all(cell.decided for cell in column.cells):
            alike[tuple((cell.shows, cell.rest) for cell in column.cells)].append(column.segment)
    for group in alike.values():
        if len(group) == len(columns):
            yield CoverageFinding("all-same")
        elif len(group) > 1:
            yield CoverageFinding("same", segments=tuple(group))
