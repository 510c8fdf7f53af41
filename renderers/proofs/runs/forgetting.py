"""Deleting a saved run, with the pictures that nothing else shows."""

from __future__ import annotations

import contextlib

from renderers.render.room import remove
from templates.store.runs import forget_run, saved_run
from templates.workspace import Workspace


def delete_run(workspace: Workspace, run_id: str) -> int:
    """Delete a run for good; return how many picture files went with it.

    A file that cannot be removed stays: it costs room, and nothing refers to it. Raises InputError when the run is
    gone, StorageError.
    """
    with workspace.database() as database:
        saved_run(database, run_id)
        paths = forget_run(database, run_id)
    kept, removed = (workspace.root / "proofs").resolve(), 0
    for path in paths:
        file = (workspace.root / path).resolve()
        if file.is_relative_to(kept):  # a team's database is written by others too
            with contextlib.suppress(OSError):
                remove(file)
                removed += 1
    return removed
