"""Thumbnails for the gallery: the pictures that previews make, small enough to be decoded in a few milliseconds.

Nothing of Qt is called in the loop's thread: PySide keeps the interpreter's lock while Qt decodes a picture, Qt has a
lock of its own around that, and two threads that take the two in different order wait for each other for ever.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.jobs import Job
from renderers.mails import Builder, build_template
from renderers.preview import preview
from renderers.proofs.contact_sheet import write_contact_sheet
from renderers.proofs.proof import Progress, Proof
from renderers.proofs.saved import save_proofs, saved_pictures
from renderers.proofs.thumbnail import thumbnail
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from templates.errors import MailwrightError, StorageError
from templates.workspace import Workspace

PROFILE = "plain-desktop"
WIDTH, HEIGHT = 480, 600  # pixels: the largest card at twice the density


@dataclass(frozen=True)
class Thumbnail:
    """What a card shows: a picture (JPEG), or why there is none."""

    template: str
    picture: bytes = b""
    subject: str = ""
    error: MailwrightError | None = None


def thumbnails(
    workspace: Workspace, names: Sequence[str], cache: PictureCache | None, build: Builder = build_template
) -> Callable[[Job, RenderPool], Coroutine[Any, Any, None]]:
    """Return the work of a job that reports a ``Thumbnail`` for each template as it comes."""

    async def work(job: Job, pool: RenderPool) -> None:
        def on_proof(proof: Proof) -> None:
            job.report(_thumbnail(proof))

        def on_progress(progress: Progress) -> None:
            job.advance(progress.done, progress.total)

        for saved in await asyncio.to_thread(_saved, workspace, names):
            job.report(saved)  # as it was last time, until it is known how it is now
        proofs = await preview(
            workspace,
            names,
            profiles=(PROFILE,),
            on_proof=on_proof,
            on_progress=on_progress,
            cache=cache,
            pool=pool,
            build=build,
        )
        await asyncio.to_thread(_keep, workspace, proofs)

    return work


def contact_sheet(
    workspace: Workspace, cache: PictureCache | None, build: Builder = build_template
) -> Callable[[Job, RenderPool], Coroutine[Any, Any, Path]]:
    """Return the work of a job that writes the contact sheet and gives its path."""

    async def work(job: Job, pool: RenderPool) -> Path:
        def on_progress(progress: Progress) -> None:
            job.advance(progress.done, progress.total)

        names = [folder.name for folder in workspace.templates()]
        proofs = await preview(workspace, names, on_progress=on_progress, cache=cache, pool=pool, build=build)
        return await asyncio.to_thread(write_contact_sheet, workspace, proofs)

    return work


def _saved(workspace: Workspace, names: Sequence[str]) -> list[Thumbnail]:
    """The pictures that the workspace kept; none where its disk or database does not answer."""
    try:
        found = saved_pictures(workspace, names, PROFILE)
        return [Thumbnail(name, thumbnail(path.read_bytes(), WIDTH, height=HEIGHT)) for name, path in found.items()]
    except (StorageError, OSError):
        return []


def _keep(workspace: Workspace, proofs: Sequence[Proof]) -> None:
    """Keep the pictures for next time; a workspace that cannot be written is looked at all the same."""
    with contextlib.suppress(StorageError):
        save_proofs(workspace, proofs)


def _thumbnail(proof: Proof) -> Thumbnail:
    subject = proof.build.subject if proof.build else ""
    if proof.result is None:
        return Thumbnail(proof.shot.template, subject=subject, error=proof.error)
    return Thumbnail(proof.shot.template, thumbnail(proof.result.picture, WIDTH, height=HEIGHT), subject)
