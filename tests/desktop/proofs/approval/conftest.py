"""A workspace with a saved run of two pictures, and answers as a client sends them back."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from renderers.proofs.approval.answers import checksum
from renderers.proofs.runs.reading import KeptRun, kept_run
from templates.store.runs import Note, SavedMail, SavedRun, SavedShot, begin_run, note_shots
from templates.workspace import Workspace

RUN = "0123456789abcdef0123456789abcdef"
MADE = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)


@pytest.fixture
def agency(tmp_path: Path) -> Workspace:
    """A workspace with that run."""
    workspace = Workspace.create(tmp_path / "agency", name="Agency")
    out = io.BytesIO()
    Image.new("RGB", (375, 700), "#1d5b4c").save(out, "JPEG")
    (workspace.root / "proofs").mkdir(exist_ok=True)
    (workspace.root / "proofs/one.jpg").write_bytes(out.getvalue())
    clients = ("gmail-web", "apple-mail-iphone")
    shots = [SavedShot(place, "default", "", client, "light", f"k{place}", "proofs/one.jpg", 375, 700, 375)
             for place, client in enumerate(clients)]  # fmt: skip
    with workspace.database() as database:
        begin_run(database, SavedRun(RUN, RUN, "summer.en", MADE, MADE, MADE, "done", "anna@studio"), shots)
        for shot in shots:
            note_shots(database, [Note(RUN, shot, SavedMail("default", "", "Kettlewren", "Summer", "Lists"))])
    return workspace


@pytest.fixture
def read(agency: Workspace) -> Callable[[], KeptRun]:
    """Read the run anew."""
    return lambda: kept_run(agency, RUN)


@pytest.fixture
def answers_file(tmp_path: Path) -> Callable[..., Path]:
    """Write what a sheet saves: the whole approved, one picture to be changed."""

    def write(**values: object) -> Path:
        at = "2026-11-04T08:15:30.250Z"
        rows = [
            {"place": None, "verdict": "approved", "comment": "", "created": at},
            {"place": 1, "verdict": "changes", "comment": "Larger", "created": at},
        ]
        file = {"format": "mailwright-answers", "version": 1, "run": RUN, "template": "summer.en", "author": "Ada",
                "saved": at, "answers": rows} | values  # fmt: skip
        path = tmp_path / "summer.mailwright-answers.json"
        path.write_text(json.dumps(file | {"checksum": checksum(file)}), "utf-8")
        return path

    return write
