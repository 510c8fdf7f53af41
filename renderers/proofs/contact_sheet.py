"""The contact sheet of a workspace: what a run of previews showed, ready to be sent to a client."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from renderers.proofs.proof import Proof
from renderers.proofs.sheet import SheetBrand, SheetEntry, write_sheet
from templates.brand.store import load_brand
from templates.files import storage_errors
from templates.starters import starters
from templates.template_folder import TemplateMeta
from templates.workspace import Workspace

SHEET = "index.html"


def write_contact_sheet(workspace: Workspace, proofs: Sequence[Proof], path: Path | None = None) -> Path:
    """Write one self-contained file with every template of ``proofs``, by default ``index.html`` in the workspace.

    Raises StorageError, or InputError when the workspace has no brand.
    """
    path = path or workspace.root / SHEET
    brand = sheet_brand(workspace, workspace.settings.brand)
    return write_sheet(path, title=brand.name, brand=brand, entries=_entries(workspace, proofs), single_file=True)


def sheet_brand(workspace: Workspace, slug: str) -> SheetBrand:
    """Return the head of a sheet in this brand. Raises InputError when there is none of this name, StorageError."""
    brand = load_brand(workspace.brand_folder(slug))
    with storage_errors(brand.logo.wide):
        logo = brand.logo.wide.read_bytes()
    light = brand.palettes[0]
    colours = dict.fromkeys((light.primary, light.action, light.accent, light.ink, light.page))
    return SheetBrand(brand.name, brand.site, logo, tuple(colours))


def sheet_title(name: str, meta: TemplateMeta) -> str:
    """Return what people call a template: the title of the starter that it was made from, or its own name."""
    titles = {one.name: one.title for one in starters()}
    return titles.get(meta.starter, {}).get(meta.language, name)


def _entries(workspace: Workspace, proofs: Iterable[Proof]) -> list[SheetEntry]:
    """One entry a template, in the order of the starters."""
    places = {one.name: one.number for one in starters()}
    entries = []
    for name, group in groupby(proofs, key=lambda proof: proof.shot.template):
        meta = workspace.template(name).meta
        entries.append((places.get(meta.starter, len(places) + 1), name, _entry(workspace, name, list(group))))
    return [entry for _, _, entry in sorted(entries, key=lambda item: item[:2])]


def _entry(workspace: Workspace, name: str, proofs: Sequence[Proof]) -> SheetEntry:
    meta = workspace.template(name).meta
    build = next((proof.build for proof in proofs if proof.build), None)
    return SheetEntry(
        template=name,
        title=sheet_title(name, meta),
        language=meta.language,
        kind=meta.kind,
        subject=build.subject if build else "",
        preheader=build.preheader if build else "",
        pictures={proof.shot.view: proof.result.picture for proof in proofs if proof.result},
        casts={proof.shot.view: proof.cast for proof in proofs if proof.cast},
        notes=sorted({str(proof.error) for proof in proofs if proof.error}),
    )
