"""What the window of variants needs worked out: in a job's thread, each answer handed over as soon as it is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.jobs import Job
from templates.dynamic.contact_table import ContactTable
from templates.dynamic.coverage.findings import CoverageFinding
from templates.dynamic.coverage.table import Column
from templates.dynamic.variants import counted, coverage, principle, study
from templates.json_files import parse_data
from templates.workspace import Workspace


@dataclass(frozen=True)
class Asked:
    """A text as it is being edited, its data set, and the contacts to count if there are any.

    ``data_text`` is the data set as it is being edited; None takes the file.
    """

    workspace: Workspace
    template: str
    text: str
    data: str | Mapping[str, Any]
    data_text: str | None = None
    table: ContactTable | None = field(repr=False, default=None)


def work(job: Job, asked: Asked) -> tuple[CoverageFinding, ...]:
    """Report a Study, its Columns one by one, a Reach where contacts are counted, an InPrinciple; return the findings.

    Where a broken rule keeps contacts from being counted, its error is reported last.
    Raises MailwrightError when the text or a file beside it cannot be read.
    """
    data = asked.data
    if asked.data_text is not None:
        data = parse_data(asked.data_text, asked.workspace.template(asked.template).root / "data" / f"{data}.json")
    read = study(asked.workspace, asked.template, text=asked.text, data=data)
    job.report(read)

    def each(column: Column) -> None:
        job.check()
        job.report(column)

    covered = coverage(read, each=each)
    reach = counted(read, asked.table, check=job.check) if asked.table is not None else None
    if reach is not None:
        job.report(reach)
    job.report(principle(read))
    if asked.table is not None and reach is None:
        job.report(next(error for errors in read.faults.values() for error in errors))
    return covered.findings(reach)
