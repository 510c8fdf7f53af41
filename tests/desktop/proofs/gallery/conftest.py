"""Saved runs are written as records with tiny pictures; the window reads them as any others."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
import sqlalchemy as sa
from PIL import Image
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.jobs import Jobs
from desktop.preferences import Preferences
from desktop.proofs.gallery.window import Host, ProofsWindow
from renderers.clients.profile import Mode
from renderers.proofs.saved import keep_picture
from renderers.render.job import RenderResult
from templates.store.runs import Note, RunState, SavedRun, SavedShot, begin_run, end_run, note_shots
from templates.store.tables import run as run_table
from templates.workspace import Workspace

CLIENTS = ("gmail-web", "gmail-ios", "thunderbird-linux")
AddRun = Callable[..., str]


def picture_of(colour: int) -> bytes:
    """A JPEG of one grey."""
    out = io.BytesIO()
    Image.new("RGB", (64, 90), (colour, colour, colour)).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def add_run(workspace: Workspace) -> AddRun:
    """``add_run("welcome.en", grey=120, taken=2, state="running")``: write a run; its id."""
    numbers = count()

    def add(
        template: str = "welcome.en",
        clients: Sequence[str] = CLIENTS,
        *,
        modes: Sequence[Mode] = ("light",),
        grey: int = 100,
        taken: int | None = None,
        state: RunState = "done",
        hours_ago: float = 0,
        name: str = "",
    ) -> str:
        when = datetime.now(UTC) - timedelta(hours=hours_ago)
        version = hashlib.sha256(workspace.template(template).text().encode()).hexdigest()
        run_id = f"run-{next(numbers)}"
        run = SavedRun(
            run_id, f"batch-{run_id}", template, when, when, None, "running", "ann@studio", "", version, name
        )
        shown = [(client, mode) for client in clients for mode in modes]
        shots = [SavedShot(place, "default", "", *view) for place, view in enumerate(shown)]
        with workspace.database() as database:
            begin_run(database, run, shots)
            for shot in shots[:taken]:
                key = hashlib.sha256(f"{run_id}{shot.place}".encode()).hexdigest()
                path = keep_picture(
                    workspace, RenderResult(picture_of(grey), "image/jpeg", 64, 90, 64, key, cached=False)
                )
                kept = SavedShot(shot.place, "default", "", shot.profile, shot.mode, key, path, 64, 90, 64)
                note_shots(database, [Note(run_id, kept)])
            if state != "running":
                end_run(database, run_id, state)
            with database.writing() as connection:  # the pictures were signs of life
                connection.execute(sa.update(run_table).where(run_table.c.id == run_id).values(beat=when))
        return run_id

    return add


class Asked:
    """What the window wanted of the main window."""

    def __init__(self) -> None:
        self.urls: list[str] = []
        self.revealed: list[object] = []
        self.rendered: list[Sequence[str]] = []

    def open_url(self, url: object) -> bool:
        self.urls.append(url.toLocalFile())  # type: ignore[attr-defined]  # a QUrl
        return True


@pytest.fixture
def asked() -> Asked:
    """What the window wanted of the main window."""
    return Asked()


@pytest.fixture
def shown(
    workspace: Workspace, jobs: Jobs, owner: QWidget, asked: Asked, qtbot
) -> Iterator[Callable[[], ProofsWindow]]:
    """``shown()``: the window, once it knows what runs there are."""
    windows: list[ProofsWindow] = []

    def show() -> ProofsWindow:
        host = Host(
            asked.open_url,
            asked.revealed.append,
            asked.rendered.append,
            lambda: None,
            lambda: None,
            lambda names, then: then(),
        )
        window = ProofsWindow(workspace, jobs, Preferences(), host, owner)
        windows.append(window)
        window.resize(1100, 700)
        window.show()
        qtbot.waitUntil(lambda: window.proofs.is_read, timeout=10_000)
        qtbot.waitUntil(lambda: window.pane._is_waiting is False, timeout=10_000)
        return window

    yield show
    for window in filter(isValid, windows):
        window.close()


@pytest.fixture
def opened_window(window, folder, qtbot):
    """The main window on the workspace."""
    window.open_workspace(folder)
    qtbot.waitUntil(lambda: bool(window.workspace.model.names()) and not window.jobs.running, timeout=20_000)
    return window
