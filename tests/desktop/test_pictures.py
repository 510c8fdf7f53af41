"""Thumbnails: first as they were last time, then as they are now."""

from __future__ import annotations

import shutil

from desktop.pictures import Thumbnail, thumbnails
from templates.workspace import Workspace

NAMES = ["welcome.en", "welcome.fr"]


def shown(jobs, qtbot, workspace: Workspace) -> list[Thumbnail]:
    """What a run reports, in its order."""
    parts: list[Thumbnail] = []
    job = jobs.run_async("thumbnails", thumbnails(workspace, NAMES, None))
    job.reported.connect(parts.append)
    with qtbot.waitSignal(job.ended, timeout=20_000):
        pass
    return parts


def test_last_times_pictures_come_first(jobs, qtbot, folder):
    """A workspace that was looked at before shows its pictures before anything is built, and then the new ones."""
    workspace = Workspace.open(folder)
    first = shown(jobs, qtbot, workspace)
    assert sorted(part.template for part in first) == NAMES
    again = shown(jobs, qtbot, workspace)
    assert [part.template for part in again[:2]] == NAMES
    assert [part.subject for part in again[:2]] == ["", ""]
    assert {part.template: part.picture for part in again[:2]} == {part.template: part.picture for part in first}
    assert sorted(part.template for part in again[2:]) == NAMES


def test_without_a_database_there_are_new_pictures_all_the_same(jobs, qtbot, folder):
    """A damaged database costs the memory of last time, not the gallery."""
    workspace = Workspace.open(folder)
    shown(jobs, qtbot, workspace)
    shutil.copy(folder / "workspace.toml", folder / "workspace.db")
    again = shown(jobs, qtbot, workspace)
    assert sorted(part.template for part in again) == NAMES
    assert all(part.picture for part in again)
