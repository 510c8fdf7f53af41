"""``mailwright brand``: what a company's site says about its brand."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.brand_evidence import COLOURS, FIELDS, evidence, evidence_as_data, value_in_use, with_swatch
from desktop.cli.console import answer, say, terminal
from templates.brand.by_hand import brand_by_hand
from templates.brand.kit import BrandKit, extract_brand
from templates.brand.store import LOGOS, update_brand
from templates.brands.company import brand_of
from templates.brands.library import free_slug
from templates.generate import add_brand, remake_brand, slug_of
from templates.locks import writing
from templates.workspace import Workspace

if TYPE_CHECKING:
    from rich.table import Table

    from templates.brand.witness import Witness

#: What ``update_brand`` calls the logo of each slot.
SLOTS = {slot: name for name, slot in LOGOS.items()}


def show_brand(
    source: str, base_url: str | None, *, as_json: bool, explain: bool, browser: bool = True, save: Path | None = None
) -> None:
    """Print the kit of ``source``; with ``explain`` the candidates of every field too. ``save`` names a workspace."""
    kit = read_brand(source, base_url, quiet=as_json, browser=browser)
    _show(kit, save, as_json=as_json, explain=explain)


def show_typed(name: str, colour: str, logo: str, save: Path | None, *, as_json: bool, explain: bool) -> None:
    """Print the kit of what a person typed, and add it to the workspace ``save``; a brand that is there is changed."""
    kit = brand_by_hand(name, colour, logo)
    typed: dict[str, Any] = {SLOTS[slot]: file.data for slot, file in kit.logo_files.items()}
    _show(kit, save, as_json=as_json, explain=explain, typed=typed | ({"primary": colour} if colour else {}))


def read_brand(source: str, base_url: str | None, *, quiet: bool = False, browser: bool = True) -> BrandKit:
    """Extract the brand and say each step on the way, then its warnings."""
    witness = witness_at_hand(quiet=quiet) if browser else None
    kit = extract_brand(source, base_url=base_url, witness=witness, progress=None if quiet else say)
    for warning in () if quiet else kit.warnings:
        say(f"Note: {warning}", style="yellow")
    return kit


def witness_at_hand(cancel: threading.Event | None = None, *, quiet: bool = False) -> Witness | None:
    """The browser of this computer as a witness; without one the page's source alone is read, and that is said."""
    from renderers.engines import BrowserMissingError
    from renderers.engines.locate import locate
    from renderers.witness import browser_witness

    try:
        locate()
    except BrowserMissingError:
        if not quiet:
            say("No browser was found: only the page's source is read.", style="yellow")
        return None
    return browser_witness(cancel)


def as_data(kit: BrandKit, *, explain: bool = False) -> dict[str, Any]:
    """The kit as plain data for ``--json``."""
    data: dict[str, Any] = {field: getattr(kit, field) for field in FIELDS}
    data["font"] = {"heading": kit.font.heading, "body": kit.font.body, "url": kit.font.url}
    data["radius"] = kit.radius
    data["socials"] = dict(kit.socials)
    data["warnings"] = list(kit.warnings)
    return data | evidence_as_data(kit) if explain else data


def _show(
    kit: BrandKit, save: Path | None, *, as_json: bool, explain: bool, typed: Mapping[str, Any] | None = None
) -> None:
    saved = _saved(kit, save, typed or {}) if save else None
    if as_json:
        answer(as_data(kit, explain=explain) | ({"saved": str(saved)} if saved else {}))
        return
    terminal().print(_table(kit), soft_wrap=False)
    if explain:
        terminal().print(evidence(kit), soft_wrap=False)
    if saved:
        say(f"{kit.name or saved.name} is in {saved}", style="green")


def _saved(kit: BrandKit, root: Path, typed: Mapping[str, Any]) -> Path:
    """Add the brand to the workspace ``root``, which is made when the folder is empty or missing.

    A brand of the same company gets what is ``typed``: it is newer than what a person chose before.
    """
    if (root / "workspace.toml").is_file():
        workspace = Workspace.open(root)
    else:
        workspace = Workspace.create(root, name=kit.name or root.name, brand=slug_of(kit))
    there = brand_of(workspace, kit)
    slug = there or free_slug(workspace, kit.name)
    folder = workspace.brand_folder(slug)
    with writing(workspace.lock(folder)):
        if typed and there:
            update_brand(folder, **typed)
            remake_brand(workspace, slug)
        else:
            add_brand(workspace, kit, slug=slug)
    return folder


def _table(kit: BrandKit) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for field in [*FIELDS, *(f"socials.{network}" for network in kit.socials)]:
        value = value_in_use(kit, field)
        derived = field in COLOURS and not value
        cell = Text("derived", style="dim") if derived else with_swatch(value or "–")
        table.add_row(field.removeprefix("socials.").replace("_", " "), cell)
    return table
