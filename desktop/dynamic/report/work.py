"""Making the report in a job's thread. Knows no widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from templates.data.data_set import read_text
from templates.dynamic.report import Report
from templates.dynamic.variables import report_of
from templates.errors import MailwrightError
from templates.workspace import Workspace


@dataclass(frozen=True)
class Asked:
    """The text of ``revision``, and by name the texts of the data sets as they are edited; None: the file's."""

    revision: int
    text: str
    sets: Mapping[str, str | None]


@dataclass(frozen=True)
class Made:
    """A report, or why there is none; ``sets`` are the names of the data sets, in their order."""

    asked: Asked
    report: Report | None = None
    error: MailwrightError | None = None

    @property
    def sets(self) -> tuple[str, ...]:
        """The data sets that it is about."""
        return tuple(self.asked.sets)


def make_report(workspace: Workspace, template: str, asked: Asked) -> Made:
    """Return the report; what is wrong with a data set is part of it."""
    data: dict[str, Mapping[str, Any]] = {}
    broken: dict[str, MailwrightError] = {}
    for name, text in asked.sets.items():
        try:
            data[name] = workspace.template(template).data(name) if text is None else read_text(text, name)
        except MailwrightError as error:
            broken[name] = error
    try:
        report = report_of(workspace, template, text=asked.text, data_sets=data)
    except MailwrightError as error:
        return Made(asked, error=error)
    return Made(asked, replace(report, broken={**report.broken, **broken}))
