"""The rows of the report: names that the template uses, names that do not exist, and data that nobody uses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from desktop.language import QT_TRANSLATE_NOOP
from templates.dynamic.name_finding import NameFinding
from templates.dynamic.report import Report, Status, UsedAt
from templates.dynamic.shape import Kind, Shape
from templates.dynamic.usage.use import path_text

Grade = Literal["error", "warning", "fine", "unused"]
_GRADES: tuple[Grade, ...] = ("error", "warning", "fine", "unused")

KINDS: dict[Kind, str] = {
    "text": QT_TRANSLATE_NOOP("Report", "Text"),
    "number": QT_TRANSLATE_NOOP("Report", "Number"),
    "boolean": QT_TRANSLATE_NOOP("Report", "Yes or no"),
    "date": QT_TRANSLATE_NOOP("Report", "Date"),
    "url": QT_TRANSLATE_NOOP("Report", "Link"),
    "image": QT_TRANSLATE_NOOP("Report", "Picture"),
    "colour": QT_TRANSLATE_NOOP("Report", "Colour"),
    "object": QT_TRANSLATE_NOOP("Report", "Object"),
    "list": QT_TRANSLATE_NOOP("Report", "List"),
    "unknown": "",
}
STATUSES: dict[Status, str] = {
    "present": QT_TRANSLATE_NOOP("Report", "has a value"),
    "absent": QT_TRANSLATE_NOOP("Report", "has none, and needs none"),
    "missing": QT_TRANSLATE_NOOP("Report", "lacks it"),
    "wrong": QT_TRANSLATE_NOOP("Report", "has the wrong type"),
}
STATUS_ICONS: dict[Status, str] = {
    "present": "check",
    "absent": "minus",
    "missing": "circle-x",
    "wrong": "triangle-alert",
}


@dataclass(frozen=True)
class Row:
    """One name. ``findings`` are what is wrong with it, the worst first; ``hints`` what only a service would mind."""

    name: str
    grade: Grade
    shape: Shape = field(default_factory=Shape)
    used: tuple[UsedAt, ...] = ()
    sets: dict[str, Status] = field(default_factory=dict)
    findings: tuple[NameFinding, ...] = ()
    hints: tuple[NameFinding, ...] = ()


def rows_of(report: Report) -> tuple[Row, ...]:
    """Return the rows: what is wrong first, names that do not exist before others, then in the template's order.

    Unused data comes last.
    """
    known = {variable.path for variable in report.variables}
    strangers: dict[str, list[NameFinding]] = {}
    for finding in report.findings:
        if finding.path not in known and finding.level != "hint":
            strangers.setdefault(path_text(finding.path), []).append(finding)
    rows = (
        *(_row(name, findings) for name, findings in strangers.items()),
        *(
            _row(one.name, list(one.findings), shape=one.shape, used=one.used, sets=dict(one.sets))
            for one in report.variables
        ),
        *(Row(name, "unused") for name in report.unused),
    )
    return tuple(sorted(rows, key=lambda row: _GRADES.index(row.grade)))


def _row(
    name: str,
    findings: list[NameFinding],
    *,
    shape: Shape | None = None,
    used: tuple[UsedAt, ...] = (),
    sets: dict[str, Status] | None = None,
) -> Row:
    serious = tuple(one for one in findings if one.level != "hint")
    hints = tuple(one for one in findings if one.level == "hint")
    grade: Grade = "fine"
    if serious:
        grade = "error" if serious[0].level == "error" else "warning"
    used = used or tuple(UsedAt(one.error.place, one.span) for one in serious[:1] if one.error.place)
    return Row(name, grade, shape or Shape(), used, sets or {}, serious, hints)
