"""What the paths on the command line mean: a workspace and its templates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from desktop.cli.console import say
from desktop.errors import explain, system_language
from templates.errors import InputError
from templates.template_folder import MJML, TemplateFolder
from templates.workspace import Workspace


def locate(template: Path, workspace: Path | None) -> tuple[Workspace, TemplateFolder]:
    """The workspace and the template that ``template`` names: its folder, its .mjml, or its name in ``workspace``.

    Raises InputError when it is no template.
    """
    if workspace is not None and not template.exists():
        opened = _noticed(Workspace.open(workspace))
        return opened, opened.template(str(template))
    folder = template.parent if template.name == MJML else template
    opened = _noticed(Workspace.open(workspace) if workspace else Workspace.find(folder))
    if not (folder / MJML).is_file():
        raise InputError(
            "This is not a template: it has no template.mjml.", advice="Name a template's folder.", place=template
        )
    return opened, opened.template(folder.resolve().name)


def locate_all(named: Sequence[Path], workspace: Path | None) -> tuple[Workspace, list[str]]:
    """Like ``locate`` for several templates of one workspace; a workspace's folder stands for all it has."""
    if not named:
        opened = opened_workspace(workspace)
        return opened, [template.name for template in opened.templates()]
    if len(named) == 1 and (named[0] / "workspace.toml").is_file():
        return locate_all([], named[0])
    found = [locate(path, workspace) for path in named]
    roots = {opened.root for opened, _ in found}
    if len(roots) > 1:
        raise InputError("These templates are from different workspaces.", advice="Name those of one workspace.")
    return found[0][0], [folder.name for _, folder in found]


def opened_workspace(named: Path | None) -> Workspace:
    """The workspace ``named``, or the one around the current folder. Raises InputError."""
    return _noticed(Workspace.open(named) if named else Workspace.find(Path.cwd()))


@cache
def _noticed(workspace: Workspace) -> Workspace:
    """Say once what is odd about a workspace but no fault, such as a misspelt key."""
    for notice in workspace.notices():
        say(f"Note: {explain(notice, system_language())}", style="yellow")
    return workspace
