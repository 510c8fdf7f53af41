"""Which saved run somebody means: by its id or the beginning of it, its name, or a template."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.cli.places import locate, opened_workspace
from renderers.proofs.runs.reading import runs_of
from templates.errors import InputError
from templates.store.runs import SavedRun
from templates.workspace import Workspace

SHORTEST = 4
"""Letters of an id, at least."""


def named_run(named: str, workspace: Path | None) -> tuple[Workspace, SavedRun]:
    """Return the workspace and the run; of a template (its name or path) the latest one. Raises InputError."""
    if Path(named).exists():
        opened, folder = locate(Path(named), workspace)
        return opened, _latest(runs_of(opened, folder.name), folder.name)
    opened = opened_workspace(workspace)
    runs = runs_of(opened)
    by_template = [each for each in runs if each.template == named]
    if by_template:
        return opened, by_template[0]
    found = [each for each in runs if _fits(each, named)]
    if not found and any(each.name == named for each in opened.templates()):
        return opened, _latest([], named)
    return opened, _chosen(found, named)


def _latest(runs: Sequence[SavedRun], template: str) -> SavedRun:
    if not runs:
        raise InputError(
            "{template} was not proofed yet.",
            advice="`mailwright preview` takes its pictures and keeps them.",
            template=template,
        )
    return runs[0]


def _fits(run: SavedRun, named: str) -> bool:
    return run.name == named or (len(named) >= SHORTEST and run.id.startswith(named))


def _chosen(runs: Sequence[SavedRun], named: str) -> SavedRun:
    if not runs:
        raise InputError(
            "There is no saved run {named}.", advice="Name a template, or a run by its id or its name.", named=named
        )
    if len(runs) > 1:
        raise InputError("{named} could be several runs.", advice="Write more of the id.", named=named)
    return runs[0]
