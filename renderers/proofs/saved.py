"""Proofs that stay with the workspace: pictures in ``proofs/``, content-addressed, and an index in the database.

A window shows them at once, before anything is built or rendered.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from renderers.proofs.proof import EVERYBODY, Proof
from templates.files import write_bytes
from templates.store.proofs import SavedProof, latest, remember
from templates.workspace import Workspace

_ENDINGS = {"image/jpeg": "jpg", "image/png": "png"}


def save_proofs(workspace: Workspace, proofs: Iterable[Proof]) -> int:
    """Keep the pictures of ``proofs`` and note them as the latest; return how many. Raises StorageError."""
    saved = 0
    with workspace.database() as database:
        for proof in proofs:
            if proof.result is None:
                continue
            result, shot = proof.result, proof.shot
            name = f"proofs/{result.key[:2]}/{result.key}.{_ENDINGS[result.media_type]}"
            path = workspace.root / name
            if not path.exists():
                write_bytes(path, result.picture)
            record = SavedProof(
                template=shot.template,
                data_set=shot.data_set,
                segment=shot.segment,
                profile=shot.view,
                key=result.key,
                width=result.width,
                height=result.height,
                path=name,
            )
            remember(database, record)
            saved += 1
    return saved


def saved_pictures(
    workspace: Workspace, templates: Iterable[str], profile: str, *, data_set: str = "default", segment: str = EVERYBODY
) -> dict[str, Path]:
    """The latest saved picture of each template that has one, as a file. Raises StorageError."""
    found = {}
    with workspace.database() as database:
        for name in templates:
            saved = latest(database, name, profile, data_set=data_set, segment=segment)
            if saved and (path := workspace.root / saved.path).is_file():
                found[name] = path
    return found
