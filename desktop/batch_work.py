"""The work of setting up many companies, and of what was decided about them. Knows no widgets."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop.brand_steps import Step, Work, set_default, taking_away, updating
from desktop.jobs import Job
from templates.brand.batch.companies import Plan, set_up
from templates.brand.batch.listing import BatchList, Entry, list_of
from templates.brand.batch.run import Progress, Row, run_batch
from templates.brand.brand_file import read_brand_file
from templates.brand.doubts import Doubt, doubtful
from templates.brand.logos.stored_logos import read_originals
from templates.brand.store import LOGOS, load_brand
from templates.brand.witness import Witness
from templates.brands.library import make_default
from templates.brands.many import BrandMaker
from templates.errors import MailwrightError
from templates.workspace import Workspace


@dataclass(frozen=True)
class Told:
    """What a run says of one company: its ``step``, or its ``row`` and what of it is doubtful."""

    entry: Entry
    step: str = ""
    row: Row | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Decided:
    """What a person decided about one brand: values as ``update_brand`` takes them, and logos that are right."""

    values: Mapping[str, Any] = field(default_factory=dict)
    logos: tuple[str, ...] = ()


def checking(text: str, path: Path) -> Callable[[Job], BatchList]:
    """The work of reading a list that somebody types."""
    return lambda job: list_of(text, path)


def setting_up(entries: Sequence[Entry], plan: Plan, cancel: threading.Event) -> Callable[[Job], list[Row]]:
    """The work of making a workspace for each company; it reports a ``Told`` for each thing that happens."""

    def work(job: Job) -> list[Row]:
        return set_up(entries, replace(plan, witness=_witness(cancel)), _telling(job, cancel), cancel)

    return work


def adding_all(entries: Sequence[Entry], languages: Sequence[str], cancel: threading.Event, shown: str) -> Work:
    """The work of adding each company as a brand to a workspace; what is made by then can be taken back as one step."""

    def work(job: Job, workspace: Workspace) -> Step:
        before = workspace.settings.brand
        maker = BrandMaker(workspace, languages, _witness(cancel))
        run_batch(entries, maker.make, _telling(job, cancel), cancel)
        if not shown and maker.added:
            make_default(workspace, maker.added[0])
        made = tuple(name for names in maker.templates.values() for name in names)

        def undo(job: Job, workspace: Workspace) -> Sequence[MailwrightError]:
            left = _each(maker.added, lambda slug: taking_away(workspace, slug, maker.templates[slug]))
            return [*left, *set_default(workspace, before)]

        return Step(shown or next(iter(maker.added), ""), shown, undo, moved=made, touches_templates=bool(made))

    return work


def deciding(decided: Mapping[Path, Decided]) -> Callable[[Job], list[tuple[Path, MailwrightError]]]:
    """The work of writing decisions into brands, by their folders; returns which could not be changed, and why."""

    def work(job: Job) -> list[tuple[Path, MailwrightError]]:
        left: list[tuple[Path, MailwrightError]] = []
        for done, (folder, choice) in enumerate(decided.items()):
            job.advance(done, len(decided), folder.name)
            try:
                updating(folder.name, _values(folder, choice))(job, Workspace.find(folder))
            except MailwrightError as error:
                left.append((folder, error))
        return left

    return work


def deciding_here(decided: Mapping[Path, Decided], shown: str) -> Work:
    """The same for brands of one workspace, as a step that can be taken back."""

    def work(job: Job, workspace: Workspace) -> Step:
        steps: list[Step] = []
        left: list[MailwrightError] = []
        for folder, choice in decided.items():
            try:
                steps.append(updating(folder.name, _values(folder, choice))(job, workspace))
            except MailwrightError as error:
                left.append(error)

        def undo(job: Job, workspace: Workspace) -> Sequence[MailwrightError]:
            return [error for step in reversed(steps) for error in step.undo(job, workspace)]

        return Step(shown, shown, undo, skipped=tuple(left))

    return work


def _values(folder: Path, decided: Decided) -> dict[str, Any]:
    """The values; a logo that is right as it is becomes a person's choice too, also one that is drawn."""
    originals = read_originals(folder, read_brand_file(folder).logo)
    return {name: originals.get(LOGOS[name], "") for name in decided.logos} | dict(decided.values)


def _witness(cancel: threading.Event) -> Witness | None:
    from renderers.witness import installed_witness  # a window opens faster without what only this job needs

    return installed_witness(cancel)


def _telling(job: Job, cancel: threading.Event) -> Callable[[Progress], None]:
    def tell(progress: Progress) -> None:
        if job.stop.is_set():  # the application ends
            cancel.set()
        job.advance(progress.done, progress.total, progress.entry.source)
        job.report(Told(progress.entry, progress.step, progress.row, _doubts(progress.row)))

    return tell


def _doubts(row: Row | None) -> tuple[Doubt, ...]:
    if row is None or row.made is None:
        return ()
    try:
        return tuple(doubtful(load_brand(row.made.brand_folder)))
    except MailwrightError:  # somebody changed it meanwhile: there is nothing to ask then
        return ()


def _each(names: Sequence[str], work: Callable[[str], Sequence[MailwrightError]]) -> list[MailwrightError]:
    """Do ``work`` for each; return what it left, and why some could not be done."""
    left: list[MailwrightError] = []
    for name in names:
        try:
            left += work(name)
        except MailwrightError as error:
            left.append(error)
    return left
