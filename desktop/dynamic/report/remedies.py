"""Ways out of what the report finds: a default in the text, a value in the data, the name that was meant."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from desktop.document import OpenDocument
from desktop.dynamic.report.rows import Row
from desktop.editor.data.sets import read_set
from desktop.errors import explain
from desktop.language import current_language
from templates.data.data_set import edited, side_of
from templates.data.sample_values import Taste
from templates.data.values import pictures_of, with_sample
from templates.dynamic.name_finding import NameFinding
from templates.errors import MailwrightError

ORIGIN = "report"


def renaming(row: Row) -> NameFinding | None:
    """The finding that knows which name was meant."""
    return next((one for one in row.findings if one.rename), None)


def defaulting(row: Row) -> NameFinding | None:
    """The finding that a default puts right; where none is serious, what only a service minds."""
    return next((one for one in (*row.findings, *row.hints) if one.add_default), None)


def lacking(row: Row) -> tuple[str, ...]:
    """The data sets that lack the value."""
    return next((one.sets for one in row.findings if one.code == "missing"), ())


def rename(document: OpenDocument, row: Row, label: str) -> bool:
    """Write the name that was meant."""
    found = renaming(row)
    return found is not None and document.edit(label, found.rename, origin=ORIGIN)


def add_default(document: OpenDocument, row: Row, label: str) -> bool:
    """Write a default behind every use that lacks one."""
    found = defaulting(row)
    return found is not None and document.edit(label, found.add_default, origin=ORIGIN)


def add_values(document: OpenDocument, row: Row, label: str) -> bool:
    """Give the value a sample in every data set that lacks it, as one step; says why where that cannot be done."""
    finding = next((one for one in row.findings if one.code == "missing"), None)
    if finding is None:
        return False
    try:
        meta, workspace = document.meta, document.workspace
        today = datetime.now(ZoneInfo(workspace.settings.timezone)).date()
        pictures = pictures_of(workspace, meta.brand or workspace.settings.brand)
        change = partial(with_sample, path=finding.path, shape=row.shape, taste=Taste(meta.language, pictures, today))
        sides = {side_of(name): edited(read_set(document, name).text, change, name) for name in finding.sets}
    except MailwrightError as error:
        document.notified.emit("warning", explain(error, current_language()))
        return False
    return document.set_sides(label, dict(sides))
