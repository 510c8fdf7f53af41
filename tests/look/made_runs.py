"""Saved runs as a workspace has them after months: records and pictures are written, nothing is rendered."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import sqlalchemy as sa
from PIL import Image, ImageDraw

from renderers.clients.profile import profile
from renderers.proofs.saved import keep_picture
from renderers.render.job import RenderResult
from templates.store.runs import Note, RunState, SavedMail, SavedRun, SavedShot, begin_run, end_run, note_shots
from templates.store.tables import run as run_table
from templates.workspace import Workspace


def drawn(seed: int, width: int = 640, height: int = 2400) -> bytes:
    """A JPEG that looks like a mail from afar; each seed has its own."""
    image = Image.new("RGB", (width, height), (244, 245, 248))
    draw = ImageDraw.Draw(image)
    colour = tuple(40 + seed * step % 180 for step in (37, 71, 113))
    draw.rectangle((0, 0, width, 120), fill=colour)
    for place in range(160, height - 60, 90):
        wide = width - 80 - (place * (seed + 3)) % (width // 2)
        draw.rectangle((40, place, wide, place + 20), fill=(90, 95, 110))
        draw.rectangle((40, place + 34, width - 60, place + 46), fill=(170, 175, 190))
        if place % 4 == 0:
            draw.rectangle((width // 2, place + 50, width - 40, place + 85), fill=colour)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()


def add_run(
    workspace: Workspace,
    template: str,
    clients: Sequence[str],
    *,
    pictures: Sequence[bytes],
    ago: timedelta = timedelta(),
    state: RunState = "done",
    taken: int | None = None,
    name: str = "",
) -> str:
    """Write a run with a picture of each client in its first mode; of a broken one only ``taken`` are there."""
    now = datetime.now(UTC) - ago
    text = workspace.template(template).text()
    version = hashlib.sha256(text.encode()).hexdigest()
    run = SavedRun(uuid4().hex, uuid4().hex, template, now, now, None, "running", "ann@studio", "", version, name)
    shots = [SavedShot(place, "default", "", client, profile(client).modes[0]) for place, client in enumerate(clients)]
    with workspace.database() as database:
        begin_run(database, run, shots)
        for shot in shots[:taken]:
            data = pictures[shot.place % len(pictures)]
            key = hashlib.sha256(f"{run.id}{shot.place}".encode()).hexdigest()
            result = RenderResult(data, "image/jpeg", 640, 2400, 640, key, cached=False)
            kept = SavedShot(
                *(shot.place, shot.data_set, shot.segment, shot.profile, shot.mode),
                *(key, keep_picture(workspace, result), 640, 2400, 640),
            )
            note_shots(
                database, [Note(run.id, kept, SavedMail("default", "", "Northlight", "Welcome", "Nice to meet you"))]
            )
        if state != "running":
            end_run(database, run.id, state)
        with database.writing() as connection:  # the pictures were signs of life
            connection.execute(sa.update(run_table).where(run_table.c.id == run.id).values(beat=now))
    return run.id
