"""``mailwright import``: a file of MJML or HTML becomes a template."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from desktop.cli.console import answer, say
from desktop.errors import explain, system_language
from templates.errors import InputError, MailwrightError
from templates.importing.reading import read_source
from templates.importing.result import Imported, IncludeMode
from templates.importing.writing import convert, suggested_name, write_import
from templates.library import check_name
from templates.starters import LANGUAGES
from templates.workspace import Workspace

MODES: tuple[IncludeMode, ...] = ("inline", "copy", "omit")
KINDS: tuple[str, ...] = ("marketing", "transactional", "legal")
Word = TypeVar("Word", bound=str)


def import_template(
    file: Path,
    workspace: Path | None,
    *,
    name: str,
    language: str,
    kind: str,
    includes: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Import ``file`` into the workspace and say what was found."""
    mode, kind = _one_of(MODES, includes), _one_of(KINDS, kind)
    opened = Workspace.open(workspace) if workspace else Workspace.find(Path.cwd())
    source = read_source(file)
    found = convert(source, name=name or "imported", root=folder, includes=mode, workspace=opened)
    language = language or (found.language if found.language in LANGUAGES else opened.settings.language)
    name = name or suggested_name(opened, file, language)
    check_name(opened, name)
    made = convert(source, name=name, root=folder, includes=mode, workspace=opened)
    template = write_import(opened, made, name, kind=kind, language=language, brand=opened.settings.brand)
    if as_json:
        answer(_as_data(made, template.name, template.root))
        return
    for problem in _problems(made):
        say(f"Note: {explain(problem, system_language())}", style="yellow")
    say(f"{file.name} is the template {template.name}: {template.mjml_path}", style="green")


def _one_of(known: tuple[Word, ...], value: str) -> Word:
    for one in known:
        if one == value:
            return one
    raise InputError(
        "`{value}` is not known here.", advice="Write one of: {known}.", value=value, known=", ".join(known)
    )


def _problems(made: Imported) -> list[MailwrightError]:
    problems = [*(one.problem for one in made.includes), *(one.problem for one in made.pictures), *made.notices]
    return [problem for problem in problems if problem is not None]


def _as_data(made: Imported, name: str, folder: Path) -> dict[str, Any]:
    return {
        "template": name,
        "folder": str(folder),
        "form": made.form,
        "title": made.title,
        "pictures": [one.path for one in made.pictures if one.path],
        "includes": [one.path for one in made.includes if one.problem is None],
        "notices": [{"what": problem.what, "advice": problem.advice} for problem in _problems(made)],
    }
