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
from templates.workspace import Workspace

SHEET = "index.html"


def write_contact_sheet(workspace: Workspace, proofs: Sequence[Proof], path: Path | None = None) -> Path:
    """Write one self-contained file with every template of ``proofs``, by default ``index.html`` in the workspace.

    Raises StorageError, or InputError when the workspace has no brand.
    """
    path = path or workspace.root / SHEET
    brand = load_brand(workspace.brand_folder(workspace.settings.brand))
    with storage_errors(brand.logo.wide):
        logo = brand.logo.wide.read_bytes()
    light = brand.palettes[0]
    colours = dict.fromkeys((light.primary, light.action, light.accent, light.ink, light.page))
    shown = SheetBrand(brand.name, brand.site, logo, tuple(colours))
    return write_sheet(path, title=brand.name, brand=shown, entries=_entries(workspace, proofs), single_file=True)


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
    titles = {one.name: one.title for one in starters()}
    build = next((proof.build for proof in proofs if proof.build), None)
    return SheetEntry(
        template=name,
        title=titles.get(meta.starter, {}).get(meta.language, name),
        language=meta.language,
        kind=meta.kind,
        subject=build.subject if build else "",
        preheader=build.preheader if build else "",
        pictures={proof.shot.view: proof.result.picture for proof in proofs if proof.result},
        casts={proof.shot.view: proof.cast for proof in proofs if proof.cast},
        notes=sorted({str(proof.error) for proof in proofs if proof.error}),
    )
