"""A workspace with one saved run of made pictures, its sheet, and answers as the sheet's script writes them."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from renderers.proofs.approval.answers import checksum
from renderers.proofs.approval.sheet import ProofSheet
from renderers.proofs.approval.sheet_of_run import proof_sheet
from renderers.proofs.runs.reading import KeptRun, kept_run
from renderers.render.cast import Cast
from templates.store.runs import Note, SavedMail, SavedRun, SavedShot, begin_run, note_shots
from templates.workspace import Workspace

RUN = "0123456789abcdef0123456789abcdef"
MADE = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
SHOTS = (
    ("gmail-web", "light"),
    ("orange-web", "light"),
    ("outlook-windows-2013", "light"),
    ("apple-mail-iphone", "dark"),
)
SUBJECT = "Long evenings, short lists, and everything else that makes a summer"
PREHEADER = "For those who leave and those who stay: the long evenings belong to everybody, wherever they are."
Answers = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def mail_picture() -> Callable[[int, int], bytes]:
    """A picture of lines of text, with a gap between two lines."""

    def draw(width: int, height: int) -> bytes:
        image = Image.new("RGB", (width, height), "#ffffff")
        pen = ImageDraw.Draw(image)
        for top in range(10, height - 20, 24):
            pen.line([(20, top + 4), (width - 20, top + 4)], fill="#223344", width=9)
        out = io.BytesIO()
        image.save(out, "JPEG")
        return out.getvalue()

    return draw


@pytest.fixture
def agency(tmp_path: Path) -> Workspace:
    """A workspace without a brand and a template."""
    return Workspace.create(tmp_path / "agency", name="Agency", timezone="Europe/Paris")


@pytest.fixture
def keep_run(agency: Workspace, mail_picture) -> Callable[..., KeptRun]:
    """Save a run: two clients show the same, a phone's has a stand-in; ``lost`` places lose their file."""

    def keep(lost: Sequence[int] = (), shots: Sequence[tuple[str, str]] = SHOTS) -> KeptRun:
        begun = SavedRun(RUN, RUN, "summer.en", MADE, MADE, MADE, "done", "anna@studio-7", version="fe" * 32)
        with agency.database() as database:
            begin_run(database, begun, [SavedShot(n, "default", "", *shot) for n, shot in enumerate(shots)])
            mail = SavedMail("default", "", "Kettlewren", SUBJECT, PREHEADER)
            for place, (client, mode) in enumerate(shots):
                shot = _shot(agency, place, client, mode, mail_picture)
                note_shots(database, [Note(RUN, shot, mail)])
                if place in lost:
                    (agency.root / shot.path).unlink(missing_ok=True)
        return kept_run(agency, RUN)

    return keep


def _shot(workspace: Workspace, place: int, client: str, mode: str, draw: Callable[[int, int], bytes]) -> SavedShot:
    size = (375, 2600) if "iphone" in client else (700, 900)
    key = "a" * 8 if client in {"gmail-web", "orange-web"} else f"b{place}"
    path = workspace.root / "proofs" / f"{key}.jpg"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(draw(*size))
    stand_in = Cast("chromium", "Chromium", "approximated", instead_of="WebKit")
    cast = stand_in if "apple" in client else Cast("chromium", "Chromium", "modelled")
    return SavedShot(place, "default", "", client, mode, key, f"proofs/{key}.jpg", *size, size[0],
                     json.dumps(asdict(cast)))  # fmt: skip


@pytest.fixture
def sheet(agency: Workspace, keep_run) -> ProofSheet:
    """The sheet of that run."""
    return proof_sheet(agency, keep_run())


@pytest.fixture(scope="session")
def answers() -> Answers:
    """The values of a file with answers, summed up; ``answers((place, verdict, comment), …)``."""

    def make(*rows: tuple[int | None, str, str], **values: Any) -> dict[str, Any]:
        moment = "2026-11-04T08:15:30.250Z"
        file: dict[str, Any] = {
            "format": "mailwright-answers",
            "version": 1,
            "run": RUN,
            "template": "summer.en",
            "author": "Ada",
            "saved": moment,
            "answers": [{"place": place, "verdict": verdict, "comment": comment, "created": moment}
                        for place, verdict, comment in rows or [(None, "approved", "")]],
        }  # fmt: skip
        return {**file, **values, "checksum": checksum({**file, **values})}

    return make


@pytest.fixture(scope="session")
def as_text() -> Callable[[dict[str, Any]], str]:
    """The values as the text that the sheet copies."""

    def code(values: dict[str, Any]) -> str:
        coded = base64.b64encode(json.dumps(values, ensure_ascii=False).encode()).decode()
        lines = [coded[place : place + 64] for place in range(0, len(coded), 64)]
        return "\n".join(["--- BEGIN MAILWRIGHT ANSWERS 1 ---", *lines, "--- END MAILWRIGHT ANSWERS 1 ---"])

    return code
