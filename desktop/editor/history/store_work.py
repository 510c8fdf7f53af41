"""What the window asks of the history, for a job's thread. Knows no Qt but the job that reports."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from desktop.jobs import Job
from templates.differences import counts
from templates.snapshot import Snapshot
from templates.store.versions import Version, name_version, version_snapshot, versions_of
from templates.workspace import Workspace


def versions(workspace: Workspace, template: str) -> list[Version]:
    """Return the versions of a template, newest first. Raises StorageError."""
    with workspace.database() as database:
        return versions_of(database, template)


def count_lines(job: Job, workspace: Workspace, listed: Sequence[Version]) -> None:
    """Report for each version its id and the lines added and removed since the one before. Raises MailwrightError."""
    with workspace.database() as database:
        newer: Snapshot | None = None
        for one, before in pairwise(listed):
            job.check()
            after = newer or version_snapshot(database, one.id)
            newer = version_snapshot(database, before.id)
            job.report((one.id, counts(newer.text, after.text)))


def snapshots(workspace: Workspace, ids: Sequence[int]) -> list[Snapshot]:
    """Return what these versions hold. Raises MailwrightError."""
    with workspace.database() as database:
        return [version_snapshot(database, one) for one in ids]


def rename(workspace: Workspace, version_id: int, name: str) -> None:
    """Give a version a name. Raises MailwrightError."""
    with workspace.database() as database:
        name_version(database, version_id, name)
