"""A proof as the database keeps it, and back."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from renderers.clients.profile import MODES, Mode
from renderers.proofs.proof import Proof, Shot
from renderers.render.cast import Cast
from templates.assemble import sender_of
from templates.error_record import error_from_json, error_to_json
from templates.errors import MailwrightError
from templates.store.runs import SavedMail, SavedRun, SavedShot
from templates.workspace import Workspace


@dataclass(frozen=True)
class KeptShot:
    """One picture of a saved run, as people look at it.

    ``picture`` is its file, None where there is none: then ``error`` says why, or nobody took it. ``cast`` says who
    drew it; ``saved`` is the record itself.
    """

    run: SavedRun
    saved: SavedShot
    shot: Shot
    picture: Path | None
    cast: Cast | None
    error: MailwrightError | None

    @property
    def is_taken(self) -> bool:
        """Whether there is a picture, whatever became of its file since."""
        return bool(self.saved.key)


def pending(shot: Shot, place: int) -> SavedShot:
    """Return the record of a shot that is not taken yet."""
    return SavedShot(place, shot.data_set, shot.segment, shot.profile, shot.mode)


def record_of(proof: Proof, place: int, path: str) -> SavedShot:
    """Return the record of a proof; ``path`` is where its picture was saved."""
    shot, result, prints = proof.shot, proof.result, proof.fingerprint
    return SavedShot(
        place=place,
        data_set=shot.data_set,
        segment=shot.segment,
        profile=shot.profile,
        mode=shot.mode,
        key=result.key if result else "",
        path=path,
        width=result.width if result else 0,
        height=result.height if result else 0,
        content_width=result.content_width if result else 0,
        cast=json.dumps(asdict(proof.cast)) if proof.cast else "",
        mail=prints.mail if prints else "",
        shown=prints.shown if prints else "",
        error=error_to_json(proof.error) if proof.error else "",
    )


def mail_of(workspace: Workspace, proof: Proof) -> SavedMail | None:
    """Return what stands in the inbox; None where the mail was not built."""
    build, shot = proof.build, proof.shot
    if build is None:
        return None
    sender = sender_of(workspace, shot.template)
    return SavedMail(shot.data_set, shot.segment, sender["name"] or sender["address"], build.subject, build.preheader)


def kept(workspace: Workspace, run: SavedRun, saved: SavedShot) -> KeptShot:
    """Return a record as people look at it."""
    mode: Mode = next((mode for mode in MODES if mode == saved.mode), MODES[0])
    shot = Shot(run.template, saved.data_set, saved.segment, saved.profile, mode)
    path = workspace.root / saved.path if saved.path else None
    return KeptShot(
        run=run,
        saved=saved,
        shot=shot,
        picture=path if path and path.is_file() else None,
        cast=Cast(**json.loads(saved.cast)) if saved.cast else None,
        error=error_from_json(saved.error) if saved.error else None,
    )
