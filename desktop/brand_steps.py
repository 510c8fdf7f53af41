"""What can be done to the brands of an open workspace, and how each of it is taken back. Knows no Qt.

A piece of work is ``work(job, workspace) -> Step``. It changes files; the step says what the window shows next.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from desktop.brand_history import BrandChange, BrandSnapshot
from desktop.jobs import Job
from templates.brand.kit import BrandKit
from templates.brand.store import load_brand, update_brand
from templates.brands.archive import import_brand
from templates.brands.library import (
    brand_entries,
    copy_brand,
    delete_brand,
    existing,
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
from templates.errors import InputError, MailwrightError
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
            change = snapshot.change()
        return Step(slug, slug, _restoring(slug, change), kept=tuple(kept))

    return work


def refreshing(slug: str, kit: BrandKit, fields: Collection[str]) -> Work:
    """Take over these fields of a site that was read again."""

    def work(job: Job, workspace: Workspace) -> Step:
        with _remembered(workspace, slug) as snapshot:
            kept = apply_refresh(workspace, slug, kit, fields)
            change = snapshot.change()
        return Step(slug, slug, _restoring(slug, change), kept=tuple(kept))

    return work


def renaming(slug: str, name: str, new: str) -> Work:
    """Give a brand another name, another folder, or both."""

    def work(job: Job, workspace: Workspace) -> Step:
        with _remembered(workspace, slug) as snapshot:
            if load_brand(snapshot.folder).name != name:
                update_brand(snapshot.folder, name=name)
                remake_brand(workspace, slug)
            restoring = _restoring(slug, snapshot.change())
        try:
            rename_brand(workspace, slug, new)
        except MailwrightError:
            restoring(job, workspace)
            raise

        def undo(job: Job, workspace: Workspace) -> Sequence[MailwrightError]:
            there = workspace.brands()
            if new in there or slug not in there:  # else an earlier try came as far as that
                workspace = rename_brand(workspace, new, slug)
            return restoring(job, workspace)

        return Step(new, slug, _if_there(new, undo, slug), touches_templates=True)

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
        before, made = workspace.settings.brand, list[str]()
        slug = add_brand(workspace, kit, slug=free_slug(workspace, kit.name))

        def told(done: int, total: int, name: str) -> None:
            job.check()
            job.advance(done, total, name)

        def undo(job: Job, workspace: Workspace) -> Sequence[MailwrightError]:
            return taking_away(workspace, slug, made) or set_default(workspace, before)

        try:
            if not shown:
                make_default(workspace, slug)
            if languages:
                add_own_starters(workspace, slug, languages, on_progress=told, names=made)
        except MailwrightError:
            undo(job, workspace)
            raise
        return Step(slug, shown, _if_there(slug, undo), moved=tuple(made), touches_templates=bool(made))

    return work


def making_default(slug: str) -> Work:
    """Let templates that name no brand have this one."""

    def work(job: Job, workspace: Workspace) -> Step:
        before = workspace.settings.brand
        make_default(workspace, slug)

        def undo(job: Job, workspace: Workspace) -> Sequence[MailwrightError]:
            return set_default(workspace, before)

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
            try:
                restore_brand(workspace, deleted)
            except InputError as error:
                if deleted.path.is_dir():  # its name is taken: that can change
                    raise
                return [error]
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


def _restoring(slug: str, change: BrandChange) -> Undo:
    def undo(job: Job, workspace: Workspace) -> Sequence[MailwrightError]:
        with writing(workspace.lock(change.folder)):
            existing(workspace, slug)
            others = change.changed_since()
            if others:
                return [_changed_since(slug, others)]
            change.take_back()
            remake_brand(workspace, slug)
        return ()

    return _if_there(slug, undo)


def _changed_since(slug: str, files: Sequence[str]) -> InputError:
    return InputError(
        "The brand `{slug}` was changed outside of this step since ({files}), so it stays as it is.",
        advice="Change its values by hand.",
        slug=slug,
        files=", ".join(files),
    )


def _if_there(slug: str, undo: Undo, other: str = "") -> Undo:
    """Let ``undo`` say so where the brand (and the ``other`` one) is gone: trying again would not bring it back."""

    def checked(job: Job, workspace: Workspace) -> Sequence[MailwrightError]:
        try:
            existing(workspace, other if other in workspace.brands() else slug)
        except InputError as error:
            return [error]
        return undo(job, workspace)

    return checked


def _deleting(slug: str) -> Undo:
    def undo(job: Job, workspace: Workspace) -> Sequence[MailwrightError]:
        delete_brand(workspace, slug)
        return ()

    return _if_there(slug, undo)


def taking_away(workspace: Workspace, slug: str, made: Collection[str]) -> Sequence[MailwrightError]:
    """Delete a brand and those templates of it that were ``made`` with it; return why one stays, the brand with it.

    Raises InputError when other templates use it (nothing is deleted then), StorageError.
    """
    users = users_of(workspace, slug)
    others = [name for name in users if name not in made]
    if others:
        raise InputError(
            "The brand `{slug}` stays: `{name}` uses it, which was not made with it.",
            advice="Move that template to another brand or delete it, then undo again.",
            slug=slug,
            name=others[0],
        )
    left = _trashed(workspace, users)
    if not left:
        delete_brand(workspace, slug)
    return left


def set_default(workspace: Workspace, slug: str) -> Sequence[MailwrightError]:
    """Make this the default brand again; none where it is gone meanwhile. Raises StorageError."""
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
