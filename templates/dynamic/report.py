"""The strict report: every name that a template can reach, what it must be, and what is wrong with it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice
from typing import Any, Literal

from templates.compile.context import context_of, unwrap
from templates.dynamic.name_finding import NameFinding
from templates.dynamic.properties import PropertyType
from templates.dynamic.shape import Shape
from templates.dynamic.usage import checks, checks_known
from templates.dynamic.usage.infer import Inference, tree_of
from templates.dynamic.usage.own_text import OwnText
from templates.dynamic.usage.reading import Reading
from templates.dynamic.usage.shapes import ENVELOPE_KEYS
from templates.dynamic.usage.subject import Seen, Subject
from templates.dynamic.usage.surroundings import Surroundings
from templates.dynamic.usage.trial import misses
from templates.dynamic.usage.use import Path, path_text
from templates.errors import MailwrightError, Place
from templates.source.tree import Span

Status = Literal["present", "absent", "missing", "wrong"]
"""In a data set: there; not there, and not needed; needed and not there; of the wrong type."""

_MOST_FINDINGS = 500
_MOST_SETS = 50
_SECONDS = 4.0
_MOST_PLACES = 200  # of one name that are listed
_SAME = frozenset(["missing", "unknown-property", "no-default"])  # three ways to say that a contact may lack it
_ORDER = {"error": 0, "warning": 1, "hint": 2}


@dataclass(frozen=True)
class UsedAt:
    """A place where a name is used; ``span`` are its characters in the template's own text, if it is there."""

    place: Place
    span: Span | None


@dataclass(frozen=True)
class Variable:
    """A name that the template uses: ``name`` as the template's reader says it (``products[].price``).

    ``sets`` tells for each data set by its name whether the value is there.
    """

    path: Path
    name: str
    shape: Shape
    used: tuple[UsedAt, ...]
    sets: Mapping[str, Status]
    findings: tuple[NameFinding, ...] = ()


@dataclass(frozen=True)
class Known:
    """What else there is to name. ``properties`` are those of contacts.toml, ``segments`` the ids of segments.toml."""

    brand: Mapping[str, Any] | None = None
    links: Mapping[str, str] | None = None
    sender: Mapping[str, Any] | None = None
    properties: Mapping[str, PropertyType] = field(default_factory=dict)
    segments: Set[str] = frozenset()
    today: date | None = None


@dataclass(frozen=True)
class Report:
    """``variables`` in the order in which the template uses them; ``findings`` the worst first.

    ``unused`` are variables of the data sets that the template does not use; ``broken`` the data sets that are none.
    """

    variables: tuple[Variable, ...]
    findings: tuple[NameFinding, ...]
    unused: tuple[str, ...] = ()
    broken: Mapping[str, MailwrightError] = field(default_factory=dict)

    def count(self, level: str) -> int:
        """How many findings of that level there are."""
        return sum(finding.level == level for finding in self.findings)


def report_on(
    reading: Reading, text: str, name: str, data_sets: Mapping[str, Mapping[str, Any]], known: Known
) -> Report:
    """Return the report on ``reading``, that of ``text``, the file ``name``. Runs the template once a data set."""
    values, broken = _values(data_sets)
    subject = Subject(reading, tree_of(reading.uses), OwnText(reading.source, name, text), values)
    missed = _missed(subject, {key: data_sets[key] for key in values}, known)
    subject = Subject(reading, subject.root, subject.own, values, missed)
    findings = tuple(sorted(_once(islice(_findings(subject, known), _MOST_FINDINGS)), key=_finding_order))
    return Report(_variables(subject, known, findings), findings, _unused(subject), broken)


def _values(
    data_sets: Mapping[str, Mapping[str, Any]],
) -> tuple[dict[str, dict[str, Mapping[str, Any]]], dict[str, MailwrightError]]:
    values: dict[str, dict[str, Mapping[str, Any]]] = {}
    broken: dict[str, MailwrightError] = {}
    for name, data in islice(data_sets.items(), _MOST_SETS):
        try:
            parts = unwrap(data)
        except MailwrightError as error:
            broken[name] = error
        else:
            values[name] = {namespace: parts[key] for key, namespace in ENVELOPE_KEYS.items()}
    return values, broken


def _missed(subject: Subject, data_sets: Mapping[str, Mapping[str, Any]], known: Known) -> dict[Path, list[str]]:
    """Return which data sets miss which path."""
    found: dict[Path, list[str]] = {}
    started = time.monotonic()
    for name, data in data_sets.items():
        if time.monotonic() - started > _SECONDS:
            break  # of a template that is slow by intent; what is needed always is found without a trial
        context = context_of(
            data,
            contact={},
            segments=frozenset(),
            brand=known.brand,
            sender=known.sender or {},
            links=known.links or {},
            today=known.today,
        )
        for path in dict.fromkeys(subject.path_of(miss) for miss in misses(subject.reading.source, context)):
            if path is not None:
                found.setdefault(path, []).append(name)
    return found


def _findings(subject: Subject, known: Known) -> chain[NameFinding]:
    return chain(
        checks.missing_values(subject, known.properties),
        checks.wrong_types(subject),
        checks.misspelt(subject, known.properties),
        checks_known.unknown_properties(subject, known.properties),
        checks_known.contacts_without(subject),
        checks_known.unknown_segments(subject, known.segments),
        *(
            checks_known.unknown_members(subject, namespace, values)
            for namespace, values in (("brand", known.brand), ("links", known.links), ("sender", known.sender))
            if values is not None
        ),
        checks_known.mailjet(subject),
    )


def _once(found: Iterable[NameFinding]) -> list[NameFinding]:
    """The findings without those that only say another way what the one before said of the same name."""
    kept: list[NameFinding] = []
    said: set[Path] = set()
    for finding in found:
        if finding.code in _SAME and finding.path in said:
            continue
        if finding.code in _SAME:
            said.add(finding.path)
        kept.append(finding)
    return kept


def _finding_order(finding: NameFinding) -> tuple[int, int]:
    return _ORDER[finding.level], finding.span.start if finding.span else -1


def _variables(subject: Subject, known: Known, findings: tuple[NameFinding, ...]) -> tuple[Variable, ...]:
    inference = Inference(Surroundings(subject.reading.source.text), known.properties)
    by_path: dict[Path, list[NameFinding]] = {}
    for finding in findings:
        by_path.setdefault(finding.path, []).append(finding)
    found = [
        _variable(seen, subject, inference, by_path.get(seen.path, []))
        for namespace in ("var", "contact", "segment")
        for seen in subject.names(namespace)
        if seen.node.uses
    ]
    return tuple(found)


def _variable(seen: Seen, subject: Subject, inference: Inference, findings: list[NameFinding]) -> Variable:
    values = [value for held in seen.values.values() for value in held]
    offsets = islice(dict.fromkeys(use.offset for use in seen.node.uses), _MOST_PLACES)
    used = tuple(
        UsedAt(subject.reading.source.place(offset), subject.own.span(offset, seen.path)) for offset in offsets
    )
    shape = Shape("boolean") if seen.path[0] == "segment" else inference.shape(seen.node, values)
    sets = {name: _status(name, seen, findings) for name in subject.values}
    return Variable(seen.path, path_text(seen.path), shape, used, sets, tuple(findings))


def _status(name: str, seen: Seen, findings: list[NameFinding]) -> Status:
    codes = {finding.code for finding in findings if name in finding.sets}
    if "missing" in codes:
        return "missing"
    if "wrong-type" in codes:
        return "wrong"
    return "present" if seen.values.get(name) else "absent"


def _unused(subject: Subject) -> tuple[str, ...]:
    used = subject.root.children["var"].children if "var" in subject.root.children else {}
    held = dict.fromkeys(str(name) for parts in subject.values.values() for name in parts["var"])
    return tuple(name for name in held if name not in used)
