"""What can be done to the brands of an open workspace, and how each of it is taken back. Knows no Qt.

A piece of work is ``work(job, workspace) -> Step``. It changes files; the step says what the window shows next.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from desktop.brand_history import BrandSnapshot
from desktop.jobs import Job
from templates.brand.kit import BrandKit
from templates.brand.store import load_brand, update_brand
from templates.brands.archive import import_brand
from templates.brands.library import (
    brand_entries,
    copy_brand,
    delete_brand,
    free_slug,
    make_default,
    rename_brand,
    restore_brand,
    shown_default,
)
from templates.brands.moving import move_back, move_templates
from templates.brands.own_starters import add_own_starters
from templates.brands.references import users_of
from templates.brands.refresh import apply_refresh
from templates.errors import MailwrightError
from templates.generate import add_brand, remake_brand
from templates.locks import writing
from templates.trash import delete
from templates.workspace import Workspace

Undo: TypeAlias = "Callable[[Job, Workspace], Sequence[MailwrightError]]"


@dataclass(frozen=True)
class Step:
    """Something that was done: the brand to show after it and after its ``undo``, which returns what it had to leave.

    ``kept`` are parts that stay as they were edited by hand, ``skipped`` says why something was left as it is,
    ``moved`` are the templates that changed, ``modules`` the saved modules that still name the old brand. Where
    ``touches_templates`` their files or their brand change with the undo too.
    """

    shows: str
    back: str
    undo: Undo
    kept: tuple[str, ...] = ()
    skipped: tuple[MailwrightError, ...] = ()
    moved: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    touches_templates: bool = False


Work = Callable[[Job, Workspace], Step]


def updating(slug: str, changes: Mapping[str, Any]) -> Work:
    """Change a brand's values; every template follows at its next build."""

    def work(job: Job, workspace: Workspace) -> Step:
        with _remembered(workspace, slug) as snapshot:
            update_brand(workspace.brand_folder(slug), **changes)
            kept = remake_brand(workspace, slug)
        return Step(slug, slug, _restoring(slug, snapshot), kept=tuple(kept))

    return work


def refreshing(slug: str, kit: BrandKit, fields: Collection[str]) -> Work:
    """Take over these fields of a site that was read again."""

    def work(job: Job, workspace: Workspace) -> Step:
        with _remembered(workspace, slug) as snapshot:
            kept = apply_refresh(workspace, slug, kit, fields)
        return Step(slug, slug, _restoring(slug, snapshot), kept=tuple(kept))

    return work


def renaming(slug: str, name: str, new: str) -> Work:
    """Give a brand another name, another folder, or both."""

    def work(job: Job, workspace: Workspace) -> Step:
        with _remembered(workspace, slug) as snapshot:
            if load_brand(snapshot.folder).name != name:
                update_brand(snapshot.folder, name=name)
                remake_brand(workspace, slug)
        try:
            rename_brand(workspace, slug, new)
        except MailwrightError:
            snapshot.restore()
            raise

        def undo(job: Job, workspace: Workspace) -> Sequence[MailwrightError]:
            return _restoring(slug, snapshot)(job, rename_brand(workspace, new, slug))

        return Step(new, slug, undo, touches_templates=True)

    return work


def copying(slug: str, name: str) -> Work:
    """Copy a brand."""

    def work(job: Job, workspace: Workspace) -> Step:
        new = copy_brand(workspace, slug, name)
        return Step(new, slug, _deleting(new))

    return work


def importing(path: Path, shown: str) -> Work:
    """Add the brand that a file holds; ``shown`` is the one that the window shows now."""

    def work(job: Job, workspace: Workspace) -> Step:
        new = import_brand(workspace, path)
        return Step(new, shown, _deleting(new))

    return work


def adding(kit: BrandKit, languages: Sequence[str], shown: str) -> Work:
    """Add a brand, with a template for each starter in these languages; ``shown`` as in ``importing``."""

    def work(job: Job, workspace: Workspace) -> Step:
        before, there = workspace.settings.brand, {template.name for template in workspace.templates()}
        slug = add_brand(workspace, kit, slug=free_slug(workspace, kit.name))

        def told(done: int, total: int, name: str) -> None:
            job.check()
            job.advance(done, total, name)

        def undo(job: Job, workspace: Workspace) -> Sequence[MailwrightError]:
            left = _trashed(workspace, [name for name in users_of(workspace, slug) if name not in there])
            return left or [*_deleting(slug)(job, workspace), *_set_default(workspace, before)]

        try:
            if not shown:
                make_default(workspace, slug)
            made = add_own_starters(workspace, slug, languages, on_progress=told) if languages else []
        except MailwrightError:
            undo(job, workspace)
            raise
        moved = tuple(template.name for template in made)
        return Step(slug, shown, undo, moved=moved, touches_templates=bool(made))

    return work


def making_default(slug: str) -> Work:
    """Let templates that name no brand have this one."""

    def work(job: Job, workspace: Workspace) -> Step:
        before = workspace.settings.brand
        make_default(workspace, slug)

        def undo(job: Job, workspace: Workspace) -> Sequence[MailwrightError]:
            return _set_default(workspace, before)

        return Step(slug, slug, undo, touches_templates=True)

    return work


def moving(names: Sequence[str], to: str, shown: str) -> Work:
    """Let templates be of another brand."""

    def work(job: Job, workspace: Workspace) -> Step:
        moved = move_templates(workspace, names, to, on_progress=job.advance)
        changed = tuple(one.name for one in moved.changed)
        modules = tuple(sorted({module for one in moved.changed for module in one.modules}))

        def undo(job: Job, workspace: Workspace) -> Sequence[MailwrightError]:
            return move_back(workspace, moved)

        return Step(
            to, shown, undo, skipped=moved.skipped, moved=changed, modules=modules, touches_templates=bool(changed)
        )

    return work


def deleting(slug: str, move_to: str = "") -> Work:
    """Delete a brand, after its templates were moved to another one where there are some."""

    def work(job: Job, workspace: Workspace) -> Step:
        users = users_of(workspace, slug) if move_to else []
        moved = move_templates(workspace, users, move_to, on_progress=job.advance) if users else None
        try:
            if moved and moved.skipped:
                raise moved.skipped[0]
            deleted = delete_brand(workspace, slug)
        except MailwrightError:
            if moved:
                move_back(workspace, moved)
            raise

        def undo(job: Job, workspace: Workspace) -> Sequence[MailwrightError]:
            restore_brand(workspace, deleted)
            return move_back(Workspace.open(workspace.root), moved) if moved else ()

        shows = move_to or shown_default(Workspace.open(workspace.root))
        changed = tuple(one.name for one in moved.changed) if moved else ()
        return Step(shows, slug, undo, moved=changed, touches_templates=bool(changed))

    return work


@contextmanager
def _remembered(workspace: Workspace, slug: str) -> Iterator[BrandSnapshot]:
    """Hold a brand's lock, and put it back as it was when the body fails."""
    folder = workspace.brand_folder(slug)
    with writing(workspace.lock(folder)):
        snapshot = BrandSnapshot.take(folder)
        try:
            yield snapshot
        except MailwrightError:
            snapshot.restore()
            raise


def _restoring(slug: str, snapshot: BrandSnapshot) -> Undo:
    def undo(job: Job, workspace: Workspace) -> Sequence[MailwrightError]:
        with writing(workspace.lock(snapshot.folder)):
            snapshot.restore()
            remake_brand(workspace, slug)
        return ()

    return undo


def _deleting(slug: str) -> Undo:
    def undo(job: Job, workspace: Workspace) -> Sequence[MailwrightError]:
        delete_brand(workspace, slug)
        return ()

    return undo


def _set_default(workspace: Workspace, slug: str) -> Sequence[MailwrightError]:
    known = {entry.slug for entry in brand_entries(workspace)}
    make_default(workspace, slug if slug in known else "")
    return ()


def _trashed(workspace: Workspace, names: Sequence[str]) -> list[MailwrightError]:
    """Move templates to the trash; return why one stays."""
    left: list[MailwrightError] = []
    for name in names:
        try:
            delete(workspace, name)
        except MailwrightError as error:
            left.append(error)
    return left
