"""Proofs that stay with the workspace: pictures in ``proofs/``, content-addressed, and an index in the database.

A window shows them at once, before anything is built or rendered.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from renderers.proofs.proof import EVERYBODY, Proof
from renderers.render.cache import Kept, KeptPictures, PictureCache
from renderers.render.job import RenderResult
from renderers.render.picture_files import write_picture
from renderers.render.team_store import TeamPictures, TeamStore
from templates.store.proofs import SavedProof, latest, remember
from templates.workspace import Workspace


def save_proofs(workspace: Workspace, proofs: Iterable[Proof]) -> int:
    """Keep the pictures of ``proofs`` and note them as the latest; return how many. Raises StorageError."""
    saved = 0
    with workspace.database() as database:
        for proof in proofs:
            if proof.result is None:
                continue
            result, shot = proof.result, proof.shot
            name = keep_picture(workspace, result)
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


def keep_picture(workspace: Workspace, result: RenderResult) -> str:
    """Keep a picture with the workspace; return its path from the root. Raises StorageError."""
    return write_picture(_folder(workspace), result).relative_to(workspace.root).as_posix()


def kept_pictures(workspace: Workspace, cache: PictureCache | None) -> Kept | None:
    """Return where a run looks for pictures: in the cache, in those that the workspace keeps, in the team's store.

    None without a cache: then every picture is taken.
    """
    if cache is None:
        return None
    kept = KeptPictures(cache, _folder(workspace))
    url = workspace.settings.pictures.url
    return TeamPictures(kept, TeamStore(url)) if url else kept


def _folder(workspace: Workspace) -> Path:
    return workspace.root / "proofs"


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
