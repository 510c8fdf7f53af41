"""What fields need of their surroundings."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.document import OpenDocument
from desktop.jobs import Jobs


@dataclass(frozen=True)
class FieldContext:
    """The document whose data they show, where long work is done, and whether anything may be changed."""

    document: OpenDocument
    jobs: Jobs
    editable: bool = True
