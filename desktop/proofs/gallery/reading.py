"""The pictures of runs as rows of the window, read in a job."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop.proofs.gallery.facts import TemplateTitle
from desktop.proofs.gallery.picture_row import PictureRow, rows_of
from renderers.proofs.proof import Shot
from renderers.proofs.runs.reading import KeptRun, before, kept_run
from renderers.proofs.runs.record import KeptShot
from templates.errors import InputError
from templates.workspace import Workspace


@dataclass(frozen=True)
class ShownRuns:
    """Runs that are looked at; ``older`` are the pictures before them, by run, where one run is looked at."""

    runs: Mapping[str, KeptRun] = field(default_factory=dict)
    rows: tuple[PictureRow, ...] = ()
    older: Mapping[Shot, KeptShot] = field(default_factory=dict)

    @property
    def only(self) -> KeptRun | None:
        """The run, where there is one."""
        return next(iter(self.runs.values())) if len(self.runs) == 1 else None


def read_runs(workspace: Workspace, wanted: Sequence[tuple[str, TemplateTitle]]) -> ShownRuns:
    """Read runs; what was deleted meanwhile is left out. Blocks; raises StorageError."""
    runs: dict[str, KeptRun] = {}
    rows: list[PictureRow] = []
    for run_id, called in wanted:
        try:
            whole = kept_run(workspace, run_id)
        except InputError:
            continue
        runs[run_id] = whole
        rows += rows_of(whole, called)
    only = next(iter(runs.values())) if len(runs) == 1 else None
    return ShownRuns(runs, tuple(rows), before(workspace, only.run) if only is not None else {})
