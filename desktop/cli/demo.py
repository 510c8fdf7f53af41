"""``mailwright demo``: from a company's site to twenty branded templates with pictures, and a window on them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from assets import asset
from desktop.cli.brand import read_brand
from desktop.cli.console import say
from desktop.cli.new import workspace_for
from desktop.cli.preview import proofs_of, tell_failures
from desktop.errors import explain, system_language
from renderers.preview import PROFILES
from renderers.proofs.contact_sheet import write_contact_sheet
from templates.errors import EngineError
from templates.generate import add_starters, slug_of
from templates.starters import LANGUAGES
from templates.workspace import Workspace


def run_demo(site: str | None, out: Path, *, window: bool) -> None:
    """Make a workspace of the sample site and one of ``site``, with a contact sheet each; open the last one.

    Raises what ``site`` raises, after the sample is done.
    """
    workspace = _make(str(asset("samples", "site")), out)
    try:
        workspace = _make(site, out) if site else workspace
    finally:
        if window and _has_screen():
            _open_window(workspace)


def _make(source: str, out: Path) -> Workspace:
    """One workspace with its pictures; without a browser the templates are there all the same."""
    workspace = _workspace(source, out)
    try:
        _show(workspace)
    except EngineError as error:
        say(explain(error, system_language()), style="bold red")
    return workspace


def _workspace(source: str, out: Path) -> Workspace:
    say(f"Reading {source}", style="bold")
    kit = read_brand(source, None)
    folder = out / slug_of(kit)
    if not (folder / "workspace.toml").exists():
        return workspace_for(kit, folder, LANGUAGES)[0]
    workspace = Workspace.open(folder)  # from an earlier run: what was edited there stays
    add_starters(workspace, workspace.settings.brand)
    return workspace


def _show(workspace: Workspace) -> None:
    names = [template.name for template in workspace.templates()]
    proofs = proofs_of(workspace, names, PROFILES, "default")
    tell_failures(proofs)
    sheet = write_contact_sheet(workspace, proofs)
    say(f"{len(names)} templates, {sum(1 for proof in proofs if proof.result)} pictures: {sheet}", style="green")


def _has_screen() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return not os.environ.get("CI")
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open_window(workspace: Workspace) -> None:
    """Start the window as a process of its own: it stays when the terminal goes."""
    subprocess.Popen(
        [sys.executable, "-m", "desktop", str(workspace.root)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    say("The window opens on the last workspace.")
