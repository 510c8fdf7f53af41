"""The starters as templates of one brand among several: named after it where the plain names are taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from templates.library import free_name, new_from_starter
from templates.starters import starters
from templates.template_folder import TemplateFolder
from templates.workspace import Workspace

Progress = Callable[[int, int, str], None]


def add_own_starters(
    workspace: Workspace,
    slug: str,
    languages: Sequence[str],
    *,
    on_progress: Progress | None = None,
    names: list[str] | None = None,
) -> list[TemplateFolder]:
    """Make a template of each starter in each language for the brand ``slug``; return those that were made.

    In an empty workspace they are called ``welcome.en``, beside another brand's ``welcome-acme.en``. An
    ``on_progress`` that raises ends the work; what was made by then is in the workspace, and each name in ``names``.
    Raises StorageError.
    """
    taken = {template.name.partition(".")[0] for template in workspace.templates()}
    made: list[TemplateFolder] = []
    wanted = starters()
    for done, one in enumerate(wanted, 1):
        stem = one.name if one.name not in taken else f"{one.name}-{slug}"
        stem = free_name(workspace, f"{stem}.{languages[0]}").partition(".")[0]
        for language in languages:
            made.append(new_from_starter(workspace, one.name, language, brand=slug, name=f"{stem}.{language}"))
            if names is not None:
                names.append(made[-1].name)
        if on_progress:
            on_progress(done, len(wanted), one.title[languages[0]])
    return made
