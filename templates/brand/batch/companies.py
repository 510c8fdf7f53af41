"""A workspace for each company of a list: how one is set up, and where.

One company, one workspace: its contacts, its blocklist and its brand are its own, and the folder can be handed over,
kept under version control or deleted without touching another client's.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from templates.brand.batch.listing import Entry
from templates.brand.batch.record import Record
from templates.brand.batch.run import Made, Make, Progress, Row, run_batch
from templates.brand.brand_kit import BrandKit
from templates.brand.doubts import doubtful
from templates.brand.evidence import Candidate
from templates.brand.extraction import kit_of
from templates.brand.logos.candidate_files import fetch_candidate
from templates.brand.logos.logo_alone import is_picture, kit_of_logo
from templates.brand.opening.sources import local_path, opened_site
from templates.brand.store import load_brand, recorded_hashes
from templates.brand.sureness import USER
from templates.errors import Cancelled, FetchError, MailwrightError
from templates.generate import add_brand, add_starters, slug_of
from templates.starters import LANGUAGES
from templates.workspace import Workspace

if TYPE_CHECKING:
    from templates.brand.opening.fetch import Fetcher
    from templates.brand.witness import Witness

Step = Callable[[str], None]


@dataclass(frozen=True)
class Plan:
    """What to make of each company below ``out``, one workspace each.

    ``templates`` False leaves the starters for a later run; ``again`` reads the sites anew. ``fetcher`` serves all
    sites when it is given; otherwise each gets its own. ``explain`` makes sentences of failures for ``batch.json``.
    """

    out: Path
    languages: tuple[str, ...] = LANGUAGES
    templates: bool = True
    again: bool = False
    witness: Witness | None = None
    fetcher: Fetcher | None = None
    explain: Callable[[MailwrightError], str] = str


def set_up(
    entries: Sequence[Entry],
    plan: Plan,
    on_progress: Callable[[Progress], None] | None = None,
    cancel: threading.Event | None = None,
    *,
    workers: int = 2,
) -> list[Row]:
    """Set up every company and keep the results in ``batch.json``, each as soon as it is there.

    What an earlier run finished is kept as it is. Like ``run_batch`` otherwise; raises StorageError when the results
    cannot be written.
    """
    record = Record(plan.out, plan.explain)
    folders = record.folders(entries)

    def tell(progress: Progress) -> None:
        if progress.row is not None:
            record.add(progress.row, folders[progress.entry.key])
        if on_progress is not None:
            on_progress(progress)

    return run_batch(entries, company_maker(plan, folders), tell, cancel, workers=workers)


def company_maker(plan: Plan, folders: Mapping[str, str]) -> Make:
    """What ``run_batch`` calls for each company; ``folders`` names the workspace's folder by the company's key."""

    def make(entry: Entry, step: Step, cancel: threading.Event) -> Made:
        def told(text: str) -> None:
            if cancel.is_set():
                raise Cancelled("The extraction was stopped.")
            step(text)

        return _made(entry, plan, plan.out / folders[entry.key], told, cancel)

    return make


def _made(entry: Entry, plan: Plan, root: Path, step: Step, cancel: threading.Event) -> Made:
    workspace = Workspace.open(root) if (root / "workspace.toml").is_file() else None
    kept = workspace is not None and _finished(workspace) and not plan.again
    if workspace is None or not kept:
        workspace = _branded(entry, plan, root, workspace, step, cancel)
    slug = workspace.settings.brand
    before = len(workspace.templates())
    if plan.templates:
        add_starters(workspace, slug, languages=plan.languages, on_progress=lambda done, total, title: step(title))
    folder, after = workspace.brand_folder(slug), len(workspace.templates())
    return Made(folder, load_brand(folder).name, after, kept and after == before)


def _finished(workspace: Workspace) -> bool:
    """Whether its brand has all its files: their hashes are written last."""
    slug = workspace.settings.brand
    return slug in workspace.brands() and bool(recorded_hashes(workspace.brand_folder(slug)))


def _branded(
    entry: Entry, plan: Plan, root: Path, workspace: Workspace | None, step: Step, cancel: threading.Event
) -> Workspace:
    """The company's workspace with its brand, extracted anew."""
    step("Opening the site")
    file = local_path(entry.source)
    if file is not None and file.is_file() and is_picture(file):
        return _stored(entry, plan, root, workspace, kit_of_logo(file))
    with opened_site(entry.source, entry.base_url or None, plan.fetcher, cancel) as site:
        kit = kit_of(site, step, plan.witness)
        stored = _stored(entry, plan, root, workspace, kit)
        if site.fetcher is not None:
            step("Fetching the logos to choose from")
            _fetch_logos(kit, stored.brand_folder(stored.settings.brand), site.fetcher)
    return stored


def _stored(entry: Entry, plan: Plan, root: Path, workspace: Workspace | None, kit: BrandKit) -> Workspace:
    kit = named(kit, entry)
    if workspace is None:
        language = kit.language if kit.language in plan.languages else plan.languages[0]
        workspace = Workspace.create(root, name=kit.name or entry.key, language=language, brand=slug_of(kit))
    add_brand(workspace, kit, slug=workspace.settings.brand)
    return workspace


def named(kit: BrandKit, entry: Entry) -> BrandKit:
    """The kit with the name that a list gives the company, if it does: a person's choice."""
    if not entry.name:
        return kit
    others = tuple(one for one in kit.candidates.get("name", ()) if one.value != entry.name)
    names = (Candidate(entry.name, USER, 1.0), *others)
    return replace(kit, name=entry.name, candidates={**kit.candidates, "name": names})


def _fetch_logos(kit: BrandKit, folder: Path, fetcher: Fetcher) -> None:
    """Those that a person will be asked about; others would cost the site requests for nothing."""
    doubts = [doubt for doubt in doubtful(kit) if doubt.field.startswith("logo_")]
    for candidate in (candidate for doubt in doubts for candidate in doubt.candidates):
        with suppress(FetchError):
            fetch_candidate(folder, candidate.value, fetcher)
